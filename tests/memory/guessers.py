"""Simulated learners who guess among the options when they do not know."""

from enum import StrEnum

from quizzer.memory.fsrs import Memory, next_memory, retrievability
from quizzer.memory.model import Rating
from quizzer.memory.schedule import interval_after
from quizzer.memory.settings import Settings
from quizzer.seeded import seeded_number

FIRST_CHANCE = 0.6
"""How likely a question is known at the first meeting."""


class Asking(StrEnum):
    """How the learner is asked, and what the schedule makes of a right choice."""

    TYPED = "typed"
    SHORTER = "choice, interval shortened"
    PLAIN = "choice, interval as if typed"


def true_retention(
    asking: Asking, options: int, settings: Settings, *, cards: int, seed: int, days: int = 180
) -> float:
    """The share of reviews (all but first meetings) at which the learner truly knew the answer.

    A lucky guess is recall to the schedule; the learner's memory goes on as after forgetting,
    since the answer was only shown.
    """
    known = total = 0
    guess = 0.0 if asking is Asking.TYPED else 1 / options
    seen_options = options if asking is Asking.SHORTER else 0
    for card in range(cards):
        day = last = 0
        own: Memory | None = None
        shown: Memory | None = None
        while day < days:
            elapsed = day - last
            chance = retrievability(own.stability, elapsed) if own else FIRST_CHANCE
            knows = _draw(seed, card, day, "knows") < chance
            right = knows or _draw(seed, card, day, "guess") < guess
            if own is not None:
                known, total = known + knows, total + 1
            own = next_memory(own, _rating(is_right=knows), elapsed)
            shown = next_memory(shown, _rating(is_right=right), elapsed)
            interval = interval_after(shown.stability, seen_options if right else 0, settings)
            last, day = day, day + max(1, round(interval))
    return known / total


def _rating(*, is_right: bool) -> Rating:
    return Rating.GOOD if is_right else Rating.AGAIN


def _draw(*parts: object) -> float:
    return seeded_number("guesser", *parts) / 2**64
