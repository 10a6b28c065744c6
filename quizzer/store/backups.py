"""Daily copies of the history: which of them are kept, and how one comes back."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import mkstemp

from quizzer.diagnostics import QuizzerError
from quizzer.store.database import explained
from quizzer.store.migrate import keep_copy
from quizzer.store.store import Store
from quizzer.store.tables import KIND

DAYS, WEEKS, MONTHS = 7, 4, 12
"""So many days, weeks and months are looked back upon, each by its newest copy."""

_PREFIX = "daily-"


def kept_days(days: Iterable[date]) -> set[date]:
    """Of the days of copies those that are kept: the newest seven, and the newest of each of the
    last four weeks and twelve months in which there is one."""
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {
        *newest_first[:DAYS],
        *list(weeks.values())[:WEEKS],
        *list(months.values())[:MONTHS],
    }


def copy_daily(history: Path, folder: Path, today: date) -> Path | None:
    """Copies the history once a day and lets old copies go; None when today's is there already.

    A copy bears its name only once it is whole.

    Raises:
        QuizzerError: there is no room, or the folder cannot be written to.
    """
    target = folder / f"{_PREFIX}{today.isoformat()}.db"
    if target.exists():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("*.begun"):
        if not left.name.startswith(target.stem):
            left.unlink(missing_ok=True)
    # Another program may be copying too, so each begins a file of its own.
    handle, name = mkstemp(".begun", f"{target.stem}-", folder)
    os.close(handle)
    begun = Path(name)
    try:
        with explained(target, KIND):
            keep_copy(history, begun)
        os.replace(begun, target)
    finally:
        begun.unlink(missing_ok=True)
    copies = daily_copies(folder)
    kept = kept_days(copies)
    for day, path in copies.items():
        if day not in kept:
            path.unlink(missing_ok=True)
    return target


def daily_copies(folder: Path) -> dict[date, Path]:
    """The daily copies by their days."""
    found = {}
    for path in folder.glob(f"{_PREFIX}*.db"):
        try:
            found[date.fromisoformat(path.stem.removeprefix(_PREFIX))] = path
        except ValueError:
            continue
    return found


def restore(history: Path, copy: Path, aside: Path) -> int:
    """Puts a copy in the place of the history; what was there is moved to `aside` beside it.

    Gives the number of answers in the copy.

    Raises:
        QuizzerError: the copy is damaged or no history; nothing was changed.
    """
    if not copy.is_file():
        raise QuizzerError.at(str(copy), "there is no such file", "name a backup", "S109")
    history.parent.mkdir(parents=True, exist_ok=True)
    begun = history.with_name(f"{history.name}.restoring")
    begun.unlink(missing_ok=True)
    with explained(copy, KIND):
        keep_copy(copy, begun)
    try:
        with Store(begun) as store:
            problems, count = store.problems(), store.count()
        if problems:
            hint = "choose an older backup"
            raise QuizzerError.at(str(copy), f"this backup is damaged: {problems[0]}", hint, "S103")
        for end in ("", "-wal", "-shm"):
            old = history.with_name(history.name + end)
            if old.exists():
                os.replace(old, aside.with_name(aside.name + end))
        os.replace(begun, history)
    finally:
        for end in ("", "-wal", "-shm"):
            begun.with_name(begun.name + end).unlink(missing_ok=True)
    return count
