"""Deleting a student leaves no byte of name, id or answers in any file that is named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizzer.classroom.gradebook.marks import make_book
from quizzer.classroom.records.erase import classroom_files, erase_student
from quizzer.classroom.records.model import Student
from quizzer.diagnostics import QuizzerError
from tests.classroom.classroom import RIGHT, class_of, sit

NAME = "Xanthippe Quillfeather"
WORDS = "zyzzyva-unheard-of"


def filled(home: Path) -> Student:
    """A class with a student whose traces are easy to find, and copies of the file."""
    with class_of(home) as records:
        others = {f"Student {n}": RIGHT for n in range(200)}
        sit(records, others | {NAME: {"deepest": WORDS}})
        sit(records, {NAME: {"deepest": WORDS}}, seed="2")
        student = records.student("7b", NAME)
        with closing(sqlite3.connect(home / "classroom.sqlite3")) as direct:
            direct.execute(
                "UPDATE drill SET settings = ? ", (f'{{"more_time": {{"{NAME.lower()}": 2}}}}',)
            )
            direct.commit()
    assert student is not None
    (home / "backups").mkdir()
    for copy in ("backups/classroom-20260504.db", "classroom.sqlite3.before-2"):
        with (
            closing(sqlite3.connect(home / "classroom.sqlite3")) as source,
            closing(sqlite3.connect(home / copy)) as target,
        ):
            source.backup(target)
    return student


def traces(home: Path, student: Student) -> list[str]:
    """Files of the folder in which something of the student stands, by their bytes."""
    wanted = (NAME, NAME.lower(), NAME.upper(), student.id, WORDS)
    return [
        f"{path.name}: {text}"
        for path in sorted(home.rglob("*"))
        if path.is_file()
        for text in wanted
        if text.encode() in path.read_bytes() or text.encode("utf-16-le") in path.read_bytes()
    ]


def test_no_byte_is_left(tmp_path: Path) -> None:
    """Neither in the file, nor its log, nor copies from upgrades and backups."""
    student = filled(tmp_path)
    files = classroom_files(tmp_path)
    assert len(files) == 3
    assert len(traces(tmp_path, student)) >= 9
    assert all(erase_student(path, student) for path in files)
    assert traces(tmp_path, student) == []


def test_the_others_keep_everything(tmp_path: Path) -> None:
    """Marks of everybody else are as they were."""
    student = filled(tmp_path)
    with class_of(tmp_path) as records:
        before = make_book(records, records.drills())
    erase_student(tmp_path / "classroom.sqlite3", student)
    with class_of(tmp_path) as records:
        after = make_book(records, records.drills())
    kept = [row for row in before.rows if row.student != student]
    assert [(row.student, row.marks) for row in kept] == [
        (row.student, row.marks) for row in after.rows
    ]


def test_a_second_time_says_that_nothing_was_there(tmp_path: Path) -> None:
    """And breaks nothing."""
    student = filled(tmp_path)
    path = tmp_path / "classroom.sqlite3"
    assert erase_student(path, student)
    assert not erase_student(path, student)


def test_a_reader_that_holds_old_pages_back_is_named(tmp_path: Path) -> None:
    """As long as somebody reads the old state, nothing is deleted, and the message says why."""
    student = filled(tmp_path)
    path = tmp_path / "classroom.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM answer").fetchone()
        with pytest.raises(QuizzerError, match="run the command again"):
            erase_student(path, student)
        reader.execute("COMMIT")
    for file in classroom_files(tmp_path):
        assert erase_student(file, student)
    assert traces(tmp_path, student) == []


def test_an_old_copy_is_cleaned_without_being_upgraded(tmp_path: Path) -> None:
    """An upgrade would keep a copy with everything in it."""
    student = filled(tmp_path)
    old = tmp_path / "classroom.sqlite3.before-2"
    with closing(sqlite3.connect(old)) as direct:
        direct.execute("PRAGMA user_version = 0")
    before = set(tmp_path.rglob("*"))
    assert erase_student(old, student)
    assert set(tmp_path.rglob("*")) == before


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    """What is no database of the classroom is named, and not changed."""
    student = filled(tmp_path)
    stranger = tmp_path / "classroom.sqlite3.before-9"
    stranger.write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    with pytest.raises(QuizzerError, match="before-9"):
        erase_student(stranger, student)
    assert stranger.read_bytes().startswith(b"no database")
