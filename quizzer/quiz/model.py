"""What passes between a session, its graders and whoever shows it: responses, grades, modes."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How a question is asked: pick from options, type the answer, or turn a card over."""

    CHOICE = "choice"
    TYPE = "type"
    FLIP = "flip"


class Verdict(StrEnum):
    """What a response is worth; `near` asks the learner whether the key was meant."""

    RIGHT = "right"
    NEAR = "near"
    PARTIAL = "partial"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict, its score from 0 to 1, and in a few words why."""

    verdict: Verdict
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What the learner wrote."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Options as they were shown: one of a choice, the ticked ones of several, all of an order.

    For pairs, the right sides in the order in which the left sides were shown.
    """

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """The learner turned the card over and judged: known or not."""

    knew: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """The learner passed."""


Response = Typed | Chosen | Rated | Skipped


@dataclass(frozen=True, slots=True)
class Returning:
    """When a question is asked again, in milliseconds of the sitting, and in which mode."""

    at_ms: int
    mode: Mode


def right(reason: str = "right") -> Grade:
    """Full marks."""
    return Grade(Verdict.RIGHT, 1.0, reason)


def near(reason: str) -> Grade:
    """Not far off: worth nothing until the learner says that the key was meant."""
    return Grade(Verdict.NEAR, 0.0, reason)


def partial(score: float, reason: str) -> Grade:
    """Part of the marks; all of them is right, none of them wrong."""
    if score >= 1:
        return right(reason)
    return Grade(Verdict.PARTIAL, score, reason) if score > 0 else wrong(reason)


def wrong(reason: str = "wrong") -> Grade:
    """No marks."""
    return Grade(Verdict.WRONG, 0.0, reason)
