"""Misses of a drill as reviews: what puts them before the student tomorrow."""

from quizzer.classroom.gradebook.misses import Miss, ToRepeat
from quizzer.memory.day import day_number
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.memory.settings import Settings
from quizzer.quiz.model import Chosen, Mode
from quizzer.quiz.responses import response_words

SITTING = "classroom"
"""The origin of the sitting and of its reviews."""


def reviews_of(found: ToRepeat, settings: Settings) -> list[Review]:
    """A failed review for every miss, due the day after the drill, in the order of time.

    The learner is the one whose history it is: the student's own, at home. Ids come from the
    drill, so that the same misses handed out again add nothing.
    """
    made = [_review(found, miss, settings) for miss in found.misses]
    return sorted(made, key=lambda one: (one.at, one.id))


def sitting_id(found: ToRepeat) -> str:
    """The id of the sitting that a student's misses are noted under."""
    return f"{SITTING}-{found.student.id}"


def _review(found: ToRepeat, miss: Miss, settings: Settings) -> Review:
    is_choice = isinstance(miss.response, Chosen)
    day = day_number(miss.at, settings.timezone, settings.rollover_hour)
    return Review(
        id=f"{miss.drill.id}-{found.student.id}-{miss.position}",
        card=CardKey(miss.drill.deck.id, miss.question.id),
        at=miss.at,
        rating=Rating.AGAIN,
        verdict="wrong",
        response=response_words(miss.response),
        duration_ms=0,
        mode=Mode.CHOICE if is_choice else Mode.TYPE,
        options=len(miss.question.distractors) + 1 if is_choice else 0,
        scheduler="classroom",
        session_id=sitting_id(found),
        origin=SITTING,
        due_day=day + 1,
    )
