"""An HTML page becomes an article: trafilatura finds the text, and its text is what is cited."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quizzer.article.blocks import Block, fold
from quizzer.article.front_matter import FrontMatter
from quizzer.article.model import Article
from quizzer.article.plain import assemble
from quizzer.article.published import parse_day
from quizzer.deck.model import Span
from quizzer.diagnostics import QuizzerError
from quizzer.extras import require

_LEAST_WORDS = 20


def read_html(content: bytes | str, name: str, url: str | None = None) -> Article:
    """An article from a page; `url` is where it was found, if it was.

    Raises:
        QuizzerError: A001 without trafilatura, A006 where the page holds no article.
    """
    require("trafilatura", "make", name, "reading HTML", "A001")
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second and many modules
    from trafilatura.settings import Document  # noqa: PLC0415

    page = bare_extraction(
        content,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        include_images=False,
    )
    if not isinstance(page, Document | None):  # only for the types: it is asked for no other form
        raise TypeError(type(page))
    body = None if page is None else page.body
    parts = [] if body is None else list(_parts(body))
    if page is None or sum(len(text.split()) for text, _ in parts) < _LEAST_WORDS:
        raise QuizzerError.at(
            name,
            "no article text in this page",
            "it may be built by a script; copy its text into a .txt file",
            "A006",
        )
    title = _field(page.title)
    if title and title not in (text for text, _ in parts[:3]):
        parts.insert(0, (title, True))
    text, blocks = join_parts(parts)
    front = FrontMatter(
        title,
        _field(page.sitename) or _field(page.hostname),
        parse_day(page.date) if page.date else None,
        url or _field(page.url),
    )
    article = assemble(text, name, blocks, front)
    return as_extracted(article)


def join_parts(parts: list[tuple[str, bool]]) -> tuple[str, tuple[Block, ...]]:
    """A text of paragraphs with blank lines between them, and the blocks that they are."""
    blocks: list[Block] = []
    start = 0
    for text, is_heading in parts:
        blocks.append(Block(Span(start, start + len(text)), text, is_heading or None))
        start += len(text) + 2
    return "\n\n".join(text for text, _ in parts) + ("\n" if parts else ""), tuple(blocks)


def as_extracted(article: Article) -> Article:
    """The same article, marked as one whose text stands in no file."""
    return replace(article, text_is_extracted=True)


def _parts(body: Any) -> Iterator[tuple[str, bool]]:
    """The paragraphs in reading order; True marks a heading."""
    for element in body:
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("list", "quote", "div", "body") and len(element):
            if element.text and element.text.strip():
                yield fold(element.text), False
            yield from _parts(element)
        else:
            text = fold("".join(element.itertext()))
            if text:
                yield text, element.tag == "head"
        if element.tail and element.tail.strip():
            yield fold(element.tail), False


def _field(value: str | None) -> str | None:
    return fold(value) or None if value else None
