"""An article as the later steps see it: its text, its paragraphs, and who published it when."""

import re
from dataclasses import dataclass
from functools import cached_property

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span

_WHITE_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of running text or a heading; furniture (menus, tags, bylines) is in none."""

    span: Span
    is_heading: bool = False


@dataclass(frozen=True)
class Article:
    """Text with the places of its paragraphs.

    `text` is the whole text as quizzer reads it (LF line ends, nothing else changed for plain
    text), and every offset anywhere points into it. `paragraphs` are in order, do not overlap,
    and leave out all page furniture. `name` is what messages call the input.
    `text_is_extracted` tells that the text stands in no file as it is (it came out of HTML, a PDF
    or a pipe), so that whoever cites it must save it. `markup` holds the places of characters
    that are no words, inside paragraphs too (the asterisks and link targets of Markdown).
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    name: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    text_is_extracted: bool = False
    markup: tuple[Span, ...] = ()

    @cached_property
    def words(self) -> str:
        """What a parser should read: spaces for markup and for white space of every kind.

        Offsets are those of `text`, so a wrapped line or a link looks like plain running text.
        """
        parts: list[str] = []
        end = 0
        for span in self.markup:
            parts += [self.text[end : span.start], " " * (span.end - span.start)]
            end = span.end
        return _WHITE_SPACE.sub(" ", "".join([*parts, self.text[end:]]))
