"""Gives a time expression its TIMEX3 value, held against what has been said before.

TIMEX3 values: Pustejovsky et al., TimeML (2005); days, months and years are ISO 8601, weeks
`1998-W05`, quarters `1998-Q1`, seasons `1998-SU`, decades and centuries three and two digits.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import assert_never

from quizzer.deck.dates import PartialDate
from quizzer.facts.dates.directions import STEPS
from quizzer.facts.dates.expressions import (
    Anchor,
    CalendarDate,
    DayOfMonth,
    Direction,
    Expression,
    Fixed,
    Holiday,
    PartOfDay,
    PartOfYear,
    Season,
    Shift,
    Unit,
    Weekday,
    Weekend,
)
from quizzer.facts.dates.holidays import HOLIDAYS
from quizzer.facts.dates.tense import Tense

Resolved = tuple[str, float]

_SEASON_MONTH = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is held against.

    `published` is the article's date, None when it is unknown; `spoken` the date last spoken
    of, `is_near` whether that was in the same paragraph; `named` the full dates of the article
    so far, by month and day.
    """

    published: PartialDate | None
    spoken: PartialDate | None
    named: dict[tuple[int, int], int]
    is_near: bool = True

    def anchor(self, kind: Anchor) -> PartialDate | None:
        """The date to count from; without one spoken of, the date of publication."""
        if kind is Anchor.SPOKEN:
            return self.spoken or self.published
        return self.published


def resolve(expression: Expression, context: Context, tense: Tense) -> Resolved | None:
    """The value and how sure it is (0 to 1); None where nothing can be said."""
    try:
        return _resolve(expression, context, tense)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def _resolve(expression: Expression, context: Context, tense: Tense) -> Resolved | None:
    match expression:
        case Fixed(value=value):
            return value, 0.7 if value.endswith("REF") else 0.95
        case CalendarDate():
            return _calendar_date(expression, context, tense)
        case Weekday():
            return _weekday(expression, context, tense)
        case DayOfMonth(day=day, direction=direction):
            return _day_of_month(day, direction, context)
        case Shift():
            return _shift(expression, context)
        case Season(code=code):
            return _of_year(expression, _SEASON_MONTH[code], context, tense)
        case PartOfYear(code=code):
            month = 6 * int(code[1]) if code[0] == "H" else 3 * int(code[1])
            return _of_year(expression, month, context, tense)
        case Holiday():
            return _holiday(expression, context, tense)
        case Weekend(direction=direction):
            return _weekend(direction, context, tense)
        case PartOfDay(code=code, days=days):
            today = _day_of(context.published)
            return (f"{(today + timedelta(days)).isoformat()}T{code}", 0.85) if today else None
        case _:
            assert_never(expression)


def _day_of(known: PartialDate | None) -> date | None:
    """The whole day, if the date is known to the day."""
    return known.first_day if known is not None and known.day is not None else None


def _calendar_date(said: CalendarDate, context: Context, tense: Tense) -> Resolved | None:
    sure = 0.7 if said.doubtful else 1.0
    is_known = said.year is not None
    if said.is_famous and said.year is not None and context.published is not None:
        is_known = said.year <= context.published.year
    if is_known and said.year is not None:
        return str(PartialDate(said.year, said.month, said.day)), sure
    assert said.month is not None  # the grammar gives a year or a month
    anchor = context.anchor(said.anchor)
    if said.years is not None:
        if anchor is None:
            return None
        year = anchor.year + said.years
        confidence = 0.9 if said.anchor is Anchor.PUBLISHED else 0.7
        return str(PartialDate(year, said.month, said.day)), confidence
    if said.day is not None and (said.month, said.day) in context.named:
        return str(PartialDate(context.named[said.month, said.day], said.month, said.day)), 0.95
    anchor = context.published or context.spoken
    if anchor is None:
        day = f"-{said.day:02d}" if said.day is not None else ""
        return f"XXXX-{said.month:02d}{day}", 0.3
    year = _nearest_year(said, anchor, tense)
    confidence = 0.9 if context.published is not None else 0.6
    if said.direction is not Direction.OPEN:
        confidence = 0.85
    elif said.day is None:
        confidence -= 0.1
    return str(PartialDate(year, said.month, said.day)), confidence


