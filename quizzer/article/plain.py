"""Plain text, most often copied from a web page, becomes an article."""

import re

from quizzer.article.blocks import Block, split_blocks
from quizzer.article.dateline import dateline_length
from quizzer.article.front_matter import FrontMatter, read_front_matter
from quizzer.article.furniture import Role, find_roles
from quizzer.article.model import Article, Paragraph
from quizzer.article.published import find_in_dateline, find_published
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span

_OWNER = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©]*(?:\(c\)\s*)?(?:[0-9]{4}(?:\s?[-–]\s?[0-9]{4})?)?[\s,]*"
    r"(?P<owner>[A-Z][^.,|·©]{1,60}?)\s*(?:[.,|·]|all rights|[0-9]{4}|$)",
    re.IGNORECASE,
)

_FINAL_STOP = re.compile(r"[a-z0-9]{2}\.$")
_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?] [A-Z]")
_ONE_SENTENCE = re.compile(r"(?:(?![a-z]{2}[.!?] [A-Z]).)*[^:]")
_LONGEST_TITLE = 20


def read_plain(text: str, name: str) -> Article:
    """An article from text whose line ends are LF already; front matter is read and left out."""
    front, start = read_front_matter(text, name)
    blocks = tuple(
        Block(Span(block.span.start + start, block.span.end + start), block.text)
        for block in split_blocks(text[start:])
    )
    return assemble(text, name, blocks, front)


def assemble(text: str, name: str, blocks: tuple[Block, ...], front: FrontMatter) -> Article:
    """The article that blocks of `text` make once their furniture is gone."""
    roles = find_roles(blocks)
    paragraphs = tuple(
        Paragraph(
            _without_dateline(text, block.span), is_heading=role in (Role.HEADING, Role.HEADLINE)
        )
        for block, role in zip(blocks, roles, strict=True)
        if role is not Role.FURNITURE
    )
    headline = _find_headline(blocks, roles)
    return Article(
        text,
        paragraphs,
        name,
        title=front.title or (None if headline is None else clean_title(headline)),
        publisher=front.publisher or _find_owner(blocks, roles),
        published=front.published or _find_date(blocks, roles),
        url=front.url,
    )


def _without_dateline(text: str, span: Span) -> Span:
    length = dateline_length(" ".join(text[span.start : span.end].splitlines()))
    return Span(span.start + length, span.end)


def _find_headline(blocks: tuple[Block, ...], roles: tuple[Role, ...]) -> str | None:
    for block, role in zip(blocks, roles, strict=True):
        if role is Role.HEADLINE:
            return block.text
    # A headline may be a sentence like any other; then it is the title and stays text.
    if len(blocks) > 2 and roles[0] is Role.TEXT:
        first, second = blocks[0].text, blocks[1].text
        is_short = len(first.split()) <= _LONGEST_TITLE and len(first) * 4 < len(second) * 3
        if is_short and _ONE_SENTENCE.fullmatch(first):
            return first
    return None


def clean_title(headline: str) -> str:
    """A headline without the full stop that some archives put behind it."""
    if _FINAL_STOP.search(headline) and not _TWO_SENTENCES.search(headline):
        return headline[:-1]
    return headline.rstrip(";").strip()


def _find_date(blocks: tuple[Block, ...], roles: tuple[Role, ...]) -> PartialDate | None:
    """The date in the furniture, above the article first, then in a dateline, then below it."""
    text = [i for i, role in enumerate(roles) if role is Role.TEXT]
    if not text:
        return None
    others = [i for i, role in enumerate(roles) if role is Role.FURNITURE]
    above = [blocks[i].text for i in others if i < text[0] + 8]
    below = [blocks[i].text for i in others if i > text[-1]]
    return (
        find_published(above)
        or find_in_dateline(blocks[text[0]].text)
        or find_published(line for line in below if line[:1].lower() in "pufd")
    )


def _find_owner(blocks: tuple[Block, ...], roles: tuple[Role, ...]) -> str | None:
    for block, role in zip(blocks, roles, strict=True):
        owner = _OWNER.search(block.text) if role is Role.FURNITURE else None
        if owner is not None:
            return owner["owner"].strip()
    return None
