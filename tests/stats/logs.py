"""Logs for tests: answers of a few cards on given days."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from quizzer.memory.model import CardKey, Rating, Review

NOON = datetime(2025, 3, 18, 12, tzinfo=UTC)


def answer(
    question: str,
    day: int,
    right: bool = True,
    *,
    minutes: int = 0,
    rating: Rating | None = None,
    mode: str = "type",
    options: int = 0,
    duration_ms: int = 4000,
) -> Review:
    """An answer so many days (and minutes) after noon of 18 March 2025."""
    rating = rating or (Rating.GOOD if right else Rating.AGAIN)
    return Review(
        id=f"{question}-{day}-{minutes}",
        card=CardKey("deck", question),
        at=NOON + timedelta(days=day, minutes=minutes),
        rating=rating,
        verdict="right" if right else "wrong",
        response="",
        duration_ms=duration_ms,
        mode=mode,
        options=options,
        scheduler="fsrs-6",
        session_id="s",
        origin="study",
    )


def in_order(reviews: Iterable[Review]) -> list[Review]:
    """As a log gives them."""
    return sorted(reviews, key=lambda review: (review.at, review.id))
