"""Where a quiz stands, as frozen data, and what that means: the next question, the prompt.

What comes next is always derived from the answers so far (and the moment, where questions come
back), so taking an answer back, resuming and overruling need no bookkeeping.
"""

from dataclasses import dataclass
from typing import NamedTuple, assert_never

from quizzer.deck.model import Question
from quizzer.quiz.estimate import is_sure
from quizzer.quiz.grading.known import NOTHING_KNOWN, Known
from quizzer.quiz.model import Grade, Mode, Response, Returning, Verdict
from quizzer.quiz.options import mode_of, options_of

ALL_MODES = (Mode.CHOICE, Mode.TYPE, Mode.FLIP)

CONFIDENCES = ("a guess", "unsure", "fairly sure", "certain")
"""The answers to `how sure?`, from 1 to 4."""


LOOK_AHEAD_MS = 20 * 60_000
"""When nothing else is left, questions that come back within so many milliseconds are asked at
once, as Anki does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question with what grading it needs to know about its deck.

    `modes` are the ways in which this one may be asked, where they are not the session's.
    """

    deck_id: str
    question: Question
    language: str = "en"
    known: Known = NOTHING_KNOWN
    modes: tuple[Mode, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to ask; the same settings and questions give the same quiz.

    `modes` in order of preference; `time_limit_ms` for the whole quiz; `pass_mark` from 0 to 1;
    `retries` asks the wrong ones once more at the end, which leaves the score alone;
    `is_adaptive` stops as soon as the score is known well enough.
    """

    seed: str = "0"
    modes: tuple[Mode, ...] = ALL_MODES
    retries: bool = False
    asks_confidence: bool = False
    is_adaptive: bool = False
    time_limit_ms: int | None = None
    pass_mark: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer: what was given, what the machine said, and what the learner said to that.

    `place` is the question's place among the items; `options` how many there were to choose
    from; `is_confirmed` that a near miss was meant; `is_overruled` that the learner turned
    the verdict round; `is_hinted` that a hint was shown before; `is_easy` that the learner calls
    it so. `is_return` is for a question that came back, `returning` for when it does next,
    `moment_ms` for when it was this question's turn.
    """

    place: int
    is_retry: bool
    response: Response
    grade: Grade
    mode: Mode
    options: int
    duration_ms: int
    confidence: int | None = None
    is_confirmed: bool = False
    is_overruled: bool = False
    is_hinted: bool = False
    is_easy: bool = False
    is_return: bool = False
    returning: Returning | None = None
    moment_ms: int = 0

    @property
    def is_first(self) -> bool:
        """Whether it is the first answer to its question, the one that the score counts."""
        return not self.is_retry and not self.is_return

    @property
    def is_right(self) -> bool:
        """The final word: whether the answer counts as right."""
        return (self.grade.verdict is Verdict.RIGHT or self.is_confirmed) is not self.is_overruled

    @property
    def may_be_easy(self) -> bool:
        """Whether it was right without any help."""
        return self.is_right and not self.is_hinted and not self.is_retry

    @property
    def score(self) -> float:
        """From 0 to 1, with the learner's last word."""
        if self.is_overruled or self.is_confirmed:
            return float(self.is_right)
        return self.grade.score


@dataclass(frozen=True, slots=True)
class Asking:
    """A question waits for its answer.

    `shown_ms` is when it was shown; `moment_ms` when it was its turn, which an answer that is
    taken back does not change.
    """

    shown_ms: int
    moment_ms: int = 0
    is_hinted: bool = False


@dataclass(frozen=True, slots=True)
class Gauging:
    """The learner says how sure the answer is before hearing whether it is right."""

    answered: Answered


@dataclass(frozen=True, slots=True)
class Confirming:
    """The last answer was a near miss: was the key meant?"""


@dataclass(frozen=True, slots=True)
class Feedback:
    """The last answer has its verdict."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Over: `done`, `left`, `time` is up, or `sure` of the score."""

    reason: str


Phase = Asking | Gauging | Confirming | Feedback | Finished


@dataclass(frozen=True, slots=True)
class Undone:
    """Where the session stood before something was taken back."""

    answered: tuple[Answered, ...]
    phase: Phase


@dataclass(frozen=True, slots=True)
class Laid:
    """A question that was set aside after so many answers, and the place where it stood.

    One that would have come back keeps its place among the items. `asking` is how it was being
    asked, None where its answer had just been given.
    """

    place: int
    item: Item
    after: int
    is_return: bool
    asking: Asking | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Everything about a sitting; build it with `start` and move it with `step`."""

    items: tuple[Item, ...]
    settings: Settings
    answered: tuple[Answered, ...] = ()
    phase: Phase
    aside: tuple[Laid, ...] = ()
    undone: tuple[Undone, ...] = ()
    elapsed_ms: int = 0

    @property
    def last(self) -> Answered | None:
        """The latest answer."""
        return self.answered[-1] if self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question as it is to be shown: its number, its mode, its options in their order."""

    number: int
    total: int
    is_retry: bool
    is_return: bool
    is_hinted: bool
    place: int
    item: Item
    mode: Mode
    options: tuple[str, ...]


class Turn(NamedTuple):
    """Whose turn it is: an item, as a second try, or because it comes back."""

    place: int
    is_retry: bool = False
    is_return: bool = False


def next_place(session: Session) -> Turn | None:
    """Which item comes after the answers so far; None at the end.

    What has come back by now goes first, what comes back soon last.
    """
    phase = session.phase
    moment = phase.moment_ms if isinstance(phase, Asking) else session.elapsed_ms
    coming = returns(session)
    if coming and coming[0][0] <= moment:
        return Turn(coming[0][1], is_return=True)
    turn = _turn_in_order(session)
    soon = [place for at_ms, place in coming if at_ms <= moment + LOOK_AHEAD_MS]
    if turn is not None or not soon:
        return turn
    # The same question twice running is a test of nothing.
    last = session.answered[-1].place
    return Turn(next((place for place in soon if place != last), soon[0]), is_return=True)


def returns(session: Session) -> list[tuple[int, int]]:
    """What comes back: when, in milliseconds of the sitting, and its place; the soonest first."""
    latest = {answered.place: answered.returning for answered in session.answered}
    aside = {laid.place for laid in session.aside if laid.is_return}
    return sorted(
        (returning.at_ms, place)
        for place, returning in latest.items()
        if returning is not None and place not in aside
    )


def _turn_in_order(session: Session) -> Turn | None:
    count = sum(answered.is_first for answered in session.answered)
    is_second_round = any(answered.is_retry for answered in session.answered)
    may_stop = session.settings.is_adaptive and is_score_known(session)
    if not is_second_round and count < len(session.items) and not may_stop:
        return Turn(count)
    if not session.settings.retries:
        return None
    missed = [a.place for a in session.answered if a.is_first and not a.is_right]
    tried = sum(a.is_retry for a in session.answered)
    return Turn(missed[tried], is_retry=True) if tried < len(missed) else None


def is_score_known(session: Session) -> bool:
    """Whether the first answers tell the score, or passing, well enough to stop."""
    scores = [answered.score for answered in session.answered if answered.is_first]
    return is_sure(scores, len(session.items), session.settings.pass_mark)


def prompt(session: Session) -> Prompt:
    """The question that is being asked, or that the last answer was given to.

    Raises:
        ValueError: the session is finished.
    """
    match session.phase:
        case Asking(is_hinted=is_hinted):
            turn = next_place(session)
            assert turn is not None, "a session that asks has something to ask"
            return _prompt_for(session, turn, session.answered, is_hinted=is_hinted)
        case Gauging(answered):
            return _prompt_of(session, answered, session.answered)
        case Confirming() | Feedback():
            return _prompt_of(session, session.answered[-1], session.answered[:-1])
        case Finished():
            raise ValueError("a finished session asks nothing")
        case _:
            assert_never(session.phase)


def _prompt_of(session: Session, answered: Answered, before: tuple[Answered, ...]) -> Prompt:
    turn = Turn(answered.place, answered.is_retry, answered.is_return)
    return _prompt_for(session, turn, before, is_hinted=answered.is_hinted)


def _prompt_for(
    session: Session, turn: Turn, before: tuple[Answered, ...], *, is_hinted: bool
) -> Prompt:
    """The prompt of an item whose turn it was after the answers `before`."""
    item = session.items[turn.place]
    earlier = [answered for answered in before if answered.place == turn.place]
    modes = item.modes or session.settings.modes
    if turn.is_return and (returning := earlier[-1].returning) is not None:
        modes = (returning.mode,)
    mode = mode_of(item.question, modes) or Mode.FLIP
    missed = sum(a.is_first and not a.is_right for a in session.answered)
    tried = sum(a.is_retry for a in before)
    # Whoever remembers where the key stood has not recalled it.
    order = "retry" if turn.is_retry else f"return {len(earlier)}" if turn.is_return else "first"
    return Prompt(
        number=tried + 1 if turn.is_retry else turn.place + 1,
        total=missed if turn.is_retry else len(session.items),
        is_retry=turn.is_retry,
        is_return=turn.is_return,
        is_hinted=is_hinted,
        place=turn.place,
        item=item,
        mode=mode,
        options=(
            options_of(item.question, session.settings.seed, order) if mode is Mode.CHOICE else ()
        ),
    )
