"""What a student still has to learn: the questions whose latest answer was not fully right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizzer.classroom.records.model import Drill, Student
from quizzer.classroom.records.records import Records
from quizzer.classroom.records.rows import read_response
from quizzer.deck.model import Deck, Question
from quizzer.memory.day import instant_of
from quizzer.quiz.model import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A question missed: in which drill, at which position of it, and what was answered."""

    drill: Drill
    position: int
    question: Question
    response: Response
    at: datetime


@dataclass(frozen=True, slots=True)
class ToRepeat:
    """A student and what to repeat, by deck in the order of the drills."""

    student: Student
    misses: tuple[Miss, ...]

    def decks(self) -> list[Deck]:
        """The missed questions as decks; ids are those of the class's decks, so that a card is
        the same card wherever it is met."""
        by_deck: dict[str, list[Miss]] = {}
        for miss in self.misses:
            by_deck.setdefault(miss.drill.deck.id, []).append(miss)
        # Evidence points into a text that the student does not have.
        return [
            replace(
                misses[-1].drill.deck,
                source=None,
                questions=tuple(replace(miss.question, evidence=()) for miss in misses),
            )
            for misses in by_deck.values()
        ]


def to_repeat(
    records: Records, drills: Sequence[Drill], students: Sequence[Student]
) -> list[ToRepeat]:
    """What each of the students has to repeat after these drills."""
    latest: dict[str, dict[tuple[str, str], Miss | None]] = {one.id: {} for one in students}
    for drill in sorted(drills, key=lambda one: (one.started_at, one.id)):
        # Second rounds count here: who got it right then has nothing to repeat.
        asked = {one.position: one for one in records.asked(drill.id) if not one.is_skipped}
        questions = {one.id: one for one in drill.deck.questions}
        for student_id, position, response, credit, at in records.outcomes(drill.id):
            if student_id in latest and position in asked:
                question = questions.get(asked[position].question_id)
                if question is not None:
                    latest[student_id][drill.deck.id, question.id] = (
                        None
                        if credit >= 1
                        else Miss(
                            drill=drill,
                            position=position,
                            question=question,
                            response=read_response(response),
                            at=instant_of(at),
                        )
                    )
    return [
        ToRepeat(one, tuple(miss for miss in latest[one.id].values() if miss is not None))
        for one in students
    ]
