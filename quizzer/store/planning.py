"""The day that a card is given by an answer, noted in the review before it is written.

Once noted, the day stands: neither new settings nor fitted parameters move it by themselves.
"""

from collections.abc import Mapping
from dataclasses import replace

from quizzer.memory.balance import balanced
from quizzer.memory.model import New, Remembered, Review
from quizzer.memory.schedule import interval_after, reviewed
from quizzer.store.store import Store

_LOAD = """
    SELECT due_day, sum(cards) FROM (
        SELECT due_day, count(*) AS cards FROM card_rules JOIN card USING (learner, deck_id)
        WHERE learner = ? AND due_day BETWEEN ? AND ? GROUP BY card.deck_id, due_day
    ) GROUP BY due_day
"""


def planned(store: Store, review: Review) -> Review:
    """The review with the day that its card is given; without one where steps decide."""
    cache = store.cache
    key = cache.key_of(review.card)
    settings = cache.settings_of(key.deck_id)
    if not cache.is_fresh(key.learner, key.deck_id):
        with store.transaction():
            cache.rebuild(key.learner, key.deck_id)
    card = cache.card(key)
    before = card.state if card else New()
    state = reviewed(key, before, review.rating, review.at, settings, review.options)
    if not isinstance(state, Remembered):
        return review

    def load(first: int, last: int) -> Mapping[int, int]:
        return dict(store.read(_LOAD, (key.learner, first, last)))

    interval = interval_after(state.stability, review.options, settings)
    reps, day = state.reps, state.last_day
    return replace(review, due_day=balanced(interval, settings.longest, key, reps, day, load))
