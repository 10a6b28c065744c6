"""Marked sheets become a drill in the classroom's log, beside the live ones."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizzer.classroom.marking import Marked
from quizzer.classroom.records.model import (
    PAPER,
    Answered,
    Asked,
    Drill,
    Seat,
    Student,
    folded_name,
)
from quizzer.classroom.records.records import Records
from quizzer.deck.model import Deck, Question
from quizzer.quiz.passages import passages_of
from quizzer.seeded import seeded_number


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written: the drill, whether it was there before, and who of it was not marked
    this time."""

    drill: Drill
    is_again: bool
    left: tuple[str, ...]


def record_paper(
    records: Records,
    marked: Sequence[Marked],
    *,
    deck: Deck,
    questions: Sequence[Question],
    text: str | None = None,
    seed: str,
    class_name: str,
    written_at: datetime,
) -> Recorded:
    """Writes the sheets of one test; the same test of the same class again corrects them.

    A test is known by its deck, its questions, the seed of its forms and the class. `text` is what
    the deck's evidence points into; the cited passages are kept for the students' pages.
    """
    ids = [question.id for question in questions]
    identity = f"{seeded_number('paper', deck.id, seed, class_name, *ids):016x}"
    old = records.drill(identity)
    drill = old or Drill(
        id=identity,
        deck=replace(deck, questions=tuple(questions)),
        passages={question.id: passages_of(question, text) for question in questions},
        origin=PAPER,
        mode="exam",
        class_name=class_name,
        seed=seed,
        settings=json.dumps({"forms": sorted({one.form.code for one in marked})}),
        started_at=written_at,
        ended_at=written_at,
    )
    before = {student.folded: student.name for student in records.students(identity).values()}
    students = [records.enrol(_student(class_name, one.student)) for one in marked]
    seats = [
        Seat(drill_id=identity, student_id=one.id, joined_at=drill.started_at) for one in students
    ]
    records.save([drill, *seats, *_asked(drill, marked)])
    places = {question_id: place for place, question_id in enumerate(ids)}
    records.revise(
        Answered(
            drill_id=identity,
            student_id=student.id,
            position=places[item.question.id],
            response=response,
            credit=grade.score,
            received_at=written_at,
        )
        for student, one in zip(students, marked, strict=True)
        for item, response, grade in zip(one.form.items, one.responses, one.grades, strict=True)
    )
    now = {folded_name(one.student) for one in marked}
    left = tuple(name for folded, name in before.items() if folded not in now)
    return Recorded(drill, old is not None, left)


def _student(class_name: str, name: str) -> Student:
    identity = f"{seeded_number('student', class_name, folded_name(name)):016x}"
    return Student(id=identity, class_name=class_name, name=name)


def _asked(drill: Drill, marked: Sequence[Marked]) -> list[Asked]:
    shown = {item.question.id: item.options for one in marked for item in one.form.items}
    return [
        Asked(
            drill_id=drill.id,
            position=place,
            question_id=question.id,
            options=shown.get(question.id, ()),
            opened_at=drill.started_at,
            closed_at=drill.ended_at,
        )
        for place, question in enumerate(drill.deck.questions)
    ]
