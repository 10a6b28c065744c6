"""Joins two histories: the union of what each of them holds.

Whatever the order, however often: the result is the same. Of an end that both know, the later
instant stands.
"""

from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory

from quizzer.diagnostics import QuizzerError
from quizzer.memory.model import CardKey
from quizzer.store.database import explained
from quizzer.store.migrate import keep_copy
from quizzer.store.rows import REVIEW_COLUMNS
from quizzer.store.standing import refresh_aliases, refresh_undone
from quizzer.store.store import Store
from quizzer.store.tables import KIND

_UNION = (
    "INSERT OR IGNORE INTO main.sitting SELECT * FROM other.sitting",
    """
    INSERT INTO main.sitting_end SELECT * FROM other.sitting_end WHERE true
    ON CONFLICT (sitting_id) DO UPDATE SET
        reason = CASE WHEN (excluded.ended_at, excluded.reason) > (ended_at, reason)
                 THEN excluded.reason ELSE reason END,
        ended_at = max(ended_at, excluded.ended_at)
    """,
    f"""
    INSERT OR IGNORE INTO main.review ({REVIEW_COLUMNS})
    SELECT {REVIEW_COLUMNS} FROM other.review ORDER BY seq
    """,
    "INSERT OR IGNORE INTO main.event SELECT * FROM other.event",
)
_TOUCHED = """
    SELECT learner, deck_id, question_id FROM main.review WHERE seq > ?
    UNION SELECT learner, deck_id, question_id FROM main.event WHERE rowid > ?
"""
_MANY = 2000
"""From so many cards on it is quicker to replay whole decks."""


@dataclass(frozen=True, slots=True)
class Merged:
    """How many reviews came in, and how many were there already."""

    added: int
    known: int


def merge_into(store: Store, other: Path) -> Merged:
    """Adds everything that the history at `other` holds; that file is not changed.

    Raises:
        QuizzerError: `other` is missing, is no history, or comes from a newer quizzer; then
            nothing was added.
    """
    if not other.is_file():
        raise QuizzerError.at(str(other), "there is no such file", "name a history.db", "S109")
    if other.resolve() == store.path.resolve():
        raise QuizzerError.at(str(other), "this is the same history", "name another", "S110")
    # A copy is read: theirs may be of an older version, or lie where nobody can write.
    with TemporaryDirectory(prefix="merge-", dir=store.path.parent) as folder:
        copy = Path(folder) / "other.db"
        with explained(other, KIND):
            keep_copy(other, copy)
        try:
            with Store(copy) as theirs:
                total = theirs.count()
        except QuizzerError as error:
            raise _about(error, other) from None
        before = store.count()
        with store.beside(copy) as connection:
            _join(store, connection)
        added = store.count() - before
    return Merged(added=added, known=total - added)


def _about(error: QuizzerError, other: Path) -> QuizzerError:
    """The same error, of the file that the learner named."""
    (one,) = error.diagnostics
    return QuizzerError.at(str(other), one.message, one.hint, one.code)


def _join(store: Store, connection: Connection) -> None:
    (last,) = connection.execute("SELECT ifnull(max(seq), 0) FROM main.review").fetchone()
    (final,) = connection.execute("SELECT ifnull(max(rowid), 0) FROM main.event").fetchone()
    # Places all over the indexes are written to; the default of 2 MB would read each many times.
    connection.execute("PRAGMA main.cache_size = -262144")
    for statement in _UNION:
        connection.execute(statement)
    refresh_undone(connection)
    cards = connection.execute(_TOUCHED, (last, final)).fetchall()
    before = store.renamed()
    refresh_aliases(connection)
    if store.renamed() != before:
        store.cache.forget_all()
    elif len(cards) > _MANY:
        for learner, deck_id in {(learner, deck_id) for learner, deck_id, _ in cards}:
            store.cache.forget(learner, deck_id)
    else:
        store.cache.touch(CardKey(deck, question, learner) for learner, deck, question in cards)
