"""Where a quiz stands, as frozen data, and what that means: the next question, the prompt.

What comes next is always derived from the answers so far, so taking an answer back, resuming
and overruling need no bookkeeping.
"""

from dataclasses import dataclass
from typing import assert_never

from quizzer.deck.model import Question
from quizzer.quiz.estimate import is_sure
from quizzer.quiz.grading.known import NOTHING_KNOWN, Known
from quizzer.quiz.model import Grade, Mode, Response, Verdict
from quizzer.quiz.options import mode_of, options_of

ALL_MODES = (Mode.CHOICE, Mode.TYPE, Mode.FLIP)

CONFIDENCES = ("a guess", "unsure", "fairly sure", "certain")
"""The answers to `how sure?`, from 1 to 4."""


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
    the verdict round.
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

    @property
    def is_right(self) -> bool:
        """The final word: whether the answer counts as right."""
        return (self.grade.verdict is Verdict.RIGHT or self.is_confirmed) is not self.is_overruled

    @property
    def score(self) -> float:
        """From 0 to 1, with the learner's last word."""
        if self.is_overruled or self.is_confirmed:
            return float(self.is_right)
        return self.grade.score


@dataclass(frozen=True, slots=True)
class Asking:
    """A question waits for its answer; `shown_ms` is when it was shown."""

    shown_ms: int


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
    """A question that was set aside, and the place where it stood."""

    place: int
    item: Item


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
    place: int
    item: Item
    mode: Mode
    options: tuple[str, ...]


def next_place(session: Session) -> tuple[int, bool] | None:
    """Which item comes after the answers so far, and whether as a second try; None at the end."""
    count = len(session.answered)
    is_second_round = count > 0 and session.answered[-1].is_retry
    may_stop = session.settings.is_adaptive and is_score_known(session)
    if not is_second_round and count < len(session.items) and not may_stop:
        return count, False
    if not session.settings.retries:
        return None
    missed = [a.place for a in session.answered if not a.is_retry and not a.is_right]
    tried = sum(a.is_retry for a in session.answered)
    return (missed[tried], True) if tried < len(missed) else None


def is_score_known(session: Session) -> bool:
    """Whether the first answers tell the score, or passing, well enough to stop."""
    scores = [answered.score for answered in session.answered if not answered.is_retry]
    return is_sure(scores, len(session.items), session.settings.pass_mark)


def prompt(session: Session) -> Prompt:
    """The question that is being asked, or that the last answer was given to.

    Raises:
        ValueError: the session is finished.
    """
    match session.phase:
        case Asking() | Gauging():
            found = next_place(session)
            assert found is not None, "a session that asks has something to ask"
            place, is_retry = found
        case Confirming() | Feedback():
            last = session.answered[-1]
            place, is_retry = last.place, last.is_retry
        case Finished():
            raise ValueError("a finished session asks nothing")
        case _:
            assert_never(session.phase)
    return prompt_for(session, place, is_retry)


def prompt_for(session: Session, place: int, is_retry: bool) -> Prompt:
    """The prompt of one item."""
    item = session.items[place]
    mode = mode_of(item.question, item.modes or session.settings.modes) or Mode.FLIP
    missed = sum(not a.is_retry and not a.is_right for a in session.answered) if is_retry else 0
    tried = sum(a.is_retry for a in session.answered) if is_retry else 0
    is_asked = isinstance(session.phase, Asking | Gauging)
    return Prompt(
        number=tried + is_asked if is_retry else place + 1,
        total=missed if is_retry else len(session.items),
        is_retry=is_retry,
        place=place,
        item=item,
        mode=mode,
        options=(
            options_of(item.question, session.settings.seed, "retry" if is_retry else "first")
            if mode is Mode.CHOICE
            else ()
        ),
    )
