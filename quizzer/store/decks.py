"""What deck files held when they were last read, so that counting need not read them again.

A file that has kept its size and its time of change is taken as unchanged, unless it was changed
so shortly before the last look that another change could bear the same time; then its digest
decides.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from quizzer.store.store import Store

_TOO_FRESH = 2_000_000_000
"""Nanoseconds; file systems note times no finer than two seconds (FAT)."""


@dataclass(frozen=True, slots=True)
class KnownDeck:
    """A deck file as the history knows it; `id` is empty when the file is no deck."""

    path: Path
    id: str
    title: str
    sha256: str


Head = Callable[[Path], tuple[str, str]]
"""Reads a deck's id and title from its file; two empty texts when it is none."""

Questions = Callable[[Path], Iterable[str]]
"""Reads the ids of a deck's questions in order; raises QuizzerError for a deck with errors."""


def known_decks(store: Store, paths: Iterable[Path], head: Head, now_ns: int) -> list[KnownDeck]:
    """The decks among some files, in the order given; only files that changed are read.

    `now_ns` are nanoseconds since 1970. A file that cannot be read is left out.
    """
    sql = "SELECT path, mtime_ns, size, seen_at, sha256, deck_id, title FROM deck_file"
    rows = {row[0]: row[1:] for row in store.read(sql)}
    decks, changed = [], []
    for path in paths:
        name = str(path.absolute())
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            known = rows.get(name)
            if known is not None and known[:2] == stamp and known[2] - stamp[0] > _TOO_FRESH:
                _, _, _, digest, deck_id, title = known
            else:
                digest = sha256(path.read_bytes()).hexdigest()
                is_same = known is not None and known[3] == digest
                deck_id, title = known[4:] if known is not None and is_same else head(path)
                changed.append((name, *stamp, now_ns, digest, deck_id, title))
        except OSError:
            continue
        if deck_id:
            decks.append(KnownDeck(path, deck_id, title, digest))
    if changed:
        with store.transaction() as connection:
            sql = "INSERT OR REPLACE INTO deck_file VALUES (?, ?, ?, ?, ?, ?, ?)"
            connection.executemany(sql, changed)
    return decks


def index_deck(store: Store, deck: KnownDeck, questions: Questions) -> None:
    """Notes which questions a deck has now, if its file changed since that was last done.

    Raises:
        QuizzerError: the deck has errors.
    """
    if store.read("SELECT 1 FROM deck WHERE id = ? AND sha256 = ?", [deck.id, deck.sha256]):
        return
    rows = [(deck.id, name, place) for place, name in enumerate(questions(deck.path))]
    with store.transaction() as connection:
        connection.execute("DELETE FROM question WHERE deck_id = ?", (deck.id,))
        connection.executemany("INSERT INTO question VALUES (?, ?, ?, 0)", rows)
        store.cache.mark_met(deck.id)
        connection.execute("INSERT OR REPLACE INTO deck VALUES (?, ?)", (deck.id, deck.sha256))
