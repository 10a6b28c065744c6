"""Edits made in Anki on notes of ours come back as edits of their questions, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.exchange.anki.incoming.decks import OwnNote
from quizzer.exchange.anki.incoming.html_text import no_medium
from quizzer.exchange.anki.incoming.own_notes import ReadBack, read_back, rebuilt
from quizzer.exchange.anki.notes import AnkiNote, note_of
from quizzer.exchange.anki.notetypes import CLOZE_FIELDS, QUESTION_FIELDS
from tests.deck.strategies import DATES

NOW = datetime(2026, 3, 1, tzinfo=UTC)
DECK = Deck(id="d", title="D")
SIGNS = ["<b>", "&amp;", "{{c1::x::y}}", "}}", "::", "\\(x\\)", "[sound:a.mp3]", "[$]", "a  b", "é"]
SIGNS += ['"', "'", "\n", "\U0001f600", "<br>", "<li>", "</td>"]


def is_plain(text: str) -> bool:
    """Not blank, in the form Anki keeps, and without a gap."""
    return bool(text) and text == text.strip() == normalize("NFC", text) and "__" not in text


LETTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\xa0\ufeff\ufffe\uffff"
)
TEXTS = st.lists(st.text(LETTERS, max_size=5) | st.sampled_from(SIGNS), max_size=4).map("".join)
PLAIN = TEXTS.map(lambda text: normalize("NFC", text).strip()).filter(is_plain)
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-1e7, max_value=1e7
)
UNITS = st.none() | st.sampled_from(["metres", "%", "US dollars", "km/h"])
ITEMS = st.lists(PLAIN, min_size=1, max_size=4, unique=True).map(tuple)
ANSWERS: list[st.SearchStrategy[Answer]] = [
    PLAIN.map(TextAnswer),
    st.booleans().map(TruthAnswer),
    st.builds(NumberAnswer, NUMBERS, UNITS, st.none()),
    DATES.map(DateAnswer),
    ITEMS.map(AllAnswer),
    ITEMS.map(OrderAnswer),
    st.dictionaries(PLAIN, PLAIN, min_size=1, max_size=3).map(
        lambda pairs: PairsAnswer(tuple(pairs.items()))
    ),
]
TAGS = st.lists(st.sampled_from(["ports", "two words", "a::b", "Ü"]), unique=True, max_size=3).map(
    tuple
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Question, Question]:
    """A question and what somebody made of it: the same kind of answer, anything else changed."""
    answers = draw(st.sampled_from(ANSWERS))
    is_cloze = draw(st.booleans())

    def one() -> Question:
        answer = draw(answers)
        has_gap = is_cloze and isinstance(answer, TextAnswer | NumberAnswer | DateAnswer)
        return Question(
            id="q",
            stem=draw(PLAIN) + (" ____ " + draw(PLAIN) if has_gap else ""),
            answer=answer,
            distractors=tuple(one for one in draw(ITEMS) if one != answer.text)
            if isinstance(answer, TextAnswer)
            else (),
            explanation=draw(st.none() | PLAIN),
            kind=draw(st.none() | st.just("place")),
            tags=draw(TAGS),
        )

    first, second = one(), one()
    return first, replace(second, kind=first.kind or second.kind)


def written(question: Question, was: AnkiNote | None = None) -> AnkiNote:
    """The note of a question, of the type that Anki has already."""
    return note_of(DECK, question, "", 0, None if was is None else was.kind)


def fields(note: AnkiNote) -> dict[str, str]:
    """Its fields by name."""
    names = CLOZE_FIELDS if note.kind == "cloze" else QUESTION_FIELDS
    return dict(zip(names, note.fields, strict=True))


def returned(first: Question, second: Question) -> ReadBack:
    """What is read when Anki has the note of the second where we have the first question."""
    was = written(first)
    note = written(second, was)
    own = OwnNote("q", fields(note), note.tags, 1)
    return read_back(first, fields(was), own, no_medium)


@given(versions())
def test_what_was_not_edited_stays_as_it_is(pair: tuple[Question, Question]) -> None:
    """The note as we wrote it reads as the question itself, whatever stands in it."""
    assert returned(pair[0], pair[0]) == ReadBack(pair[0])


@given(versions())
def test_every_edit_comes_back(pair: tuple[Question, Question]) -> None:
    """From any question to any other of its kind: what is read is the other one."""
    first, second = pair
    found = returned(first, second).question
    assert found.stem == second.stem
    assert found.answer == second.answer
    assert found.explanation == second.explanation
    assert found.kind == second.kind
    assert sorted(tag.replace(" ", "_") for tag in found.tags) == sorted(
        tag.replace(" ", "_") for tag in second.tags
    )
    assert set(found.distractors) == set(second.distractors)
    again = OwnNote("q", fields(written(found, written(first))), written(found).tags, 1)
    assert read_back(found, fields(written(found, written(first))), again, no_medium) == ReadBack(
        found
    )


def edited(question: Question, **changes: str) -> ReadBack:
    """What is read after somebody changed fields by hand."""
    was = fields(written(question))
    tags = tuple(changes.pop("tags", " ".join(written(question).tags)).split())
    return read_back(question, was, OwnNote("q", {**was, **changes}, tags, 1), no_medium)


OAK = Question(
    id="q",
    stem="How tall is the oak?",
    answer=NumberAnswer(Decimal(12), "metres", Decimal("0.5")),
    distractors=("9", "15"),
)


def test_numbers_keep_their_tolerance_and_may_lose_their_form() -> None:
    """A number stays one; words in its place are a text."""
    assert edited(OAK, Answer="1,300.5 feet").question.answer == NumberAnswer(
        Decimal("1300.5"), "feet", Decimal("0.5")
    )
    assert edited(OAK, Answer="very tall").question.answer == TextAnswer("very tall")


def test_an_option_is_edited_in_its_place() -> None:
    """The other stays as it was written; a new one is added, one taken out goes."""
    options = fields(written(OAK))["Options"]
    assert edited(OAK, Options=options.replace("9 metres", "8 metres")).question.distractors == (
        "8",
        "15",
    )
    more = f"{options}<li>20 metres</li>"
    assert edited(OAK, Options=more).question.distractors == ("9", "15", "20")
    less = options.replace("<li>9 metres</li>", "")
    assert edited(OAK, Options=less).question.distractors == ("15",)
    key = options.replace("12 metres", "13 metres")
    assert edited(OAK, Options=key).question.answer == replace(OAK.answer, number=Decimal(13))


def test_what_an_editor_does_to_html_is_read_as_text() -> None:
    """Lines in boxes, hard blanks, bold letters."""
    read = edited(OAK, Stem="<div>How <b>tall</b>&nbsp;is</div><div>the oak?</div><br>")
    assert read.question.stem == "How tall is\nthe oak?"


def test_dates_are_read_in_words_and_figures() -> None:
    """As people write them."""
    day = Question(id="q", stem="When?", answer=DateAnswer(PartialDate(2025, 3, 18)))
    for words, date in (
        ("19 March 2025", PartialDate(2025, 3, 19)),
        ("2025-04", PartialDate(2025, 4)),
        ("May 1999", PartialDate(1999, 5)),
    ):
        assert edited(day, Answer=words).question.answer == DateAnswer(date)
    assert edited(day, Answer="31 February 2025").question.answer == TextAnswer("31 February 2025")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Stem": " <br>"}, "stem was emptied"),
        ({"Answer": ""}, "key was emptied"),
        ({"Options": "9 or 15"}, "no longer a list"),
    ],
)
def test_edits_that_leave_no_question_are_named(changes: dict[str, str], words: str) -> None:
    """The question stays, and the reason is given."""
    read = edited(OAK, **changes)
    assert read.question == OAK
    assert words in read.remarks[0]


GAP = Question(id="q", stem="The ____ grows.", answer=TextAnswer("oak"))


def test_clozes_are_read_with_their_gap() -> None:
    """Key and text; further gaps and lost ones are named."""
    read = edited(GAP, Text="A {{c1::tall oak}} grows.").question
    assert (read.stem, read.answer) == ("A ____ grows.", TextAnswer("tall oak"))
    more = edited(GAP, Text="The {{c1::oak}} {{c2::grows}}.")
    assert more.question.stem == "The ____ grows."
    assert "one gap" in more.remarks[0]
    assert "gap was removed" in edited(GAP, Text="The oak grows.").remarks[0]


def test_tags_come_and_go() -> None:
    """What Anki adds by itself is no edit; a kind is a tag of ours."""
    question = replace(OAK, tags=("two words", "trees"), kind="figure")
    read = edited(question, tags="two_words new leech quizzer::figure").question
    assert read.tags == ("two words", "new")
    assert read.kind == "figure"
    assert edited(question, tags="quizzer::place").question.kind == "place"


@given(versions())
def test_a_question_can_be_had_from_its_note_alone(pair: tuple[Question, Question]) -> None:
    """When the deck's file is gone; numbers and dates are texts then."""
    note = written(pair[0])
    found = rebuilt(OwnNote("q", fields(note), note.tags, 1), no_medium)
    assert found is not None
    assert found.stem == pair[0].stem
    assert found.explanation == pair[0].explanation
    assert found.kind == pair[0].kind
    if isinstance(pair[0].answer, TextAnswer | TruthAnswer | OrderAnswer | PairsAnswer):
        assert found.answer == pair[0].answer
