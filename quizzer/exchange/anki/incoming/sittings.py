"""Reviews from Anki are put into sittings: one a deck and study day."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from quizzer.memory.day import date_of
from quizzer.memory.model import Review
from quizzer.store.model import Sitting

ORIGIN = "anki"


def as_sittings(
    reviews: Iterable[Review], day_of: Callable[[datetime], int]
) -> list[tuple[Sitting, list[Review]]]:
    """The reviews by the sitting they belong to, in order; `day_of` counts study days.

    The ids of sittings come from deck and day, so a second import finds those of the first.
    """
    found: dict[tuple[int, str], list[Review]] = {}
    for review in reviews:
        found.setdefault((day_of(review.at), review.card.deck_id), []).append(review)
    sittings = []
    for (day, deck_id), members in sorted(found.items()):
        members.sort(key=lambda one: (one.at, one.id))
        sitting = Sitting(
            id=f"anki-{date_of(day)}-{deck_id}",
            origin=ORIGIN,
            started_at=members[0].at,
            decks=(deck_id,),
        )
        sittings.append((sitting, [replace(one, session_id=sitting.id) for one in members]))
    return sittings
