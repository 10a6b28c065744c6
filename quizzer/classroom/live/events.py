"""What can happen in a drill, and what of it has to be stored before anybody hears of it."""

from dataclasses import dataclass

from quizzer.classroom.live.model import Given, Player, Put
from quizzer.quiz.model import Response


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody asks for a seat; the name has been cleaned, the id is new."""

    player: Player


@dataclass(frozen=True, slots=True)
class Came:
    """A player has a connection."""

    player_id: str


@dataclass(frozen=True, slots=True)
class Went:
    """A player has had no connection for a while."""

    player_id: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A player answers."""

    player_id: str
    position: int
    response: Response


@dataclass(frozen=True, slots=True)
class KeyIn:
    """The host types what a student on paper answered; a second time corrects the first."""

    player_id: str
    position: int
    response: Response


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment has passed."""


@dataclass(frozen=True, slots=True)
class Next:
    """The host goes on: to the first question, the answer, the standings, the next, the podium."""


@dataclass(frozen=True, slots=True)
class Close:
    """The host ends the open question, or the exam."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stops."""


@dataclass(frozen=True, slots=True)
class Continue:
    """The clock goes on."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The open question is dropped and counts for nobody."""


@dataclass(frozen=True, slots=True)
class Again:
    """One more round with the questions most missed."""

    count: int


@dataclass(frozen=True, slots=True)
class Finish:
    """To the podium at once."""


@dataclass(frozen=True, slots=True)
class End:
    """The drill is over."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Whether nobody new may join."""

    is_locked: bool


@dataclass(frozen=True, slots=True)
class Kick:
    """A player is removed."""

    player_id: str


@dataclass(frozen=True, slots=True)
class Release:
    """A seat may be taken from another device; a removed player may come back."""

    player_id: str


@dataclass(frozen=True, slots=True)
class ExtraTime:
    """A player gets more time to answer."""

    player_id: str
    factor: float


@dataclass(frozen=True, slots=True)
class Accept:
    """A typed answer counts as right after all, for everybody who gave it."""

    position: int
    text: str


Command = Next | Close | Pause | Continue | Skip | Again | Finish | End | Lock | Accept
"""What a host does to the drill as a whole."""

Event = Join | Came | Went | Answer | KeyIn | Tick | Kick | Release | ExtraTime | Command


@dataclass(frozen=True, slots=True)
class Seated:
    """A player is new or has changed."""

    player: Player


@dataclass(frozen=True, slots=True)
class Opened:
    """A question was opened."""

    put: Put


@dataclass(frozen=True, slots=True)
class Ran:
    """So much of the time for a question has run."""

    put: Put
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class Shut:
    """A question was closed, or skipped."""

    put: Put
    elapsed_ms: int
    is_skipped: bool


@dataclass(frozen=True, slots=True)
class Took:
    """An answer was taken."""

    player_id: str
    position: int
    given: Given


@dataclass(frozen=True, slots=True)
class Revised:
    """An answer takes the place of an earlier one, or has another grade."""

    player_id: str
    position: int
    given: Given


@dataclass(frozen=True, slots=True)
class AddedRound:
    """Questions were added: all extra rounds so far, each as places in the deck."""

    rounds: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The drill is over."""


Change = Seated | Opened | Ran | Shut | Took | Revised | AddedRound | Ended
