"""Where quotation marks open and close in a paragraph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc

_OPENING = "“«„"
_CLOSING = "”»"
_STRAIGHT = ('"', "``", "''", "''''")


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quoted stretches of a paragraph as token ranges, marks included, in order."""

    ranges: tuple[tuple[int, int], ...]

    def share(self, content: tuple[int, int]) -> float:
        """How much of a token range is quoted, from 0 to 1."""
        size = content[1] - content[0]
        held = sum(
            max(0, min(end, content[1]) - max(start, content[0])) for start, end in self.ranges
        )
        return held / size if size > 0 else 0.0

    def whole(self, content: tuple[int, int]) -> tuple[int, int]:
        """A content that ends as a quotation does, with the mark that opens it."""
        start, end = content
        opened = any(first == start - 1 and last == end for first, last in self.ranges)
        return (start - 1, end) if opened else content

    def around(self, token: int) -> tuple[int, int] | None:
        """The quotation that a token stands in, its marks not counted."""
        return next(((s, e) for s, e in self.ranges if s < token < e - 1), None)


def find_quotes(doc: "Doc") -> Quotes:
    """Pairs the quotation marks of a paragraph; one left open runs to the paragraph's end."""
    ranges: list[tuple[int, int]] = []
    start: int | None = None
    for token in doc:
        text = token.text
        if start is None and (text[0] in _OPENING or text in _STRAIGHT):
            start = token.i
        elif start is not None and (text[-1] in _CLOSING or text in _STRAIGHT):
            ranges.append((start, token.i + 1))
            start = None
    if start is not None and doc[start].text[0] in _OPENING:
        ranges.append((start, len(doc)))
    return Quotes(tuple(ranges))
