"""One formula for days: right around the rollover, clock changes, travel and year ends."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.day import date_of, day_number

BERLIN, NEW_YORK, KIRITIMATI = (
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Kiritimati")
)
ZONES = st.sampled_from([BERLIN, NEW_YORK, KIRITIMATI, UTC])
INSTANTS = st.datetimes(datetime(1980, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK, KIRITIMATI])
def test_a_day_begins_at_four(zone: ZoneInfo) -> None:
    """03:59 still belongs to the evening before."""
    before = datetime(2025, 3, 18, 3, 59, tzinfo=zone)
    after = datetime(2025, 3, 18, 4, 0, tzinfo=zone)
    assert day_number(after, zone) == day_number(before, zone) + 1


@pytest.mark.parametrize("day", [datetime(2025, 3, 30), datetime(2025, 10, 26)])
def test_clock_changes_make_short_and_long_days(day: datetime) -> None:
    """The night of the change belongs to the day before; no day is lost or doubled."""
    noon = day.replace(hour=12, tzinfo=BERLIN)
    assert day_number(noon, BERLIN) - day_number(noon - timedelta(days=1), BERLIN) == 1
    late = day.replace(hour=3, minute=30, tzinfo=BERLIN)
    assert day_number(late, BERLIN) == day_number(noon, BERLIN) - 1


def test_the_year_ends_like_any_day() -> None:
    """New Year's party is the last day of the year."""
    assert date_of(day_number(datetime(2025, 1, 1, 2, tzinfo=BERLIN), BERLIN)).year == 2024


@given(INSTANTS, st.integers(0, 10**6), ZONES, st.integers(0, 23))
def test_days_never_run_backwards(at: datetime, seconds: int, zone: ZoneInfo, hour: int) -> None:
    """A later instant never belongs to an earlier day, in any zone, over any clock change."""
    # Only the hour that a clock repeats could do so, when the rollover lies within it.
    later = at + timedelta(seconds=max(seconds, 3600))
    assert day_number(later, zone, hour) >= day_number(at, zone, hour)


@given(INSTANTS, ZONES)
def test_a_day_holds_its_start(at: datetime, zone: ZoneInfo) -> None:
    """The first instant of a day belongs to it, the microsecond before to the day before."""
    day = day_number(at, zone)
    start = datetime.combine(date_of(day), time(4), tzinfo=zone).astimezone(UTC)
    assert day_number(start, zone) == day
    assert day_number(start - timedelta(microseconds=1), zone) == day - 1


def test_an_instant_needs_its_zone() -> None:
    """A naive time could be any day."""
    with pytest.raises(ValueError, match="time zone"):
        day_number(datetime(2025, 3, 18), BERLIN)
