"""Nouns that need a complement: what counts as one, and what hangs in the air without it."""

import pytest

from quizzer.questions.grammar.wording import render
from tests.questions.material import desk_of

INTRODUCTION = "Ingrid Solberg met Lars Holm in Bergen. "


def grounded(text: str) -> tuple[str, list[str]]:
    """The last sentence, made to stand alone: its words, and its problems with valency."""
    desk = desk_of(INTRODUCTION + text)
    last = desk.reading.sentences[-1]
    found = desk.grounding.ground(last, list(last.tokens))
    words = " ".join(render(last.tokens, found.swaps).split())
    return words, [problem for problem in found.problems if "valency" in problem]


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg issued a joint statement.",
        "Ingrid Solberg filed a complaint with the oversight board of Bergen.",
        "Lars Holm criticized Solberg's plan.",
        "Lars Holm praised the Bergen relatives.",
        "Lars Holm used his speech to defend the ferries of Bergen.",
        "Ingrid Solberg will decide without the participation of Norway.",
    ],
)
def test_a_noun_without_its_complement_hangs_in_the_air(text: str) -> None:
    """Whose relatives, a plan for what, which speech?"""
    assert grounded(text)[1] != []


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg issued a statement on the ferries of Bergen.",
        "Ferry talks in Bergen would be fruitless without the participation of Norway.",
        "Ingrid Solberg said in a statement that the ferries were late.",
        "Ingrid Solberg issued a statement saying that the ferries were late.",
        "Ingrid Solberg filed a complaint against the ferry company of Bergen.",
        "Lars Holm criticized Solberg's plan to sell the ferries.",
        "Lars Holm criticized Solberg's ferry plan.",
        "Solberg's plan would raise the fares of the ferries.",
        "Lars Holm praised the relatives of Ingrid Solberg.",
        "Lars Holm condemned the bombing of the harbour in Bergen.",
    ],
)
def test_a_complement_may_stand_anywhere_beside_the_noun(text: str) -> None:
    """Behind it, in front of it, in the verb above it, or in what the plan itself does."""
    assert grounded(text)[1] == []


def test_a_surname_before_a_noun_gets_its_first_name() -> None:
    """Whoever meets the question alone has not read who Holm is."""
    words, _ = grounded("Police in Bergen reopened the Holm murder investigation.")
    assert "the Lars Holm murder investigation" in words
