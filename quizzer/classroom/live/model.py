"""A live drill as frozen data: settings, players, what is asked, the phases, the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizzer.classroom.records.model import folded_name
from quizzer.deck.model import Deck, Question
from quizzer.quiz.grading.known import NOTHING_KNOWN, Known
from quizzer.quiz.model import Grade, Mode, Response
from quizzer.quiz.passages import Passage

GRACE_MS = 1000
"""An answer may come so much after its time, because the question took a while to arrive.

The server alone measures it, it is the same for everybody, and it earns no points for speed.
"""


class DrillMode(StrEnum):
    """What counts: right answers, right answers and speed, or an exam at one's own pace."""

    ACCURACY = "accuracy"
    RACE = "race"
    EXAM = "exam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a drill is played.

    `limit_ms` is the time for one question, in an exam for all of them; None for no limit.
    `modes` are the ways to ask, in order of preference; `seats` how many may take part.
    """

    mode: DrillMode = DrillMode.ACCURACY
    seed: str = "0"
    limit_ms: int | None = None
    modes: tuple[Mode, ...] = (Mode.CHOICE, Mode.TYPE)
    teams: tuple[str, ...] = ()
    has_ranking: bool = True
    has_streaks: bool = True
    seats: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Somebody who takes part; `extra_time` is the factor on the time to answer.

    A released seat may be taken from another device by joining with its name.
    """

    id: str
    name: str
    team: str = ""
    extra_time: float = 1.0
    is_paper: bool = False
    is_kicked: bool = False
    is_released: bool = False

    @property
    def folded(self) -> str:
        """The name as it is compared."""
        return folded_name(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question as it is put to the class.

    `position` counts from 0 through the drill, `number` from 1 in its round; round 0 is the
    first, later ones repeat what was missed. `options` are empty where answers are typed.
    """

    position: int
    number: int
    total: int
    round: int
    question: Question
    mode: Mode
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that counts: what it was, its grade, its points, the server's measure of time."""

    response: Response
    grade: Grade
    points: int
    elapsed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What a player has so far; `right` counts answers with full credit."""

    points: int = 0
    right: int = 0
    streak: int = 0


@dataclass(frozen=True, slots=True)
class Lobby:
    """Players join; nothing was asked yet."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Questions are open since an instant of the server's clock: one, or in an exam all."""

    positions: tuple[int, ...]
    opened_ms: int


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock stands still after so many milliseconds, and the questions are hidden."""

    positions: tuple[int, ...]
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class Closed:
    """Devices can't answer any more; answers on paper are still being keyed in."""

    position: int


@dataclass(frozen=True, slots=True)
class Revealed:
    """The answer is shown."""

    position: int


@dataclass(frozen=True, slots=True)
class Standings:
    """The ranking between two questions."""

    position: int


@dataclass(frozen=True, slots=True)
class Podium:
    """All was asked; another round may follow."""


@dataclass(frozen=True, slots=True)
class Over:
    """The drill has ended for good."""


Phase = Lobby | Asking | Paused | Closed | Revealed | Standings | Podium | Over


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """Everything about a drill; make it with `new_game` and move it with `step`.

    `puts` holds all positions, asked or still to come; `answers` what was given by position and
    player; `closed` the positions that are over, `skipped` those of them that count for nobody;
    `totals` what the closed ones gave; `present` who has a connection; `names` whose a folded
    name is.
    """

    deck: Deck
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    known: Known = NOTHING_KNOWN
    settings: Settings
    puts: tuple[Put, ...]
    phase: Phase = field(default_factory=Lobby)
    players: Mapping[str, Player] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    present: frozenset[str] = frozenset()
    answers: Mapping[int, Mapping[str, Given]] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    skipped: frozenset[int] = frozenset()
    totals: Mapping[str, Total] = field(default_factory=dict)
    is_locked: bool = False

    def given(self, position: int) -> Mapping[str, Given]:
        """The answers at a position, by player."""
        return self.answers.get(position, {})
