"""A little chance in intervals, so that cards learned together do not come back together.

The ranges are Anki's (rslib, states/fuzz.rs). The place within the range comes from the card and
its number of reviews, so the interval that is shown is the interval that is given.
"""

from math import floor

from quizzer.memory.model import CardKey
from quizzer.seeded import seeded_number

_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From day, up to day, and how much of each day in between counts."""


def fuzz_range(interval: float, longest: int) -> tuple[int, int]:
    """The shortest and the longest interval that may stand for `interval`, in days."""
    if interval < _RANGES[0][0]:
        day = max(1, min(round(interval), longest))
        return day, day
    delta = 1.0 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in _RANGES)
    lower = min(max(2, round(interval - delta)), longest)
    return lower, max(lower, min(round(interval + delta), longest))


def fuzzed(interval: float, longest: int, card: CardKey, reps: int) -> int:
    """The interval in whole days; the same card and number of reviews give the same one."""
    lower, upper = fuzz_range(interval, longest)
    share = seeded_number("fuzz", card.deck_id, card.question_id, card.learner, reps) / 2**64
    return floor(lower + share * (1 + upper - lower))
