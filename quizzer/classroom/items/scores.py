"""Scores on all other questions, and a question's answers in the order of them.

A student may lack some questions (late, absent, a form with fewer), and what is left may be
easier or harder. So a score is the mean of how far the credits lie above each question's own
mean; where nobody lacks anything, that differs from the sum of credits by a constant and a
factor only, and every correlation is the textbook's.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from math import sqrt
from operator import mul, truediv

from quizzer.classroom.items.model import Column, OptionStats, ScoreGroup

SLICES = 15
"""Answers are cut into so many slices of equal size by rest score: five a third."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What each student scored above the means of the questions, and on how many questions."""

    above: Mapping[int, float]
    counts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Slice:
    """Neighbors by rest score; `rest` is their mean in standard deviations from the mean."""

    students: int
    rest: float
    credit: float
    choices: Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One question's answers by rest score, from the weakest students to the best."""

    column: Column
    p: float
    r_total: float | None
    r_rest: float | None
    slices: tuple[Slice, ...]
    option_rest: Mapping[str | None, float | None]


def totals(columns: Sequence[Column]) -> Totals:
    """Adds up what every student scored, over all questions."""
    above: dict[int, float] = {}
    counts: dict[int, int] = {}
    for column in columns:
        mean = _mean(column.credits)
        for student, credit in zip(column.students, column.credits, strict=True):
            above[student] = above.get(student, 0.0) + credit - mean
            counts[student] = counts.get(student, 0) + 1
    return Totals(above, counts)


def ranked(column: Column, scores: Totals, *, is_counted: bool = True) -> Ranked:
    """The answers of one question in the order of the students' rest scores.

    `is_counted` tells whether the question is one of those that the scores are made of. Students
    who answered nothing else have no rest score, and count in `p` only.
    """
    p, own = _mean(column.credits), int(is_counted)
    students, given, chosen = _with_rest(column, scores.counts, own)
    above = list(map(scores.above.__getitem__, students))
    counts = list(map(scores.counts.__getitem__, students))
    if is_counted:
        rest = [
            (score - credit + p) / (count - 1)
            for score, credit, count in zip(above, given, counts, strict=True)
        ]
    else:
        rest = list(map(truediv, above, counts))
    order = sorted(range(len(rest)), key=rest.__getitem__)
    return Ranked(
        column=column,
        p=p,
        r_total=correlation(given, list(map(truediv, above, counts))),
        r_rest=correlation(given, rest),
        slices=_slices(
            [rest[i] for i in order], [given[i] for i in order], [chosen[i] for i in order]
        ),
        option_rest=_option_rest(chosen, rest),
    )


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's correlation; None where either does not vary. Of a 0/1 item: point-biserial."""
    count = len(first)
    if count < 2:
        return None
    mean1, mean2 = _mean(first), _mean(second)
    spread1 = sum(map(mul, first, first)) / count - mean1 * mean1
    spread2 = sum(map(mul, second, second)) / count - mean2 * mean2
    if spread1 <= 1e-12 or spread2 <= 1e-12:
        return None
    together: float = sum(map(mul, first, second)) / count - mean1 * mean2
    return together / sqrt(spread1 * spread2)


def _with_rest(
    column: Column, counts: Mapping[int, int], own: int
) -> tuple[Sequence[int], Sequence[float], Sequence[str | None]]:
    """The answers of those who answered something else as well."""
    has_rest = [counts.get(student, 0) > own for student in column.students]
    if all(has_rest):
        return column.students, column.credits, column.choices
    return (
        list(compress(column.students, has_rest)),
        list(compress(column.credits, has_rest)),
        list(compress(column.choices, has_rest)),
    )


def option_stats(ranking: Ranked) -> tuple[OptionStats, ...]:
    """How each option was chosen, the key first, then by how often; blanks come last."""
    counted: Counter[str | None] = Counter()
    for one in ranking.slices:
        counted.update(one.choices)
    total = sum(counted.values())
    key = ranking.column.key
    texts = dict.fromkeys([key, *ranking.column.options, *(t for t, _ in counted.most_common())])
    named = [text for text in texts if text is not None]
    named.sort(key=lambda text: (text != key, -counted[text]))
    third = [sum(one.students for one in part) for part in _thirds(ranking.slices)]
    return tuple(
        OptionStats(
            text=text,
            is_key=text == key,
            count=counted[text],
            share=counted[text] / total if total else 0.0,
            thirds=_shares(ranking.slices, text, third),
            r_rest=ranking.option_rest.get(text),
        )
        for text in named
    )


def score_groups(ranking: Ranked) -> tuple[ScoreGroup, ...]:
    """Five groups (fewer in a small class) from the weakest to the best, for a plot."""
    step = SLICES // 5
    parts = [
        [one for one in ranking.slices[at : at + step] if one.students]
        for at in range(0, SLICES, step)
    ]
    groups = []
    for part in parts:
        students = sum(one.students for one in part)
        if students:
            rest = sum(one.rest * one.students for one in part) / students
            credit = sum(one.credit * one.students for one in part) / students
            groups.append(ScoreGroup(students, rest, credit))
    return tuple(groups)


def _slices(
    rest: Sequence[float], given: Sequence[float], chosen: Sequence[str | None]
) -> tuple[Slice, ...]:
    """Cuts answers that stand in the order of rest scores."""
    count = len(rest)
    mean = _mean(rest)
    deviation = sqrt(_mean([(value - mean) ** 2 for value in rest])) or 1.0
    bounds = [round(count * place / SLICES) for place in range(SLICES + 1)]
    return tuple(
        Slice(
            students=end - start,
            rest=(_mean(rest[start:end]) - mean) / deviation,
            credit=_mean(given[start:end]),
            choices=Counter(chosen[start:end]),
        )
        for start, end in pairwise(bounds)
    )


def _option_rest(
    chosen: Sequence[str | None], rest: Sequence[float]
) -> dict[str | None, float | None]:
    """The point-biserial correlation of choosing each option with the rest score."""
    counted, sums = Counter(chosen), dict.fromkeys(chosen, 0.0)
    for choice, score in zip(chosen, rest, strict=True):
        sums[choice] += score
    count, mean = len(rest), _mean(rest)
    deviation = sqrt(_mean([(value - mean) ** 2 for value in rest]))
    found: dict[str | None, float | None] = {}
    for choice, times in counted.items():
        odds = times / (count - times) if times < count else None
        defined = odds is not None and deviation > 1e-9
        gap = sums[choice] / times - mean
        found[choice] = gap / deviation * sqrt(odds) if defined and odds is not None else None
    return found


def _thirds(slices: Sequence[Slice]) -> tuple[Sequence[Slice], ...]:
    step = SLICES // 3
    return tuple(slices[at : at + step] for at in range(0, SLICES, step))


def _shares(slices: Sequence[Slice], text: str, sizes: Sequence[int]) -> tuple[float, float, float]:
    low, middle, high = (
        sum(one.choices.get(text, 0) for one in part) / size if size else 0.0
        for part, size in zip(_thirds(slices), sizes, strict=True)
    )
    return low, middle, high


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
