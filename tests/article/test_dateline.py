"""A dateline is found and nothing of the sentence behind it is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.article.dateline import dateline_length
from quizzer.article.plain import read_plain

STORY = "Members of the council met on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, Peru (AP) -- ",
        "LIMA, Peru (AP) _ ",
        "Oslo (CNN) ",
        "United Nations (CNN) ",
        "(CNN) ",
        "(Reuters) - ",
        "HELSINKI (Reuters) – ",
        "DAR ES SALAAM, August 7 (Xinhua) -- ",
        "ALBANY, N.Y. (AP) — ",
        "ROME — ",
        "ST. JOHN'S, May 3 -- ",
        "Port of Spain, 3 May (AFP) - ",
    ],
)
def test_a_dateline_ends_where_the_story_begins(dateline: str) -> None:
    assert dateline_length(dateline + STORY) == len(dateline)
    article = read_plain(f"{dateline}{STORY}\n", "story.txt")
    (paragraph,) = article.paragraphs
    assert article.text[paragraph.span.start : paragraph.span.end] == STORY


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The council (CNN) met on Monday.",
        "Oslo - Members of the council met.",
        "NATO members met in Oslo.",
        "NATO (the alliance) met in Oslo.",
        "UN-backed Lebanese troops moved south.",
        "Oslo (AP) said nothing.",
        "A - B testing is common.",
        "OSLO (AP) -- ",
        "",
    ],
)
def test_a_sentence_keeps_its_first_words(text: str) -> None:
    assert dateline_length(text) == 0


@given(st.text(max_size=120))
def test_some_of_the_text_is_left(text: str) -> None:
    assert 0 <= dateline_length(text) <= max(0, len(text) - 1)
