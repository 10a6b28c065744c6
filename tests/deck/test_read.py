"""Every mistake in a deck file is named at its place, all of them at once, in the file's order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.model import NumberAnswer, Span, TextAnswer, TruthAnswer
from quizzer.deck.read import read_deck

GOOD = """format: 1
id: d
title: D
questions:
- id: q
  stem: What?
  answer: this
"""


def found(text: str | bytes) -> list[str]:
    """The findings as lines, without the file's name."""
    return [str(one).removeprefix("d.yaml:") for one in read_deck(text, "d.yaml").diagnostics]


MISTAKES = {
    "unknown key": (
        "title: D",
        "title: D\ntitel: E",
        "4:1: a deck has no key 'titel'; did you mean `title`?",
    ),
    "unknown question key": (
        "stem: What?",
        "stem: What?\n  hint: x",
        "7:3: a question has no key 'hint'",
    ),
    "missing stem": ("  stem: What?\n", "", "5:3: the question has no `stem`"),
    "twice": (
        "title: D",
        "title: D\ntitle: E",
        "4:1: the key 'title' stands here a second time; the first is in line 3",
    ),
    "newer": ("format: 1", "format: 2", "1:9: this version reads format 1; update quizzer"),
    "no date": (
        "answer: this",
        "answer: {date: 2025-02-30}",
        "7:18: '2025-02-30' is no date; February 2025 has 28 days",
    ),
    "no number": ("answer: this", "answer: {number: 1e5}", "7:20: '1e5' is no number"),
    "two answers": (
        "answer: this",
        "answer: {number: 1, date: 2025}",
        "7:11: it is not clear what kind of answer",
    ),
    "list answer": ("answer: this", "answer: [this]", "7:11: an answer is no list"),
    "text for list": ("answer: this", "answer: this\n  accept: that", "8:11: this must be a list"),
    "empty value": ("stem: What?", "stem:", "6:8: the value is missing"),
    "blank text": ("stem: What?", 'stem: " "', "6:9: the text is empty"),
    "bad id": ("id: q", "id: a b", "5:7: 'a b' is no id"),
    "bad evidence": (
        "answer: this",
        "answer: this\n  evidence: [5]",
        "8:13: evidence is a start and an end",
    ),
    "alias": ("title: D", "title: *x", "3:8: the alias *x is not allowed"),
    "anchor": ("title: D", "title: &x D", "3:8: an anchor is not allowed"),
    "tag": ("title: D", "title: !!python/name:os.system D", "3:8: the tag"),
    "tab": ("  stem: What?", "\tstem: What?", "6:1: this is not YAML"),
    "colon": ("title: D", "title: D: E", "3:9: this is not YAML"),
    "second document": (
        "  answer: this\n",
        "  answer: this\n---\na: b\n",
        "8:1: a second document begins here",
    ),
}


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_at_its_place(old: str, new: str, message: str) -> None:
    """Line and column count from one, and the message says what is wrong."""
    lines = found(GOOD.replace(old, new, 1))
    assert len(lines) == 1
    assert lines[0].startswith(message)


def test_all_mistakes_come_at_once_in_order() -> None:
    """Nobody has to run the check once per mistake."""
    text = GOOD.replace("id: q", "id: a b").replace("title: D", "titel: D").replace("this", "[x]")
    assert [line.split(" ")[0] for line in found(text)] == ["1:1:", "3:1:", "5:7:", "7:11:"]


@pytest.mark.parametrize("text", ["- a\n", "just words", "", "# only a comment\n", "[[["])
def test_what_is_no_deck_is_refused(text: str) -> None:
    """A list, a text, nothing, or broken YAML: one line each."""
    assert len(found(text)) == 1


def test_bombs_are_refused_without_harm() -> None:
    """Aliases are never expanded, and nesting stops early."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert any("alias" in line for line in found(bomb))
    assert "nest" in found("questions: " + "[" * 100_000)[0]
    assert "nested" in found("{a: " * 50_000)[0]


def test_scalars_stay_what_was_typed() -> None:
    """No, 1:30, 010 and a date are answers, not booleans, numbers and dates."""
    for typed in ("No", "1:30", "010", "2020-01-01", "on", "null", "~", "1_000"):
        deck = read_deck(GOOD.replace("this", typed), "d").deck
        assert deck is not None
        assert deck.questions[0].answer == TextAnswer(typed)


def test_true_without_quotes_is_a_truth() -> None:
    """In quotes it is the text."""
    bare = read_deck(GOOD.replace("this", "true"), "d").deck
    quoted = read_deck(GOOD.replace("this", '"true"'), "d").deck
    assert bare is not None
    assert quoted is not None
    assert bare.questions[0].answer == TruthAnswer(True)
    assert quoted.questions[0].answer == TextAnswer("true")


def test_evidence_may_be_one_pair_or_several() -> None:
    """Both forms give spans."""
    for typed, spans in (("[1, 2]", (Span(1, 2),)), ("[[1, 2], [3, 4]]", (Span(1, 2), Span(3, 4)))):
        deck = read_deck(GOOD + f"  evidence: {typed}\n", "d").deck
        assert deck is not None
        assert deck.questions[0].evidence == spans


def test_a_number_keeps_its_zeros() -> None:
    """1.50 says how exact it is."""
    deck = read_deck(GOOD.replace("this", "{number: 1.50}"), "d").deck
    assert deck is not None
    answer = deck.questions[0].answer
    assert isinstance(answer, NumberAnswer)
    assert str(answer.number) == "1.50"


def test_a_wrong_encoding_is_named_by_byte_and_line() -> None:
    """The place is where the first bad byte stands."""
    assert found(GOOD.encode().replace(b"What?", b"Wh\xe9t?")) == [
        "6:11: byte 54 (0xe9) is not UTF-8; save the file with the encoding UTF-8"
    ]


@given(st.text(max_size=80))
def test_any_text_gives_a_deck_or_findings_with_places(text: str) -> None:
    """No text makes the reader raise, and every finding is one line."""
    file = read_deck(GOOD + text, "d.yaml")
    assert file.deck is not None or file.diagnostics
    assert all(len(str(one).splitlines()) == 1 for one in file.diagnostics)
