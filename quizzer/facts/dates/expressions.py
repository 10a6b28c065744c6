"""What a time expression says by itself, before it is held against any other date."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from re import Match, Pattern
from typing import NamedTuple

from quizzer.deck.model import Span


class Direction(StrEnum):
    """Which of the many Fridays, Octobers or summers is meant."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    OPEN = "open"


class Anchor(StrEnum):
    """What a relative expression counts from."""

    PUBLISHED = "published"
    SPOKEN = "spoken"


class Unit(StrEnum):
    """What is counted; months and longer are kept as such, not as days."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate:
    """`Feb. 12, 2025`, `March`, `last October`, `1998`; what is not said is None.

    `years` moves it by whole years from the anchor's: `May 3 of last year` is -1. `doubtful`
    marks what may be no date or another one, `is_famous` a day that is known without its year,
    once it has been. Construct only with a month or a year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    direction: Direction = Direction.OPEN
    years: int | None = None
    anchor: Anchor = Anchor.PUBLISHED
    doubtful: bool = False
    is_famous: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """`on Friday`, `the following Friday`; Monday is 0.

    `weeks` moves it on from the nearest one (`two weeks ago Friday`), `of_week` names the week
    it lies in, counted from the anchor's (`Friday of last week` is -1).
    """

    weekday: int
    direction: Direction = Direction.OPEN
    anchor: Anchor = Anchor.PUBLISHED
    weeks: int = 0
    of_week: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """`on the 15th`, of the month of publication or of the one before or after."""

    day: int
    direction: Direction = Direction.OPEN


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away: `today`, `last month`, `two years ago`, `three days later`."""

    unit: Unit
    amount: int
    anchor: Anchor = Anchor.PUBLISHED


@dataclass(frozen=True, slots=True)
class Season:
    """`last fall`, `the summer of 1998`; codes SP, SU, FA and WI."""

    code: str
    year: int | None = None
    direction: Direction = Direction.OPEN


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter (`Q1`) or a half (`H2`), of a year or of a fiscal one."""

    code: str
    year: int | None = None
    direction: Direction = Direction.OPEN


@dataclass(frozen=True, slots=True)
class Holiday:
    """`Thanksgiving`, `Christmas Eve 2001`; names as in `quizzer.facts.dates.holidays`."""

    name: str
    year: int | None = None
    direction: Direction = Direction.OPEN


@dataclass(frozen=True, slots=True)
class Weekend:
    """`last weekend`, `over the weekend`."""

    direction: Direction = Direction.OPEN


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """`tonight`, `this morning`, `last night`; TIMEX3 codes MO, AF, EV and NI."""

    code: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class Fixed:
    """An expression with a value of its own: `the 1990s`, `44 BC`, `now`."""

    value: str


Expression = (
    CalendarDate
    | Weekday
    | DayOfMonth
    | Shift
    | Season
    | PartOfYear
    | Holiday
    | Weekend
    | PartOfDay
    | Fixed
)

Parts = list[tuple[Span, Expression]]
"""What one match of a rule says, piece by piece; empty where the words are no date."""


class Rule(NamedTuple):
    """A pattern, and what to make of its match.

    Every match holds one of the pieces `needs`: those in small letters stand there so or in
    capitals, the others just as given. Looking for them is many times faster than the pattern.
    """

    pattern: Pattern[str]
    build: Callable[[Match[str]], Parts]
    needs: tuple[str, ...]
