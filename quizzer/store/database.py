"""Opens the SQLite file of a history: safe settings, schema version, and clear refusals."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import DatabaseError, connect

from peewee import DatabaseError as PeeweeError
from peewee import SqliteDatabase

from quizzer.diagnostics import QuizzerError
from quizzer.store.tables import MIGRATIONS, Migration

_PRAGMAS = {
    "journal_mode": "wal",
    # With NORMAL the last commits could be lost when the power fails; FULL costs 0.1 ms a commit.
    "synchronous": "full",
    "foreign_keys": 1,
}
_PATIENCE = 10
"""Seconds to wait for another process that is writing."""


def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> SqliteDatabase:
    """Opens the file at `path`, making or upgrading it first if need be.

    `migrations` are all steps from nothing to the newest schema, in order.

    Raises:
        QuizzerError: the file is no history, is damaged, comes from a newer quizzer, or its
            folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "set QUIZZER_HOME to a folder you may write to"
        message = f"the folder cannot be made ({error.strerror})"
        raise QuizzerError.at(str(path.parent), message, hint, "S101") from None
    database = SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=_PATIENCE)
    with explained(path):
        database.connect()
        try:
            _upgrade(database, path, migrations)
        except BaseException:
            database.close()
            raise
    return database


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the database complains of into an error with a remedy."""
    try:
        yield
    except (PeeweeError, DatabaseError) as error:
        raise QuizzerError.at(str(path), *_explanation(_first_problem(error), path)) from None


def _first_problem(error: BaseException) -> str:
    """What went wrong first: on a full disk SQLite rolls back by itself, and the attempt to roll
    back again then fails with words that help nobody."""
    first = error
    while isinstance(first.__context__, PeeweeError | DatabaseError):
        first = first.__context__
    return str(first)


def _explanation(problem: str, path: Path) -> tuple[str, str, str]:
    text = problem.lower()
    if "not a database" in text:
        return "this is no history of quizzer", "move the file away, or set QUIZZER_HOME", "S102"
    if "malformed" in text or "corrupt" in text:
        hint = f"restore a backup from {path.parent / 'backups'}"
        return "the history is damaged", hint, "S103"
    if "locked" in text or "busy" in text:
        return "another program is using the history", "close it and try again", "S104"
    if "full" in text:
        return "the disk is full; the last answer was not saved", "make room and go on", "S105"
    if "readonly" in text or "unable to open" in text:
        hint = "check your rights to the file and its folder, or set QUIZZER_HOME"
        return "the history cannot be opened for writing", hint, "S106"
    hint = "read what the database says, and try a copy of the file"
    return f"the history cannot be used ({problem})", hint, "S107"


def _upgrade(database: SqliteDatabase, path: Path, migrations: Sequence[Migration]) -> None:
    version, newest = _version(database), migrations[-1].version
    if version > newest:
        message = f"this history was written by a newer quizzer (schema {version}, not {newest})"
        raise QuizzerError.at(str(path), message, "update quizzer; nothing was changed", "S108")
    if version == newest:
        return
    if version > 0:
        keep_copy(database, path.with_name(f"{path.name}.before-{newest}"))
    with database.atomic("IMMEDIATE"):
        # Another process may have done it while this one waited for the lock.
        for migration in migrations[_version(database) :]:
            for statement in migration.statements:
                database.execute_sql(statement)
            database.execute_sql(f"PRAGMA user_version = {migration.version}")


def _version(database: SqliteDatabase) -> int:
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def keep_copy(database: SqliteDatabase, target: Path) -> None:
    """Copies the whole history while others may go on writing (SQLite's online backup)."""
    copy = connect(target)
    try:
        database.connection().backup(copy)
    finally:
        copy.close()
