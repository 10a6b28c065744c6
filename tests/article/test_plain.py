"""Plain text: which lines are the article, and what its head says."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.article.model import Article
from quizzer.article.plain import clean_title, read_plain
from quizzer.deck.dates import PartialDate
from tests.article.pages import (
    COPIED_PAGE,
    COST,
    LEDE,
    LINES_ARTICLE,
    LINES_PAGE,
    PARAGRAPHS,
    PLAN,
    SECOND,
)


def texts(article: Article, *, headings: bool = False) -> list[str]:
    """The paragraphs (or headings) with single spaces."""
    return [
        " ".join(paragraph.span.of(article.text).split())
        for paragraph in article.paragraphs
        if paragraph.is_heading is headings
    ]


def test_a_copied_page_keeps_its_article_and_nothing_else() -> None:
    """Menus, buttons, credits, teasers, tags, comments and the foot of the page go."""
    article = read_plain(COPIED_PAGE, "page.txt")
    assert texts(article) == list(PARAGRAPHS)
    assert texts(article, headings=True) == [
        "Harrow Bay closes its ferry terminal after 90 years",
        "1. The last boat leaves in autumn",
        "Who pays for the terminal",
    ]


def test_the_head_of_a_copied_page_is_read() -> None:
    """Headline, owner and day are found in the furniture."""
    article = read_plain(COPIED_PAGE, "page.txt")
    assert article.title == "Harrow Bay closes its ferry terminal after 90 years"
    assert article.publisher == "The Bay Courier"
    assert article.published == PartialDate(2024, 6, 12)


def test_a_page_without_blank_lines_is_told_apart_too() -> None:
    """One line after the other, article and furniture mixed, the author's name over the date."""
    article = read_plain(LINES_PAGE, "page.txt")
    assert texts(article) == list(LINES_ARTICLE)
    assert texts(article, headings=True) == [
        "New telescope sees first light in the desert",
        "What will it find?",
    ]
    assert article.publisher == "Northern Media Ltd"
    assert article.published == PartialDate(2025, 7, 3)


def test_the_text_stays_as_it_is() -> None:
    """Offsets point into the text of the file, furniture included."""
    assert read_plain(COPIED_PAGE, "page.txt").text == COPIED_PAGE


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    """Text wrapped by hand has the same paragraphs as text with one paragraph a line."""
    text = "\n\n".join(fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert texts(read_plain(text, "wrapped.txt")) == list(PARAGRAPHS)


def test_one_paragraph_a_line_needs_no_blank_lines() -> None:
    """Where each line is a paragraph, single line ends part them."""
    assert texts(read_plain("\n".join(PARAGRAPHS), "lines.txt")) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Share this article",
        "Read more: The ferry that never came",
        "Follow Tom Quill on Twitter",
        "Photo: Ida Moss",
        "People wait at the pier on Monday. (AP Photo/Ida Moss)",
        "Sign up for our newsletter",
        "Watch: The last crossing",
        "We use cookies to make this site better for you. Read our privacy policy.",
        "Home | Local | Sport | Weather",
        "Tags: ferry, harbour",
        "Reporting by Tom Quill; editing by Ada Pell",
        "@bay_courier",
        "5 min read",
    ],
)
def test_a_line_that_does_a_pages_work_goes(line: str) -> None:
    """Interleaved furniture is in no paragraph, and the article around it stays."""
    article = read_plain(f"{LEDE}\n\n{line}\n\n{SECOND}\n\n{PLAN}\n", "page.txt")
    assert [p.span.of(article.text) for p in article.paragraphs] == [LEDE, SECOND, PLAN]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fall",
        "Search for survivors goes on",
        "Privacy concerns grow",
        "What happens next?",
        "'The sea does not wait'",
        "Ortiz: No other way",
    ],
)
def test_a_subhead_is_a_heading(line: str) -> None:
    """A short line alone over text is kept, though it begins like a button."""
    article = read_plain(f"{LEDE}\n\n{line}\n\n{SECOND}\n", "page.txt")
    assert texts(article, headings=True) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ortiz said:",
        "The ferry is late.",
        "“We will miss it.” – Ada Pell, shop owner",
        "Passengers in 2023: 41,500",
        "- a new waiting room",
        "The club says that it became a member of the league in 1950.",
        "Comments by the minister led to a strike.",
        "Published in 1998, the book became a hit.",
        "Written by hand, the letter is kept in a museum.",
        "Recommended doses are lower for children.",
        "This story has been told on the islands for a hundred years.",
        "Copyright law changed in 1998, the lawyer said.",
        '"Tell us what you want," the crowd shouted at the mayor.',
        "The firm changed its terms of service and its privacy rules in May.",
        "Signed up for the navy, he sailed east in 1941.",
        "Video of the landing was lost in 1976.",
    ],
)
def test_a_short_line_of_the_article_is_text(line: str) -> None:
    """Lead-ins, short sentences, quotations, figures and list items are text."""
    article = read_plain(f"{LEDE}\n\n{line}\n\n{SECOND}\n", "page.txt")
    assert texts(article) == [LEDE, line, SECOND]


def test_a_headline_may_be_a_sentence() -> None:
    """A short sentence over longer paragraphs gives the title and stays text."""
    headline = "The council of the bay votes to close its old pier."
    article = read_plain(f"{headline}\n\n{LEDE}\n\n{COST}\n", "a.txt")
    assert article.title == "The council of the bay votes to close its old pier"


def test_running_text_without_a_headline_has_no_title() -> None:
    """The first paragraph is not taken for one."""
    assert read_plain(f"{LEDE}\n\n{SECOND}\n\n{COST}\n", "a.txt").title is None


def test_front_matter_of_a_text_file_counts() -> None:
    """The head between two rules is read and is in no paragraph."""
    text = f"---\ntitle: The pier\npublished: 2024-06\n---\n\n{LEDE}\n\n{SECOND}\n"
    article = read_plain(text, "page.txt")
    assert (article.title, str(article.published)) == ("The pier", "2024-06")
    assert texts(article) == [LEDE, SECOND]
    assert article.text == text


def test_a_last_short_sentence_is_kept_behind_a_link() -> None:
    """A sentence about the same thing belongs to the article; a note about its author does not."""
    last = "The council will build the terminal."
    page = f"{LEDE}\n\n{COST}\n\nAlso read: Boats\n\n{last}\n\n© 2024 X\n\nTom likes boats.\n"
    assert texts(read_plain(page, "page.txt")) == [LEDE, COST, last]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("A pier closes.", "A pier closes"),
        ("A pier closes. Again.", "A pier closes. Again."),
        ("Why piers close in the U.S.", "Why piers close in the U.S."),
        ("Is it over?", "Is it over?"),
    ],
)
def test_a_title_loses_only_a_stray_full_stop(headline: str, title: str) -> None:
    """Abbreviations, questions and second sentences keep their marks."""
    assert clean_title(headline) == title


LINES = st.sampled_from(
    [
        *PARAGRAPHS,
        "",
        "",
        "Home",
        "Comments",
        "Related News:",
        "1. A head",
        "Who pays",
        "- item",
        "·",
    ]
) | st.text(max_size=60)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_paragraphs_are_in_order_and_inside(text: str) -> None:
    """Whatever the text, its paragraphs do not overlap, are not empty and lie inside."""
    article = read_plain(text, "any.txt")
    end = 0
    for paragraph in article.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(article.text)
        assert paragraph.span.of(article.text).strip() == paragraph.span.of(article.text)
        end = paragraph.span.end
