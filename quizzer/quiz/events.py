"""What can happen in a session; whoever shows it turns keys, lines or clicks into these."""

from dataclasses import dataclass
from enum import StrEnum

from quizzer.quiz.model import Response, Returning


@dataclass(frozen=True, slots=True)
class Answer:
    """The learner answers, or passes with `Skipped`."""

    response: Response


@dataclass(frozen=True, slots=True)
class Gauge:
    """How sure, from 1 (a guess) to 4 (certain)."""

    confidence: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Whether the key was meant."""

    was_meant: bool


@dataclass(frozen=True, slots=True)
class Overrule:
    """I was right (or, after a right answer, wrong); a second time takes it back."""


@dataclass(frozen=True, slots=True)
class Easy:
    """The last answer, which was right, cost no effort; a second time takes it back."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Show something of the answer."""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Whoever schedules says when the question just answered is asked again in this sitting."""

    returning: Returning | None


@dataclass(frozen=True, slots=True)
class Next:
    """On to the next question."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last answer back and ask again."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Put back what was last taken back."""


class Aside(StrEnum):
    """How long a question is left out: until tomorrow, or until it is called back."""

    BURY = "bury"
    SUSPEND = "suspend"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Leave this question out, unanswered if it is still open."""

    how: Aside


@dataclass(frozen=True, slots=True)
class TimeUp:
    """A moment has passed; ends the quiz if its time limit is reached."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Stop here."""


Event = (
    Answer
    | Gauge
    | Confirm
    | Overrule
    | Easy
    | Hint
    | ComeBack
    | Next
    | Undo
    | Redo
    | SetAside
    | TimeUp
    | Leave
)
