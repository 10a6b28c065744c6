"""What happened on a known day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.article.model import Article, Paragraph
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span
from quizzer.facts.dates import find_dates
from quizzer.facts.events import find_events
from quizzer.facts.language import load_language, parse_article
from quizzer.facts.model import EventFact

pytest.importorskip("spacy")


def events(text: str) -> list[EventFact]:
    """The events of a text of one paragraph."""
    article = Article(text, (Paragraph(Span(0, len(text))),), "test")
    dates = find_dates(text, None, PartialDate(2019, 5, 16))
    return find_events(parse_article(article, load_language()), dates)


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        ("On March 3, 2011, the dam burst near Lyon.", "the dam burst near Lyon", "2011-03-03"),
        ("The dam burst near Lyon on March 3, 2011.", "The dam burst near Lyon", "2011-03-03"),
        ("The queen was crowned on June 2, 1953.", "The queen was crowned", "1953-06-02"),
        (
            "A deal in Oslo: On March 3, 2011, two unions signed a pact, ending a long strike.",
            "two unions signed a pact",
            "2011-03-03",
        ),
        ("OSLO - The old ferry sank Monday.", "The old ferry sank", "2019-05-13"),
        ("The old ferry sank Monday.", "The old ferry sank", "2019-05-13"),
        (
            "Feb. 12, 2010: Two towns sign the treaty. It rains.",
            "Two towns sign the treaty",
            "2010-02-12",
        ),
    ],
)
def test_events(text: str, event: str, day: str) -> None:
    """A past clause with a day, or an entry of a chronology, is an event without its date."""
    [fact] = events(text)
    assert (fact.event.text, fact.date.value) == (event, day)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open on May 3, 2030.",
        "The bridge opened in May 2011.",
        "The bridge did not open on May 3, 2011.",
        "The bridge was closed until May 3, 2011.",
        "The May 3, 2011, storm broke the bridge.",
        "The bridge could open on Monday.",
        "The mayor said on Monday that all was well.",
        "The mayor announced on Monday that the bridge was safe.",
        "The fair was held on May 3-5, 2011.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    """What lies ahead, did not happen, has no full day or was only said is no event."""
    assert events(text) == []


def test_a_pronoun_as_subject_is_less_sure() -> None:
    """An event of somebody unnamed can't stand alone in a timeline."""
    [named] = events("The painter died on May 4, 2001.")
    [unnamed] = events("He died quietly on May 4, 2001.")
    assert unnamed.confidence < 0.6 < named.confidence


PIECES = st.sampled_from(
    "On May 3, 2011 : the dam burst was opened by which he who and that did not on Monday , . - "
    "1 2 (AP) said it".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_text_gives_events_within_it(text: str) -> None:
    """Spans hold what they say, lie in the text and never show a date."""
    for fact in events(text):
        assert fact.event.span.of(text) == fact.event.text != ""
        assert not fact.event.span.overlaps(fact.date.span)
        assert fact.evidence.contains(fact.event.span)
        assert fact.evidence.contains(fact.date.span)
