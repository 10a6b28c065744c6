"""The states of cards from the log: no state is stored for good, each can be had again."""

from collections.abc import Iterable

from quizzer.memory.model import CardKey, CardState, New, Review
from quizzer.memory.schedule import reviewed
from quizzer.memory.settings import Settings


def replay(reviews: Iterable[Review], settings: Settings) -> dict[CardKey, CardState]:
    """The state of every card after these reviews, which must be in the order of time."""
    states: dict[CardKey, CardState] = {}
    for review in reviews:
        state = states.get(review.card, New())
        states[review.card] = reviewed(
            review.card,
            state,
            review.rating,
            review.at,
            settings,
            review.options,
            review.due_day,
        )
    return states
