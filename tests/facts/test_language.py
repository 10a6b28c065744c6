"""The parse of an article keeps the article's offsets."""

import pytest

from quizzer.article.model import Article, Paragraph
from quizzer.deck.model import Span
from quizzer.facts.language import load_language, parse_article

pytest.importorskip("spacy")

TEXT = "Menu\n\nAda Lovelace wrote notes. They were long.\n\nShare\n\nThe engine was not built."


def test_spans_point_into_the_article() -> None:
    """Words, tokens and sentences of every paragraph are found in the whole text."""
    paragraphs = (Paragraph(Span(6, 47)), Paragraph(Span(56, len(TEXT))))
    article = Article(TEXT, paragraphs, "test")
    first, second = parse_article(article, load_language())
    assert [span.of(TEXT) for span in first.sentences()] == [
        "Ada Lovelace wrote notes.",
        "They were long.",
    ]
    assert second.span(second.doc[1]).of(TEXT) == "engine"
    assert second.span(second.doc[0:2]).of(TEXT) == "The engine"
    words = second.words(Span(60, 66))
    assert words is not None
    assert words.text == "engine"


def test_the_model_is_loaded_once() -> None:
    """A second call gives the same pipeline."""
    assert load_language() is load_language()


def test_a_sum_in_millions_may_end_a_sentence() -> None:
    """The stop behind £12m is no part of an abbreviation."""
    text = "The harbour cost £12m. Police in Bergen closed it."
    [parsed] = parse_article(
        Article(text, (Paragraph(Span(0, len(text))),), "test"), load_language()
    )
    assert len(list(parsed.sentences())) == 2
