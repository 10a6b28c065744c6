"""Packages as the official program reads them."""

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.deck.model import (
    AllAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Source,
    Span,
    TextAnswer,
    TruthAnswer,
)
from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.export import anki_deck, notes_of
from quizzer.exchange.anki.ledger import Ledger
from quizzer.exchange.anki.package import write_package
from quizzer.exchange.anki.rows import Timing
from tests.deck.strategies import DECKS
from tests.exchange.judge import bring_in, collection

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TIMING = Timing.fixed(UTC)

STOCK = {"Basic", "Basic (and reversed card)", "Basic (optional reversed card)"}
STOCK |= {"Basic (type in the answer)", "Cloze", "Image Occlusion"}
NOTE_TYPES = STOCK | {"quizzer question", "quizzer cloze"}

HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script><b>",
        "a & b &amp; <br> \\(x^2\\) \\[y\\] [latex]z[/latex] [$]q[/$] [$$]r[/$$]",
        "[sound:../../x.mp3] [anki:play:q:0]",
        "{{c1::gap::hint}} {{Stem}} }} :: {{",
        "e\u0301 \u00e9 \U0001f600 \u202e\u200f",
        "\x1f\x00 field\x1fseparator",
        "long " * 20_000,
    ]
)


def hostile(decks: list[Deck], texts: list[str]) -> list[Deck]:
    """The decks with hostile texts in their questions, and with ids that differ."""
    changed = []
    for place, deck in enumerate(decks):
        questions = {
            f"{question.id}{number}": Question(
                id=f"{question.id}{number}",
                stem=question.stem + texts[number % len(texts)],
                answer=question.answer,
                distractors=(*question.distractors, texts[(number + 1) % len(texts)]),
                explanation=question.explanation,
                kind=question.kind,
                tags=question.tags,
            )
            for number, question in enumerate(deck.questions)
        }
        changed.append(
            Deck(
                id=f"{deck.id}{place}",
                title=deck.title,
                source=deck.source,
                questions=tuple(questions.values()),
            )
        )
    return changed


def packed(decks: list[Deck], ledgers: list[Ledger] | None = None) -> tuple[bytes, list[Ledger]]:
    """The package of the decks and the ledgers after it."""
    written, after = [], []
    for deck, ledger in zip(decks, ledgers or [Ledger() for _ in decks], strict=True):
        notes, kept = notes_of(deck, None, ledger, NOW)
        written.append(anki_deck(deck, notes))
        after.append(kept)
    return write_package(written, timing=TIMING), after


def judge(decks: list[Deck]) -> None:
    """Imports, imports again, edits one question and imports once more."""
    package, ledgers = packed(decks)
    count = sum(len(deck.questions) for deck in decks)
    with collection() as anki:
        assert bring_in(anki, package)["new"] == count
        assert anki.note_count() == anki.card_count() == count
        expected = {
            note.guid: (note.fields, note.tags)
            for deck in decks
            for note in notes_of(deck, None, Ledger(), NOW)[0]
        }
        rows = anki.db.all("select guid, flds, tags from notes")
        assert {row[0]: tuple(row[1].split("\x1f")) for row in rows} == {
            guid: fields for guid, (fields, _) in expected.items()
        }
        assert {row[0]: frozenset(row[2].casefold().split(" ")) - {""} for row in rows} == {
            guid: frozenset(tag.casefold() for tag in tags) for guid, (_, tags) in expected.items()
        }
        again = bring_in(anki, package)
        assert again == {**dict.fromkeys(again, 0), "duplicate": count}
        if not count:
            return
        place = next(place for place, deck in enumerate(decks) if deck.questions)
        first = decks[place].questions[0]
        edited = Question(id=first.id, stem=first.stem + " Edited.", answer=TextAnswer("new key"))
        others = decks[place].questions[1:]
        decks[place] = Deck(
            id=decks[place].id,
            title=decks[place].title,
            source=decks[place].source,
            questions=(edited, *others),
        )
        after = bring_in(anki, packed(decks, ledgers)[0])
        assert after == {**dict.fromkeys(after, 0), "duplicate": count - 1, "updated": 1}
        assert anki.note_count() == anki.card_count() == count
        assert {model.name for model in anki.models.all_names_and_ids()} <= NOTE_TYPES


