"""Laws of all facts: they lie in the text, hold what they say, and never leave their paragraph."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.article.model import Article, Paragraph
from quizzer.article.read import read_bytes
from quizzer.deck.model import Span
from quizzer.diagnostics import QuizzerError
from quizzer.facts.extract import extract_facts
from quizzer.facts.jsonl import fact_as_object
from quizzer.facts.model import (
    AttributionFact,
    DateFact,
    EventFact,
    Fact,
    FigureFact,
    Mention,
    NamedMention,
    PlaceFact,
    PossessionFact,
    RoleFact,
)

pytest.importorskip("spacy")

SENTENCES = st.sampled_from(
    [
        "Astrid Lund said on Monday that 35 boats had sunk.",
        '"We will wait," the mayor of Oslo, Erik Dahl, said. "The ice is thin."',
        "On 3 May 2019 Norway signed a 30-day truce in Bergen.",
        "Erik Dahl owns a stake of 12 percent in the mine, a unit of Nordbank.",
        "She asked the crew to wait two days later.",
        "According to him, half a million birds left in July.",
        "Finnish President Aino Salo's proposal to share the catch was rejected by Sweden.",
        "Who? He! “And then (so they say) – 5:30 p.m., $4bn...",
        "the the of of 7 7 7 and and said said said",
    ]
)
FURNITURE = st.sampled_from(["Share this", "Read more", "Advertisement", "99 comments", "\u2022"])


def parts_of(fact: Fact) -> Iterator[DateFact | FigureFact | Mention | NamedMention]:
    """Everything in a fact that has a span and words."""
    match fact:
        case DateFact() | FigureFact():
            yield fact
        case AttributionFact():
            yield from (fact.source, fact.cue, fact.content)
        case RoleFact():
            yield from (fact.person, fact.role)
        case PlaceFact():
            yield from (fact.place, fact.event)
        case EventFact():
            yield from (fact.event, fact.date)
        case PossessionFact():
            yield from (fact.owner, fact.thing, fact.cue)


def check(article: Article) -> None:
    """Every law, for every fact of an article."""
    words = article.words
    for fact in extract_facts(article):
        homes = [one for one in article.paragraphs if one.span.contains(fact.evidence)]
        assert len(homes) == 1, "evidence lies in one paragraph"
        for part in parts_of(fact):
            assert part.text == part.span.of(words) != ""
            assert fact.evidence.contains(part.span)
        assert 0 < fact.confidence <= 1
        made = fact_as_object(fact)
        assert made["evidence"] == [fact.evidence.start, fact.evidence.end]
        assert json.loads(json.dumps(made)) == made


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4))
def test_facts_hold_what_they_say(paragraphs: list[str]) -> None:
    """Whatever stands beside whatever, in whatever order."""
    try:
        article = read_bytes("\n\n".join(paragraphs).encode(), "a.txt", "text")
    except QuizzerError:
        return
    check(article)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=120).map(str.encode))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    """Never a crash: an article with lawful facts, or a message."""
    try:
        article = read_bytes(source, "a.txt", "text")
    except QuizzerError:
        return
    check(article)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(SENTENCES, FURNITURE), min_size=1, max_size=5))
def test_no_fact_touches_furniture(pieces: list[tuple[str, str]]) -> None:
    """What stands between paragraphs belongs to no fact, and changes none."""
    text, paragraphs = "", []
    for sentence, furniture in pieces:
        start = len(text)
        text += sentence
        paragraphs.append(Paragraph(Span(start, len(text))))
        text += f"\n\n{furniture}\n\n"
    check(Article(text, tuple(paragraphs), "a"))


@settings(max_examples=15, deadline=None)
@given(SENTENCES)
def test_a_paragraph_in_front_only_moves_the_others(sentence: str) -> None:
    """Dates and figures of a paragraph do not depend on another that has none."""
    article = Article(sentence, (Paragraph(Span(0, len(sentence))),), "a")
    front = "The fox sleeps in the wood."
    shift = len(front) + 2
    text = f"{front}\n\n{sentence}"
    spans = (Span(0, len(front)), Span(shift, len(text)))
    moved = Article(text, tuple(map(Paragraph, spans)), "a")

    def kept(found: list[Fact], by: int) -> list[tuple[int, str]]:
        return [
            (fact.span.start - by, fact.text)
            for fact in found
            if isinstance(fact, DateFact | FigureFact)
        ]

    assert kept(extract_facts(article), 0) == kept(extract_facts(moved), shift)
