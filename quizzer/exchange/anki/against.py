"""What an import would do to a collection that is already there, by Anki's own rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.incoming.collection import connected
from quizzer.exchange.anki.incoming.container import opened
from quizzer.exchange.anki.ledger import FIRST
from quizzer.exchange.anki.notes import AnkiNote


class Fate(StrEnum):
    """What becomes of a note: Anki adds it, overwrites its own, keeps its own, or both differ."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    KEEP = "keep"
    CONFLICT = "conflict"
    REFUSE = "refuse"


MEANINGS = {
    Fate.ADD: "new in Anki",
    Fate.UPDATE: "changed here, Anki takes it",
    Fate.SAME: "the same on both sides",
    Fate.KEEP: "edited in Anki, which keeps its own",
    Fate.CONFLICT: "changed on both sides, Anki takes the one from here",
    Fate.REFUSE: "Anki has it under another note type and leaves it alone",
}


@dataclass(frozen=True, slots=True)
class KnownNote:
    """A note as a collection has it; `changed` in seconds since 1970."""

    note_type: int
    changed: int
    fields: str
    tags: str


def read_known(path: Path, guids: Iterable[str]) -> dict[str, KnownNote]:
    """The notes of a collection (or a package) that have these GUIDs; the file is only read.

    Raises:
        QuizzerError: it is no collection of Anki, or another program holds it.
    """
    if not path.is_file():
        raise QuizzerError.at(str(path), "there is no such collection", "check the path", "X120")
    wanted = set(guids)
    with opened(path) as source, connected(source) as database:
        rows = database.execute("SELECT guid, mid, mod, flds, tags FROM notes")
        return {
            str(guid): KnownNote(int(kind), int(changed), str(fields), str(tags))
            for guid, kind, changed, fields, tags in rows
            if guid in wanted
        }


def fate_of(note: AnkiNote, there: KnownNote | None, exported: int | None) -> Fate:
    """What an import of `note` does; `exported` is the time under which it was last exported."""
    if there is None:
        return Fate.ADD
    if there.note_type != note.note_type:
        return Fate.REFUSE
    is_same = there.fields == "\x1f".join(note.fields) and _tags(there.tags) == set(note.tags)
    if is_same:
        return Fate.SAME
    if note.changed <= there.changed:
        return Fate.KEEP
    was_edited_there = there.changed != (FIRST if exported is None else exported)
    return Fate.CONFLICT if was_edited_there else Fate.UPDATE


def fates_of(
    notes: Iterable[AnkiNote], there: Mapping[str, KnownNote], exported: Mapping[str, int]
) -> dict[str, Fate]:
    """The fate of each note, by its identity; `exported` holds earlier times by identity."""
    return {
        note.fields[-1]: fate_of(note, there.get(note.guid), exported.get(note.fields[-1]))
        for note in notes
    }


def _tags(text: str) -> set[str]:
    return set(text.split())
