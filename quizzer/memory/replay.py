"""The states of cards from the log: no state is stored for good, each can be had again."""

from collections.abc import Iterable

from quizzer.memory.day import microseconds_of
from quizzer.memory.model import CardKey, CardState, Review
from quizzer.memory.schedule import Entry, schedule_of
from quizzer.memory.settings import Settings


def replay(reviews: Iterable[Review], settings: Settings) -> dict[CardKey, CardState]:
    """The state of every card after these reviews, which must be in the order of time."""
    logs: dict[CardKey, list[Entry]] = {}
    for review in reviews:
        at = microseconds_of(review.at)
        entry = (int(review.rating), at, review.options, review.due_day)
        logs.setdefault(review.card, []).append(entry)
    schedule = schedule_of(settings)
    return {card: schedule.replayed(card, log) for card, log in logs.items()}
