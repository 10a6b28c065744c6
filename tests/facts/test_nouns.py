"""Nouns as cues: whose they are, and what they are about."""

import pytest

from quizzer.facts.attributions.nouns import noun_candidates
from quizzer.facts.attributions.quotes import find_quotes
from quizzer.facts.language import load_language

pytest.importorskip("spacy")

CASES = {
    "Sweden's proposal to share the catch failed.": ("Sweden's", "to share the catch"),
    "The U.S. proposal for a truce failed.": ("U.S.", "a truce"),
    "The claim by Erik Dahl that the ice is thin was false.": (
        "Erik Dahl",
        "that the ice is thin",
    ),
    "It showed the willingness of both sides to talk.": ("both sides", "to talk"),
    "Norway put conditions on the sale of the mine.": ("Norway", "the sale of the mine"),
    "They met after Norway reached an agreement on fishing.": ("Norway", "fishing"),
}


@pytest.mark.parametrize(("text", "parts"), CASES.items())
def test_owner_and_content(text: str, parts: tuple[str, str]) -> None:
    """Genitives, names in front, "by", "of", and the subject of a verb beside the noun."""
    doc = load_language()(text)
    found = [
        (doc[one.source[0] : one.source[1]].text, doc[one.content[0] : one.content[1]].text)
        for one in noun_candidates(doc, find_quotes(doc))
    ]
    assert parts in found


def test_a_noun_without_an_owner_is_none() -> None:
    """A proposal of nobody is attributed to nobody."""
    doc = load_language()("The proposal was read in the hall.")
    assert list(noun_candidates(doc, find_quotes(doc))) == []