def _nearest_year(said: CalendarDate, anchor: PartialDate, tense: Tense) -> int:
    """The year of a month, or of a day of a month, that goes with the anchor and the tense."""
    month = said.month or 1
    if anchor.month is None:
        return anchor.year + {Direction.LAST: -1, Direction.NEXT: 1}.get(said.direction, 0)
    day = anchor.day or 15

    def possible(year: int) -> bool:
        return said.day is None or said.day <= monthrange(year, month)[1]

    def distance(year: int) -> int:
        when = date(year, month, said.day or min(day, monthrange(year, month)[1]))
        return (when - date(anchor.year, anchor.month or 1, anchor.day or day)).days

    around = range(max(MINYEAR, anchor.year - 8), min(MAXYEAR, anchor.year + 8) + 1)
    years = [year for year in around if possible(year)]
    return min(years, key=lambda year: _cost(distance(year), said, tense))


_DAY_SLACK = {
    Tense.DONE: 50.0,
    Tense.PAST: 4.0,
    Tense.UNKNOWN: 1.2,
    Tense.FUTURE: 0.7,
    Tense.COMING: 0.5,
}
_MONTH_SLACK = {
    Tense.DONE: 50.0,
    Tense.PAST: 12.0,
    Tense.UNKNOWN: 2.0,
    Tense.FUTURE: 0.25,
    Tense.COMING: 0.05,
}
"""How much further off a day ahead counts than one behind."""


def _cost(days: int, said: CalendarDate, tense: Tense) -> float:
    """How far a date `days` from the anchor is from what was meant; the smallest wins."""
    if said.direction is Direction.LAST:
        return abs(days) + (1000 if days >= 0 else 0)
    if said.direction is Direction.NEXT:
        return abs(days) + (1000 if days <= 0 else 0)
    if said.direction is Direction.THIS:
        return abs(days)
    # A day of a month is named without its year when it is near; a month may lie further back.
    ahead = days > 0
    if said.day is not None:
        slack = _DAY_SLACK[tense]
        return abs(days) * (slack if ahead else 1.0)
    slack = _MONTH_SLACK[tense]
    return abs(days) * (slack if ahead else 1.0)


def _weekday(said: Weekday, context: Context, tense: Tense) -> Resolved | None:
    day = _day_of(context.anchor(said.anchor))
    if day is None:
        return f"XXXX-WXX-{said.weekday + 1}", 0.2
    if said.of_week is not None:
        monday = day - timedelta(day.weekday())
        return (monday + timedelta(7 * said.of_week + said.weekday)).isoformat(), 0.85
    if said.weeks:
        return _weeks_away(day, said).isoformat(), 0.8
    back = (day.weekday() - said.weekday) % 7
    ahead = (said.weekday - day.weekday()) % 7
    match said.direction:
        case Direction.LAST:
            return (day - timedelta(back or 7)).isoformat(), 0.85
        case Direction.NEXT:
            return (day + timedelta(ahead or 7)).isoformat(), 0.75
        case Direction.THIS:
            when = (
                day - timedelta(back)
                if tense in (Tense.PAST, Tense.DONE)
                else day + timedelta(ahead)
            )
            return when.isoformat(), 0.75
        case Direction.OPEN:
            if tense.is_ahead:
                return (day + timedelta(ahead)).isoformat(), 0.75
            sure = 0.75 if tense is Tense.UNKNOWN else 0.85
            return (day - timedelta(back)).isoformat(), sure
        case _:
            assert_never(said.direction)


def _weeks_away(day: date, said: Weekday) -> date:
    """`two weeks ago Friday`: from the weekday next before (or after) the anchor."""
    if said.weeks < 0:
        nearest = day - timedelta((day.weekday() - said.weekday) % 7)
    else:
        nearest = day + timedelta((said.weekday - day.weekday()) % 7)
    return nearest + timedelta(7 * said.weeks)


