"""Cards whose questions are gone: their history is kept and can be listed."""

from collections.abc import Collection

from quizzer.memory.day import instant_of
from quizzer.memory.model import CardKey
from quizzer.store.model import Orphan
from quizzer.store.store import Store

_GONE = """
    SELECT deck_id, question_id, last_at FROM card WHERE learner = '' AND phase > 0 AND NOT EXISTS (
        SELECT 1 FROM question WHERE question.deck_id = card.deck_id
            AND question.question_id = card.question_id
    )
"""


def orphans_in(store: Store, decks: Collection[str]) -> list[Orphan]:
    """Answered questions that no deck file holds; `decks` are the ids of those that are here."""
    rows = store.read(_GONE)
    rows += [
        row
        for row in store.read(
            "SELECT deck_id, question_id, last_at FROM card WHERE learner = '' AND phase > 0"
        )
        if row[0] not in decks
    ]
    found = []
    for deck_id, question_id, last_at in sorted(set(rows)):
        card = CardKey(deck_id, question_id)
        count = len(store.reviews(card=card))
        found.append(Orphan(card=card, reviews=count, last_at=instant_of(last_at)))
    return found
