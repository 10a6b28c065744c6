"""Sentence ends by punctuation alone, for evidence where no parsed text is at hand."""

import re
from collections.abc import Iterator

from quizzer.deck.model import Span

_END = re.compile(r"(?<![.!?])[.!?][.!?'\"”’)\]]*(?=\s+[\"“‘'`(\[]*[A-Z0-9])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“.])(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|"
    r"Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Jr|Sr|No|vs|Inc|Corp|Co|Ltd|Mo|Fla|Calif|a\.m|p\.m)\.$"
)


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """The sentences of `text[within]`, in order, without white space around them."""
    start = within.start
    for end in _END.finditer(text, within.start, within.end):
        stop = end.end()
        if end.group().startswith(".") and _ABBREVIATION.search(text[max(start, stop - 8) : stop]):
            continue
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, within.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
