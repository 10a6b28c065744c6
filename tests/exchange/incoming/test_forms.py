"""Every stock note type, in every form in which Anki gives its data away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from quizzer.deck.model import Question, TextAnswer
from quizzer.exchange.anki.incoming.decks import Gathered, deck_id_of
from tests.exchange.incoming.author import FORMS, add_note, export, read, reading
from tests.exchange.judge import collection


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    folder = tmp_path / "anki"
    folder.mkdir()
    with collection(folder) as opened:
        yield opened


def questions(gathered: Gathered) -> list[Question]:
    """All questions, in the order of the decks and their notes."""
    return [question for deck in gathered.decks for question in deck.questions]


def texts(gathered: Gathered) -> list[tuple[str, str]]:
    """Stems and keys."""
    found = []
    for question in questions(gathered):
        assert isinstance(question.answer, TextAnswer)
        found.append((question.stem, question.answer.text))
    return found


def fill(anki: Collection) -> None:
    """A note of each stock type, with a medium, tags, and a tree of decks."""
    name = anki.media.write_data("café 1.png", b"\x89PNG picture")
    add_note(anki, "Basic", ["Who?", f'Ida <img src="{name}">'], tags=["people", "a::b"])
    add_note(anki, "Basic (and reversed card)", ["dog", "Hund"], deck="Words::German")
    add_note(anki, "Basic (optional reversed card)", ["cat", "Katze", "y"], deck="Words::German")
    add_note(anki, "Basic (optional reversed card)", ["cow", "Kuh", ""], deck="Words::German")
    add_note(anki, "Basic (type in the answer)", ["Capital of Peru?", "Lima"], deck="Words")
    add_note(
        anki,
        "Cloze",
        ["{{c1::Ida}} met {{c2::Bo::who?}} in {{c1::May}}", "More."],
        deck="Words",
    )


EXPECTED = [
    ("Default", "Who?", "Ida ![](media/café 1.png)", None),
    ("Words", "Capital of Peru?", "Lima", None),
    ("Words", "____ met Bo in [...]", ("Ida", "May"), "More."),
    ("Words", "Ida met ____ [who?] in May", "Bo", "More."),
    ("Words::German", "dog", "Hund", None),
    ("Words::German", "Hund", "dog", None),
    ("Words::German", "cat", "Katze", None),
    ("Words::German", "Katze", "cat", None),
    ("Words::German", "cow", "Kuh", None),
]


@pytest.mark.parametrize("form", FORMS)
def test_stock_types_arrive_in_every_form(anki: Collection, tmp_path: Path, form: str) -> None:
    """Front, back, reversed cards, typing and clozes; decks, tags and media."""
    fill(anki)
    _, gathered = read(export(anki, tmp_path, form))
    found = [
        (
            deck.name,
            question.stem,
            getattr(question.answer, "text", None) or getattr(question.answer, "items", None),
            question.explanation,
        )
        for deck in gathered.decks
        for question in deck.questions
    ]
    assert found == EXPECTED
    assert gathered.absent == ()
    first = gathered.decks[0].questions[0]
    assert sorted(first.tags) == ["a::b", "people"]
    assert [deck.id for deck in gathered.decks] == ["default", "words", "words--german"]


def test_an_edited_wording_keeps_its_id(anki: Collection) -> None:
    """Ids come from the note, not from what it says."""
    note = add_note(anki, "Basic", ["Who?", "Ida"])
    before = questions(reading(anki))[0]
    note["Front"] = "Who is it?"
    anki.update_note(note)
    after = questions(reading(anki))[0]
    assert (before.id, before.stem) == (after.id, "Who?")
    assert after.stem == "Who is it?"


def test_decks_of_other_names_have_other_ids() -> None:
    """Names that only differ in signs or in scripts are told apart; plain ones stay plain."""
    names = ["C", "C++", "C#", "日本語", "日本", "a::b", "a b", "a-b", "A::B::c d", "::", ""]
    assert len({deck_id_of(name) for name in names}) == len(names)
    assert deck_id_of("Spanish Verbs::Past") == "spanish-verbs--past"
    assert deck_id_of("spanish verbs::past") == deck_id_of("Spanish Verbs::Past")


def test_cards_of_a_filtered_deck_go_home(anki: Collection) -> None:
    """While a filtered deck holds a card, it still belongs to its own."""
    add_note(anki, "Basic", ["Who?", "Ida"], deck="Home")
    filtered = anki.sched.get_or_create_filtered_deck(0)  # type: ignore[arg-type]
    filtered.name = "Cram"
    filtered.config.search_terms[0].search = "deck:Home"
    filtered.allow_empty = True
    anki.sched.add_or_update_filtered_deck(filtered)
    assert anki.decks.name(anki.get_card(anki.find_cards("")[0]).did) == "Cram"
    for form in ("colpkg", "apkg"):
        assert [deck.name for deck in reading(anki, form).decks] == ["Home"]


def test_a_custom_type_shows_what_its_templates_show(anki: Collection) -> None:
    """Conditionals, several fields, FrontSide, hints, special fields."""
    model = anki.models.new("Vocabulary")
    for name in ("Word", "Meaning", "Hint", "Picture"):
        anki.models.add_field(model, anki.models.new_field(name))
    template = anki.models.new_template("Recall")
    template["qfmt"] = (
        "{{#Word}}What means <b>{{text:Word}}</b>?{{/Word}}{{^Hint}} (no hint){{/Hint}}"
        "{{hint:Hint}}<style>b {color: red}</style>"
    )
    template["afmt"] = "{{FrontSide}}<hr id=answer>{{Meaning}}<div>{{Deck}}</div>"
    anki.models.add_template(model, template)
    anki.models.add(model)
    add_note(anki, "Vocabulary", ["<i>Baum</i>", "tree", "It grows.", ""], deck="German")
    add_note(anki, "Vocabulary", ["Haus", "house", "", ""], deck="German")
    found = questions(reading(anki))
    assert [(one.stem, one.answer) for one in found] == [
        ("What means Baum?", TextAnswer("tree\nGerman")),
        ("What means Haus? (no hint)", TextAnswer("house\nGerman")),
    ]
    assert found[0].explanation == "Hint: It grows."


def test_what_cannot_be_asked_is_named(anki: Collection, tmp_path: Path) -> None:
    """A blank back, a picture's hidden part, a deleted template: each with its reason."""
    add_note(anki, "Basic", ["Only a front", ""])
    reversed_note = add_note(anki, "Basic (and reversed card)", ["one", "two"])
    anki.media.write_data("map.png", b"\x89PNG")
    anki.add_image_occlusion_notetype()
    shape = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add_note(anki, "Image Occlusion", [shape, "<img src=map.png>", "", "", ""])
    anki.db.execute("update cards set ord = 7 where nid = ? and ord = 1", reversed_note.id)
    anki.db.execute(
        "insert into notes select id + 1, 'x', mid, mod, usn, tags, flds, sfld, csum,"
        " flags, data from notes where id = ?",
        reversed_note.id,
    )
    path = export(anki, tmp_path, "anki2")
    found, gathered = read(path)
    reasons = sorted(one.reason for one in gathered.absent)
    assert reasons == [
        "card 8: its card template was deleted",
        "it has no card",
        "it hides a part of a picture, which no text can ask for",
        "its back is blank",
    ]
    assert texts(gathered) == [("one", "two")]
    assert len(found.notes) == 4


def test_two_notes_of_one_guid_are_two_questions(anki: Collection, tmp_path: Path) -> None:
    """Some programs write the same GUID twice."""
    add_note(anki, "Basic", ["Who?", "Ida"])
    add_note(anki, "Basic", ["When?", "Now"])
    anki.db.execute("update notes set guid = 'same'")
    _, gathered = read(export(anki, tmp_path, "anki2"))
    assert len({question.id for question in questions(gathered)}) == 2
