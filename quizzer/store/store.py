"""The log of every answer: reviews are added and taken back by marks, never changed.

When a method that adds something returns, it is on disk.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from quizzer.memory.day import instant_of, microseconds_of
from quizzer.memory.model import CardKey, Review
from quizzer.store.cards import CardCache, Rules
from quizzer.store.database import explained, open_database, problems_in
from quizzer.store.migrate import keep_copy
from quizzer.store.model import Event, EventKind, PastSitting, Sitting
from quizzer.store.rows import REVIEW_COLUMNS, Row, event_row, read_event, read_review, review_row
from quizzer.store.standing import refresh_aliases, refresh_undone
from quizzer.store.tables import KIND, MIGRATIONS

_STANDING = "id NOT IN (SELECT id FROM undone)"
_ABOUT_MORE = (EventKind.RENAME, EventKind.FIT)
"""Decisions that more than one card follows from."""

_ADD_REVIEW = f"INSERT INTO review ({REVIEW_COLUMNS}) VALUES ({', '.join('?' * 16)})"
_ADD_EVENT = f"INSERT INTO event VALUES ({', '.join('?' * 9)})"

Values = Sequence[object] | Mapping[str, object]
"""What stands for the `?` or the `:name` of a query."""


class Store:
    """One history file, open until `close`; safe to use from several processes at once."""

    def __init__(self, path: Path, rules: Rules | None = None):
        """Opens the history at `path`, making it if there is none.

        `rules` gives the settings of a deck by its id; with them the states of cards are kept up
        to date, without them what is written makes them stale until somebody asks with settings.

        Raises:
            QuizzerError: the file cannot be used; the message says why.
        """
        self.path = path
        self._database = open_database(path, MIGRATIONS, KIND)
        self.cache = CardCache(self._database.connection, rules)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def begin(self, sitting: Sitting) -> None:
        """Notes that a sitting has begun; its reviews refer to it."""
        row = (
            sitting.id,
            sitting.origin,
            sitting.learner,
            microseconds_of(sitting.started_at),
            json.dumps(sitting.decks),
            sitting.settings,
        )
        with self.transaction() as connection:
            connection.execute("INSERT INTO sitting VALUES (?, ?, ?, ?, ?, ?)", row)

    def finish(self, sitting_id: str, at: datetime, reason: str) -> None:
        """Notes that a sitting is over; one that was left can be resumed and is not over."""
        row = (sitting_id, microseconds_of(at), reason)
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO sitting_end VALUES (?, ?, ?)", row)

    def append(self, review: Review) -> None:
        """Adds one review, in a transaction of its own.

        Raises:
            QuizzerError: it could not be written, or its id is taken.
        """
        self.append_all([review])

    def append_all(self, reviews: Iterable[Review]) -> None:
        """Adds reviews, all or none."""
        reviews = list(reviews)
        with self.transaction() as connection:
            connection.executemany(_ADD_REVIEW, map(review_row, reviews))
            for review in reviews:
                self.cache.follow(review)

    def replace(self, old: str, review: Review, at: datetime) -> None:
        """Adds a review that counts from now on instead of an earlier one, both or neither."""
        with self.transaction():
            self.append(review)
            self.undo(old, at)

    def note(self, events: Iterable[Event]) -> None:
        """Adds decisions about cards, all or none; undo and redo have methods of their own."""
        events = list(events)
        with self.transaction() as connection:
            rows = (event_row(event, targets_review=False) for event in events)
            connection.executemany(_ADD_EVENT, rows)
            self._follow(events)

    def undo(self, target: str, at: datetime) -> None:
        """Takes back a review or an event, by its id; a second time changes nothing."""
        self._mark(EventKind.UNDO, target, at)

    def redo(self, target: str, at: datetime) -> None:
        """Puts back what was taken back; a second time changes nothing."""
        self._mark(EventKind.REDO, target, at)

    def reviews(
        self,
        card: CardKey | None = None,
        learner: str | None = None,
        *,
        with_taken_back: bool = False,
    ) -> list[Review]:
        """Standing reviews, of one card, one learner or all, by time; on demand the others too.

        Cards bear the names that their questions go by now.
        """
        where, values = ["true" if with_taken_back else _STANDING], []
        if card is not None:
            name, renamed = (card.deck_id, card.question_id), self.renamed()
            names = [] if name in renamed else [name]
            names += [old for old, new in renamed.items() if new == name]
            pairs = " OR ".join(["deck_id = ? AND question_id = ?"] * len(names))
            where.append(f"({pairs or 'false'})")
            values += [part for name in names for part in name]
            learner = card.learner
        if learner is not None:
            where.append("learner = ?")
            values.append(learner)
        order = "ORDER BY at, id"
        sql = f"SELECT {REVIEW_COLUMNS} FROM review WHERE {' AND '.join(where)} {order}"
        return self._named(read_review(row) for row in self.read(sql, values))

    def events(self, *, is_standing: bool = True) -> list[Event]:
        """Decisions by time; `is_standing` leaves out what was taken back, and undoing itself."""
        where = f"{_STANDING} AND kind NOT IN ('undo', 'redo')" if is_standing else "true"
        rows = self.read(f"SELECT * FROM event WHERE {where} ORDER BY at, id")
        return [read_event(row) for row in rows]

    def latest(self, count: int, learner: str = "") -> list[Review | Event]:
        """The last standing answers and decisions of a learner, the newest first."""
        limit = f"WHERE learner = ? AND {_STANDING}"
        order = "ORDER BY at DESC, id DESC LIMIT ?"
        reviews = self.read(
            f"SELECT {REVIEW_COLUMNS} FROM review {limit} {order}", [learner, count]
        )
        events = self.read(
            f"SELECT * FROM event {limit} AND kind NOT IN ('undo', 'redo') {order}",
            [learner, count],
        )
        found: list[Review | Event] = [*map(read_review, reviews), *map(read_event, events)]
        return sorted(found, key=lambda one: (one.at, one.id), reverse=True)[:count]

    def taken_back(self, count: int, learner: str = "") -> list[Review | Event]:
        """What was taken back last and is so still, the latest undo first."""
        sql = """
            SELECT ifnull(review_id, event_id) FROM event JOIN undone
                ON undone.id = ifnull(review_id, event_id)
            WHERE kind = 'undo' AND learner = ?
            GROUP BY 1 ORDER BY max(at) DESC, max(event.id) DESC LIMIT ?
        """
        targets = [row[0] for row in self.read(sql, [learner, count])]
        return [found for target in targets if (found := self._entry(target)) is not None]

    def sittings(self, origin: str | None = None, limit: int = -1) -> list[PastSitting]:
        """Sittings with their standing reviews in order, the newest sitting first."""
        sql = (
            "SELECT id, origin, learner, started_at, decks, settings, ended_at, reason"
            " FROM sitting LEFT JOIN sitting_end ON sitting_id = id"
            " WHERE ? IS NULL OR origin = ? ORDER BY started_at DESC, id DESC LIMIT ?"
        )
        return [self._past(row) for row in self.read(sql, [origin, origin, limit])]

    def count(self) -> int:
        """How many reviews there are, taken back or not."""
        return int(self.read("SELECT count(*) FROM review")[0][0])

    def renamed(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Deck and question ids that go by new ones now."""
        rows = self.read("SELECT deck_id, question_id, to_deck_id, to_question_id FROM alias")
        return {(row[0], row[1]): (row[2], row[3]) for row in rows}

    def rebuild(self) -> None:
        """Throws away all that is computed from the log; it is made again when it is asked for."""
        with self.transaction() as connection:
            refresh_undone(connection)
            refresh_aliases(connection)
            connection.execute("DELETE FROM card")
            connection.execute("DELETE FROM question")
            connection.execute("DELETE FROM deck")
            connection.execute("DELETE FROM deck_file")
            self.cache.forget_all()

    def problems(self) -> list[str]:
        """What SQLite's own check finds wrong with the file; an empty list when all is well."""
        with explained(self.path, KIND):
            return problems_in(self._database)

    def copy_to(self, target: Path) -> None:
        """Copies the whole history to `target` while it stays in use."""
        with explained(target, KIND):
            keep_copy(self.path, target)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or none of what is done inside; other writers wait, readers do not."""
        with explained(self.path, KIND), self._database.atomic("IMMEDIATE"):
            yield self._database.connection()

    @contextmanager
    def beside(self, other: Path) -> Iterator[Connection]:
        """A transaction that sees another history as `other`."""
        with explained(self.path, KIND):
            self._database.execute_sql("ATTACH DATABASE ? AS other", (str(other),))
            try:
                with self.transaction() as connection:
                    yield connection
            finally:
                self._database.execute_sql("DETACH DATABASE other")

    def read(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows of a query."""
        with explained(self.path, KIND):
            return list(self._database.connection().execute(sql, values).fetchall())

    def _mark(self, kind: EventKind, target: str, at: datetime) -> None:
        with self.transaction() as connection:
            found = self._entry(target)
            is_undone = connection.execute(
                "SELECT 1 FROM undone WHERE id = ?", (target,)
            ).fetchone()
            if found is None or bool(is_undone) == (kind is EventKind.UNDO):
                return
            # The latest mark counts, so this one must be it even if the clock was put back.
            sql = "SELECT max(at) FROM event WHERE review_id = ? OR event_id = ?"
            (last,) = connection.execute(sql, (target, target)).fetchone()
            if last is not None:
                at = max(at, instant_of(last) + timedelta(microseconds=1))
            event = Event(
                id=f"{kind}:{target}:{microseconds_of(at)}",
                kind=kind,
                at=at,
                card=found.card,
                target=target,
            )
            row = event_row(event, targets_review=isinstance(found, Review))
            connection.execute(_ADD_EVENT, row)
            refresh_undone(connection, target)
            self._follow([found] if isinstance(found, Event) else [event])

    def _follow(self, events: Iterable[Event]) -> None:
        """Brings what is computed from events along."""
        events = list(events)
        about_cards = (event for event in events if event.kind not in _ABOUT_MORE)
        self.cache.touch(event.card for event in about_cards)
        renames = [event for event in events if event.kind is EventKind.RENAME]
        if renames:
            refresh_aliases(self._database.connection())
            # Any chain of names may have changed, and renaming is rare.
            self.cache.forget_all()

    def _entry(self, target: str) -> Review | Event | None:
        reviews = self.read(f"SELECT {REVIEW_COLUMNS} FROM review WHERE id = ?", [target])
        if reviews:
            return read_review(reviews[0])
        events = self.read("SELECT * FROM event WHERE id = ?", [target])
        return read_event(events[0]) if events else None

    def _named(self, reviews: Iterable[Review]) -> list[Review]:
        names = self.renamed()
        if not names:
            return list(reviews)
        named = []
        for review in reviews:
            name = names.get((review.card.deck_id, review.card.question_id))
            card = review.card if name is None else CardKey(*name, review.card.learner)
            named.append(review if name is None else dataclasses.replace(review, card=card))
        return named

    def _past(self, row: Row) -> PastSitting:
        identity, origin, learner, started, decks, settings, ended, reason = row
        where = f"sitting_id = ? AND {_STANDING}"
        sql = f"SELECT {REVIEW_COLUMNS} FROM review WHERE {where} ORDER BY at, seq"
        return PastSitting(
            sitting=Sitting(
                id=identity,
                origin=origin,
                started_at=instant_of(started),
                decks=tuple(json.loads(decks)),
                settings=settings,
                learner=learner,
            ),
            reviews=tuple(self._named(map(read_review, self.read(sql, [identity])))),
            ended_at=None if ended is None else instant_of(ended),
            reason=reason,
        )
