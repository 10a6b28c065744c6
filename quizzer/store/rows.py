"""Reviews, events and cards as rows of the tables, and back."""

from typing import Any, assert_never

from quizzer.memory.day import instant_of, microseconds_of
from quizzer.memory.model import (
    Card,
    CardKey,
    CardState,
    Learning,
    New,
    Rating,
    Relearning,
    Remembered,
    Review,
)
from quizzer.memory.schedule import LEARNING, RELEARNING, REMEMBERED
from quizzer.store.model import Event, EventKind

Row = tuple[Any, ...]

REVIEW_COLUMNS = (
    "id, deck_id, question_id, learner, at, rating, verdict, response, duration_ms, mode,"
    " options, scheduler, sitting_id, origin, confidence, due_day"
)
CARD_COLUMNS = (
    "learner, deck_id, question_id, phase, step, stability, difficulty, due_at, due_day, last_day,"
    " reps, lapses, first_day, last_at, is_suspended, buried_day"
)


def review_row(review: Review) -> Row:
    """A review in the order of `REVIEW_COLUMNS`."""
    card = review.card
    return (
        review.id,
        card.deck_id,
        card.question_id,
        card.learner,
        microseconds_of(review.at),
        int(review.rating),
        review.verdict,
        review.response,
        review.duration_ms,
        review.mode,
        review.options,
        review.scheduler,
        review.session_id,
        review.origin,
        review.confidence,
        review.due_day,
    )


def read_review(row: Row) -> Review:
    """The review of a row in the order of `REVIEW_COLUMNS`."""
    (identity, deck, question, learner, at, rating, verdict, response, duration, *rest) = row
    mode, options, scheduler, sitting, origin, confidence, due_day = rest
    return Review(
        id=identity,
        card=CardKey(deck, question, learner),
        at=instant_of(at),
        rating=Rating(rating),
        verdict=verdict,
        response=response,
        duration_ms=duration,
        mode=mode,
        options=options,
        scheduler=scheduler,
        session_id=sitting,
        origin=origin,
        confidence=confidence,
        due_day=due_day,
    )


def event_row(event: Event, *, targets_review: bool) -> Row:
    """An event in the order of its table."""
    return (
        event.id,
        event.kind.value,
        microseconds_of(event.at),
        event.card.learner,
        event.card.deck_id,
        event.card.question_id,
        event.target if event.target and targets_review else None,
        event.target if event.target and not targets_review else None,
        event.detail,
    )


def read_event(row: Row) -> Event:
    """The event of a whole row."""
    identity, kind, at, learner, deck, question, review_id, event_id, detail = row
    return Event(
        id=identity,
        kind=EventKind(kind),
        at=instant_of(at),
        card=CardKey(deck, question, learner),
        target=review_id or event_id or "",
        detail=detail,
    )


def card_row(card: Card) -> Row:
    """A card in the order of `CARD_COLUMNS`."""
    key = card.key
    last_at = None if card.last_at is None else microseconds_of(card.last_at)
    return (
        key.learner,
        key.deck_id,
        key.question_id,
        *_state_columns(card.state),
        card.first_day,
        last_at,
        int(card.is_suspended),
        card.buried_day,
    )


def _state_columns(state: CardState) -> Row:
    match state:
        case New():
            return (0, *[None] * 8)
        case Learning(step, stability, difficulty, due_at, last_day):
            due = microseconds_of(due_at)
            return (LEARNING, step, stability, difficulty, due, None, last_day, None, None)
        case Remembered(stability, difficulty, due_day, last_day, reps, lapses):
            return (
                REMEMBERED,
                *(None, stability, difficulty, None, due_day, last_day, reps, lapses),
            )
        case Relearning(step, stability, difficulty, due_at, last_day, reps, lapses):
            due = microseconds_of(due_at)
            return (RELEARNING, step, stability, difficulty, due, None, last_day, reps, lapses)
    assert_never(state)


def read_card(row: Row) -> Card:
    """The card of a row in the order of `CARD_COLUMNS`."""
    learner, deck, question, *columns, first_day, last_at, is_suspended, buried_day = row
    return Card(
        key=CardKey(deck, question, learner),
        state=_state(*columns),
        first_day=first_day,
        last_at=None if last_at is None else instant_of(last_at),
        is_suspended=bool(is_suspended),
        buried_day=buried_day,
    )


def _state(
    phase: int,
    step: int,
    stability: float,
    difficulty: float,
    due_at: int,
    due_day: int,
    last_day: int,
    reps: int,
    lapses: int,
) -> CardState:
    if phase == REMEMBERED:
        return Remembered(stability, difficulty, due_day, last_day, reps, lapses)
    if phase == LEARNING:
        return Learning(step, stability, difficulty, instant_of(due_at), last_day)
    if phase == RELEARNING:
        return Relearning(step, stability, difficulty, instant_of(due_at), last_day, reps, lapses)
    return New()
