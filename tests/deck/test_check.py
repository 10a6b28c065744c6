"""Each rule of the check stops what it should and lets pass what it should."""

import pytest

from quizzer.deck.check import check_deck
from quizzer.deck.files import digest
from quizzer.deck.read import read_deck

TEXT = (
    "On 4 May 2021 a ferry carried 1,250 people from Oslo. Two captains steered it, said Ida Moe."
)
HEAD = f"""format: 1
id: ferry
title: The ferry
source: {{path: ferry.txt, sha256: {digest(TEXT)}}}
questions:
"""
GOOD = "- id: who\n  stem: Who spoke of the captains?\n  answer: Ida Moe\n  evidence: [55, 92]\n"


def codes(questions: str, head: str = HEAD, text: str | None = TEXT) -> list[str]:
    """What the check finds in a deck of these questions, as `code line`."""
    file = read_deck(head + questions, "ferry.yaml")
    assert file.diagnostics == ()
    return [f"{one.code} {one.place.line}" for one in check_deck(file, text)]


def test_a_good_deck_is_clean() -> None:
    """Nothing is found where nothing is wrong."""
    assert codes(GOOD) == []


CASES = {
    "D201 10": GOOD + GOOD,
    "D204 10": GOOD + "  distractors: [Bo, ida  moe]\n",
    "D205 10": GOOD + "  distractors: [Bo, bo]\n",
    "D209 9": GOOD.replace("[55, 92]", "[55, 55]"),
    "D210 9": GOOD.replace("[55, 92]", "[55, 999]"),
    "D211 8": GOOD.replace("Ida Moe", "Per Lund"),
    "D214 7": GOOD.replace("Who spoke of the captains?", "____ spoke of ____."),
    "D216 10": GOOD + "  accept: [ida moe]\n",
}


@pytest.mark.parametrize(("expected", "questions"), CASES.items(), ids=CASES)
def test_a_flaw_is_found_at_its_place(expected: str, questions: str) -> None:
    """The rule speaks once, with the line where the flaw stands."""
    assert codes(questions) == [expected]


def answered(answer: str, evidence: str = "[0, 53]", more: str = "") -> str:
    """A question with that answer, citing the first sentence."""
    return f"- id: q\n  stem: What?\n  answer: {answer}\n  evidence: {evidence}\n{more}"


@pytest.mark.parametrize(
    ("answer", "evidence", "supported"),
    [
        ("{number: 1250}", "[0, 53]", True),
        ("{number: 1251}", "[0, 53]", False),
        ("{number: 2}", "[54, 92]", True),
        ("{number: 3}", "[54, 92]", False),
        ("{date: 2021-05-04}", "[0, 53]", True),
        ("{date: 2021-05-05}", "[0, 53]", False),
        ("{date: 2021-05}", "[0, 53]", True),
        ("{date: 2021-06}", "[0, 53]", False),
        ("{date: 2021}", "[0, 53]", True),
        ("{date: 2020}", "[0, 53]", False),
        ("Oslo", "[0, 53]", True),
        ("Bergen", "[0, 53]", False),
        ("Ida Moe", "[0, 53]", True),  # the name stands elsewhere; the sentence may say "she"
        ("true", "[0, 53]", True),
        ("{all: [a ferry, Oslo]}", "[0, 53]", True),
        ("{all: [a ferry, Bergen]}", "[0, 53]", False),
    ],
)
def test_a_key_needs_support(answer: str, evidence: str, supported: bool) -> None:
    """A key that nothing cited can hold is an error; one that something can hold is not."""
    assert codes(answered(answer, evidence)) == ([] if supported else ["D211 8"])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (answered("{number: 1250}", more="  distractors: [1300, many]\n"), ["D206 10"]),
        (answered("{number: 1250, tolerance: 50}", more="  distractors: [1300]\n"), ["D204 10"]),
        (answered("{number: 1250, tolerance: -1}"), ["D215 8"]),
        (answered("{date: 2021-05-04}", more="  distractors: [2021-05-05, May]\n"), ["D206 10"]),
        (answered("{date: 2021-05-04}", more="  distractors: [2021-05-04]\n"), ["D204 10"]),
        (answered("true", more="  distractors: ['false']\n"), ["D207 10"]),
        (answered("{all: [Oslo]}"), ["D212 8"]),
        (answered("{order: [Oslo, oslo]}"), ["D213 8"]),
    ],
)
def test_answers_of_other_kinds(question: str, expected: list[str]) -> None:
    """Numbers, dates, truth and lists have rules of their own."""
    assert codes(question) == expected


def test_a_changed_source_is_found() -> None:
    """The digest tells, and the message gives the new one."""
    assert codes(GOOD, text=TEXT + " ") == ["D203 4"]


def test_evidence_needs_a_source() -> None:
    """Offsets into nothing prove nothing."""
    head = "format: 1\nid: ferry\ntitle: The ferry\nlanguage: en\nquestions:\n"
    assert codes(GOOD, head=head, text=None) == ["D208 9"]


def test_an_empty_deck_is_a_warning() -> None:
    """A new deck may be empty for now."""
    file = read_deck("format: 1\nid: a\ntitle: a\nquestions: []\n", "a.yaml")
    assert [str(one.severity) for one in check_deck(file, None)] == ["warning"]
