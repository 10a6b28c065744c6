"""Tokens back to text."""

import pytest

from quizzer.questions.grammar.wording import (
    capitalize,
    close_quotes,
    has_stray_quotes,
    mend,
    plain_marks,
    render,
)


def test_render_keeps_the_spaces_of_the_text(nlp) -> None:
    """Without swaps, the words of a sentence come out as they stood."""
    text = "The mayor's plan (from 1990) cost $3.5 million, she said."
    assert render(nlp(text)) == text.rstrip() or render(nlp(text)) == text


def test_render_puts_swaps_in_place(nlp) -> None:
    """A swapped token is replaced, an empty swap leaves no hole."""
    doc = nlp("She also met Holm on Monday.")
    words = render(doc, {0: "Ingrid Solberg", 1: ""})
    assert words == "Ingrid Solberg met Holm on Monday."


@pytest.mark.parametrize(
    ("torn", "mended"),
    [
        ("one , two", "one, two"),
        ("( one )", "(one)"),
        ("one, , two", "one, two"),
        ("one ()", "one"),
        ("some dlrs 50 million", "some $50 million"),
        ("some dlrs more", "some dlrs more"),
    ],
)
def test_mend_closes_seams(torn: str, mended: str) -> None:
    """Stranded commas, brackets and spaces are put right."""
    assert mend(torn) == mended


def test_capitalize_leaves_the_rest_alone() -> None:
    """Only the first letter changes."""
    assert capitalize("the U.S. team") == "The U.S. team"


@pytest.mark.parametrize(
    ("text", "stray"), [('He "saw" it', False), ('He "saw it', True), ("“one” and “two”", False)]
)
def test_quotes_must_pair(text: str, stray: bool) -> None:
    """An odd number of quotation marks is seen, plain or typographic."""
    assert has_stray_quotes(text) is stray
    assert plain_marks("“a”") == '"a"'


@pytest.mark.parametrize(
    ("torn", "closed"),
    [
        (
            """who added, "It was not 'a ferry of ours\"""",
            """who added, "It was not 'a ferry of ours'\"""",
        ),
        ("""who said: "It's the sailors' ferry\"""", """who said: "It's the sailors' ferry\""""),
        (
            """who said: "They call it 'the boat' now\"""",
            """who said: "They call it 'the boat' now\"""",
        ),
    ],
)
def test_a_quotation_within_a_quotation_is_closed(torn: str, closed: str) -> None:
    """Where the cut has taken its second mark; apostrophes are no such marks."""
    assert close_quotes(torn) == closed
