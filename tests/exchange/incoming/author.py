"""The official program as the author of what we read: notes, reviews, and its own exports."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from anki.collection import Collection, ExportAnkiPackageOptions
from anki.import_export_pb2 import ExportLimit
from anki.notes import Note, NoteId

from quizzer.exchange.anki.incoming.collection import Collection as Read
from quizzer.exchange.anki.incoming.collection import read_collection
from quizzer.exchange.anki.incoming.container import opened
from quizzer.exchange.anki.incoming.decks import Gathered, gather

FORMS = ("apkg", "legacy apkg", "colpkg", "legacy colpkg", "anki2", "anki21b")
"""Every way in which the program gives its data away."""


def add_note(
    anki: Collection,
    note_type: str,
    fields: Sequence[str],
    *,
    deck: str = "Default",
    tags: Sequence[str] = (),
) -> Note:
    """A new note, as the program's add window makes it."""
    model = anki.models.by_name(note_type)
    assert model is not None
    note = anki.new_note(model)
    note.fields = list(fields)
    note.tags = list(tags)
    deck_id = anki.decks.id(deck)
    assert deck_id is not None
    anki.add_note(note, deck_id)
    return note


def export(anki: Collection, target: Path, form: str = "apkg", *, progress: bool = True) -> Path:
    """The whole collection in one of the forms; the collection stays open."""
    if form.endswith("apkg"):
        path = target / "deck.apkg"
        options = ExportAnkiPackageOptions(
            with_scheduling=progress,
            with_deck_configs=progress,
            with_media=True,
            legacy="legacy" in form,
        )
        limit = ExportLimit(whole_collection={})
        anki.export_anki_package(out_path=str(path), options=options, limit=limit)
        return path
    if form.endswith("colpkg"):
        path = target / "all.colpkg"
        anki.export_collection_package(str(path), True, "legacy" in form)
        anki.reopen(after_full_sync=False)
        return path
    path = target / f"collection.{form}"
    anki.close()
    data = Path(anki.path).read_bytes()
    if form == "anki21b":
        from backports import zstd

        data = zstd.compress(data)
    path.write_bytes(data)
    shutil.copytree(Path(anki.path).with_suffix(".media"), target / "collection.media")
    anki.reopen(after_full_sync=False)
    return path


def read(path: Path) -> tuple[Read, Gathered]:
    """What we make of it; media get the paths they have in Anki."""
    with opened(path) as package:
        collection = read_collection(package)
        names = package.media
        return collection, gather(
            collection, lambda name: f"media/{name}" if name in names else None
        )


def reading(anki: Collection, form: str = "apkg") -> Gathered:
    """What comes out of an export in that form."""
    with tempfile.TemporaryDirectory() as folder:
        return read(export(anki, Path(folder), form))[1]


def note_ids(anki: Collection) -> list[NoteId]:
    """All notes."""
    return list(anki.find_notes(""))
