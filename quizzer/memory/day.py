"""The one formula that tells which study day an instant belongs to."""

from datetime import UTC, date, datetime, timedelta, tzinfo

_FIRST = date(1970, 1, 1).toordinal()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HOUR = 3_600_000_000
_DAY = 24 * _HOUR


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


def date_of(day: int) -> date:
    """The calendar date on which a study day begins."""
    return date.fromordinal(day + _FIRST)


def microseconds_of(instant: datetime) -> int:
    """Whole microseconds since 1970: how instants are stored, so that they come back exactly."""
    return (instant - _EPOCH) // _MICROSECOND


def instant_of(microseconds: int) -> datetime:
    """The instant, in UTC."""
    return _EPOCH + microseconds * _MICROSECOND


class StudyDays:
    """`day_number` for a great many stored instants: the offset from UTC is looked up once for
    each hour in which the clock is not changed."""

    def __init__(self, timezone: tzinfo, rollover_hour: int):
        self._timezone = timezone
        self._rollover_hour = rollover_hour
        self._shifts: dict[int, int | None] = {}

    def of(self, microseconds: int) -> int:
        """The study day of an instant, given in microseconds since 1970."""
        hour = microseconds // _HOUR
        try:
            shift = self._shifts[hour]
        except KeyError:
            shift = self._shifts[hour] = self._shift(hour)
        if shift is None:
            return day_number(instant_of(microseconds), self._timezone, self._rollover_hour)
        return (microseconds + shift) // _DAY

    def _shift(self, hour: int) -> int | None:
        """What leads from UTC to the study day's clock; None if it changes within the hour."""
        first = instant_of(hour * _HOUR).astimezone(self._timezone).utcoffset()
        last = instant_of(hour * _HOUR + _HOUR - 1).astimezone(self._timezone).utcoffset()
        if first is None or first != last:
            return None
        return first // _MICROSECOND - self._rollover_hour * _HOUR
