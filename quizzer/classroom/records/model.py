"""What the classroom's log holds, as frozen data; live drills and paper share it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizzer.deck.model import Deck
from quizzer.quiz.model import Response
from quizzer.quiz.passages import Passage

LIVE = "live"
PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One sitting of a class.

    `deck` is a snapshot that holds only the questions of this drill, so that an old drill can be
    analysed after its deck was edited; `passages` are the cited sentences by question id.
    `origin` is `live` or `paper`; `mode` accuracy, race or exam; `class_name` empty when none was
    named; `settings` JSON text; `host_hash` the digest of the secret that lets a host in.
    """

    id: str
    code: str = ""
    deck: Deck
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    origin: str
    mode: str
    class_name: str = ""
    seed: str
    settings: str = "{}"
    host_hash: str = ""
    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """Somebody in a class; a name stands once in its class, whatever its capitals and spaces."""

    id: str
    class_name: str
    name: str

    @property
    def folded(self) -> str:
        """The name as it is compared."""
        return folded_name(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A student in one drill.

    `token_hash` is the digest of the device's secret, empty for a student on paper; `extra_time`
    the factor by which the time to answer is longer, at least 1.
    """

    drill_id: str
    student_id: str
    token_hash: str = ""
    team: str = ""
    extra_time: float = 1.0
    is_kicked: bool = False
    joined_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it was put to the class; positions count from 0 through the whole drill.

    `options` stand in the order shown and are empty where the answer was typed. `round` is 0
    the first time and 1 or more where missed questions came again. `elapsed_ms` is how much of
    the time to answer had run, so that a restarted server goes on from there.
    """

    drill_id: str
    position: int
    question_id: str
    options: tuple[str, ...] = ()
    round: int = 0
    opened_at: datetime
    closed_at: datetime | None = None
    is_skipped: bool = False
    elapsed_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A student's answer to the question at a position.

    `credit` is the grade from 0 to 1, `points` what the drill's mode makes of it; `elapsed_ms`
    is the server's measure of the time it took, 0 on paper.
    """

    drill_id: str
    student_id: str
    position: int
    response: Response
    credit: float
    points: int = 0
    elapsed_ms: int = 0
    received_at: datetime


def folded_name(name: str) -> str:
    """A name as it is compared: compatible forms, capitals and spaces make no difference.

    >>> folded_name("  Zoë   O'Brien ") == folded_name("ZOE\\u0308 o'brien")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
