"""What the log keeps beside reviews: sittings, and what was decided about cards."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizzer.memory.model import CardKey, Review


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


class EventKind(StrEnum):
    """What can be decided about a card or an earlier entry of the log."""

    UNDO = "undo"
    REDO = "redo"
    BURY = "bury"
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    RENAME = "rename"
    MOVE = "move"
    FIT = "fit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One decision, as it stands in the log; never changed once written.

    `id` is unique over all machines and begins with the kind. `target` is the id of the review or
    event that an undo takes back and a redo puts back. `detail` is the new id of a renamed
    question, and the study day that a card was moved to; of a fit, which is about no single card,
    it is the parameters as a JSON list, or nothing for the defaults.
    """

    id: str
    kind: EventKind
    at: datetime
    card: CardKey
    target: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A card whose question is in no known deck file any more."""

    card: CardKey
    reviews: int
    last_at: datetime
