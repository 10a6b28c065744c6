"""Simulated learners whose memory follows FSRS-6 with parameters of their own."""

from datetime import UTC, datetime, timedelta

from quizzer.memory.day import day_number
from quizzer.memory.fsrs import (
    DEFAULT_PARAMETERS,
    Memory,
    interval_days,
    next_memory,
    retrievability,
)
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.seeded import seeded_number

START = datetime(2025, 1, 1, 12, tzinfo=UTC)
FIRST_DAY = day_number(START, UTC)


def changed(**places: float) -> tuple[float, ...]:
    """The default parameters with some set: `w0=0.1`."""
    values = list(DEFAULT_PARAMETERS)
    for name, value in places.items():
        values[int(name[1:])] = value
    return tuple(values)


LEARNERS = {
    "forgets fast": changed(w0=0.05, w1=0.3, w2=0.7, w3=2.0, w8=1.2),
    "remembers long": changed(w0=1.0, w1=4.0, w2=9.0, w3=25.0, w8=2.4),
    "steep curve": changed(w2=1.2, w8=1.4, w20=0.45),
    "flat curve": changed(w2=4.5, w8=2.1, w20=0.1),
}
"""Parameters that differ from the defaults as those of real learners do."""


def answers_of(
    true: tuple[float, ...], *, seed: int, cards: int, new_a_day: int = 10, days: int = 400
) -> list[Review]:
    """A log in order of time: the learner follows the default schedule and answers by memory.

    Each card is met on its day, and comes back on the day that the default parameters give it;
    whether it is recalled is drawn from the learner's own retrievability.
    """
    log: list[Review] = []
    for card in range(cards):
        day, last, turn = card // new_a_day, 0, 0
        shown: Memory | None = None
        own: Memory | None = None
        while day < days:
            elapsed = day - last if own else 0
            chance = retrievability(own.stability, elapsed, true) if own else 0.6
            draw = seeded_number("learner", seed, card, turn) / 2**64
            rating = Rating.GOOD if draw < chance else Rating.AGAIN
            own = next_memory(own, rating, elapsed, true)
            shown = next_memory(shown, rating, elapsed)
            at = START + timedelta(days=day, seconds=card)
            following = day + max(1, round(interval_days(shown.stability, 0.9)))
            log.append(_review(card, turn, rating, at, FIRST_DAY + following))
            last, turn, day = day, turn + 1, following
    return sorted(log, key=lambda review: (review.at, review.id))


def _review(card: int, turn: int, rating: Rating, at: datetime, due_day: int) -> Review:
    return Review(
        id=f"{card:05}-{turn:03}",
        card=CardKey("deck", f"q{card}"),
        at=at,
        rating=rating,
        verdict="right" if rating > Rating.AGAIN else "wrong",
        response="",
        duration_ms=4000,
        mode="type",
        options=0,
        scheduler="fsrs-6",
        session_id="s",
        origin="study",
        due_day=due_day,
    )
