"""Anki's own text format, as the official program reads it."""

from pathlib import Path

from anki.collection import ImportCsvRequest
from hypothesis import HealthCheck, given, settings

from quizzer.deck.model import Deck
from quizzer.exchange.anki.identity import note_guid
from quizzer.exchange.tables import write_anki_text
from tests.deck.strategies import DECKS
from tests.exchange.judge import collection
from tests.exchange.test_package import EVERY_FORM


def guids_after_import(deck: Deck, folder: Path, times: int = 1) -> list[str]:
    """The GUIDs that a collection holds after importing the deck's text file."""
    path = folder / "deck.txt"
    path.write_text(write_anki_text(deck), "utf-8", newline="")
    with collection() as anki:
        for _ in range(times):
            metadata = anki.get_csv_metadata(str(path), None)
            anki.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
        return sorted(anki.db.list("select guid from notes"))


def test_every_note_arrives_once(tmp_path: Path) -> None:
    """The headers tell Anki all it needs, and a second import doubles nothing."""
    expected = sorted(note_guid("garden", question.id) for question in EVERY_FORM.questions)
    assert guids_after_import(EVERY_FORM, tmp_path) == expected
    assert guids_after_import(EVERY_FORM, tmp_path, times=2) == expected


def is_usable(deck: Deck) -> bool:
    """Whether there are questions, each with an id of its own (the deck's check asks for that)."""
    ids = {question.id for question in deck.questions}
    return bool(ids) and len(ids) == len(deck.questions)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(DECKS.filter(is_usable))
def test_any_deck_arrives(tmp_path: Path, deck: Deck) -> None:
    """Whatever the text, each question is a note; Anki refuses only a file without any."""
    expected = sorted({note_guid(deck.id, question.id) for question in deck.questions})
    assert guids_after_import(deck, tmp_path) == expected
