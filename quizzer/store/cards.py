"""The cache of card states: what replaying the log gives, kept where it can be looked up.

For each learner and deck it notes by which settings the states were computed. A change of
settings, or an entry that was written without them, makes the deck stale, and the next look
replays it. Whatever writes to the log brings the cache along in the same transaction.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from sqlite3 import Connection

from quizzer.memory.day import instant_of, microseconds_of
from quizzer.memory.model import Card, CardKey, CardState, New, Remembered, Review
from quizzer.memory.schedule import Entry, Schedule, schedule_of
from quizzer.memory.settings import Settings
from quizzer.store.rows import CARD_COLUMNS, Row, card_row, read_card

Rules = Callable[[str], Settings]
"""The settings of a deck, by its id."""

_STANDING = "id NOT IN (SELECT id FROM undone)"
_PUT = f"INSERT OR REPLACE INTO card ({CARD_COLUMNS}) VALUES ({', '.join('?' * 16)})"
_KEY = "learner = ? AND deck_id = ? AND question_id = ?"
# The ids of events begin with their kinds, so that this walks down an index.
_LATEST_FIT = f"""
    SELECT detail FROM event WHERE id >= 'fit:' AND id < 'fit;' AND {_STANDING}
    ORDER BY at DESC, id DESC LIMIT 1
"""
_FLAGS = "kind IN ('bury', 'suspend', 'unsuspend', 'move')"
_MET = """
    UPDATE question SET is_met = EXISTS (
        SELECT 1 FROM card WHERE learner = '' AND card.deck_id = question.deck_id
            AND card.question_id = question.question_id AND phase > 0
    ) WHERE deck_id = ?
