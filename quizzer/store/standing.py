"""What events make of the log: entries that are taken back, questions that go by a new name."""

from collections.abc import Iterable
from sqlite3 import Connection

Name = tuple[str, str]
"""A deck id and a question id."""

_LATEST_UNDONE = """
    INSERT INTO undone SELECT target FROM (
        SELECT ifnull(review_id, event_id) AS target, kind, row_number() OVER (
            PARTITION BY ifnull(review_id, event_id) ORDER BY at DESC, id DESC
        ) AS place
        FROM event WHERE kind IN ('undo', 'redo')
    ) WHERE place = 1 AND kind = 'undo'
"""
_RENAMES = """
    SELECT deck_id, question_id, detail FROM event
    WHERE kind = 'rename' AND id NOT IN (SELECT id FROM undone) ORDER BY at, id
"""
_TARGET = """
    SELECT kind FROM event WHERE review_id = ? OR event_id = ? ORDER BY at DESC, id DESC LIMIT 1
"""


def refresh_undone(connection: Connection, target: str | None = None) -> None:
    """Notes anew what is taken back: one entry, or all of them."""
    if target is None:
        connection.execute("DELETE FROM undone")
        connection.execute(_LATEST_UNDONE)
        return
    connection.execute("DELETE FROM undone WHERE id = ?", (target,))
    latest = connection.execute(_TARGET, (target, target)).fetchone()
    if latest == ("undo",):
        connection.execute("INSERT INTO undone VALUES (?)", (target,))


def refresh_aliases(connection: Connection) -> None:
    """Notes anew where the history of renamed questions belongs."""
    renames = [
        ((deck, question), (new_deck, new_question))
        for deck, question, detail in connection.execute(_RENAMES)
        for new_deck, _, new_question in (detail.partition("/"),)
    ]
    connection.execute("DELETE FROM alias")
    rows = [(*old, *new) for old, new in final_names(renames).items()]
    connection.executemany("INSERT INTO alias VALUES (?, ?, ?, ?)", rows)


def final_names(renames: Iterable[tuple[Name, Name]]) -> dict[Name, Name]:
    """Where each renamed question ends, from renames in the order of time.

    Of two new names for one question the later counts. A question that got its old name back
    keeps it: a name leads on only to names that were given later.
    """
    steps: dict[Name, tuple[int, Name]] = {}
    for place, (old, new) in enumerate(renames):
        steps[old] = (place, new)
    ends = {}
    for old in steps:
        name, reached = old, -1
        while name in steps and steps[name][0] > reached:
            reached, name = steps[name]
        if name != old:
            ends[old] = name
    return ends
