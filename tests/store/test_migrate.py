"""Upgrades: each step from a real older file, all or nothing, with a copy of what was there."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quizzer.diagnostics import QuizzerError
from quizzer.store.database import open_database
from quizzer.store.migrate import Migration
from quizzer.store.store import Store
from quizzer.store.tables import MIGRATIONS

OLD = Path(__file__).parent / "old"
FIRST = Migration(1, ("CREATE TABLE pupil (name TEXT NOT NULL) STRICT",))
SECOND = Migration(
    2,
    (
        "ALTER TABLE pupil ADD COLUMN mark INTEGER NOT NULL DEFAULT 0",
        "UPDATE pupil SET mark = 3",
    ),
)
FAILING = Migration(3, ("UPDATE pupil SET mark = 9", "INSERT INTO nowhere VALUES (1)"))
DANGLING = Migration(
    3,
    (
        "CREATE TABLE desk (pupil INTEGER NOT NULL REFERENCES pupil (rowid)) STRICT",
        "INSERT INTO desk VALUES (77)",
    ),
)


def read(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Rows, read without quizzer."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A class file of version 1 with one pupil."""
    path = tmp_path / "class.db"
    database = open_database(path, [FIRST], "class file")
    database.execute_sql("INSERT INTO pupil VALUES ('Ida')")
    database.close()
    return path


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_every_older_history_opens_with_all_it_held(version: int, tmp_path: Path) -> None:
    """A file that the program of that time wrote; what it was is kept beside it."""
    path = tmp_path / "history.db"
    shutil.copy(OLD / f"history-{version}.db", path)
    before = read(path, "SELECT * FROM review ORDER BY seq")
    ends = read(path, "SELECT * FROM sitting_end ORDER BY 1")
    taken = read(path, "SELECT * FROM retraction ORDER BY 1")
    with Store(path) as store:
        assert store.problems() == []
        assert store.count() == len(before)
        assert len(store.reviews()) == len(before) - len(taken)
    assert read(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    kept = path.with_name(f"history.db.before-{len(MIGRATIONS)}")
    assert read(kept, "PRAGMA user_version") == [(version,)]
    assert read(kept, "SELECT * FROM review ORDER BY seq") == before
    assert read(path, "SELECT * FROM sitting_end ORDER BY 1") == ends


def test_a_step_changes_the_rows_and_keeps_a_copy(path: Path) -> None:
    """The new version has the new column; the copy has the old table."""
    open_database(path, [FIRST, SECOND], "class file").close()
    assert read(path, "SELECT * FROM pupil") == [("Ida", 3)]
    assert read(path.with_name("class.db.before-2"), "SELECT * FROM pupil") == [("Ida",)]


@pytest.mark.parametrize("third", [FAILING, DANGLING], ids=["fails", "dangles"])
def test_a_failing_step_leaves_the_file_as_it_was(path: Path, third: Migration) -> None:
    """Not even the steps before it stay."""
    with pytest.raises(QuizzerError):
        open_database(path, [FIRST, SECOND, third], "class file")
    assert read(path, "SELECT * FROM pupil") == [("Ida",)]
    assert read(path, "PRAGMA user_version") == [(1,)]


def test_references_are_watched_again_after_an_upgrade(path: Path) -> None:
    """Foreign keys rest only during the steps."""
    database = open_database(path, [FIRST, SECOND], "class file")
    assert database.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)
    assert database.execute_sql("PRAGMA synchronous").fetchone() == (2,)
    assert database.execute_sql("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_files_of_different_kinds_are_kept_apart(path: Path) -> None:
    """A class file is no history, and a stranger's database is neither."""
    with pytest.raises(QuizzerError, match="no history of quizzer"):
        Store(path)
    strange = path.with_name("strange.db")
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    with pytest.raises(QuizzerError, match="no class file of quizzer"):
        open_database(strange, [FIRST], "class file")
    assert read(strange, "SELECT name FROM sqlite_schema") == [("notes",)]


_OPEN = """
import sys
from pathlib import Path
from tests.store.test_migrate import FIRST, SECOND, open_database
sys.stdin.read()
open_database(Path(sys.argv[1]), [FIRST, SECOND], "class file").close()
"""


def test_programs_that_upgrade_at_once_do_it_once(path: Path) -> None:
    """Of several that start together one does it; the copy is of the old file."""
    root = Path(__file__).parents[2]
    arguments = [sys.executable, "-c", _OPEN, str(path)]
    programs = [subprocess.Popen(arguments, stdin=subprocess.PIPE, cwd=root) for _ in range(4)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.close()
    assert [program.wait() for program in programs] == [0, 0, 0, 0]
    assert read(path, "SELECT * FROM pupil") == [("Ida", 3)]
    assert read(path.with_name("class.db.before-2"), "SELECT * FROM pupil") == [("Ida",)]
