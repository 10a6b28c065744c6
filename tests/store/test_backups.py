"""Daily copies: seven days, four weeks, twelve months; never half a copy."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.diagnostics import QuizzerError
from quizzer.store.backups import copy_daily, daily_copies, kept_days, restore
from quizzer.store.store import Store
from tests.store.test_store import REVIEW, SITTING

FIRST = date(2025, 1, 1)


def test_a_year_of_days_leaves_a_week_a_month_and_a_year() -> None:
    """Copied every day and thinned every day, as it happens in life."""
    copies: set[date] = set()
    for number in range(800):
        copies.add(FIRST + timedelta(days=number))
        copies = kept_days(copies)
    last = FIRST + timedelta(days=799)
    assert {last - timedelta(days=back) for back in range(7)} <= copies
    assert len({day.isocalendar()[:2] for day in copies if last - day < timedelta(days=28)}) >= 4
    months = {(day.year, day.month) for day in copies}
    assert len(months) == 12
    assert len(copies) <= 7 + 4 + 12


@given(st.sets(st.integers(0, 900), max_size=60))
def test_the_newest_copies_stay(numbers: set[int]) -> None:
    """Thinning again changes nothing, and the newest seven are never among what goes."""
    days = {FIRST + timedelta(days=number) for number in numbers}
    kept = kept_days(days)
    assert kept <= days
    assert set(sorted(days)[-7:]) <= kept
    assert kept_days(kept) == kept


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history with one answer."""
    with Store(tmp_path / "history.db") as store:
        store.begin(SITTING)
        store.append(REVIEW)
    return tmp_path / "history.db"


def test_a_copy_is_made_once_a_day_and_old_ones_go(history: Path) -> None:
    """The second call on a day changes nothing."""
    folder = history.parent / "backups"
    for number in range(20):
        day = FIRST + timedelta(days=number)
        assert copy_daily(history, folder, day) is not None
        assert copy_daily(history, folder, day) is None
    assert len(daily_copies(folder)) == 9
    with Store(max(daily_copies(folder).values())) as copy:
        assert copy.reviews() == [REVIEW]


def test_files_of_other_names_are_left_alone(history: Path) -> None:
    """Only what looks like a daily copy is ever removed."""
    folder = history.parent / "backups"
    folder.mkdir()
    for name in ("daily-notes.db", "history-20200101-000000.db", "mine.txt"):
        (folder / name).touch()
    for number in range(20):
        copy_daily(history, folder, FIRST + timedelta(days=number))
    assert {"daily-notes.db", "history-20200101-000000.db", "mine.txt"} <= {
        path.name for path in folder.iterdir()
    }


def test_a_damaged_copy_is_not_put_back(history: Path) -> None:
    """The history stays as it was."""
    copy = history.with_name("copy.db")
    with Store(history) as store:
        store.copy_to(copy)
    data = bytearray(copy.read_bytes())
    data[4096 : len(data) - 4096] = b"\xff" * (len(data) - 8192)
    copy.write_bytes(data)
    with pytest.raises(QuizzerError):
        restore(history, copy, history.with_name("aside.db"))
    with Store(history) as store:
        assert store.reviews() == [REVIEW]
    assert {path.name for path in history.parent.iterdir()} <= {
        *("history.db", "history.db-wal", "history.db-shm", "copy.db", "copy.db-wal", "copy.db-shm")
    }
