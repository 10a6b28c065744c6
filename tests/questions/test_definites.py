"""Nouns with "the" and words of time: what stands alone, and what gets a name."""

import pytest

from quizzer.questions.wording import render
from tests.questions.material import desk_of

INTRODUCTION = "Ingrid Solberg met Lars Holm in Bergen. "


def grounded(text: str) -> tuple[str, list[str]]:
    """The last sentence of the text, made to stand alone: its words and its problems."""
    desk = desk_of(INTRODUCTION + text)
    last = desk.reading.sentences[-1]
    found = desk.grounding.ground(last, list(last.tokens))
    return " ".join(render(last.tokens, found.swaps).split()), found.problems


@pytest.mark.parametrize(
    "text",
    [
        "Holm worked in the private sector.",
        "Holm said that the top 1 percent paid too little.",
        "Holm stayed on the sidelines.",
        "Holm was the one who called Solberg.",
        "Holm praised Solberg and others.",
        "Holm owned an 18th-century house in Bergen.",
    ],
)
def test_what_is_clear_by_itself_may_stay(text: str) -> None:
    """Set phrases, and words that say themselves who or what is meant."""
    assert grounded(text)[1] == []


@pytest.mark.parametrize(
    "text", ["Holm worked in the sector.", "Holm praised the one.", "Others praised Holm."]
)
def test_what_only_points_hangs_in_the_air(text: str) -> None:
    """The same words without what tells them apart."""
    assert grounded(text)[1] != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In recent weeks, Holm has attacked Solberg.", "Lars Holm has attacked Ingrid Solberg."),
        ("Even Holm attacked Solberg.", "Lars Holm attacked Ingrid Solberg."),
        (
            "Holm came to Bergen last weekend.",
            "Lars Holm came to Bergen on the weekend of 11 May 2019.",
        ),
        (
            "The Dahl campaign hired a boat. The campaign sailed to Bergen.",
            "the Dahl campaign sailed to Bergen.",
        ),
    ],
)
def test_words_get_what_they_mean(text: str, words: str) -> None:
    """A time that says little goes, a weekend gets its date, a campaign its name."""
    assert grounded(text) == (words, [])


def test_a_weekend_that_may_be_gone_or_to_come_hangs_in_the_air() -> None:
    """`this weekend` is left to those who know the day of reading."""
    assert grounded("Holm came to Bergen this weekend.")[1] != []


def test_of_two_campaigns_the_bare_noun_means_neither() -> None:
    """Two campaigns in a row leave `the campaign` open."""
    text = "The Dahl campaign hired a boat. The Solberg campaign hired two. The campaign sailed."
    assert grounded(text)[1] != []
