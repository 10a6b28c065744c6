"""The tables of an Anki collection as frozen data: schema 11 (JSON) and schema 18 (protobuf)."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.incoming.container import MEMBERS, Opened
from quizzer.exchange.anki.incoming.wire import number_of, text_of

MOST_NOTES, MOST_CARDS, MOST_REVIEWS = 1_000_000, 3_000_000, 20_000_000
"""Rows; more than anybody has learned, and what a machine's memory still holds."""

_OCCLUSION = 6
_REVIEW_CARD = 2
_FIELD_SEPARATOR = "\x1f"
_PARTS = ("notes", "cards", "col")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Template:
    """What makes a card of a note: front and back as Anki's templates."""

    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteType:
    """The fields and templates that notes share."""

    id: int
    name: str
    is_cloze: bool
    is_occlusion: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


class Note(NamedTuple):
    """A note; `changed` in seconds since 1970, `fields` in the order of its type."""

    id: int
    guid: str
    note_type: int
    changed: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


class Card(NamedTuple):
    """A card; `deck` is its home also while a filtered deck holds it, `place` its template's.

    `due` is the day of a card that has left its learning steps, counted from `created`.
    """

    id: int
    note: int
    deck: int
    place: int
    is_suspended: bool
    due: int | None


class Entry(NamedTuple):
    """An entry of the review log; `at_ms` is its id, milliseconds since 1970."""

    at_ms: int
    card: int
    ease: int
    interval: int
    factor: int
    duration_ms: int
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """All that is taken from a collection. Deck names have `::` between their levels.

    `created` is the instant from whose day on days are counted, in seconds since 1970, and
    `minutes_west` the offset of the time zone then, where it was noted. `uses_old_buttons` tells
    that learning cards were answered with three buttons, as until 2018.
    """

    note_types: dict[int, NoteType]
    decks: dict[int, str]
    notes: list[Note]
    cards: list[Card]
    log: list[Entry]
    created: int
    minutes_west: int | None
    uses_old_buttons: bool
    unreadable: dict[str, int] = field(default_factory=dict)


def read_collection(source: Opened) -> Collection:
    """Reads a collection; the file is not changed.

    Raises:
        QuizzerError: it is no collection, damaged, or larger than we take.
    """
    with connected(source) as database:
        return _read(database, source)


@contextmanager
def connected(source: Opened) -> Iterator[sqlite3.Connection]:
    """The collection as a database that is only read.

    Raises:
        QuizzerError: it is damaged, or no collection of Anki.
    """
    try:
        database = _connect(source.collection)
        try:
            yield database
        finally:
            database.close()
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        hint = "let Anki mend it with Tools > Check Database, and export it again"
        message = f"the collection is damaged ({error})"
        raise QuizzerError.at(source.name, message, hint, "X310") from None


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)
    try:
        database.text_factory = partial(str, encoding="utf-8", errors="replace")
        # Views, triggers and functions of a stranger's file must not run.
        database.execute("PRAGMA trusted_schema = OFF")
        # Anki compares names with a collation of its own; only indexes need it to be right.
        database.create_collation(
            "unicase", lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower())
        )
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _unicase(left: str, right: str) -> int:
    left, right = left.lower(), right.lower()
    return (left > right) - (left < right)


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _read(database: sqlite3.Connection, source: Opened) -> Collection:
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    tables = {
        str(name)
        for name, text in database.execute(sql)
        if str(text).upper().startswith("CREATE TABLE")
    }
    if not tables.issuperset(_PARTS):
        message, hint = "this is a database, but not Anki's", "name collection.anki2 or a package"
        raise QuizzerError.at(source.name, message, hint, "X302")
    for table, most in (("notes", MOST_NOTES), ("cards", MOST_CARDS), ("revlog", MOST_REVIEWS)):
        if (
            table in tables
            and database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > most
        ):
            message = f"it has more than {most:,} {table}"
            raise QuizzerError.at(source.name, message, "export it in parts", "X305")
    offset = _setting(database, tables, "creationOffset")
    version = _setting(database, tables, "schedVer")
    if version is None and source.member == MEMBERS[-1] and "config" not in tables:
        # Anki wrote collections of the newer scheduler under another name.
        version = 1
    unreadable: dict[str, int] = {}
    rows = partial(_rows, database, unreadable)
    has_log = "revlog" in tables
    return Collection(
        note_types=_note_types(database, tables),
        decks=_decks(database, tables),
        notes=rows("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id", _note, "notes"),
        cards=rows(
            "SELECT id, nid, CASE WHEN odid != 0 THEN odid ELSE did END, ord, queue, type,"
            " CASE WHEN odid != 0 AND odue != 0 THEN odue ELSE due END FROM cards ORDER BY id",
            _card,
            "cards",
        ),
        log=rows(
            "SELECT id, cid, ease, ivl, factor, time, type FROM revlog ORDER BY id",
            lambda row: Entry(*map(int, row)),
            "reviews",
        )
        if has_log
        else [],
        created=int(database.execute("SELECT crt FROM col").fetchone()[0]),
        minutes_west=None if offset is None else int(str(offset)),
        uses_old_buttons=version == 1,
        unreadable=unreadable,
    )


