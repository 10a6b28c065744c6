"""Reviews and card states as frozen data, shared by the schedule, the log and the exchange."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Rating(IntEnum):
    """How well a card was recalled, with FSRS's and Anki's numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True, order=True)
class CardKey:
    """A question as one learner's memory holds it, known by deck id and question id."""

    deck_id: str
    question_id: str
    learner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answered question, as it stands in the log; never changed once written.

    `id` is unique over all machines; `at` is aware UTC; `rating` is what the schedule uses and
    `verdict` what the machine graded before any overruling; `mode` is how it was asked (choice,
    type, flip) among `options` options (0 where there were none); `duration_ms` is from showing
    the question to the answer; `scheduler` names the algorithm and version at that time.
    `session_id` groups the answers of one sitting; `origin` tells where the review was made
    (quiz, study, anki, classroom). `confidence` is how sure the learner was beforehand, from 1 (a
    guess) to 4 (certain), where that was asked. `due_day` is the study day that the card was given
    by this review, so that later parameters and settings move no card by themselves; None where it
    got none (within steps) or nobody noted it, and then the schedule's own formula holds.
    """

    id: str
    card: CardKey
    at: datetime
    rating: Rating
    verdict: str
    response: str
    duration_ms: int
    mode: str
    options: int
    scheduler: str
    session_id: str
    origin: str
    confidence: int | None = None
    due_day: int | None = None


@dataclass(frozen=True, slots=True)
class New:
    """Never reviewed."""


@dataclass(frozen=True, slots=True)
class Learning:
    """In the learning steps: due at an instant, not on a day."""

    step: int
    stability: float
    difficulty: float
    due_at: datetime
    last_day: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """Graduated: due on a study day (see `quizzer.memory.day.day_number`)."""

    stability: float
    difficulty: float
    due_day: int
    last_day: int
    reps: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Relearning:
    """Forgotten after having graduated: in the relearning steps."""

    step: int
    stability: float
    difficulty: float
    due_at: datetime
    last_day: int
    reps: int
    lapses: int


CardState = New | Learning | Remembered | Relearning


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card with all that decides whether it is asked today.

    `first_day` is the study day of its first review and `last_at` the instant of the latest
    (None without reviews); a buried card rests on `buried_day`, a suspended one until it is
    called back.
    """

    key: CardKey
    state: CardState
    first_day: int | None = None
    last_at: datetime | None = None
    is_suspended: bool = False
    buried_day: int | None = None

    @property
    def lapses(self) -> int:
        """How often it was forgotten after it had been learned."""
        return self.state.lapses if isinstance(self.state, Remembered | Relearning) else 0
