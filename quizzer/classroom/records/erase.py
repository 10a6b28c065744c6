"""Deletes a student from a classroom file so that not a byte of it is left in any file.

SQLite's `secure_delete` overwrites what is deleted with zeros and `VACUUM` writes the file anew
without free pages. Before that the write-ahead log is left, which fails if anybody else has the
file open: then nothing is deleted, and the command can be run again.
"""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, OperationalError, connect
from typing import Any

from quizzer.classroom.records.model import Student, folded_name
from quizzer.classroom.records.records import FILE_NAME
from quizzer.classroom.records.tables import KIND
from quizzer.diagnostics import QuizzerError
from quizzer.store.database import explained

_ROWS = (
    "DELETE FROM answer WHERE student_id = ?",
    "DELETE FROM seat WHERE student_id = ?",
    "DELETE FROM student WHERE id = ?",
)

_PATIENCE_MS = 1000
"""So long another program may take to let go of the file."""


def classroom_files(folder: Path) -> list[Path]:
    """The classroom's file in a folder of all state, with copies from upgrades and backups."""
    found = [folder / FILE_NAME]
    found += sorted(folder.glob(f"{FILE_NAME}.before-*"))
    found += sorted((folder / "backups").glob("classroom*"))
    endings = ("-wal", "-shm", "-journal")
    return [path for path in found if path.is_file() and not path.name.endswith(endings)]


def erase_student(path: Path, student: Student) -> bool:
    """Deletes a student's rows from one file; whether there were any.

    Students are known by id, and by class and name, since a restored copy may have another id.

    Raises:
        QuizzerError: the file cannot be used, or another program has it open.
    """
    # Not by the way in that upgrades: it would keep a copy of an older file as it was.
    with explained(path, KIND), closing(connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        connection.execute("PRAGMA secure_delete = ON")
        _leave_log(connection, path)
        connection.execute("BEGIN IMMEDIATE")
        found = _delete(connection, student)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = WAL")
    return found


def _leave_log(connection: Connection, path: Path) -> None:
    """Empties and removes the write-ahead log, which only works while nobody else is there."""
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except OperationalError:
        mode = "wal"
    if mode != "delete":
        message = "another program has this file open, so nothing was deleted"
        hint = "end the drill that is running, and run the command again"
        raise QuizzerError.at(str(path), message, hint, "G120")


def _delete(connection: Connection, student: Student) -> bool:
    sql = "SELECT id FROM student WHERE id = ? OR (class = ? AND folded = ?)"
    rows = connection.execute(sql, (student.id, student.class_name, student.folded)).fetchall()
    for (identity,) in rows:
        for statement in _ROWS:
            connection.execute(statement, (identity,))
    _clean_settings(connection, student)
    return bool(rows)


def _clean_settings(connection: Connection, student: Student) -> None:
    """Takes the name out of the settings of the class's drills, such as who had more time."""
    sql = "SELECT id, settings FROM drill WHERE class = ?"
    for identity, settings in connection.execute(sql, (student.class_name,)).fetchall():
        stored = json.loads(settings)
        cleaned = _without(stored, student)
        if cleaned != stored:
            update = "UPDATE drill SET settings = ? WHERE id = ?"
            connection.execute(update, (json.dumps(cleaned), identity))


def _without(value: Any, student: Student) -> Any:
    match value:
        case dict():
            kept = {k: v for k, v in value.items() if not _names(k, student)}
            return {key: _without(inner, student) for key, inner in kept.items()}
        case list():
            return [_without(inner, student) for inner in value if not _names(inner, student)]
        case _:
            return value


def _names(value: object, student: Student) -> bool:
    own: Iterable[str] = (student.folded, student.id)
    return isinstance(value, str) and (folded_name(value) in own or value in own)
