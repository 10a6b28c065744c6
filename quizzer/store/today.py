"""What waits today, looked up in the cache of cards without reading the log."""

from collections.abc import Callable, Collection
from datetime import datetime

from quizzer.memory.day import day_number, instant_of, microseconds_of
from quizzer.memory.model import Card
from quizzer.memory.queue import Counts, DoneToday
from quizzer.memory.settings import Settings
from quizzer.store.rows import CARD_COLUMNS, read_card
from quizzer.store.store import Store

# The least name above the last one found: one step down the index for each deck.
_DECKS = """
    WITH RECURSIVE found (deck_id) AS (
        SELECT min(deck_id) FROM {table} WHERE learner = :learner
        UNION ALL
        SELECT (
            SELECT min(deck_id) FROM {table} WHERE learner = :learner AND deck_id > found.deck_id
        ) FROM found WHERE found.deck_id IS NOT NULL
    )
    SELECT deck_id FROM found WHERE deck_id IS NOT NULL
"""
_FREE = "NOT is_suspended AND ifnull(buried_day, -1) < :day"
_THERE = """
    EXISTS (SELECT 1 FROM question WHERE question.deck_id = card.deck_id
        AND question.question_id = card.question_id)
"""
_MINE = "card.learner = :learner AND card.deck_id = :deck"
_DUE = f"{_MINE} AND due_day <= :day AND {_FREE} AND {_THERE}"
_STEP = f"{_MINE} AND due_at <= :now AND {_FREE} AND {_THERE}"
_NEW = f"""
    SELECT question_id FROM question WHERE deck_id = :deck AND is_met = 0 AND NOT EXISTS (
        SELECT 1 FROM card WHERE {_MINE} AND card.question_id = question.question_id
            AND NOT ({_FREE})
    ) ORDER BY position LIMIT :limit
"""
_DONE = f"""
    SELECT count(*), ifnull(sum(first_day = :day), 0) FROM card WHERE {_MINE} AND last_day = :day
"""

Step = Callable[[int, int], None]
"""Called with how many decks are done and how many there are."""


class Today:
    """The cards of the one who learns here, at an instant; the history was opened with settings.

    Only questions that are in a deck's file count (see `quizzer.store.decks`).
    """

    def __init__(self, store: Store, now: datetime):
        self._store = store
        self.now = now
        self._learner = ""

    def answered_decks(self) -> list[str]:
        """Ids of all decks in which something was answered or decided."""
        names: set[str] = set()
        with_cards = ("review", "event")
        for table in with_cards:
            rows = self._store.read(_DECKS.format(table=table), {"learner": self._learner})
            names |= {row[0] for row in rows}
        names |= {new[0] for old, new in self._store.renamed().items() if old[0] in names}
        # What is about no single card stands under no deck.
        return sorted(names - {""})

    def refresh(self, deck_ids: Collection[str], step: Step = lambda done, total: None) -> int:
        """Replays the decks whose settings or log changed unseen; gives the number of reviews.

        `step` is told after each deck how many are done.
        """
        count = 0
        for done, deck_id in enumerate(deck_ids):
            step(done, len(deck_ids))
            if not self._store.cache.is_fresh(self._learner, deck_id):
                with self._store.transaction():
                    count += self._store.cache.rebuild(self._learner, deck_id)
        return count

    def counts(self, deck_id: str) -> Counts:
        """How many cards wait now, within today's limits."""
        settings, done = self._store.cache.settings_of(deck_id), self.done(deck_id)
        reviews = max(0, settings.reviews_per_day - done.reviews)
        new = max(0, settings.new_per_day - done.new)
        return Counts(
            learning=self._count(f"SELECT 1 FROM card WHERE {_STEP} LIMIT :limit", deck_id, -1),
            due=self._count(f"SELECT 1 FROM card WHERE {_DUE} LIMIT :limit", deck_id, reviews),
            new=self._count(_NEW, deck_id, new),
        )

    def done(self, deck_id: str) -> DoneToday:
        """What was done today already."""
        ((met, new),) = self._store.read(_DONE, self._values(deck_id, 0))
        return DoneToday(new=new, reviews=met - new)

    def waiting(self, deck_id: str) -> list[Card]:
        """Cards whose step has run out or whose day has come."""
        values = self._values(deck_id, -1)
        steps = self._store.read(f"SELECT {CARD_COLUMNS} FROM card WHERE {_STEP}", values)
        due = self._store.read(f"SELECT {CARD_COLUMNS} FROM card WHERE {_DUE}", values)
        return [read_card(row) for row in (*steps, *due)]

    def soon(self, deck_id: str, until: datetime) -> list[Card]:
        """Cards whose step runs out after now and until then, the earliest first."""
        sql = f"""
            SELECT {CARD_COLUMNS} FROM card
            WHERE {_MINE} AND due_at > :now AND due_at <= :until AND {_FREE} AND {_THERE}
            ORDER BY due_at, question_id
        """
        values = {**self._values(deck_id, -1), "until": microseconds_of(until)}
        return [read_card(row) for row in self._store.read(sql, values)]

    def cards(self, deck_id: str) -> list[Card]:
        """All cards with a history, also those left out."""
        sql = f"SELECT {CARD_COLUMNS} FROM card WHERE {_MINE}"
        return [read_card(row) for row in self._store.read(sql, self._values(deck_id, 0))]

    def settings(self, deck_id: str) -> Settings:
        """The settings of a deck, with fitted parameters."""
        return self._store.cache.settings_of(deck_id)

    def new(self, deck_id: str, limit: int) -> list[str]:
        """Ids of questions that were never asked, in the deck's order."""
        rows = self._store.read(_NEW, self._values(deck_id, limit))
        return [row[0] for row in rows]

    def met(self, deck_id: str) -> list[str]:
        """Ids of the questions that were answered today."""
        sql = f"SELECT question_id FROM card WHERE {_MINE} AND last_day = :day"
        rows = self._store.read(sql, self._values(deck_id, 0))
        return [row[0] for row in rows]

    def next_step(self, deck_id: str) -> datetime | None:
        """When the next step of a question in learning runs out, today or later."""
        sql = f"SELECT min(due_at) FROM card WHERE {_MINE} AND due_at > :now AND {_FREE}"
        ((at,),) = self._store.read(sql, self._values(deck_id, 0))
        return None if at is None else instant_of(at)

    def next_day(self, deck_id: str) -> int | None:
        """The next study day after today on which something is due."""
        sql = f"SELECT min(due_day) FROM card WHERE {_MINE} AND due_day > :day AND NOT is_suspended"
        ((day,),) = self._store.read(sql, self._values(deck_id, 0))
        return None if day is None else int(day)

    def _count(self, sql: str, deck_id: str, limit: int) -> int:
        rows = self._store.read(f"SELECT count(*) FROM ({sql})", self._values(deck_id, limit))
        return int(rows[0][0])

    def _values(self, deck_id: str, limit: int) -> dict[str, object]:
        settings = self._store.cache.settings_of(deck_id)
        return {
            "learner": self._learner,
            "deck": deck_id,
            "day": day_number(self.now, settings.timezone, settings.rollover_hour),
            "now": microseconds_of(self.now),
            "limit": limit,
        }
