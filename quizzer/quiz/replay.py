"""A session rebuilt from stored answers, so that a quiz goes on where it was left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizzer.quiz.grading.grade import grade
from quizzer.quiz.model import Verdict
from quizzer.quiz.responses import read_response
from quizzer.quiz.session import start
from quizzer.quiz.state import (
    Answered,
    Asking,
    Feedback,
    Finished,
    Item,
    Session,
    Settings,
    next_place,
    prompt,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An answer as the log keeps it, under `review_id`: words, not objects."""

    review_id: str
    deck_id: str
    question_id: str
    response: str
    mode: str
    verdict: str
    is_right: bool
    duration_ms: int
    confidence: int | None = None
    is_hinted: bool = False
    is_easy: bool = False


def resume(
    items: Iterable[Item], settings: Settings, stored: Iterable[Stored], *, elapsed_ms: int = 0
) -> tuple[Session, tuple[str, ...]]:
    """The session after the stored answers, and the ids of the reviews behind its answers.

    An answer to a question that is no longer there, or not the next one, is passed over: decks
    may have been edited meanwhile. Verdicts are the stored ones.
    """
    session = start(tuple(items), settings, elapsed_ms=elapsed_ms)
    kept: list[str] = []
    for answer in stored:
        if isinstance(session.phase, Finished) or next_place(session) is None:
            break
        asked = prompt(session)
        item = asked.item
        if (item.deck_id, item.question.id) != (answer.deck_id, answer.question_id):
            continue
        response = read_response(answer.response, asked.mode, answer.verdict)
        graded = grade(item.question, response, item.language, item.known)
        answered = Answered(
            place=asked.place,
            is_retry=asked.is_retry,
            response=response,
            grade=graded,
            mode=asked.mode,
            options=len(asked.options),
            duration_ms=answer.duration_ms,
            confidence=answer.confidence,
            is_hinted=answer.is_hinted,
            is_easy=answer.is_easy,
        )
        if answered.is_right != answer.is_right:
            is_near = graded.verdict is Verdict.NEAR
            answered = replace(answered, is_confirmed=is_near, is_overruled=not is_near)
        session = replace(session, answered=(*session.answered, answered))
        kept.append(answer.review_id)
    if isinstance(session.phase, Asking) and next_place(session) is None:
        session = replace(session, phase=Feedback() if session.answered else Finished("done"))
    return session, tuple(kept)
