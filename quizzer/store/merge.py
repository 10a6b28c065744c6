"""Joins two histories: the union of what each of them holds.

Whatever the order, however often: the result is the same. Of an undo or an end that both know, the
earlier and the later instant stand.
"""

from dataclasses import dataclass
from pathlib import Path

from quizzer.diagnostics import QuizzerError
from quizzer.store.store import Store

_UNION = (
    "INSERT OR IGNORE INTO main.sitting SELECT * FROM other.sitting",
    """
    INSERT INTO main.sitting_end SELECT * FROM other.sitting_end WHERE true
    ON CONFLICT (sitting_id) DO UPDATE SET
        reason = CASE WHEN (excluded.ended_at, excluded.reason) > (ended_at, reason)
                 THEN excluded.reason ELSE reason END,
        ended_at = max(ended_at, excluded.ended_at)
    """,
    """
    INSERT OR IGNORE INTO main.review (
        id, deck_id, question_id, learner, at, rating, verdict, response, duration_ms, mode,
        options, scheduler, sitting_id, origin, confidence
    )
    SELECT id, deck_id, question_id, learner, at, rating, verdict, response, duration_ms, mode,
        options, scheduler, sitting_id, origin, confidence
    FROM other.review ORDER BY seq
    """,
    """
    INSERT INTO main.retraction SELECT * FROM other.retraction WHERE true
    ON CONFLICT (review_id) DO UPDATE SET at = min(at, excluded.at)
    """,
)


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
    # Opening it checks that it is a history and that this version can read it.
    with Store(other) as theirs:
        total = theirs.count()
    before = store.count()
    store.attached(other, _UNION)
    added = store.count() - before
    return Merged(added=added, known=total - added)
