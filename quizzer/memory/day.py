"""The one formula that tells which study day an instant belongs to."""

from datetime import date, datetime, timedelta, tzinfo

_FIRST = date(1970, 1, 1).toordinal()


def day_number(instant: datetime, timezone: tzinfo, rollover_hour: int = 4) -> int:
    """The number of the learner's day, counted from 1 January 1970.

    A day begins at `rollover_hour` on the learner's clock, so that an evening that ends after
    midnight is one day; it has 23 or 25 hours where the clock is put forward or back. `instant`
    must be aware.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    wall = instant.astimezone(timezone).replace(tzinfo=None)
    return (wall - timedelta(hours=rollover_hour)).date().toordinal() - _FIRST


def day_start(day: int, timezone: tzinfo, rollover_hour: int = 4) -> datetime:
    """The first instant of a study day, in the learner's time zone."""
    wall = datetime.combine(date.fromordinal(day + _FIRST), datetime.min.time())
    return (wall + timedelta(hours=rollover_hour)).replace(tzinfo=timezone)


def date_of(day: int) -> date:
    """The calendar date on which a study day begins."""
    return date.fromordinal(day + _FIRST)
