"""The decks that come with quizzer hold to everything that is asked of others."""

import re
from pathlib import Path

import pytest

from quizzer.cli.home import shipped_decks
from quizzer.deck.check import check_deck
from quizzer.deck.files import open_deck, source_text

DECKS = sorted(shipped_decks().glob("*.yaml"))


def words(text: str) -> str:
    """The words alone."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_a_shipped_deck_checks_clean_and_cites(path: Path) -> None:
    """No finding, and evidence for every question."""
    file = open_deck(path)
    assert file.deck is not None
    assert list(file.diagnostics) + check_deck(file, source_text(file.deck, path)) == []
    assert all(question.evidence for question in file.deck.questions)


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_quotations_are_what_was_said(path: Path) -> None:
    """Words in quotation marks stand in the source in just this form."""
    file = open_deck(path)
    assert file.deck is not None
    text = source_text(file.deck, path)
    assert text is not None
    for question in file.deck.questions:
        for quoted in re.findall(r'"([^"]+)"', question.stem):
            assert words(quoted) in words(text)


def test_both_are_there() -> None:
    """Something to ask right after installation, from two fields."""
    assert [path.stem for path in DECKS] == ["apollo-11", "phone-call"]
