"""Markdown becomes an article whose offsets point into the file as it is."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizzer.article.blocks import Block, fold
from quizzer.article.front_matter import read_front_matter
from quizzer.article.model import Article
from quizzer.article.plain import assemble
from quizzer.deck.model import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

# What stands before the words of a line: quote signs, list marks, the signs of a heading.
_LINE_HEAD = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?[ \t]*")
_HEADING_HEAD = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?#{1,6}[ \t]+")
_HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r"\n[ \t>]*(?:=+|-+)[ \t]*$")
_IMAGE_ALONE = re.compile(r"\s*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,40}\]:")
# Inline markup: the characters that are no words are in groups.
_INLINE = re.compile(
    r"(!\[[^\]\n]*\]\([^)\n]*\))"
    r"|(\[)(?=[^\[\]\n]*\][(\[])|(\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))|(\]\[[^\]\n]*\])"
    r"|(\[\^[^\]\n]{1,40}\])|(<!--.*?-->)|(</?[A-Za-z][^<>\n]{0,200}>)"
    r"|(\*{1,3}|~~|`+)|((?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))|(\\)(?=[!-/:-@\[-`{-~])"
    r"|((?<=\n)[ \t]*(?:>[ \t]?)+)",
    re.DOTALL,
)


def read_markdown(text: str, name: str) -> Article:
    """An article from Markdown (CommonMark) with LF line ends.

    Front matter, code, tables, HTML, images and rules are in no paragraph; a heading's or a
    list's signs stand outside it, and marks inside (emphasis, links) are in `Article.markup`.
    """
    front, start = read_front_matter(text, name)
    blocks = _find_blocks(text, start)
    markup = tuple(
        Span(block.span.start + match.start(), block.span.start + match.end())
        for block in blocks
        for match in _INLINE.finditer(block.span.of(text))
    )
    unmarked = replace(Article(text, (), name), markup=markup).words
    plain = tuple(replace(block, text=fold(block.span.of(unmarked))) for block in blocks)
    return replace(assemble(text, name, plain, front), markup=markup)


def _find_blocks(text: str, start: int) -> list[Block]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - text without markup is read without it

    lines = _line_offsets(text, start)
    blocks: list[Block] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text[start:].replace("\0", " "))
    in_table = False
    for token, inner in pairwise(tokens):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        if in_table or token.type not in ("paragraph_open", "heading_open") or not token.map:
            continue
        span = _word_span(text, lines[token.map[0]], lines[token.map[1]], token)
        if span is None or _FOOTNOTE.match(inner.content):
            continue
        if not _IMAGE_ALONE.fullmatch(inner.content):
            blocks.append(Block(span, "", token.type == "heading_open" or None))
    return blocks


def _word_span(text: str, start: int, end: int, token: "Token") -> Span | None:
    """The lines of a block without the signs around its words."""
    is_heading = token.type == "heading_open"
    head = (_HEADING_HEAD if is_heading and token.markup[:1] == "#" else _LINE_HEAD).match(
        text, start, end
    )
    start = head.end() if head else start
    part = text[start:end].rstrip()
    if is_heading:
        tail = (_HEADING_TAIL if token.markup[:1] == "#" else _UNDERLINE).search(part)
        part = (part[: tail.start()] if tail else part).rstrip()
    lead = len(part) - len(part.lstrip())
    return Span(start + lead, start + len(part)) if part.strip() else None


def _line_offsets(text: str, start: int) -> list[int]:
    """Where each line begins, and the end of the text once more for the line behind the last."""
    offsets = [start]
    offsets += [match.end() for match in re.compile("\n").finditer(text, start)]
    return [*offsets, len(text), len(text)]
