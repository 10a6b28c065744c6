"""What the log keeps beside reviews: the sittings in which they were made."""

from dataclasses import dataclass
from datetime import datetime

from quizzer.memory.model import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One time of sitting down to answer.

    `origin` tells what it was (quiz, study, anki, classroom); `decks` holds the paths or ids that
    were asked for, `settings` JSON text that lets the sitting be resumed.
    """

    id: str
    origin: str
    started_at: datetime
    decks: tuple[str, ...]
    settings: str = "{}"
    learner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSitting:
    """A sitting with what came of it; `ended_at` is None for one that was left unfinished."""

    sitting: Sitting
    reviews: tuple[Review, ...]
    ended_at: datetime | None
    reason: str | None
