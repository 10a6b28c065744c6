"""A session rebuilt from the log stands where it was left."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.quiz.events import Event
from quizzer.quiz.replay import Stored, resume
from quizzer.quiz.responses import response_words
from quizzer.quiz.session import drawn, start
from quizzer.quiz.state import Item, Session, Settings
from tests.quiz.test_session import EVENTS, ITEMS, SETTINGS, walk


def stored(session: Session) -> list[Stored]:
    """The session's answers as the log would give them back."""
    return [
        Stored(
            review_id=f"r{number}",
            deck_id=session.items[answered.place].deck_id,
            question_id=session.items[answered.place].question.id,
            response=response_words(answered.response),
            mode=answered.mode.value,
            verdict=answered.grade.verdict.value,
            is_right=answered.is_right,
            duration_ms=answered.duration_ms,
            confidence=answered.confidence,
        )
        for number, answered in enumerate(session.answered)
    ]


def left(settings: Settings, events: list[Event]) -> tuple[tuple[Item, ...], Session]:
    """A session after some events, over questions in the order of the settings' seed."""
    items = drawn(ITEMS, settings.seed)
    return items, walk(start(items, settings), events)[0]


@given(SETTINGS, st.lists(EVENTS, max_size=30))
def test_a_resumed_quiz_has_every_answer_with_its_sureness(
    settings: Settings, events: list[Event]
) -> None:
    """Score, last word, time and how sure: all as before, with the reviews behind them."""
    items, session = left(settings, events)
    again, ids = resume(items, settings, stored(session))
    assert len(again.answered) == len(session.answered)
    assert ids == tuple(f"r{number}" for number in range(len(session.answered)))
    for one, other in zip(session.answered, again.answered, strict=True):
        assert one.is_right == other.is_right
        assert (one.place, one.is_retry) == (other.place, other.is_retry)
        assert (one.confidence, one.duration_ms) == (other.confidence, other.duration_ms)


def test_an_answer_to_a_question_that_is_gone_is_passed_over_with_its_review() -> None:
    """What is left keeps its own review, so that undo takes back the right one."""
    settings = Settings(seed="1")
    items, _ = left(settings, [])
    passed = [
        Stored(
            review_id=f"of {item.question.id}",
            deck_id=item.deck_id,
            question_id=item.question.id,
            response="",
            mode="choice",
            verdict="skipped",
            is_right=False,
            duration_ms=1,
        )
        for item in items[:2]
    ]
    again, ids = resume(items[1:], settings, passed)
    assert ids == (f"of {items[1].question.id}",)
    assert len(again.answered) == 1
