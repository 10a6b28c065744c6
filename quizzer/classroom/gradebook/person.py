"""All that is kept of one student, to hand over."""

from typing import Any

from quizzer.classroom.records.model import Student
from quizzer.classroom.records.records import Records
from quizzer.classroom.records.rows import response_json
from quizzer.deck.render import answer_text


def person_data(records: Records, student: Student) -> dict[str, Any]:
    """Everything of a student as JSON values: who, which drills, every answer with its question."""
    drills = []
    for drill in reversed(records.drills()):
        seat = next((s for s in records.seats(drill.id) if s.student_id == student.id), None)
        if seat is None:
            continue
        asked = {one.position: one for one in records.asked(drill.id)}
        questions = {question.id: question for question in drill.deck.questions}
        answers = []
        for answer in records.answers(drill.id):
            if answer.student_id != student.id:
                continue
            question = questions[asked[answer.position].question_id]
            answers.append(
                {
                    "question": question.stem,
                    "right_answer": answer_text(question.answer),
                    "response": response_json(answer.response),
                    "credit": answer.credit,
                    "points": answer.points,
                    "elapsed_ms": answer.elapsed_ms,
                    "received_at": answer.received_at.isoformat(),
                }
            )
        drills.append(
            {
                "deck": drill.deck.title,
                "how": drill.origin,
                "started_at": drill.started_at.isoformat(),
                "joined_at": seat.joined_at.isoformat(),
                "team": seat.team,
                "extra_time": seat.extra_time,
                "answers": answers,
            }
        )
    return {"name": student.name, "class": student.class_name, "id": student.id, "drills": drills}