"""

Dated = tuple[int, str, int, int, int | None]
"""A review: its instant, id, rating, number of options, noted day."""

Flag = tuple[int, str, str, str]
"""A decision about a card: its instant, id, kind and detail."""


class CardCache:
    """The cards of one history; all but `card` must be called within a transaction."""

    def __init__(self, connection: Callable[[], Connection], rules: Rules | None):
        self._connection = connection
        self._rules = rules

    def settings_of(self, deck_id: str) -> Settings:
        """The settings of a deck, with the parameters that were fitted to this log, if any.

        The history must have been opened with settings.
        """
        assert self._rules is not None, "this history was opened without settings"
        settings, fitted = self._rules(deck_id), self._fitted()
        return settings if fitted is None else replace(settings, parameters=fitted)

    def _fitted(self) -> tuple[float, ...] | None:
        """The parameters of the latest standing fit."""
        found = self._one(_LATEST_FIT)
        return tuple(json.loads(found[0])) if found and found[0] else None

    def key_of(self, card: CardKey) -> CardKey:
        """The card under the name that its question goes by now."""
        sql = "SELECT to_deck_id, to_question_id FROM alias WHERE deck_id = ? AND question_id = ?"
        found = self._one(sql, card.deck_id, card.question_id)
        return CardKey(found[0], found[1], card.learner) if found else card

    def card(self, key: CardKey) -> Card | None:
        """A card as the cache has it."""
        sql = f"SELECT {CARD_COLUMNS} FROM card WHERE {_KEY}"
        row = self._one(sql, key.learner, key.deck_id, key.question_id)
        return None if row is None else read_card(row)

    def is_fresh(self, learner: str, deck_id: str) -> bool:
        """Whether the cards of a deck are what replaying would give."""
        sql = "SELECT digest FROM card_rules WHERE learner = ? AND deck_id = ?"
        known = self._one(sql, learner, deck_id)
        return known is not None and known[0] == self.settings_of(deck_id).digest

    def follow(self, review: Review) -> None:
        """Brings the cache along after a review was added."""
        key = self.key_of(review.card)
        if not self._can_follow(key):
            return
        card = self.card(key)
        if card is None or card.last_at is None or not self._is_last(card, review):
            self._recompute(key)
            return
        schedule = schedule_of(self.settings_of(key.deck_id))
        at = microseconds_of(review.at)
        entry = (int(review.rating), at, review.options, review.due_day)
        state = schedule.replayed(key, [entry], card.state)
        self._put([replace(card, state=state, last_at=review.at)])

    def touch(self, keys: Iterable[CardKey]) -> None:
        """Brings the cache along after anything else about these cards was added."""
        for key in {self.key_of(key) for key in keys}:
            if self._can_follow(key):
                self._recompute(key)

    def forget(self, learner: str, deck_id: str) -> None:
        """Makes a deck stale."""
        sql = "DELETE FROM card_rules WHERE learner = ? AND deck_id = ?"
        self._connection().execute(sql, (learner, deck_id))

    def forget_all(self) -> None:
        """Makes every deck stale."""
        self._connection().execute("DELETE FROM card_rules")

    def rebuild(self, learner: str, deck_id: str) -> int:
        """Replays a deck; gives the number of its reviews."""
        connection = self._connection()
        settings = self.settings_of(deck_id)
        connection.execute("DELETE FROM card WHERE learner = ? AND deck_id = ?", (learner, deck_id))
        replaying = _Replaying(connection, schedule_of(settings), learner, deck_id)
        places = ", ".join("?" * 16)
        rows = (card_row(card) for card in replaying.cards())
        connection.executemany(f"INSERT INTO card ({CARD_COLUMNS}) VALUES ({places})", rows)
        if learner == "":
            self.mark_met(deck_id)
        connection.execute(
            "INSERT OR REPLACE INTO card_rules VALUES (?, ?, ?)",
            (learner, deck_id, settings.digest),
        )
        return replaying.count

    def mark_met(self, deck_id: str) -> None:
        """Notes which questions of a deck have been met, for finding new ones quickly."""
        self._connection().execute(_MET, (deck_id,))

    def _can_follow(self, key: CardKey) -> bool:
        """Whether the cache of the card's deck was right until now; otherwise it is stale."""
        if self._rules is None:
            self.forget(key.learner, key.deck_id)
            return False
        if self.is_fresh(key.learner, key.deck_id):
            return True
        self.forget(key.learner, key.deck_id)
        if self._is_beginning(key):
            self.rebuild(key.learner, key.deck_id)
            return True
        return False

    def _is_beginning(self, key: CardKey) -> bool:
        """Whether a deck is so new that replaying it costs nothing."""
        sql = """
            SELECT count(*) FROM (
                SELECT 1 FROM review WHERE learner = ? AND deck_id = ? LIMIT 100
            )
        """
        (count,) = self._one(sql, key.learner, key.deck_id) or (0,)
        return bool(count < 100)

    def _is_last(self, card: Card, review: Review) -> bool:
        """Whether nothing in the log about a card comes after a review."""
        if card.last_at is None or review.at <= card.last_at:
            return False
        key, at = card.key, microseconds_of(review.at)
        sql = f"SELECT 1 FROM event WHERE {_KEY} AND at >= ? UNION ALL SELECT 1 FROM alias LIMIT 1"
        return self._one(sql, key.learner, key.deck_id, key.question_id, at) is None

    def _recompute(self, key: CardKey) -> None:
        schedule = schedule_of(self.settings_of(key.deck_id))
        replaying = _Replaying(self._connection(), schedule, key.learner, key.deck_id)
        card = replaying.card(key)
        if card is not None:
            self._put([card])
            return
        values = (key.learner, key.deck_id, key.question_id)
        self._connection().execute(f"DELETE FROM card WHERE {_KEY}", values)
        self._mark(key, is_met=False)

    def _put(self, cards: Iterable[Card]) -> None:
        for card in cards:
            self._connection().execute(_PUT, card_row(card))
            self._mark(card.key, is_met=not isinstance(card.state, New))

    def _mark(self, key: CardKey, *, is_met: bool) -> None:
        if key.learner == "":
            sql = """
                UPDATE question SET is_met = ? WHERE deck_id = ? AND question_id = ? AND is_met <> ?
            """
            values = (is_met, key.deck_id, key.question_id, is_met)
            self._connection().execute(sql, values)

    def _one(self, sql: str, *values: object) -> Row | None:
        row: Row | None = self._connection().execute(sql, values).fetchone()
        return row