CASES = st.builds(
    hostile, st.lists(DECKS, min_size=1, max_size=2), st.lists(HOSTILE, min_size=1, max_size=3)
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(CASES)
def test_hostile_decks_arrive_whole(decks: list[Deck]) -> None:
    """Every note, card and tag arrives; a second import changes nothing; an edit, one note."""
    judge(decks)


@pytest.mark.long
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(CASES)
def test_two_hundred_hostile_decks_arrive_whole(decks: list[Deck]) -> None:
    """The same for two hundred decks."""
    judge(decks)


EVERY_FORM = Deck(
    id="garden",
    title="A garden",
    source=Source(title="Notes on a garden", url="https://example.org/garden?a=1&b=2"),
    questions=(
        Question(id="typed", stem="Who planted it?", answer=TextAnswer("Ada Marl"), kind="role"),
        Question(
            id="choice",
            stem="How tall is the oak?",
            answer=NumberAnswer(Decimal(12), "metres"),
            distractors=("9", "15"),
            evidence=(Span(0, 24),),
        ),
        Question(id="cloze", stem="The ____ grows.", answer=TextAnswer("oak")),
        Question(id="truth", stem="It is green.", answer=TruthAnswer(True)),
        Question(id="all", stem="Which trees?", answer=AllAnswer(("oak", "elm"))),
        Question(id="order", stem="In order?", answer=OrderAnswer(("seed", "sprout", "tree"))),
        Question(
            id="pairs", stem="Match.", answer=PairsAnswer((("oak", "acorn"), ("pine", "cone")))
        ),
    ),
)


def test_every_form_of_answer_makes_one_card() -> None:
    """Each question becomes a note with a card whose front is not blank."""
    package, _ = packed([EVERY_FORM])
    with collection() as anki:
        bring_in(anki, package)
        cards = [anki.get_card(card) for card in anki.find_cards("")]
        assert len(cards) == len(EVERY_FORM.questions)
        for card in cards:
            assert card.question() != card.answer()
            assert anki.get_empty_cards().notes == []


def test_the_cited_words_are_shown_with_the_answer_marked() -> None:
    """The back of the card quotes the source and marks the key."""
    notes, _ = notes_of(EVERY_FORM, "The oak is 12 metres tall now.", Ledger(), NOW)
    assert "The oak is <mark>12 metres</mark> ta" in notes[1].fields[6]


def test_the_same_decks_give_the_same_bytes() -> None:
    """Nothing of the clock or of chance gets into a package."""
    assert packed([EVERY_FORM])[0] == packed([EVERY_FORM])[0]


def test_equal_identities_are_refused() -> None:
    """Two decks of one id would be one note twice, so they are not written."""
    with pytest.raises(QuizzerError, match="two questions are one note"):
        packed([EVERY_FORM, EVERY_FORM])


def test_equal_texts_in_two_decks_stay_apart() -> None:
    """Identity comes from the ids, never from the text."""
    other = Deck(id="park", title="A park", questions=EVERY_FORM.questions)
    with collection() as anki:
        assert bring_in(anki, packed([EVERY_FORM, other])[0])["new"] == 14


def test_an_edit_in_anki_is_kept() -> None:
    """A later export of the unchanged question does not overwrite what was edited in Anki."""
    package, ledgers = packed([EVERY_FORM])
    with collection() as anki:
        bring_in(anki, package)
        note = anki.get_note(anki.find_notes('"Stem:Who planted it?"')[0])
        note["Stem"] = "Who planted the oak?"
        anki.update_note(note)
        bring_in(anki, packed([EVERY_FORM], ledgers)[0])
        assert anki.get_note(note.id)["Stem"] == "Who planted the oak?"
        bring_in(anki, packed([EVERY_FORM])[0])
        assert anki.get_note(note.id)["Stem"] == "Who planted the oak?"


def test_an_edit_that_changes_the_form_updates_in_place() -> None:
    """New distractors or a lost gap keep the note and its type."""
    package, ledgers = packed([EVERY_FORM])
    changed = Deck(
        id="garden",
        title="A garden",
        questions=(
            Question(
                id="typed",
                stem="Who planted it?",
                answer=TextAnswer("Ada Marl"),
                distractors=("B",),
            ),
            Question(id="cloze", stem="What grows?", answer=TextAnswer("oak")),
        ),
    )
    with collection() as anki:
        bring_in(anki, package)
        assert bring_in(anki, packed([changed], ledgers)[0])["updated"] == 2
        assert anki.note_count() == anki.card_count() == 7


def test_media_arrive_under_their_composed_names() -> None:
    """A decomposed name is written in the form under which Anki looks for it."""
    notes, _ = notes_of(EVERY_FORM, None, Ledger(), NOW)
    name = unicodedata.normalize("NFD", "café.png")
    shown = replace(notes[0], fields=('<img src="café.png">', *notes[0].fields[1:]))
    deck = anki_deck(EVERY_FORM, [shown])
    package = write_package([deck], {name: b"\x89PNG"}, timing=TIMING)
    with collection() as anki:
        bring_in(anki, package)
        assert "café.png" in {p.name for p in Path(anki.media.dir()).iterdir()}


@pytest.mark.parametrize("name", ["../x.png", "a/b.png", "c:x.png", "", "a\x00.png", " x.png"])
def test_media_names_that_anki_refuses_are_refused_before(name: str) -> None:
    """A path in a medium's name never gets into a package."""
    with pytest.raises(QuizzerError, match="Anki cannot keep"):
        write_package([], {name: b""}, timing=TIMING)


LONG = "a key that is much too long for anybody to type it"
SHOWN = [
    "<script>alert(1)</script> & <b>x</b> &amp;",
    r"\(x^2\) \[y\] $z$ $$w$$",
    "[latex]z[/latex] [$]q[/$] [$$]r[/$$] [LaTeX]s[/LaTeX]",
    "[sound:x.mp3] [anki:play:q:0]",
    "{{c1::gap::hint}} {{Answer}} }} :: {{",
    "\U0001f600 e \u202e \u200f",
]


@pytest.mark.parametrize("text", SHOWN)
@pytest.mark.parametrize("stem", ["{} is what?", "{} is ____."])
def test_anki_shows_text_as_it_was_written(text: str, stem: str) -> None:
    """No markup, formula, sound, field or cloze comes out of a stem or a key."""
    question = Question(id="q", stem=stem.format(text), answer=TextAnswer(f"{LONG} {text}"))
    with collection() as anki:
        bring_in(anki, packed([Deck(id="d", title="D", questions=(question,))])[0])
        assert anki.card_count() == 1
        output = anki.get_card(anki.find_cards("")[0]).render_output()
        front = unescape(re.sub("<[^>]*>", "", output.question_text))
        back = unescape(re.sub("<[^>]*>", "", output.answer_text))
        assert text in front
        assert text in back.replace(text, "", 1)
        assert not output.question_av_tags
        assert not output.answer_av_tags
        assert not re.search(r"<img|\[\[type|\\\(|\\\[", output.question_text + output.answer_text)


def test_cards_that_anki_has_are_never_rescheduled() -> None:
    """An export with other progress changes the content and leaves the schedule alone."""
    package, ledgers = packed([EVERY_FORM])
    with collection() as anki:
        bring_in(anki, package, progress=True)
        card = anki.get_card(anki.find_cards("Identity:garden/typed")[0])
        anki.sched.set_due_date([card.id], "17")
        due = anki.get_card(card.id).due
        edited = replace(EVERY_FORM.questions[0], explanation="New.")
        bring_in(
            anki,
            packed([replace(EVERY_FORM, questions=(edited,))], ledgers)[0],
            progress=True,
        )
        assert anki.get_note(card.nid)["Explanation"] == "New."
        assert anki.get_card(card.id).due == due
