"""The classroom's file: the live game's log, and what marks and item analysis read later.

When `save` returns, what it was given is on disk.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from quizzer.classroom.records.model import Answered, Asked, Drill, Seat, Student, folded_name
from quizzer.classroom.records.rows import (
    Row,
    read_answer,
    read_asked,
    read_drill,
    read_seat,
    student_row,
)
from quizzer.classroom.records.statements import (
    ENROL,
    Insertion,
    Record,
    Revision,
    insertion_of,
)
from quizzer.classroom.records.tables import KIND, MIGRATIONS
from quizzer.store.database import explained, open_database

FILE_NAME = "classroom.sqlite3"
"""What the file is called in the folder of all state."""

TOGETHER = 250
"""Rows that one statement writes at most."""


class Records:
    """One open file; the thread that opens it uses it, others may open it as well."""

    def __init__(self, path: Path):
        """Opens the file at `path`, making it if there is none.

        Raises:
            QuizzerError: the file cannot be used; the message says why.
        """
        self.path = path
        self._database = open_database(path, MIGRATIONS, KIND)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def save(self, records: Iterable[Record]) -> None:
        """Writes records in one transaction, all or none.

        What can change of a drill, a seat or an asked question (its end, a team, a kick) becomes
        what the record says; a second answer of a student to the same position changes nothing.

        Raises:
            QuizzerError: it could not be written; a student of that name is there already.
        """
        self._write([insertion_of(record) for record in records])

    def revise(self, answers: Iterable[Answered]) -> None:
        """Puts other answers in the place of earlier ones: corrected sheets, another credit."""
        self.save(map(Revision, answers))

    def enrol(self, student: Student) -> Student:
        """The student of that name in that class, who is added if there is none yet.

        Two drills that meet the same name at the same time get the same student.
        """
        with explained(self.path, KIND), self._database.atomic("IMMEDIATE"):
            rows = self._database.execute_sql(ENROL.sql(1), student_row(student)).fetchall()
        return _student(rows[0])

    def drills(self, class_name: str | None = None, origin: str | None = None) -> list[Drill]:
        """Drills of one class, one origin or all, the newest first."""
        sql = (
            "SELECT * FROM drill WHERE (? IS NULL OR class = ?) AND (? IS NULL OR origin = ?)"
            " ORDER BY started_at DESC, id DESC"
        )
        return [read_drill(row) for row in self._read(sql, class_name, class_name, origin, origin)]

    def drill(self, drill_id: str) -> Drill | None:
        """The drill of that id, if there is one."""
        rows = self._read("SELECT * FROM drill WHERE id = ?", drill_id)
        return read_drill(rows[0]) if rows else None

    def student(self, class_name: str, name: str) -> Student | None:
        """Who has that name in that class."""
        sql = "SELECT id, class, name FROM student WHERE class = ? AND folded = ?"
        rows = self._read(sql, class_name, folded_name(name))
        return _student(rows[0]) if rows else None

    def students(self, drill_id: str, *, sent_out: bool = True) -> dict[str, Student]:
        """Everybody who has or had a seat in a drill, by id; on wish without those sent out."""
        sql = (
            "SELECT id, class, name FROM student JOIN seat ON student_id = id"
            " WHERE drill_id = ? AND kicked <= ? ORDER BY name, id"
        )
        return {row[0]: _student(row) for row in self._read(sql, drill_id, int(sent_out))}

    def named(self, name: str, class_name: str | None = None) -> list[Student]:
        """Everybody of that name, in one class or all, by class."""
        sql = (
            "SELECT id, class, name FROM student WHERE folded = ? AND (? IS NULL OR class = ?)"
            " ORDER BY class"
        )
        rows = self._read(sql, folded_name(name), class_name, class_name)
        return [_student(row) for row in rows]

    def names(self, class_name: str | None = None) -> list[str]:
        """The names of one class or all, in order."""
        sql = "SELECT DISTINCT name FROM student WHERE ? IS NULL OR class = ? ORDER BY name"
        return [str(row[0]) for row in self._read(sql, class_name, class_name)]

    def seats(self, drill_id: str) -> list[Seat]:
        """The seats of a drill in the order of joining."""
        sql = "SELECT * FROM seat WHERE drill_id = ? ORDER BY joined_at, student_id"
        return [read_seat(row) for row in self._read(sql, drill_id)]

    def asked(self, drill_id: str) -> list[Asked]:
        """What was asked in a drill, in order."""
        sql = "SELECT * FROM asked WHERE drill_id = ? ORDER BY position"
        return [read_asked(row) for row in self._read(sql, drill_id)]

    def answers(self, drill_id: str) -> list[Answered]:
        """All answers of a drill, by position and then in the order in which they came."""
        sql = "SELECT * FROM answer WHERE drill_id = ? ORDER BY position, received_at, student_id"
        return [read_answer(row) for row in self._read(sql, drill_id)]

    def outcomes(self, drill_id: str) -> Iterator[tuple[str, int, str, float, int]]:
        """Student, position, response, credit and instant of every answer, as they are stored.

        By student and position. For what goes through a school year's answers, where making
        records of them is too slow.
        """
        sql = (
            "SELECT student_id, position, response, credit, received_at FROM answer"
            " WHERE drill_id = ? ORDER BY student_id, position"
        )
        with explained(self.path, KIND):
            yield from self._database.connection().execute(sql, (drill_id,))

    def sums(self, drill_id: str) -> dict[str, float]:
        """What each student's credits add up to, in what counts for marks: the first round."""
        sql = (
            "SELECT student_id, sum(credit) FROM answer JOIN asked USING (drill_id, position)"
            " WHERE drill_id = ? AND round = 0 AND skipped = 0 GROUP BY student_id"
        )
        return dict(self._read(sql, drill_id))

    def question_count(self, drill_id: str) -> int:
        """How many questions of a drill count for marks."""
        sql = "SELECT count(*) FROM asked WHERE drill_id = ? AND round = 0 AND skipped = 0"
        return int(self._read(sql, drill_id)[0][0])

    def _read(self, sql: str, *values: object) -> list[Row]:
        with explained(self.path, KIND):
            return list(self._database.execute_sql(sql, values).fetchall())

    def _write(self, insertions: Sequence[tuple[Insertion, Row]]) -> None:
        with explained(self.path, KIND), self._database.atomic("IMMEDIATE"):
            connection = self._database.connection()
            for insertion, alike in groupby(insertions, key=itemgetter(0)):
                rows = [row for _, row in alike]
                for start in range(0, len(rows), TOGETHER):
                    some = rows[start : start + TOGETHER]
                    connection.execute(insertion.sql(len(some)), [*chain.from_iterable(some)])


def _student(row: Row) -> Student:
    return Student(id=row[0], class_name=row[1], name=row[2])
