"""One sitting at the edge: moves the session and stores every answer before anything is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from quizzer.cli.frontend import View
from quizzer.memory.asking import rating_of
from quizzer.memory.model import CardKey, Review
from quizzer.quiz.events import Aside, ComeBack, Event, SetAside
from quizzer.quiz.model import Mode, Returning
from quizzer.quiz.responses import response_words
from quizzer.quiz.session import step
from quizzer.quiz.state import Answered, Asking, Finished, Gauging, Item, Session, prompt

if TYPE_CHECKING:
    from quizzer.quiz.passages import Passage

SCHEDULER = "fsrs-6"
"""What the reviews name as the algorithm in force."""


class Recorder(Protocol):
    """Where answers go; each method returns only once it is on disk."""

    def append(self, review: Review) -> None:
        """Adds a review to the log."""
        ...

    def replace(self, old: str, review: Review, at: datetime) -> None:
        """Adds a review that counts instead of an earlier one, both or neither."""
        ...

    def undo(self, review_id: str, at: datetime) -> None:
        """Marks an entry of the log as taken back."""
        ...

    def set_aside(self, card: CardKey, how: Aside, at: datetime) -> str:
        """Notes that a card is left out; gives the id of that entry."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The two clocks of the edge: what time it is, and milliseconds that never run back."""

    now: Callable[[], datetime]
    elapsed_ms: Callable[[], int]


Returns = Callable[[Item], tuple[datetime, Mode] | None]
"""When a question that was just answered is asked again in this sitting, and how."""


def never(item: Item) -> tuple[datetime, Mode] | None:
    """Every question comes once."""
    return None


class Sitting:
    """Holds the session of one learner at one place.

    `texts` gives the source's text of a deck by the deck's id, or None; `reasons` why a question
    is asked now, where somebody chose it; `returns` when it comes back, once the answer is stored.
    """

    def __init__(
        self,
        session: Session,
        recorder: Recorder,
        clock: Clock,
        *,
        session_id: str,
        texts: Callable[[str], str | None],
        learner: str = "",
        origin: str = "quiz",
        reasons: Callable[[Item], str] = lambda item: "",
        returns: Returns = never,
        stored: list[str] | None = None,
    ):
        self.session = session
        self.recorder = recorder
        self.clock = clock
        self.session_id = session_id
        self.texts = texts
        self.learner = learner
        self.origin = origin
        self.reasons = reasons
        self.returns = returns
        self._aside_ids: list[str] = []
        # Ids of the reviews behind the session's answers, in the same order.
        self.review_ids = list(stored or ())
        self._made = 0
        self._started_ms = clock.elapsed_ms() - session.elapsed_ms

    def drive(self, event: Event) -> View:
        """Takes one event; what it changes in the log is on disk when this returns."""
        done = step(self.session, event, self.clock.elapsed_ms() - self._started_ms)
        old = self.review_ids.pop() if done.retracted is not None and self.review_ids else None
        if done.saved is not None:
            review = self._review(done.session, done.saved)
            if old is None:
                self.recorder.append(review)
            else:
                # In one step: no crash may lose the answer, nor let it count twice.
                self.recorder.replace(old, review, self.clock.now())
            self.review_ids.append(review.id)
        elif old is not None:
            self.recorder.undo(old, self.clock.now())
        if done.aside is not None and isinstance(event, SetAside):
            key = CardKey(done.aside.deck_id, done.aside.question.id, self.learner)
            noted = self.recorder.set_aside(key, event.how, self.clock.now())
            if done.session is not self.session:
                self._aside_ids.append(noted)
        if done.recalled:
            self.recorder.undo(self._aside_ids.pop(), self.clock.now())
        self.session = done.session
        if done.saved is not None:
            self._plan_return(done.saved)
        return self.view()

    def view(self) -> View:
        """What there is to show now."""
        is_over = isinstance(self.session.phase, Finished)
        why = "" if is_over else self.reasons(prompt(self.session).item)
        return View(session=self.session, passages=self._passages(), why=why)

    def _plan_return(self, answered: Answered) -> None:
        found = self.returns(self.session.items[answered.place])
        if found is None and answered.returning is None:
            return
        event = ComeBack(None if found is None else self._returning(*found))
        self.session = step(self.session, event, self.session.elapsed_ms).session

    def _returning(self, at: datetime, mode: Mode) -> Returning:
        wait_ms = (at - self.clock.now()) // timedelta(milliseconds=1)
        elapsed_ms = self.clock.elapsed_ms() - self._started_ms
        return Returning(max(0, elapsed_ms + wait_ms), mode)

    def _passages(self) -> "tuple[Passage, ...]":
        if isinstance(self.session.phase, Finished):
            return ()
        item = prompt(self.session).item
        # Nobody sees a passage while the question is open, unless a card is turned.
        is_open = isinstance(self.session.phase, Asking | Gauging)
        if not item.question.evidence or (is_open and prompt(self.session).mode is not Mode.FLIP):
            return ()
        from quizzer.quiz.passages import passages_of  # noqa: PLC0415 - the first screen does without

        return passages_of(item.question, self.texts(item.deck_id))

    def _review(self, session: Session, answered: Answered) -> Review:
        item = session.items[answered.place]
        self._made += 1
        return Review(
            id=f"{self.session_id}-{len(self.review_ids) + 1}-{self._made}",
            card=CardKey(item.deck_id, item.question.id, self.learner),
            at=self.clock.now(),
            rating=rating_of(
                is_right=answered.is_right,
                needed_help=answered.is_hinted or answered.is_retry,
                is_easy=answered.is_easy,
            ),
            verdict=answered.grade.verdict.value,
            response=response_words(answered.response),
            duration_ms=answered.duration_ms,
            mode=answered.mode.value,
            options=answered.options,
            scheduler=SCHEDULER,
            session_id=self.session_id,
            origin=self.origin,
            confidence=answered.confidence,
        )
