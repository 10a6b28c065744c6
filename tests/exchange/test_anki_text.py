"""Anki's own text format, as the official program reads it."""

from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import ImportCsvRequest
from anki.import_export_pb2 import ExportLimit as Limit
from hypothesis import HealthCheck, given, settings

from quizzer.deck.model import Deck, TextAnswer
from quizzer.deck.render import answer_text
from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.escape import as_html
from quizzer.exchange.anki.identity import note_guid
from quizzer.exchange.anki.incoming.html_text import html_text
from quizzer.exchange.anki_text import is_anki_text, read_anki_text
from quizzer.exchange.tables import write_anki_text
from tests.deck.strategies import DECKS
from tests.exchange.incoming.author import add_note, reading
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


def test_the_text_export_of_anki_comes_in(tmp_path: Path) -> None:
    """Fields, tags and the deck, by its own headers; HTML becomes text; ids are those of notes."""
    with collection() as anki:
        add_note(anki, "Basic", ["Who?", "<b>Ida</b><br>Moe"], tags=["a", "b::c"], deck="Trees")
        add_note(anki, "Basic", ['A "quoted"\tone?', "yes"], deck="Trees")
        path = tmp_path / "notes.txt"
        anki.export_note_csv(
            out_path=str(path),
            limit=Limit(whole_collection={}),
            with_html=True,
            with_tags=True,
            with_deck=True,
            with_notetype=True,
            with_guid=True,
        )
        deck = read_anki_text(path.read_text("utf-8"), "notes.txt", "notes")
        first, second = deck.questions
        assert (first.stem, first.answer) == ("Who?", TextAnswer("Ida\nMoe"))
        assert sorted(first.tags) == ["a", "b::c"]
        assert second.stem == 'A "quoted" one?'
        packed = reading(anki).decks[0]
        assert [one.id for one in packed.questions] == [first.id, second.id]


@given(DECKS)
def test_our_own_text_export_comes_in(deck: Deck) -> None:
    """As many questions as went out."""
    unique = {one.id: one for one in deck.questions if isinstance(one.answer, TextAnswer)}
    unique = {
        name: one
        for name, one in unique.items()
        if all(html_text(as_html(text)) for text in (one.stem, answer_text(one.answer)))
    }
    deck = replace(deck, questions=tuple(unique.values()))
    text = write_anki_text(deck)
    assert is_anki_text(text)
    if deck.questions:
        assert len(read_anki_text(text, "d.txt", "d").questions) == len(deck.questions)


@pytest.mark.parametrize("text", ["#separator:tab\n", "#separator:tab\n#html:true\nonly one\n"])
def test_a_text_export_without_notes_is_named(text: str) -> None:
    """Empty, or with one field a row."""
    with pytest.raises(QuizzerError):
        read_anki_text(text, "d.txt", "d")
