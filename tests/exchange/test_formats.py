"""Tables and formats of other programs: read back by independent readers, or against the rules."""

import csv
import io
from xml.etree import ElementTree

from hypothesis import given

from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.deck.read import read_deck
from quizzer.deck.write import write_deck
from quizzer.exchange.quiz_formats import write_aiken, write_gift, write_moodle_xml
from quizzer.exchange.tables import read_table, write_anki_text, write_csv, write_tsv
from tests.deck.strategies import DECKS

SAMPLE = read_deck(
    """format: 1
id: d
title: D
questions:
- {id: color, stem: "Which {color}: red?", answer: red, distractors: [blue, gr~een]}
- {id: name, stem: Who?, answer: Ida, accept: [Ida Moe], explanation: She was first.}
- {id: days, stem: How many?, answer: {number: 3, tolerance: 1}}
- {id: pairs, stem: Pairs?, answer: {pairs: {a: b, c: d}}}
- {id: truth, stem: Is it?, answer: true}
- {id: order, stem: Order?, answer: {order: [x, y]}}
""",
    "d",
).deck
assert SAMPLE is not None


def test_gift() -> None:
    """Signs with a meaning are escaped; what GIFT has no form for is named."""
    written = write_gift(SAMPLE)
    assert r"::color::[plain]Which \{color\}\: red? {=red ~blue ~gr\~een}" in written.text
    assert "::name::[plain]Who? {=Ida =Ida Moe####She was first.}" in written.text
    assert "::days::[plain]How many? {#3:1}" in written.text
    assert "::pairs::[plain]Pairs? {=a -> b =c -> d}" in written.text
    assert "::truth::[plain]Is it? {TRUE}" in written.text
    assert written.left_out == ("order",)


def test_aiken() -> None:
    """Every block is a stem, lettered options and the letter of the key."""
    written = write_aiken(SAMPLE)
    block = written.text.split("\n\n")[0].splitlines()
    letter = block[-1].removeprefix("ANSWER: ")
    assert f"{letter}) red" in block
    assert written.left_out == ("name", "days", "pairs", "order")


def test_moodle_xml() -> None:
    """It parses, and types and fractions are Moodle's."""
    written = write_moodle_xml(SAMPLE)
    root = ElementTree.fromstring(written.text)
    kinds = [question.get("type") for question in root]
    assert kinds == ["multichoice", "shortanswer", "numerical", "matching", "truefalse"]
    assert written.left_out == ("order",)
    assert [answer.get("fraction") for answer in root[0].iter("answer")] == ["100", "0", "0"]


@given(DECKS)
def test_any_deck_gives_well_formed_files(deck: Deck) -> None:
    """Whatever the text, the XML parses and the tables have their columns."""
    ElementTree.fromstring(write_moodle_xml(deck).text)
    rows = list(csv.reader(io.StringIO(write_csv(deck), newline="")))
    assert len(rows) == len(deck.questions) + 1
    assert {len(row) for row in rows} == {8}
    assert all(line.count("\t") == 1 for line in write_tsv(deck).split("\n")[:-1])
    body = write_anki_text(deck).split("\n", 6)[6]
    rows = list(csv.reader(io.StringIO(body, newline=""), delimiter="\t"))
    assert len(rows) == len(deck.questions)
    assert {len(row) for row in rows} <= {4}
    write_gift(deck)
    write_aiken(deck)


def test_no_cell_is_a_formula() -> None:
    """A stem that begins like one gets an apostrophe."""
    deck = Deck(
        id="d", title="D", questions=(Question(id="q", stem="=1+1", answer=TextAnswer("@x")),)
    )
    row = list(csv.reader(io.StringIO(write_csv(deck))))[1]
    assert row[1:3] == ["'=1+1", "'@x"]


def test_tables_come_back() -> None:
    """With a heading row by name, without one by place; equal ids are told apart."""
    deck = read_table("question,answer\nWho?,Ida\nWho?,Ida\n", "t.csv", "t")
    assert [question.stem for question in deck.questions] == ["Who?", "Who?"]
    assert len({question.id for question in deck.questions}) == 2
    plain = read_table("Who?\tIda\n", "t.tsv", "t")
    assert plain.questions[0].answer == TextAnswer("Ida")


def test_an_id_that_is_none_is_made_anew() -> None:
    """What a table calls an id may hold anything."""
    deck = read_table("id,question,answer\nmy id!,Who?,Ida\nok-1,When?,Now\n", "t.csv", "t")
    first, second = deck.questions
    assert first.id.startswith("q")
    assert second.id == "ok-1"
    assert read_deck(write_deck(deck), "t").deck == deck


def test_quotes_in_a_table_with_tabs_are_letters() -> None:
    """Quizlet puts none around its cells."""
    deck = read_table('"Who" asked?\tIda "Moe"\nWhen?\tNow\n', "t.tsv", "t")
    assert deck.questions[0].stem == '"Who" asked?'
    assert deck.questions[0].answer == TextAnswer('Ida "Moe"')
