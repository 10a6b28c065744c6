"""Things that a sentence counts and then lists: `three of its rivals, Norway, Denmark and Sweden`.

Such a number can be read off the list, and another number beside the list betrays itself.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def is_counted_off(number: "Token", kept: "Collection[Token]") -> bool:
    """Whether the names of what the number counts stand right behind it among `kept`."""
    noun = _counted(number)
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    if len(behind) < _COMMA_AND_NAME or behind[0].text not in {",", ":"}:
        return False
    return any(
        t.dep_ in _LISTING
        and t.left_edge == behind[1]
        and (t.pos_ == "PROPN" or _has_a_name_in_a_row(t))
        for t in kept
    )


_COMMA_AND_NAME = 2
_LISTING = frozenset({"appos", "conj", "npadvmod"})
"""What the parser takes the first of the names for."""


def _counted(number: "Token") -> "Token":
    """The noun that is counted: rivals, in "three rivals" and "three of its old rivals"."""
    of = next((c for c in number.rights if c.lower_ == "of"), None)
    noun = None if of is None else next((c for c in of.rights if c.dep_ == "pobj"), None)
    if noun is not None:
        return noun
    return number.head if number.dep_ == "nummod" else number


def _has_a_name_in_a_row(first: "Token") -> bool:
    """Whether names follow in the row that the noun opens: the ports of Bergen, Aarhus and Oslo."""
    return any(
        t.pos_ == "PROPN" and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in t.rights)
        for t in first.subtree
    )
