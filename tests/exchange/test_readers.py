"""What other programs read in our files: the same questions, whatever stands in them."""

import csv
import io
from decimal import Decimal
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.deck.render import answer_text, option_text
from quizzer.exchange.quiz_formats import Written, write_aiken, write_gift, write_moodle_xml
from quizzer.exchange.tables import read_table, write_csv, write_tsv
from tests.deck.strategies import DECKS
from tests.exchange.readers import Read, read_aiken, read_gift, read_moodle

SIGNS = [
    "{",
    "}",
    "=a ~b",
    "#",
    "####",
    "::x::",
    "\\",
    "//",
    "%50%",
    "->",
    "[html]",
    "<b>",
    "&amp;",
]
SIGNS += ["A) x", "ANSWER: A", "*", "TRUE", "$CATEGORY: x", "a\n\nb"]
TEXTS = st.lists(
    st.sampled_from(SIGNS) | st.text("ab ü🙂", min_size=1, max_size=4), min_size=1, max_size=3
).map("".join)
PLAIN = TEXTS.filter(lambda text: bool(text.strip()))
QUESTIONS = st.builds(
    Question,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True),
    stem=PLAIN,
    answer=PLAIN.map(TextAnswer)
    | st.booleans().map(TruthAnswer)
    | st.builds(NumberAnswer, st.integers(-99, 99).map(Decimal))
    | st.dictionaries(PLAIN, PLAIN, min_size=2, max_size=3).map(
        lambda pairs: PairsAnswer(tuple(pairs.items()))
    ),
    accept=st.lists(PLAIN, max_size=2).map(tuple),
    distractors=st.lists(PLAIN, max_size=3).map(tuple),
    explanation=st.none() | PLAIN,
)
HOSTILE = st.lists(QUESTIONS, max_size=4, unique_by=lambda one: one.id).map(
    lambda questions: Deck(id="d", title="D", questions=tuple(questions))
)


def line(text: str) -> str:
    """As one line, which these formats have for a text."""
    return " ".join(text.split())


def compare(read: Read, question: Question) -> None:
    """The other program's question is ours."""
    answer = question.answer
    assert line(read.stem) == line(question.stem)
    match answer:
        case TruthAnswer(value):
            assert read.kind in ("truefalse", "multichoice")
            assert read.rights[0][0].upper() == ("T" if value else "F")
        case PairsAnswer(pairs) if read.kind == "matching":
            assert [(line(a), line(b)) for a, b in read.pairs] == [
                (line(a), line(b)) for a, b in pairs
            ]
        case NumberAnswer(number, _, tolerance) if read.kind == "numerical":
            assert read.number == (str(number), str(tolerance or 0))
        case TextAnswer(text) if read.kind == "shortanswer":
            rights = [line(right.replace("\\*", "*")) for right in read.rights]
            assert rights == [line(one) for one in (text, *question.accept)]
        case (
            TextAnswer()
            | NumberAnswer()
            | DateAnswer()
            | AllAnswer()
            | OrderAnswer()
            | PairsAnswer()
        ):
            assert read.kind == "multichoice"
            assert [line(one) for one in read.rights] == [line(answer_text(answer))]
            assert sorted(line(one) for one in read.wrongs) == sorted(
                line(option_text(one, answer)) for one in question.distractors
            )
        case _:
            assert_never(answer)


def judge(deck: Deck, written: Written, found: list[Read]) -> None:
    """Every question is there or named as left out."""
    kept = [one for one in deck.questions if one.id not in written.left_out]
    assert len(found) == len(kept)
    for read, question in zip(found, kept, strict=True):
        compare(read, question)


@given(HOSTILE)
def test_gift_reads_as_it_was_meant(deck: Deck) -> None:
    """Names, stems, keys, options, pairs and feedback; text is plain, so that no markup counts."""
    written = write_gift(deck)
    found = read_gift(written.text)
    judge(deck, written, found)
    assert all(read.is_plain for read in found)
    kept = [one for one in deck.questions if one.id not in written.left_out]
    assert [read.name for read in found] == [one.id for one in kept]
    assert [read.feedback for read in found] == [line(one.explanation or "") for one in kept]


@given(HOSTILE)
def test_aiken_reads_as_it_was_meant(deck: Deck) -> None:
    """One right option each."""
    written = write_aiken(deck)
    judge(deck, written, read_aiken(written.text))


@given(HOSTILE)
def test_moodle_xml_reads_as_it_was_meant(deck: Deck) -> None:
    """HTML where HTML is declared, and text elsewhere."""
    written = write_moodle_xml(deck)
    found = read_moodle(written.text)
    judge(deck, written, found)


@given(DECKS)
def test_any_deck_can_be_read(deck: Deck) -> None:
    """Whatever it holds, the readers find as many questions as were not left out."""
    unique = {one.id: one for one in deck.questions}
    deck = Deck(id="d", title="D", questions=tuple(unique.values()))
    for write, read in ((write_gift, read_gift), (write_moodle_xml, read_moodle)):
        written = write(deck)
        assert len(read(written.text)) == len(deck.questions) - len(written.left_out)


@given(HOSTILE)
def test_tables_come_back_whole(deck: Deck) -> None:
    """CSV by RFC 4180 and Quizlet's TSV, read by Python's reader and by ours."""
    rows = list(csv.DictReader(io.StringIO(write_csv(deck), newline="")))
    # An apostrophe stands before what a spreadsheet would take for a formula.
    assert all(
        row["stem"] in (one.stem, f"'{one.stem}")
        for row, one in zip(rows, deck.questions, strict=True)
    )
    if deck.questions:
        back = read_table(write_csv(deck), "d.csv", "d")
        assert [one.id for one in back.questions] == [one.id for one in deck.questions]
        assert [line(one.stem) for one in back.questions] == [
            line(one.stem) for one in deck.questions
        ]
        flat = read_table(write_tsv(deck), "d.tsv", "d")
        assert [one.stem for one in flat.questions] == [line(one.stem) for one in deck.questions]


@pytest.mark.parametrize("stem", ["A) is right?", "ANSWER: what?", "B. what?"])
def test_a_stem_that_aiken_would_take_for_an_option_is_left_out(stem: str) -> None:
    """It is named, and the others are there."""
    bad = Question(id="bad", stem=stem, answer=TruthAnswer(True))
    good = Question(id="good", stem="Is it?", answer=TruthAnswer(True))
    written = write_aiken(Deck(id="d", title="D", questions=(bad, good)))
    assert written.left_out == ("bad",)
    assert [read.stem for read in read_aiken(written.text)] == ["Is it?"]
