"""The log of every answer: reviews are added and taken back by marks, never changed.

When a method that adds something returns, it is on disk.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from quizzer.memory.model import CardKey, Rating, Review
from quizzer.store.database import explained, open_database, problems_in
from quizzer.store.migrate import keep_copy
from quizzer.store.model import PastSitting, Sitting
from quizzer.store.tables import KIND, MIGRATIONS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_REVIEW_COLUMNS = (
    "id, deck_id, question_id, learner, at, rating, verdict, response, duration_ms, mode,"
    " options, scheduler, sitting_id, origin, confidence"
)
_STANDING = "id NOT IN (SELECT review_id FROM retraction)"


class Store:
    """One history file, open until `close`; safe to use from several processes at once."""

    def __init__(self, path: Path):
        """Opens the history at `path`, making it if there is none.

        Raises:
            QuizzerError: the file cannot be used; the message says why.
        """
        self.path = path
        self._database = open_database(path, MIGRATIONS, KIND)

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
            _microseconds(sitting.started_at),
            json.dumps(sitting.decks),
            sitting.settings,
        )
        self._write("INSERT INTO sitting VALUES (?, ?, ?, ?, ?, ?)", [row])

    def finish(self, sitting_id: str, at: datetime, reason: str) -> None:
        """Notes that a sitting is over; one that was left can be resumed and is not over."""
        row = (sitting_id, _microseconds(at), reason)
        self._write("INSERT OR REPLACE INTO sitting_end VALUES (?, ?, ?)", [row])

    def append(self, review: Review) -> None:
        """Adds one review, in a transaction of its own.

        Raises:
            QuizzerError: it could not be written, or its id is taken.
        """
        self.append_all([review])

    def append_all(self, reviews: Iterable[Review]) -> None:
        """Adds reviews, all or none."""
        places = ", ".join("?" * 15)
        sql = f"INSERT INTO review ({_REVIEW_COLUMNS}) VALUES ({places})"
        self._write(sql, [_row(review) for review in reviews])

    def undo(self, review_id: str, at: datetime) -> None:
        """Marks a review as taken back; a second time changes nothing."""
        row = (review_id, _microseconds(at))
        self._write("INSERT OR IGNORE INTO retraction VALUES (?, ?)", [row])

    def reviews(
        self,
        card: CardKey | None = None,
        learner: str | None = None,
        *,
        with_taken_back: bool = False,
    ) -> list[Review]:
        """Standing reviews, of one card, one learner or all, by time; on demand the others too."""
        where, values = ["1" if with_taken_back else _STANDING], []
        if card is not None:
            where.append("deck_id = ? AND question_id = ? AND learner = ?")
            values += [card.deck_id, card.question_id, card.learner]
        if learner is not None:
            where.append("learner = ?")
            values.append(learner)
        order = "ORDER BY at, id"
        sql = f"SELECT {_REVIEW_COLUMNS} FROM review WHERE {' AND '.join(where)} {order}"
        return [_review(row) for row in self._read(sql, values)]

    def sittings(self, origin: str | None = None, limit: int = -1) -> list[PastSitting]:
        """Sittings with their standing reviews in order, the newest sitting first."""
        sql = (
            "SELECT id, origin, learner, started_at, decks, settings, ended_at, reason"
            " FROM sitting LEFT JOIN sitting_end ON sitting_id = id"
            " WHERE ? IS NULL OR origin = ? ORDER BY started_at DESC, id DESC LIMIT ?"
        )
        return [self._past(row) for row in self._read(sql, [origin, origin, limit])]

    def count(self) -> int:
        """How many reviews there are, taken back or not."""
        return int(self._read("SELECT count(*) FROM review")[0][0])

    def attached(self, other: Path, statements: Iterable[str]) -> None:
        """Runs statements that see another history as `other`, all or none."""
        with explained(self.path, KIND):
            self._database.execute_sql("ATTACH DATABASE ? AS other", (str(other),))
            try:
                with self._database.atomic("IMMEDIATE"):
                    for statement in statements:
                        self._database.execute_sql(statement)
            finally:
                self._database.execute_sql("DETACH DATABASE other")

    def problems(self) -> list[str]:
        """What SQLite's own check finds wrong with the file; an empty list when all is well."""
        with explained(self.path, KIND):
            return problems_in(self._database)

    def copy_to(self, target: Path) -> None:
        """Copies the whole history to `target` while it stays in use."""
        with explained(target, KIND):
            keep_copy(self.path, target)

    def _past(self, row: tuple[Any, ...]) -> PastSitting:
        identity, origin, learner, started, decks, settings, ended, reason = row
        where = f"sitting_id = ? AND {_STANDING}"
        sql = f"SELECT {_REVIEW_COLUMNS} FROM review WHERE {where} ORDER BY at, seq"
        return PastSitting(
            sitting=Sitting(
                id=identity,
                origin=origin,
                started_at=_instant(started),
                decks=tuple(json.loads(decks)),
                settings=settings,
                learner=learner,
            ),
            reviews=tuple(_review(found) for found in self._read(sql, [identity])),
            ended_at=None if ended is None else _instant(ended),
            reason=reason,
        )

    def _read(self, sql: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        with explained(self.path, KIND):
            return list(self._database.execute_sql(sql, tuple(values)).fetchall())

    def _write(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        with explained(self.path, KIND), self._database.atomic("IMMEDIATE"):
            for row in rows:
                self._database.execute_sql(sql, row)


def _row(review: Review) -> tuple[object, ...]:
    card = review.card
    return (
        review.id,
        card.deck_id,
        card.question_id,
        card.learner,
        _microseconds(review.at),
        int(review.rating),
        review.verdict,
        review.response,
        review.duration_ms,
        review.mode,
        review.options,
        review.scheduler,
        review.session_id,
        review.origin,
        review.confidence,
    )


def _review(row: tuple[Any, ...]) -> Review:
    (identity, deck, question, learner, at, rating, verdict, response, duration, *rest) = row
    mode, options, scheduler, sitting, origin, confidence = rest
    return Review(
        id=identity,
        card=CardKey(deck, question, learner),
        at=_instant(at),
        rating=Rating(rating),
        verdict=verdict,
        response=response,
        duration_ms=duration,
        mode=mode,
        options=options,
        scheduler=scheduler,
        session_id=sitting,
        origin=origin,
        confidence=confidence,
    )


def _microseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def _instant(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND
