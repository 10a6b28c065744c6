"""Days laid out in weeks, and how full a day was: what every heat map is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizzer.stats.days import Day

WEEKS = 53
"""A year and the week that goes on."""

LEVELS = 4
"""How many grades of fullness there are above none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the calendar, its answers, and its level from 0 (none) to 4 (among the fullest)."""

    date: date
    answers: int
    level: int


def weeks_of(days: Sequence[Day], today: date, weeks: int = WEEKS) -> list[list[Cell]]:
    """The last weeks up to `today`, each from Monday; the last one may be shorter.

    Levels are quarters of the days with answers, so that one huge day does not pale all others.
    """
    answers = {day.date: day.answers for day in days}
    ranked = sorted(answers.values())
    monday = today - timedelta(days=today.weekday())
    start = monday - timedelta(weeks=weeks - 1)
    cells = []
    for place in range((today - start).days + 1):
        day = start + timedelta(days=place)
        count = answers.get(day, 0)
        cells.append(Cell(day, count, _level(count, ranked)))
    return [cells[place : place + 7] for place in range(0, len(cells), 7)]


def _level(count: int, ranked: Sequence[int]) -> int:
    if not count:
        return 0
    below = sum(other < count for other in ranked)
    return 1 + min(LEVELS - 1, LEVELS * below // max(1, len(ranked)))
