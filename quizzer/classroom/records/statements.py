"""The SQL that writes records, and which record goes where."""

from dataclasses import dataclass
from functools import cache
from typing import assert_never

from quizzer.classroom.records.model import Answered, Asked, Drill, Seat, Student
from quizzer.classroom.records.rows import (
    Row,
    answer_row,
    asked_row,
    drill_row,
    seat_row,
    student_row,
)


@dataclass(frozen=True, slots=True)
class Revision:
    """An answer that takes the place of an earlier one: a corrected sheet, another credit."""

    answer: Answered


Record = Drill | Student | Seat | Asked | Answered | Revision


@dataclass(frozen=True, slots=True)
class Insertion:
    """Puts rows of so many columns into a table; `conflict` says what comes of a known key."""

    table: str
    columns: int
    conflict: str = ""

    @cache  # noqa: B019 - there are seven, made once
    def sql(self, rows: int) -> str:
        """One statement for so many rows.

        While one runs, the other threads of the program do; between two they compete. So a
        thousand answers are a few statements, not a thousand.
        """
        row = f"({', '.join('?' * self.columns)})"
        return f"INSERT INTO {self.table} VALUES {', '.join([row] * rows)} {self.conflict}"


_ANSWER_KEY = "(drill_id, student_id, position)"

DRILL = Insertion(
    "drill",
    14,
    "ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, settings = excluded.settings",
)
STUDENT = Insertion("student", 4)
ENROL = Insertion(
    "student",
    4,
    "ON CONFLICT (class, folded) DO UPDATE SET folded = excluded.folded RETURNING id, class, name",
)
SEAT = Insertion(
    "seat",
    7,
    "ON CONFLICT (drill_id, student_id) DO UPDATE SET token_hash = excluded.token_hash,"
    " team = excluded.team, extra_time = excluded.extra_time, kicked = excluded.kicked",
)
ASKED = Insertion(
    "asked",
    9,
    "ON CONFLICT (drill_id, position) DO UPDATE SET closed_at = excluded.closed_at,"
    " skipped = excluded.skipped, elapsed_ms = excluded.elapsed_ms",
)
# The first answer stands, whatever is sent again after a lost acknowledgement.
FIRST_ANSWER = Insertion("answer", 8, f"ON CONFLICT {_ANSWER_KEY} DO NOTHING")
REVISED_ANSWER = Insertion(
    "answer",
    8,
    f"ON CONFLICT {_ANSWER_KEY} DO UPDATE SET response = excluded.response,"
    " credit = excluded.credit, points = excluded.points",
)


def insertion_of(record: Record) -> tuple[Insertion, Row]:
    """How a record is written."""
    match record:
        case Drill():
            return DRILL, drill_row(record)
        case Student():
            return STUDENT, student_row(record)
        case Seat():
            return SEAT, seat_row(record)
        case Asked():
            return ASKED, asked_row(record)
        case Answered():
            return FIRST_ANSWER, answer_row(record)
        case Revision(answer):
            return REVISED_ANSWER, answer_row(answer)
        case _:
            assert_never(record)
