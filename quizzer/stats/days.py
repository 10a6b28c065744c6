"""What was done on which day, how many days in a row, and what the coming days will bring."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quizzer.memory.day import date_of
from quizzer.memory.model import CardKey, CardState, Learning, Relearning, Remembered
from quizzer.stats.answers import counted_ms
from quizzer.stats.observed import Observed

FORECAST = 30
"""So many days are looked ahead, today included."""


@dataclass(frozen=True, slots=True)
class Day:
    """A study day: answers, right ones among them, and seconds spent."""

    date: date
    answers: int
    right: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Streaks:
    """Days in a row with at least one answer; `current` may still end with yesterday."""

    current: int
    longest: int


@dataclass(frozen=True, slots=True)
class DueDay:
    """How many cards are due on a coming day."""

    date: date
    due: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """Cards that are late, cards in their steps, and those due today and on the days after."""

    late: int
    in_steps: int
    days: tuple[DueDay, ...]


def days_of(answers: Iterable[Observed]) -> tuple[Day, ...]:
    """The days with answers, in order."""
    by_day: dict[int, list[Observed]] = {}
    for one in answers:
        by_day.setdefault(one.day, []).append(one)
    return tuple(
        Day(
            date=date_of(day),
            answers=len(inside),
            right=sum(one.is_right for one in inside),
            seconds=sum(map(counted_ms, inside)) / 1000,
        )
        for day, inside in sorted(by_day.items())
    )


def streaks_of(answers: Iterable[Observed], today: int) -> Streaks:
    """The streak that goes on, and the longest there was."""
    days = sorted({one.day for one in answers})
    run, longest, last = 0, 0, None
    for day in days:
        run = run + 1 if last is not None and day == last + 1 else 1
        longest, last = max(longest, run), day
    # Today's answers may still come, so a streak up to yesterday is not broken.
    goes_on = last is not None and last >= today - 1
    return Streaks(current=run if goes_on else 0, longest=longest)


def forecast_of(states: Mapping[CardKey, CardState], today: int) -> Forecast:
    """What the cards that were answered before will ask for; new ones are not foreseen."""
    due: Counter[int] = Counter()
    late = in_steps = 0
    for state in states.values():
        match state:
            case Remembered(due_day=day):
                late += day < today
                due[day] += 1
            case Learning() | Relearning():
                in_steps += 1
            case _:
                pass
    coming = range(today, today + FORECAST)
    return Forecast(late, in_steps, tuple(DueDay(date_of(day), due[day]) for day in coming))
