"""Decks survive YAML; any bytes give a deck or diagnostics."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.deck.read import read_deck
from quizzer.deck.write import quoted, write_deck, write_question
from tests.deck.strategies import DECKS, QUESTIONS, TEXTS


@given(DECKS)
def test_a_deck_survives_yaml(deck: Deck) -> None:
    """What is written reads back as the same deck, with nothing to complain of."""
    file = read_deck(write_deck(deck), "deck.yaml")
    assert file.diagnostics == ()
    assert file.deck == deck


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\xad", "\ufeff", "\uffff"])
@pytest.mark.parametrize("text", ["{}first\nsecond", "first\nsecond{}", "first\nsecond{}\n"])
def test_a_sign_that_needs_an_escape_survives_at_both_ends(text: str, sign: str) -> None:
    """Several lines that begin or end with such a sign are quoted, for a block cannot hold it."""
    question = Question(id="q", stem="?", answer=TextAnswer("a"), explanation=text.format(sign))
    deck = Deck(id="d", title="t", questions=(question,))
    assert read_deck(write_deck(deck), "deck.yaml").deck == deck


@given(DECKS)
def test_writing_is_idempotent(deck: Deck) -> None:
    """Reading and writing a written deck changes no byte."""
    text = write_deck(deck)
    again = read_deck(text, "deck.yaml").deck
    assert again is not None
    assert write_deck(again) == text


@given(TEXTS)
def test_other_readers_see_the_same_text(text: str) -> None:
    """PyYAML's own loader takes a quoted text for that text, unless it is a number or a date."""
    value = yaml.safe_load(f"- {quoted(text)}")[0]
    assert not isinstance(value, bool | None)
    if isinstance(value, str):
        assert value == text


@given(QUESTIONS)
def test_a_question_is_written_as_in_its_deck(question: Question) -> None:
    """The part that an editor gets is the part that stands in the file."""
    deck = Deck(id="d", title="t", questions=(question,))
    assert write_question(question) in write_deck(deck)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_deck_or_diagnostics(data: bytes) -> None:
    """No input makes the reader raise or stay silent."""
    file = read_deck(data, "deck.yaml")
    assert (file.deck is None) == any(one.severity == "error" for one in file.diagnostics)


@given(DECKS, st.data())
def test_a_damaged_deck_gives_a_deck_or_diagnostics(deck: Deck, data: st.DataObject) -> None:
    """A deck with one part cut out or repeated is read or refused, never a crash."""
    text = write_deck(deck)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    damaged = (
        text[:start]
        + data.draw(st.sampled_from(["", text[start:end] * 2, "\t", "{", '"']))
        + text[end:]
    )
    file = read_deck(damaged, "deck.yaml")
    assert file.deck is not None or file.diagnostics


@given(DECKS)
def test_line_ends_and_byte_order_marks_make_no_difference(deck: Deck) -> None:
    """A file from another system is the same deck."""
    text = write_deck(deck)
    assert read_deck(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "d").deck == deck