def _day_of_month(day: int, direction: Direction, context: Context) -> Resolved | None:
    anchor = context.published
    if anchor is None or anchor.month is None:
        return None
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + STEPS[direction], 12)
    return str(PartialDate(year, month + 1, day)), 0.75


def _shift(said: Shift, context: Context) -> Resolved | None:
    anchor = context.anchor(said.anchor)
    if anchor is None:
        return None
    sure = 0.9 if said.anchor is Anchor.PUBLISHED else 0.75 if context.is_near else 0.5
    match said.unit:
        case Unit.DAY:
            day = _day_of(anchor)
            return ((day + timedelta(said.amount)).isoformat(), sure) if day else None
        case Unit.WEEK:
            day = _day_of(anchor)
            if day is None:
                return None
            year, week, _ = (day + timedelta(7 * said.amount)).isocalendar()
            return f"{year:04d}-W{week:02d}", sure
        case Unit.MONTH:
            if anchor.month is None:
                return None
            year, month = divmod(anchor.year * 12 + anchor.month - 1 + said.amount, 12)
            return str(PartialDate(year, month + 1)), sure
        case Unit.QUARTER:
            if anchor.month is None:
                return None
            year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + said.amount, 4)
            return f"{year:04d}-Q{quarter + 1}", sure
        case Unit.YEAR:
            return str(PartialDate(anchor.year + said.amount)), sure
        case Unit.DECADE:
            return f"{anchor.year // 10 + said.amount:03d}", sure
        case Unit.CENTURY:
            return f"{anchor.year // 100 + said.amount:02d}", sure
        case _:
            assert_never(said.unit)


def _of_year(
    said: Season | PartOfYear, month: int, context: Context, tense: Tense
) -> Resolved | None:
    """A season, quarter or half: of its year, or of the one that month falls in."""
    code, year, direction = said.code, said.year, said.direction
    if year is not None:
        return f"{year:04d}-{code}", 1.0
    anchor = context.published
    if anchor is None:
        return None
    if code[0] in "QH" and direction is not Direction.OPEN:  # `of last year` names the year
        steps = {Direction.LAST: -1, Direction.NEXT: 1}
        return f"{anchor.year + steps.get(direction, 0):04d}-{code}", 0.9
    if isinstance(said, Season) and (anchor.month or 0) % 12 // 3 == _SEASON_MONTH[code] // 3:
        # Said within that season, `last` and `next` mean another year's.
        now = anchor.year - (1 if code == "WI" and anchor.month != 12 else 0)
        return f"{now + STEPS[direction]:04d}-{code}", 0.75
    middle = CalendarDate(month=month, direction=direction)
    chosen = _nearest_year(middle, PartialDate(anchor.year, anchor.month), tense)
    if code == "WI" and anchor.month != 12:  # a winter bears the year in which it begins
        chosen -= 1
    return f"{chosen:04d}-{code}", 0.6 if direction is Direction.OPEN else 0.75


def _holiday(said: Holiday, context: Context, tense: Tense) -> Resolved | None:
    day_in: Callable[[int], date] = HOLIDAYS[said.name]
    if said.year is not None:
        return day_in(said.year).isoformat(), 0.95
    anchor = context.published
    if anchor is None or anchor.month is None:
        return (day_in(anchor.year).isoformat(), 0.5) if anchor else None
    today = anchor.first_day
    years = range(max(1583, anchor.year - 1), min(MAXYEAR, anchor.year + 1) + 1)
    days = [(day_in(year) - today).days for year in years]
    like = CalendarDate(month=1, day=1, direction=said.direction)
    nearest = min(days, key=lambda distance: _cost(distance, like, tense))
    return (today + timedelta(nearest)).isoformat(), 0.8


def _weekend(direction: Direction, context: Context, tense: Tense) -> Resolved | None:
    day = _day_of(context.published)
    if day is None:
        return None
    weeks = 0
    if direction is Direction.NEXT:
        weeks = 1
    elif day.weekday() < 5 and (
        direction is Direction.LAST or (direction is Direction.OPEN and not tense.is_ahead)
    ):
        weeks = -1
    year, week, _ = (day + timedelta(7 * weeks)).isocalendar()
    return f"{year:04d}-W{week:02d}-WE", 0.75