def _rows(
    database: sqlite3.Connection,
    unreadable: dict[str, int],
    sql: str,
    read: Callable[[tuple[str | int, ...]], T],
    what: str,
) -> list[T]:
    found = []
    for row in database.execute(sql):
        try:
            found.append(read(row))
        except (ValueError, TypeError):
            unreadable[what] = unreadable.get(what, 0) + 1
    return found


def _note(row: tuple[str | int, ...]) -> Note:
    identity, guid, note_type, changed, tags, fields = row
    return Note(
        int(identity),
        str(guid),
        int(note_type),
        int(changed),
        tuple(str(tags).split()),
        tuple(str(fields).split(_FIELD_SEPARATOR)),
    )


def _card(row: tuple[str | int, ...]) -> Card:
    identity, note, deck, place, queue, kind, due = map(int, row)
    return Card(identity, note, deck, place, queue == -1, due if kind == _REVIEW_CARD else None)


def _note_types(database: sqlite3.Connection, tables: set[str]) -> dict[int, NoteType]:
    if "notetypes" not in tables:
        (models,) = database.execute("SELECT models FROM col").fetchone()
        return {
            int(key): _old_note_type(int(key), model) for key, model in json.loads(models).items()
        }
    fields: dict[int, list[str]] = {}
    for identity, name in database.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(int(identity), []).append(str(name))
    templates: dict[int, list[Template]] = {}
    sql = "SELECT ntid, name, config FROM templates ORDER BY ntid, ord"
    for identity, name, config in database.execute(sql):
        made = Template(str(name), text_of(config, 1), text_of(config, 2))
        templates.setdefault(int(identity), []).append(made)
    return {
        int(identity): NoteType(
            id=int(identity),
            name=str(name),
            is_cloze=number_of(config, 1) == 1,
            is_occlusion=number_of(config, 9) == _OCCLUSION,
            fields=tuple(fields.get(int(identity), ())),
            templates=tuple(templates.get(int(identity), ())),
        )
        for identity, name, config in database.execute("SELECT id, name, config FROM notetypes")
    }


def _old_note_type(identity: int, model: dict[str, object]) -> NoteType:
    fields, templates = model.get("flds"), model.get("tmpls")
    if not isinstance(fields, list) or not isinstance(templates, list):
        raise ValueError("a note type has no fields or templates")
    return NoteType(
        id=identity,
        name=str(model.get("name", "")),
        is_cloze=model.get("type") == 1,
        is_occlusion=model.get("originalStockKind") == _OCCLUSION,
        fields=tuple(str(one["name"]) for one in _in_order(fields)),
        templates=tuple(
            Template(str(one.get("name", "")), str(one["qfmt"]), str(one["afmt"]))
            for one in _in_order(templates)
        ),
    )


def _in_order(parts: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(parts, key=lambda part: int(str(part.get("ord") or 0)))


def _decks(database: sqlite3.Connection, tables: set[str]) -> dict[int, str]:
    if "decks" in tables:
        rows = database.execute("SELECT id, name FROM decks").fetchall()
        return {int(identity): str(name).replace("\x1f", "::") for identity, name in rows}
    (decks,) = database.execute("SELECT decks FROM col").fetchone()
    return {int(key): str(deck["name"]) for key, deck in json.loads(decks).items()}


def _setting(database: sqlite3.Connection, tables: set[str], name: str) -> object:
    """A setting of the collection, or None where it was never set."""
    if "config" in tables:
        row = database.execute("SELECT val FROM config WHERE key = ?", (name,)).fetchone()
        return None if row is None else json.loads(bytes(row[0]))
    (settings,) = database.execute("SELECT conf FROM col").fetchone()
    return (json.loads(settings or "{}") or {}).get(name)
