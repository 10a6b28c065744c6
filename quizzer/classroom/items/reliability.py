"""How far the marks of a drill can be trusted: KR-20 and alpha with Feldt's limits."""

from collections.abc import Sequence
from math import sqrt

from quizzer.classroom.items.distributions import f_quantile
from quizzer.classroom.items.model import Column, Reliability

CONFIDENCE = 0.95


def reliability(columns: Sequence[Column]) -> Reliability:
    """The reliability of the marks that the columns of one drill add up to.

    Counted are students who answered at least half of the questions; what they left out is 0,
    as in their marks.
    """
    rows: dict[int, list[float]] = {}
    answered: dict[int, int] = {}
    for place, column in enumerate(columns):
        for student, credit in zip(column.students, column.credits, strict=True):
            rows.setdefault(student, [0.0] * len(columns))[place] = credit
            answered[student] = answered.get(student, 0) + 1
    kept = [row for student, row in rows.items() if 2 * answered[student] >= len(columns)]
    return reliability_of_rows(kept, len(columns))


def reliability_of_rows(rows: Sequence[Sequence[float]], questions: int) -> Reliability:
    """The reliability of a complete table: a row a student, a credit a question."""
    whole = all(credit in (0, 1) for row in rows for credit in row)
    name = "KR-20" if whole else "alpha"
    value = alpha(rows)
    low = high = sem = None
    if value is not None:
        low, high = feldt_limits(value, len(rows), questions)
        sem = sqrt(max(1 - value, 0) * _variance([sum(row) for row in rows], unbiased=True))
    return Reliability(
        name=name,
        value=value,
        low=low,
        high=high,
        sem=sem,
        students=len(rows),
        questions=questions,
    )


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha; of zeros and ones, where the variance of an item is p q, it is KR-20.

    Kuder and Richardson (1937), formula 20; Cronbach (1951), formula 2. None where it is not
    defined: fewer than two students or questions, or no variance of the sums.
    """
    questions = len(rows[0]) if rows else 0
    if len(rows) < 2 or questions < 2:
        return None
    total = _variance([sum(row) for row in rows])
    if total <= 1e-12:
        return None
    parts = sum(_variance(column) for column in zip(*rows, strict=True))
    return questions / (questions - 1) * (1 - parts / total)


def feldt_limits(
    value: float, students: int, questions: int, confidence: float = CONFIDENCE
) -> tuple[float, float]:
    """Confidence limits of an alpha or KR-20: Feldt (1965); Feldt, Woodruff and Salih (1987)."""
    df1, df2 = students - 1, (students - 1) * (questions - 1)
    tail = (1 - confidence) / 2
    low = 1 - (1 - value) * f_quantile(1 - tail, df1, df2)
    high = 1 - (1 - value) * f_quantile(tail, df1, df2)
    return low, high


def _variance(values: Sequence[float], *, unbiased: bool = False) -> float:
    count = len(values)
    mean = sum(values) / count
    return sum((value - mean) ** 2 for value in values) / (count - 1 if unbiased else count)
