"""The day for a card among those its fuzz allows: rather one on which little is due.

As in Anki (rslib, scheduler/states/load_balancer.rs) a day weighs (1 / cards due)² · 1 / interval.
The pick among them comes from the card and its number of reviews, so that the same log and the
same load give the same day on every machine.
"""

from collections.abc import Callable, Mapping

from quizzer.memory.fuzz import fuzz_range
from quizzer.memory.model import CardKey
from quizzer.seeded import seeded_number

Load = Callable[[int, int], Mapping[int, int]]
"""Gives how many cards are due on each study day from the first up to and with the second."""


def balanced(
    interval: float, longest: int, card: CardKey, reps: int, today: int, load: Load
) -> int:
    """The study day for a card whose interval is `interval` days from the study day `today`."""
    lower, upper = fuzz_range(interval, longest)
    if lower == upper:
        return today + lower
    due = load(today + lower, today + upper)
    days = range(lower, upper + 1)
    weights = [1 / (1 + due.get(today + day, 0)) ** 2 / day for day in days]
    share = seeded_number("balance", card.deck_id, card.question_id, card.learner, reps) / 2**64
    left = share * sum(weights)
    for day, weight in zip(days, weights, strict=True):
        left -= weight
        if left < 0:
            return today + day
    return today + upper
