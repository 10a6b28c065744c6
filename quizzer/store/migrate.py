"""How a file of an older schema becomes one of today's: step by step, all or nothing."""

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection, OperationalError, connect

from peewee import SqliteDatabase

from quizzer.diagnostics import QuizzerError


@dataclass(frozen=True, slots=True)
class Migration:
    """SQL statements that lead to one version from the one before, counted from 1."""

    version: int
    statements: tuple[str, ...]


def upgrade(
    database: SqliteDatabase, path: Path, migrations: Sequence[Migration], kind: str
) -> None:
    """Brings an open file to the version of the last migration.

    The file as it was is kept beside it (`NAME.before-VERSION`) while nobody else can write, and
    the steps run in one transaction: whatever happens, the file has the old version or the new.

    Raises:
        QuizzerError: the file is of another kind, or of a newer version; nothing was changed.
    """
    newest = migrations[-1].version
    assert [step.version for step in migrations] == list(range(1, newest + 1))
    if _pending(database, path, migrations, kind):
        # Tables that others refer to can only be made anew while nobody looks at references.
        database.execute_sql("PRAGMA foreign_keys = OFF")
        try:
            _run(database, path, migrations, kind)
        finally:
            database.execute_sql("PRAGMA foreign_keys = ON")


def _run(database: SqliteDatabase, path: Path, migrations: Sequence[Migration], kind: str) -> None:
    with database.atomic("IMMEDIATE"):
        # Another process may have done it while this one waited for the lock.
        pending = _pending(database, path, migrations, kind)
        if pending and pending[0].version > 1:
            keep_copy(path, path.with_name(f"{path.name}.before-{pending[-1].version}"))
        for step in pending:
            for statement in step.statements:
                database.execute_sql(statement)
            database.execute_sql(f"PRAGMA user_version = {step.version}")
        database.execute_sql(f"PRAGMA application_id = {mark_of(kind)}")
        if broken := database.execute_sql("PRAGMA foreign_key_check").fetchone():
            message = f"the {kind} cannot be upgraded: a row of {broken[0]} refers to nothing"
            hint = "nothing was changed; restore a backup, or repair the row with sqlite3"
            raise QuizzerError.at(str(path), message, hint, "S111")


def _pending(
    database: SqliteDatabase, path: Path, migrations: Sequence[Migration], kind: str
) -> Sequence[Migration]:
    """The steps that the file still needs."""
    version, newest = _number(database, "user_version"), migrations[-1].version
    mark = _number(database, "application_id")
    # The first histories bore no mark; a file with tables but without a version is a stranger's.
    is_ours = mark == mark_of(kind) or (mark == 0 and (version > 0 or _is_empty(database)))
    if not is_ours:
        hint = "move the file away, or set QUIZZER_HOME"
        raise QuizzerError.at(str(path), f"this is no {kind} of quizzer", hint, "S102")
    if version > newest:
        message = f"this {kind} was written by a newer quizzer (schema {version}, not {newest})"
        raise QuizzerError.at(str(path), message, "update quizzer; nothing was changed", "S108")
    return migrations[version:]


def mark_of(kind: str) -> int:
    """The number in the file's head (SQLite's application id) that tells its kind."""
    return int.from_bytes(sha256(f"quizzer {kind}".encode()).digest()[:4]) & 0x7FFFFFFF


def _number(database: SqliteDatabase, pragma: str) -> int:
    return int(database.execute_sql(f"PRAGMA {pragma}").fetchone()[0])


def _is_empty(database: SqliteDatabase) -> bool:
    return database.execute_sql("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def keep_copy(path: Path, target: Path) -> None:
    """Copies the whole file at `path` while others may go on writing (SQLite's online backup).

    Only `target` is written to; `path` may lie where nobody can write.
    """
    # A connection of its own: one that is writing cannot be copied from.
    with closing(connect(target)) as copy:
        place = path.resolve().as_uri()
        try:
            _copy(f"{place}?mode=ro", copy)
        except OperationalError:
            # Without rights to the folder SQLite cannot watch for writers; so there are none.
            if os.access(path.parent, os.W_OK):
                raise
            _copy(f"{place}?immutable=1", copy)


def _copy(place: str, copy: Connection) -> None:
    with closing(connect(place, uri=True)) as source:
        source.backup(copy)
