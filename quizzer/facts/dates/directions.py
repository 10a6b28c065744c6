"""`last`, `this`, `next`: which of many is meant; and the one-expression answer of a rule."""

from re import Match

from quizzer.deck.model import Span
from quizzer.facts.dates.expressions import Direction, Expression, Parts

_DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "previous": Direction.LAST,
    "this": Direction.THIS,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "following": Direction.NEXT,
}

DIRECTED = (
    "(?i:(?P<direction>(?:this|the)\\s+(?:past|coming|following|previous)|last|past|this|next|coming"
    "|following|previous)\\s+)?"
)
"""A direction before a named time, as a piece of a regular expression."""

STEPS = {Direction.LAST: -1, Direction.THIS: 0, Direction.NEXT: 1, Direction.OPEN: 0}
"""How many units a direction moves."""


def direction_of(words: str | None) -> Direction:
    """The direction that the last of the words gives; open for none."""
    last = (words or "").lower().split()[-1:]
    return _DIRECTIONS.get(last[0], Direction.OPEN) if last else Direction.OPEN


def whole(match: Match[str], expression: Expression) -> Parts:
    """The whole match says one thing."""
    return [(Span(*match.span()), expression)]
