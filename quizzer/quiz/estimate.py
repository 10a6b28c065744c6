"""How well the answers so far tell the score of the whole: the ground for stopping early.

The score so far is taken as successes and failures of a Beta(1, 1) prior; the interval is the
normal one of 90 % around its mean, narrowed by sqrt((N - n) / (N - 1)) because the questions
are drawn without return from N (finite population correction).
"""

from collections.abc import Sequence
from math import sqrt

LEAST_ANSWERS = 8
"""Fewer answers are never enough."""

HALF_WIDTH = 0.1
"""A score known to a tenth either way is good enough."""

_Z90 = 1.6449


def score_interval(scores: Sequence[float], population: int) -> tuple[float, float]:
    """The 90 % interval of the mean score of `population` questions, from 0 to 1."""
    count = len(scores)
    if population and count >= population:
        mean = sum(scores) / count
        return mean, mean
    a = 1 + sum(scores)
    b = 1 + count - sum(scores)
    mean = a / (a + b)
    spread = sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))
    if population > 1:
        spread *= sqrt((population - count) / (population - 1))
    return max(0.0, mean - _Z90 * spread), min(1.0, mean + _Z90 * spread)


def is_sure(scores: Sequence[float], population: int, pass_mark: float | None = None) -> bool:
    """Whether the interval is narrow enough, or lies on one side of the pass mark."""
    if len(scores) < LEAST_ANSWERS:
        return False
    low, high = score_interval(scores, population)
    if pass_mark is not None and (low >= pass_mark or high < pass_mark):
        return True
    return (high - low) / 2 <= HALF_WIDTH
