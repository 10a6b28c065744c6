"""What comes of an event: the new game, what has to be stored, or why it was refused."""

from dataclasses import dataclass
from enum import StrEnum

from quizzer.classroom.live.events import Change
from quizzer.classroom.live.model import Game


class Refusal(StrEnum):
    """Why an event changes nothing; docs/drill-protocol.md explains each."""

    EARLY = "early"
    CLOSED = "closed"
    PAUSED = "paused"
    ANSWERED = "answered"
    OPTION = "option"
    FORM = "form"
    BUSY = "busy"
    PHASE = "phase"
    PLAYER = "player"
    NAME = "name"
    TAKEN = "taken"
    REMOVED = "removed"
    TEAM = "team"
    LOCKED = "locked"
    FULL = "full"
    OVER = "over"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Step:
    """`changes` must be stored, in order, before anybody is shown or told anything.

    `seat` is the id of the player who got a seat by a `Join`.
    """

    game: Game
    changes: tuple[Change, ...] = ()
    refusal: Refusal | None = None
    seat: str | None = None
