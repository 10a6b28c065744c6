"""Which option behaves as the right one: likelihoods of what may be wrong with a question.

Whatever is right, better students choose it more often. So "the key is right" is held against
"another option is", "both are", and "whatever one knows, the key is chosen". That an option counts
as right means: a logistic curve over the rest score (Birnbaum's two-parameter model) says how
often, its slope and intercept being like those of the other questions of the deck. Between
options that are right together, and between wrong ones, choices do not hang on the score, and
the options draw about alike (a Dirichlet distribution).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, inf, lgamma, log, pi, sqrt

from quizzer.classroom.items.scores import Slice

Points = Sequence[tuple[float, int, int]]
"""Of every slice: mean rest score, how many chose what counts as right, how many there are."""

SLOPES = (0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8)
"""Slopes that are tried, in logits a standard deviation of the rest score."""
_SPREAD = 0.5
"""Standard deviation of the logarithm of slopes around the deck's own."""
_ALIKE = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Concentrations that are tried for how alike wrong options draw: 1 is anyhow, 64 evenly."""

_AMONG_RIGHT = 4.0
"""The same for options that are right together."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What the questions of a deck are like.

    Their slope; how hard they are: mean and standard deviation of the intercepts, in logits; and
    how alike their wrong options draw, as the concentration of a Dirichlet distribution.
    """

    slope: float
    mean: float
    spread: float
    alike: float = 2.0


def points_of(slices: Iterable[Slice], right: frozenset[str]) -> Points:
    """How many of each slice chose one of the options that count as right."""
    return [
        (one.rest, sum(one.choices.get(text, 0) for text in right), one.students)
        for one in slices
        if one.students
    ]


def typical(tables: Sequence[Points], wrong: Sequence[Sequence[int]]) -> Questions:
    """What fits a deck best as it is keyed; a few questions at fault make little difference.

    `wrong` holds how often each wrong option was chosen, for every question.
    """
    usable = [points for points in tables if 0 < _right(points) < _answers(points)]
    if not usable:
        return Questions(1.0, 0.0, 1.5)
    wide = {slope: Questions(slope, 0.0, 3.0) for slope in SLOPES}
    slope = max(SLOPES, key=lambda one: sum(_fitted(p, one, wide[one])[0] for p in usable))
    found = sorted(_fitted(points, slope, wide[slope])[1] for points in usable)
    middle = found[len(found) // 2]
    # Three median distances, scaled to a standard deviation, leave out what sticks out.
    reach = 3 * 1.48 * sorted(abs(value - middle) for value in found)[len(found) // 2]
    near = [value for value in found if abs(value - middle) <= reach] or found
    alike = _typical_alikeness(wrong)
    mean = sum(near) / len(near)
    spread = sqrt(sum((value - mean) ** 2 for value in near) / len(near))
    return Questions(slope, mean, max(spread, 0.5), alike)


def _typical_alikeness(wrong: Sequence[Sequence[int]]) -> float:
    """The concentration that fits best when no question may cost more than e to the third."""
    rows = [[_drawn_alike(counts, one) for one in _ALIKE] for counts in wrong if any(counts)]
    fits = [sum(max(row[place] - max(row), -3.0) for row in rows) for place in range(len(_ALIKE))]
    return _ALIKE[fits.index(max(fits))]


def curve_evidence(points: Points, deck: Questions) -> float:
    """The log likelihood of who was right, if the question is like the others of the deck."""
    raw = [(one, exp(-((log(one / deck.slope) / _SPREAD) ** 2) / 2)) for one in SLOPES]
    whole = sum(weight for _, weight in raw)
    return _log_sum(log(weight / whole) + _fitted(points, one, deck)[0] for one, weight in raw)


def right_evidence(
    slices: Sequence[Slice], right: frozenset[str], options: Iterable[str], deck: Questions
) -> float:
    """The log likelihood of all choices if exactly the options in `right` are right."""
    counted: Counter[str | None] = Counter(dict.fromkeys(options, 0))
    for one in slices:
        counted.update(one.choices)
    inside = [count for text, count in counted.items() if text in right]
    outside = [count for text, count in counted.items() if text not in right]
    curve = curve_evidence(points_of(slices, right), deck)
    return curve + _drawn_alike(inside, _AMONG_RIGHT) + _drawn_alike(outside, deck.alike)


def giveaway_evidence(points: Points) -> float:
    """The log likelihood if nearly everybody is right, whatever they know: 94 to 100 %."""
    right, total = _right(points), _answers(points)
    shares = [0.94 + 0.06 * (step + 0.5) / 24 for step in range(24)]
    return _log_sum(
        right * log(share) + (total - right) * log(1 - share) - log(len(shares)) for share in shares
    )


def _right(points: Points) -> int:
    return sum(right for _, right, _ in points)


def _answers(points: Points) -> int:
    return sum(total for _, _, total in points)


def _fitted(points: Points, slope: float, deck: Questions) -> tuple[float, float]:
    """The log likelihood, integrated over intercepts (Laplace), and the likeliest intercept."""
    right, total = _right(points), _answers(points)
    intercept, precision = log((right + 0.5) / (total - right + 0.5)), 1 / deck.spread**2
    curvature = precision
    for _ in range(15):
        gradient, curvature = (deck.mean - intercept) * precision, precision
        for rest, hits, count in points:
            share = 1 / (1 + exp(-intercept - slope * rest))
            gradient += hits - count * share
            curvature += count * share * (1 - share)
        step = gradient / curvature
        intercept += max(-2.0, min(2.0, step))
        if abs(step) < 1e-3:
            break
    prior = log(precision / (2 * pi)) / 2 - precision * (intercept - deck.mean) ** 2 / 2
    volume = log(2 * pi / curvature) / 2
    return _likelihood(points, slope, intercept) + prior + volume, intercept


def _likelihood(points: Points, slope: float, intercept: float) -> float:
    value = 0.0
    for rest, right, total in points:
        share = 1 / (1 + exp(-intercept - slope * rest))
        value += right * log(share) + (total - right) * log(1 - share)
    return value


def _drawn_alike(counts: Sequence[int], alike: float) -> float:
    """The log likelihood of choices among some options (Dirichlet-multinomial)."""
    whole = alike * len(counts)
    value = lgamma(whole) - lgamma(whole + sum(counts)) if counts else 0.0
    return value + sum(lgamma(alike + count) - lgamma(alike) for count in counts)


def _log_sum(values: Iterable[float]) -> float:
    """The logarithm of a sum of exponentials."""
    listed = list(values)
    top = max(listed, default=-inf)
    return top + log(sum(exp(value - top) for value in listed))
