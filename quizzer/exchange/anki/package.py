"""Writes an Anki package: schema 11 `collection.anki21` and a JSON media map.

Only the standard library is used. The same input gives the same bytes: no clock is read, rows
go in in a fixed order, and the archive carries one fixed date.
"""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from html import unescape
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from quizzer.collection import no_collection
from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.identity import stable_id
from quizzer.exchange.anki.notes import AnkiNote
from quizzer.exchange.anki.notetypes import TYPES_CHANGED, note_types
from quizzer.exchange.anki.progress import CardRows, Progress, preset_of
from quizzer.exchange.anki.revlog import revlog_rows
from quizzer.exchange.anki.rows import (
    CARD_PLACES,
    CardRow,
    Timing,
    collection_settings,
    deck_row,
    default_preset,
)
from quizzer.exchange.anki.schema import INDEXES, TABLES

_TAG = re.compile(r"<[^>]*>")
_PLACES = {
    "col": ", ".join("?" * 13),
    "notes": "?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ''",
    "cards": CARD_PLACES,
    "revlog": "?, ?, -1, ?, ?, ?, ?, ?, ?",
}
"""What stands in a row of each table; what is the same in all rows need not be handed over."""

_FORBIDDEN_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\[\]^%]')


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkiDeck:
    """One deck of the tree (levels parted by `::`) with its notes and the learner's memory."""

    deck_id: str
    name: str
    notes: Sequence[AnkiNote]
    progress: Progress | None = None


def write_package(
    decks: Iterable[AnkiDeck], media: Mapping[str, bytes] | None = None, *, timing: Timing
) -> bytes:
    """The bytes of an .apkg file.

    Raises:
        QuizzerError: two notes have one identity, or a medium's name cannot live in Anki.
    """
    checked = _checked_media(media or {})
    # On disk and not in memory: a database there would be copied before it can be packed.
    with TemporaryDirectory(prefix="quizzer-") as folder:
        path = Path(folder) / "collection.anki21"
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            connection.executescript(TABLES)
            connection.execute("BEGIN")
            with no_collection():
                _fill(connection, list(decks), timing)
            connection.execute("COMMIT")
            connection.executescript(INDEXES)
        finally:
            connection.close()
        return _archive(path, checked)


def _fill(connection: sqlite3.Connection, decks: Sequence[AnkiDeck], timing: Timing) -> None:
    deck_rows: dict[str, object] = {"1": deck_row(1, "Default", 1)}
    presets: dict[str, object] = {"1": default_preset(1, "Default")}
    _refuse_doubles(decks)
    taken: set[int] = set()
    logs: list[tuple[Progress, dict[str, int]]] = []
    for deck in decks:
        identity, preset = stable_id("deck", deck.deck_id), 1
        if deck.progress is not None:
            preset = stable_id("preset", deck.deck_id)
            own = {"id": preset, "name": f"quizzer: {deck.name.rpartition('::')[2]}"}
            presets[str(preset)] = {**default_preset(1, ""), **preset_of(deck.progress), **own}
        for name in _ancestors(deck.name):
            above = stable_id("deck", "", name)
            deck_rows[str(above)] = deck_row(above, name, 1)
        deck_rows[str(identity)] = deck_row(identity, deck.name, preset)
        ids = _note_ids(deck, taken)
        _insert(connection, "notes", map(_note_row, ids, deck.notes))
        _insert(connection, "cards", _card_rows(identity, ids, deck))
        if deck.progress is not None:
            names = (note.question_id for note in deck.notes)
            logs.append((deck.progress, dict(zip(names, ids, strict=True))))
    _insert(connection, "revlog", revlog_rows(logs))
    columns = (
        *(1, timing.created, TYPES_CHANGED * 1000, TYPES_CHANGED * 1000, 11, 0, 0, 0),
        json.dumps(collection_settings(timing)),
        json.dumps(note_types(), ensure_ascii=False),
        json.dumps(deck_rows, ensure_ascii=False),
        json.dumps(presets, ensure_ascii=False),
        "{}",
    )
    _insert(connection, "col", [columns])


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES ({_PLACES[table]})", rows)


def _note_ids(deck: AnkiDeck, taken: set[int]) -> Sequence[int]:
    """Ids in a row, which SQLite takes fastest; no other deck's."""
    first = stable_id("notes", deck.deck_id)
    while not taken.isdisjoint(range(first, first + len(deck.notes))):
        first += len(deck.notes)
    ids = range(first, first + len(deck.notes))
    taken.update(ids)
    return ids


def _refuse_doubles(decks: Sequence[AnkiDeck]) -> None:
    seen: set[str] = set()
    for deck in decks:
        for note in deck.notes:
            if note.guid in seen:
                message = f"two questions are one note in Anki: {note.fields[-1]}"
                hint = "give each deck an id and each question an id of its own"
                raise QuizzerError.at(deck.name, message, hint, "X101")
            seen.add(note.guid)


def _card_rows(deck_id: int, ids: Sequence[int], deck: AnkiDeck) -> Iterator[tuple[object, ...]]:
    rows = None if deck.progress is None else CardRows(deck.progress)
    for position, (identity, note) in enumerate(zip(ids, deck.notes, strict=True), 1):
        row = CardRow.new(position) if rows is None else rows.row(note.question_id, position)
        yield row.values(identity, deck_id, note.changed)


def _ancestors(name: str) -> list[str]:
    parts = name.split("::")
    return ["::".join(parts[:count]) for count in range(1, len(parts))]


def _note_row(identity: int, note: AnkiNote) -> tuple[object, ...]:
    first = note.fields[0]
    if "<" in first or "&" in first:
        first = unescape(_TAG.sub("", first))
    checksum = int(sha1(first.encode("utf-8"), usedforsecurity=False).hexdigest()[:8], 16)
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    fields = "\x1f".join(note.fields)
    return (identity, note.guid, note.note_type, note.changed, tags, fields, first, checksum)


def _checked_media(media: Mapping[str, bytes]) -> dict[str, bytes]:
    checked: dict[str, bytes] = {}
    for name in sorted(media):
        # Anki stores names in NFC, and would look for them in vain under another form.
        composed = unicodedata.normalize("NFC", name)
        too_long = len(composed.encode("utf-8", "replace")) > 120
        is_odd = not composed or composed.strip(" .") != composed
        if _FORBIDDEN_IN_NAMES.search(composed) or is_odd or too_long:
            hint = "rename it: letters, digits, spaces, - and _, at most 120 bytes"
            raise QuizzerError.at(name, "Anki cannot keep a medium of this name", hint, "X102")
        if composed in checked:
            hint = "rename one of them"
            raise QuizzerError.at(name, "two media have one name in Anki", hint, "X103")
        checked[composed] = media[name]
    return checked


def _archive(collection: Path, media: Mapping[str, bytes]) -> bytes:
    names = {str(place): name for place, name in enumerate(media)}
    index = json.dumps(names, ensure_ascii=False).encode("utf-8")
    stream = BytesIO()
    # Entries that are opened by name are dated 1 January 1980.
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        with collection.open("rb") as file, archive.open(collection.name, "w") as packed:
            copyfileobj(file, packed, 1 << 16)
        for name, content in (*zip(names, media.values(), strict=True), ("media", index)):
            with archive.open(name, "w") as packed:
                packed.write(content)
    return stream.getvalue()
