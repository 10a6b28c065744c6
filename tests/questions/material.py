"""Invented articles and the ways to read them that the tests of this folder share."""

from quizzer.article.model import Article, Paragraph
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span
from quizzer.facts.extract import extract_parsed
from quizzer.facts.language import load_language, parse_article
from quizzer.questions.candidates import LEADS, Desk
from quizzer.questions.make import MakeResult, deck_from_facts, open_desk

PUBLISHED = PartialDate(2019, 5, 14)

HARBOUR = """Harbour Bridge opens after four years of work

Norwegian Prime Minister Ingrid Solberg and Danish Prime Minister Lars Holm held a meeting in \
Bergen on 12 May 2019.

Ingrid Solberg proposed that Norway and Denmark share the costs of a new ferry line. \
Lars Holm said that Denmark would pay 40 million dollars for the ferry line.

On Monday, Maria Lindqvist, the mayor of Bergen, warned that the harbour was too small for the \
ships. She asked engineers to dig a deeper channel within 18 months.

Erik Dahl, the director of the Bergen Port Authority, denied that the harbour was too small. \
According to Erik Dahl, 350 ships visited Bergen in 2018.

Norway opened the first ferry line between Bergen and Aarhus in 1921. Lars Holm visited the \
shipyard in Stavanger on 3 May 2019. Ingrid Solberg signed a contract with the shipyard on \
7 May 2019.
"""


def article_of(text: str, published: PartialDate | None = PUBLISHED) -> Article:
    """An article of the lines of `text`; one without a full stop at its end is a heading."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            is_heading = not line.rstrip().endswith((".", "?", "!", '"', "”"))
            paragraphs.append(Paragraph(Span(start, start + len(line)), is_heading))
        start += len(line) + 1
    title = text.split("\n", 1)[0]
    return Article(text, tuple(paragraphs), "test", title=title, published=published)


def desk_of(text: str, seed: int = 0) -> Desk:
    """The question writers' desk for a text."""
    article = article_of(text)
    parsed = parse_article(article, load_language())
    return open_desk(article, parsed, extract_parsed(article, parsed), seed)


def deck_of(text: str, **options: object) -> MakeResult:
    """The deck made of a text."""
    article = article_of(text)
    parsed = parse_article(article, load_language())
    facts = extract_parsed(article, parsed)
    return deck_from_facts(article, parsed, facts, deck_id="test", **options)


def keys(text: str) -> dict[str, object]:
    """The stems of the deck made of a text, without their openings, with their keys."""
    found = {}
    for question in deck_of(text).deck.questions:
        stem = question.stem
        for lead in LEADS:
            stem = stem.removeprefix(f"{lead} May 2019, ")
        found[stem] = question.answer
    return found


def person_meant(text: str, noun: str) -> str | None:
    """The person behind the last such noun of the text."""
    desk = desk_of(text)
    places = [
        (sentence, token)
        for sentence in desk.reading.sentences
        for token in sentence.tokens
        if token.lower_ == noun
    ]
    return desk.grounding.definites.epithets.meant_by(*places[-1])
