"""Marks by student over drills, live and on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzer.classroom.records.model import Drill, Student
from quizzer.classroom.records.records import Records


@dataclass(frozen=True, slots=True)
class Mark:
    """What a student reached in one drill: the sum of credits, of how many questions."""

    points: float
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.points / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A student's marks in the order of the drills; None where the student was absent.

    `mean` is the mean share over the drills taken, each counting the same; None without any.
    """

    student: Student
    marks: tuple[Mark | None, ...]
    mean: float | None


@dataclass(frozen=True, slots=True)
class Book:
    """Drills from the oldest to the newest, and a row a student by class and name."""

    drills: tuple[Drill, ...]
    rows: tuple[Row, ...]


def make_book(records: Records, drills: Iterable[Drill], *, absent_is_zero: bool = False) -> Book:
    """The marks of everybody who had a seat in one of the drills.

    What was not answered is 0 for whoever was there. Whoever was absent has no mark, or 0 where
    `absent_is_zero`, then only in drills of the own class.
    """
    ordered = tuple(sorted(drills, key=lambda one: (one.started_at, one.id)))
    students: dict[str, Student] = {}
    marks: dict[str, dict[str, Mark]] = {}
    for drill in ordered:
        found = records.sums(drill.id)
        of = records.question_count(drill.id)
        for student in records.students(drill.id, sent_out=False).values():
            students[student.id] = student
            own = marks.setdefault(student.id, {})
            own[drill.id] = Mark(found.get(student.id, 0.0), of)
    rows = [
        _row(student, ordered, marks[student.id], absent_is_zero) for student in students.values()
    ]
    rows.sort(key=lambda row: (row.student.class_name, row.student.folded, row.student.id))
    return Book(ordered, tuple(rows))


def _row(
    student: Student, drills: Sequence[Drill], own: dict[str, Mark], absent_is_zero: bool
) -> Row:
    marks: list[Mark | None] = []
    for drill in drills:
        missed = absent_is_zero and drill.class_name == student.class_name
        marks.append(own.get(drill.id, Mark(0.0, len(drill.deck.questions)) if missed else None))
    shares = [mark.share for mark in marks if mark is not None]
    return Row(student, tuple(marks), sum(shares) / len(shares) if shares else None)
