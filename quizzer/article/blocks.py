"""The lines of a plain text become blocks: paragraphs, headings, menu lines, one by one.

A text has either one paragraph a line or lines wrapped by hand at some 70 characters. Which of
the two it is shows in the breaks between lines that no blank line parts: a wrapped line goes on
in lower case, and the next word would not have fitted.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from quizzer.deck.model import Span

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[-*•‣]|\(?[0-9]{1,3}[.)])\s+\S")
_FIRST_WORD = re.compile(r"\S+")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; `text` is what stands there, with single spaces.

    `is_heading` is None where the format does not say.
    """

    span: Span
    text: str
    is_heading: bool | None = None


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text in order; blank lines and outer white space are in none."""
    lines = [_strip(text, *match.span()) for match in _LINE.finditer(text) if match[0].strip()]
    width = _wrap_width(text, lines)
    blocks: list[Block] = []
    start: int | None = None
    for number, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or not _goes_on(text, line, following, width):
            span = Span(start, line.end)
            blocks.append(Block(span, fold(span.of(text))))
            start = None
    return tuple(blocks)


def fold(text: str) -> str:
    """Every run of white space becomes one space."""
    return " ".join(text.split())


def _strip(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _are_adjacent(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line.end, following.start) == 1


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The width at which the text was wrapped, None where it was not."""
    lengths = [line.end - line.start for line in lines]
    long = sum(length for length in lengths if length > _WIDEST_WRAP)
    if not lengths or long * 5 > sum(lengths):
        return None
    width = max((length for length in lengths if length <= _WIDEST_WRAP), default=0)
    if width < _NARROWEST_WRAP:
        return None
    breaks = [
        (line, following)
        for line, following in pairwise(lines)
        if _are_adjacent(text, line, following) and (line.end - line.start) * 2 > width
    ]
    lower = sum(text[following.start].islower() for _, following in breaks)
    full = sum(_is_full(text, line, following, width) for line, following in breaks)
    open_ended = sum(text[line.end - 1] not in '.!?:"”’' for line, _ in breaks)
    is_wrapped = lower * 3 >= len(breaks) or (
        full * 10 >= len(breaks) * 9 and open_ended * 2 >= len(breaks)
    )
    return width if breaks and is_wrapped else None


def _is_full(text: str, line: Span, following: Span, width: float) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    word = _FIRST_WORD.match(text, following.start)
    return line.end - line.start + 1 + (len(word.group()) if word else 0) > width


def _goes_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether the next line continues the paragraph of this one."""
    if width is None or not _are_adjacent(text, line, following):
        return False
    if text[following.start].islower():
        return True
    if _ITEM.match(text, following.start, following.end):
        return False
    # Wrapping by a proportional font or with a hand's slack leaves lines a little short.
    return _is_full(text, line, following, width * 0.85)
