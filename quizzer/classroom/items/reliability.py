"""How far the marks of a drill can be trusted: KR-20 and alpha with Feldt's limits."""

from collections import Counter
from collections.abc import Collection, Sequence
from math import sqrt
from operator import mul

from quizzer.classroom.items.distributions import f_quantile
from quizzer.classroom.items.model import Column, Reliability

CONFIDENCE = 0.95


def reliability(columns: Sequence[Column]) -> Reliability:
    """The reliability of the marks that the columns of one drill add up to.

    Counted are students who answered at least half of the questions; what they left out is 0,
    as in their marks.
    """
    answered: Counter[int] = Counter()
    sums: dict[int, float] = {}
    for column in columns:
        answered.update(column.students)
        for student, credit in zip(column.students, column.credits, strict=True):
            sums[student] = sums.get(student, 0.0) + credit
    kept = {student for student, count in answered.items() if 2 * count >= len(columns)}
    given = [_given(column, kept, len(answered)) for column in columns]
    marks = [sums[student] for student in kept]
    whole = all(set(credits) <= {0, 1} for credits in given)
    value = alpha(given, marks)
    low = high = sem = None
    if value is not None:
        low, high = feldt_limits(value, len(marks), len(columns))
        sem = sqrt(max(1 - value, 0) * _variance(marks, len(marks)) * len(marks) / (len(marks) - 1))
    return Reliability(
        name="KR-20" if whole else "alpha",
        value=value,
        low=low,
        high=high,
        sem=sem,
        students=len(marks),
        questions=len(columns),
    )


def alpha(given: Sequence[Sequence[float]], marks: Sequence[float]) -> float | None:
    """Cronbach's alpha; of zeros and ones, where the variance of an item is p q, it is KR-20.

    `given` are the credits of each question, where students who lack it count as 0, and `marks`
    the sums of all students. Kuder and Richardson (1937), formula 20; Cronbach (1951), formula 2.
    None where it is not defined: fewer than two students or questions, or all marks equal.
    """
    questions, students = len(given), len(marks)
    if students < 2 or questions < 2:
        return None
    total = _variance(marks, students)
    if total <= 1e-12:
        return None
    parts = sum(_variance(credits, students) for credits in given)
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


def _given(column: Column, kept: Collection[int], students: int) -> Sequence[float]:
    """The credits of those who are counted."""
    if len(kept) == students:
        return column.credits
    pairs = zip(column.students, column.credits, strict=True)
    return [credit for student, credit in pairs if student in kept]


def _variance(values: Sequence[float], count: int) -> float:
    """The variance of so many values, of which those that are not listed are 0."""
    mean = sum(values) / count
    squares: float = sum(map(mul, values, values))
    return max(squares / count - mean * mean, 0.0)
