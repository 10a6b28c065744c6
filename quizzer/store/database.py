"""Opens a SQLite file of quizzer: safe settings, upgrades, clear refusals, and its own check."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import DatabaseError

from peewee import DatabaseError as PeeweeError
from peewee import SqliteDatabase

from quizzer.diagnostics import QuizzerError
from quizzer.store.migrate import Migration, upgrade

_PRAGMAS = {
    "journal_mode": "wal",
    # With NORMAL the last commits could be lost when the power fails; FULL costs 0.1 ms a commit.
    "synchronous": "full",
    "foreign_keys": 1,
}
_PATIENCE = 10
"""Seconds to wait for another process that is writing."""


def open_database(path: Path, migrations: Sequence[Migration], kind: str) -> SqliteDatabase:
    """Opens the file at `path`, making or upgrading it first if need be.

    `migrations` lead from an empty file to today's tables; a copy is kept before any of them
    changes a file that holds something. `kind` is what messages call the file, and its mark in
    the file keeps files of different kinds apart.

    Raises:
        QuizzerError: the file is of another kind, is damaged, comes from a newer quizzer, or its
            folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "set QUIZZER_HOME to a folder you may write to"
        message = f"the folder cannot be made ({error.strerror})"
        raise QuizzerError.at(str(path.parent), message, hint, "S101") from None
    database = SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=_PATIENCE)
    with explained(path, kind):
        database.connect()
        try:
            upgrade(database, path, migrations, kind)
        except BaseException:
            database.close()
            raise
    return database


def problems_in(database: SqliteDatabase) -> list[str]:
    """What SQLite's own check finds wrong with the file; an empty list when all is well."""
    found = [str(row[0]) for row in database.execute_sql("PRAGMA integrity_check").fetchall()]
    broken = [
        f"a row of {row[0]} refers to nothing"
        for row in database.execute_sql("PRAGMA foreign_key_check").fetchall()
    ]
    return [line for line in found if line != "ok"] + broken


@contextmanager
def explained(path: Path, kind: str) -> Iterator[None]:
    """Turns what the database complains of into an error with a remedy."""
    try:
        yield
    except (PeeweeError, DatabaseError) as error:
        problem = _first_problem(error)
        raise QuizzerError.at(str(path), *_explanation(problem, kind)) from None


def _first_problem(error: BaseException) -> str:
    """What went wrong first: on a full disk SQLite rolls back by itself, and the attempt to roll
    back again then fails with words that help nobody."""
    first = error
    while isinstance(first.__context__, PeeweeError | DatabaseError):
        first = first.__context__
    return str(first)


def _explanation(problem: str, kind: str) -> tuple[str, str, str]:
    text = problem.lower()
    if "not a database" in text:
        return f"this is no {kind} of quizzer", "move the file away, or set QUIZZER_HOME", "S102"
    if "malformed" in text or "corrupt" in text:
        hint = "put a copy in its place (a history's: quizzer history restore)"
        return f"the {kind} is damaged", hint, "S103"
    if "locked" in text or "busy" in text:
        return f"another program is using the {kind}", "close it and try again", "S104"
    if "full" in text:
        return "the disk is full; the last answer was not saved", "make room and go on", "S105"
    if "disk i/o" in text:
        hint = "look for room and rights on the disk; quizzer history check tells more"
        return f"the disk would not take the {kind}; the last answer was not saved", hint, "S112"
    if "readonly" in text or "unable to open" in text:
        hint = "check your rights to the file and its folder, or set QUIZZER_HOME"
        return f"the {kind} cannot be opened for writing", hint, "S106"
    hint = "read what the database says, and try a copy of the file"
    return f"the {kind} cannot be used ({problem})", hint, "S107"
