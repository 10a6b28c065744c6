"""How well predicted recall agrees with what happened: log loss, AUC and calibration.

Log loss is what fits minimise and what public comparisons of schedulers state; AUC tells whether
the cards that were forgotten were the ones held to be weak; calibration tells whether 90 % means
90 %. None of the three can be had by chance of the other two, so all are shown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log, sqrt

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""The bounds of the bins of a calibration; narrow where schedulers aim, from 80 % up."""

_CLIP = 1e-4
_Z = 1.96
"""Of a normal distribution, 95 of 100 lie within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The chance of recall that was foreseen, from 0 to 1, and whether the card was recalled."""

    chance: float
    recalled: bool


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    total: int

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None of nothing."""
        return self.part / self.total if self.total else None

    def interval(self) -> tuple[float, float]:
        """Where the true share lies, 95 times of 100 (Wilson 1927); all is possible of nothing."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.part / self.total
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions from `low` up to `high`: their mean, and how many were recalled."""

    low: float
    high: float
    predicted: float
    actual: Share


@dataclass(frozen=True, slots=True)
class Score:
    """How well some predictions did; both figures are None where they cannot be had."""

    count: int
    log_loss: float | None
    auc: float | None
    bins: tuple[Bin, ...]


def score(found: Sequence[Prediction]) -> Score:
    """All measures of some predictions."""
    return Score(len(found), log_loss(found), auc(found), calibration(found))


def surprise(found: Prediction) -> float:
    """The log loss of one prediction, in nats; chances are clipped to 0.0001 and 0.9999."""
    chance = min(max(found.chance, _CLIP), 1 - _CLIP)
    return -log(chance if found.recalled else 1 - chance)


def log_loss(found: Sequence[Prediction]) -> float | None:
    """The mean surprise; None without predictions."""
    return fsum(map(surprise, found)) / len(found) if found else None


def auc(found: Sequence[Prediction]) -> float | None:
    """The chance that a recalled card was given more than a forgotten one (ties count half).

    None where nothing was forgotten, or nothing recalled.
    """
    right = sum(one.recalled for one in found)
    wrong = len(found) - right
    if not right or not wrong:
        return None
    totals = Counter(one.chance for one in found)
    hits = Counter(one.chance for one in found if one.recalled)
    below, wins = 0, 0.0
    for chance in sorted(totals):
        misses = totals[chance] - hits[chance]
        wins += hits[chance] * (below + misses / 2)
        below += misses
    return wins / (right * wrong)


def calibration(found: Iterable[Prediction]) -> tuple[Bin, ...]:
    """What was predicted against what happened, for each range of chances that occurs."""
    pairs = list(pairwise(EDGES))
    binned: list[list[Prediction]] = [[] for _ in pairs]
    for one in found:
        place = next((n for n, (_, high) in enumerate(pairs) if one.chance < high), len(pairs) - 1)
        binned[place].append(one)
    return tuple(
        Bin(
            low=low,
            high=high,
            predicted=fsum(one.chance for one in inside) / len(inside),
            actual=Share(sum(one.recalled for one in inside), len(inside)),
        )
        for (low, high), inside in zip(pairs, binned, strict=True)
        if inside
    )