class _Replaying:
    """Computes the cards of one learner and deck from the log."""

    def __init__(self, connection: Connection, schedule: Schedule, learner: str, deck_id: str):
        self._connection = connection
        self._schedule = schedule
        self._learner = learner
        self._deck_id = deck_id
        self.count = 0

    def cards(self) -> Iterator[Card]:
        """All cards that the log knows."""
        # Of questions that bear a new name now, or whose name others came to bear.
        renamed = self._renamed()
        flags = self._all_flags(renamed)
        plain = self._reviews(self._deck_id, "")
        for question_id, rows in groupby(plain, key=_question_of):
            if question_id in renamed:
                continue
            dated = [row[1:] for row in rows]
            yield self._made(question_id, dated, flags.pop(question_id, ()))
        for question_id in renamed:
            card = self.card(CardKey(self._deck_id, question_id, self._learner))
            if card is not None:
                yield card
            flags.pop(question_id, None)
        for question_id, left in flags.items():
            yield self._made(question_id, [], left)

    def card(self, key: CardKey) -> Card | None:
        """One card, with what was logged under earlier names; None if there is nothing."""
        dated: list[Dated] = []
        flags: list[Flag] = []
        for deck_id, question_id in self._sources(key):
            dated += [row[1:] for row in self._reviews(deck_id, question_id)]
            flags += [row[1:] for row in self._flags(deck_id, question_id)]
        if not dated and not flags:
            return None
        return self._made(key.question_id, sorted(dated), sorted(flags))

    def _made(self, question_id: str, dated: list[Dated], flags: Iterable[Flag]) -> Card:
        key = CardKey(self._deck_id, question_id, self._learner)
        self.count += len(dated)
        days = self._schedule.days
        entries: Iterable[Entry] = [(row[2], row[0], row[3], row[4]) for row in dated]
        state = self._schedule.replayed(key, entries)
        if not flags:
            return Card(
                key=key,
                state=state,
                first_day=days.of(dated[0][0]),
                last_at=instant_of(dated[-1][0]),
            )
        is_suspended, buried_day = False, None
        for at, _, kind, detail in flags:
            match kind:
                case "suspend" | "unsuspend":
                    is_suspended = kind == "suspend"
                case "bury":
                    buried_day = max(days.of(at), buried_day or 0)
                case "move":
                    state = _moved(state, int(detail), at, dated)
        return Card(
            key=key,
            state=state,
            first_day=days.of(dated[0][0]) if dated else None,
            last_at=instant_of(dated[-1][0]) if dated else None,
            is_suspended=is_suspended,
            buried_day=buried_day,
        )

    def _reviews(self, deck_id: str, question_id: str) -> Iterator[Row]:
        sql = "SELECT question_id, at, id, rating, options, due_day FROM review WHERE"
        return self._log(sql, deck_id, question_id, _STANDING)

    def _flags(self, deck_id: str, question_id: str) -> Iterator[Row]:
        sql = "SELECT question_id, at, id, kind, detail FROM event WHERE"
        return self._log(sql, deck_id, question_id, f"{_FLAGS} AND {_STANDING}")

    def _log(self, sql: str, deck_id: str, question_id: str, condition: str) -> Iterator[Row]:
        values = [self._learner, deck_id]
        where = "learner = ? AND deck_id = ?"
        if question_id:
            where, values = f"{where} AND question_id = ?", [*values, question_id]
        order = "ORDER BY question_id, at, id"
        return self._connection.execute(f"{sql} {where} AND {condition} {order}", values)

    def _all_flags(self, renamed: set[str]) -> dict[str, list[Flag]]:
        found: dict[str, list[Flag]] = {}
        for row in self._flags(self._deck_id, ""):
            if row[0] not in renamed:
                found.setdefault(row[0], []).append(row[1:])
        return found

    def _renamed(self) -> set[str]:
        sql = """
            SELECT question_id FROM alias WHERE deck_id = ?
            UNION SELECT to_question_id FROM alias WHERE to_deck_id = ?
        """
        return {row[0] for row in self._connection.execute(sql, (self._deck_id, self._deck_id))}

    def _sources(self, key: CardKey) -> list[tuple[str, str]]:
        """The names under which a card's history was logged."""
        sql = "SELECT deck_id, question_id FROM alias WHERE to_deck_id = ? AND to_question_id = ?"
        name = (key.deck_id, key.question_id)
        earlier = self._connection.execute(sql, name).fetchall()
        gone = "SELECT 1 FROM alias WHERE deck_id = ? AND question_id = ?"
        if self._connection.execute(gone, name).fetchone():
            # The name has passed to another question; what was logged under it went elsewhere.
            return earlier
        return [name, *earlier]


def _question_of(row: Row) -> str:
    name: str = row[0]
    return name


def _moved(state: CardState, day: int, at: int, dated: list[Dated]) -> CardState:
    """The state with another due day, unless the card was reviewed since it was moved."""
    if isinstance(state, Remembered) and at > dated[-1][0]:
        return replace(state, due_day=day)
    return state
