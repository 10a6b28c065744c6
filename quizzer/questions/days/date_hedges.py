"""The words that lean on a time expression: `just two months ago`, `later on Monday`, `almost a
year ago`. A date that takes the expression's place takes theirs too, or cannot take it."""

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_NARROWING = frozenset("just only even already barely still earlier later sometime".split())
_ROUGH = frozenset("about almost nearly around roughly approximately some over under".split())
_THAN = frozenset("more less fewer longer better".split())
_COUNTED = frozenset("ago earlier before later after hence".split())
_OPEN_TIMES = frozenset(
    "day week month year time period hour days weeks months years hours minutes".split()
)
_GO_ON = frozenset(
    "of before after since when until till leading preceding between immediately shortly just"
    " prior".split()
)
_WITHIN = frozenset("in at during by within".split())
_TO_COME = frozenset("ahead to follow following".split())


def narrowing_words(inside: list["Token"]) -> list["Token"]:
    """`just`, `only`, `earlier` right before the expression, or before its preposition."""
    found: list[Token] = []
    place = inside[0].i - 1
    doc = inside[0].doc
    if place >= 0 and doc[place].lower_ in {"on", "in", "this"}:
        place -= 1
    while place >= 0 and doc[place].lower_ in _NARROWING and doc[place].pos_ in {"ADV", "ADJ"}:
        found.append(doc[place])
        place -= 1
    return found


def is_rough(inside: list["Token"]) -> bool:
    """Whether the time is counted in units and told roughly, so that no one date stands for it:
    `more than two years ago`, `almost a month earlier`."""
    if inside[-1].lower_ not in _COUNTED:
        return False
    doc, first = inside[0].doc, inside[0].i
    words = [t.lower_ for t in (*doc[max(0, first - 2) : first], *inside)]
    return any(word in _ROUGH for word in words[1:]) or any(
        one in _THAN and two == "than" for one, two in pairwise(words)
    )


_STATE_CONTESTS = frozenset({"primary", "caucus", "runoff"})


def is_held_nowhere(noun: "Token", kept: set[int]) -> bool:
    """Whether it is "the primary on 10 August", of several on one day, and no place is named."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return (
        noun.lemma_ in _STATE_CONTESTS
        and any(c.lower_ == "the" for c in noun.lefts)
        and any(t.ent_type_ == "DATE" for t in behind)
        and not any(t.i in kept and t.ent_type_ in {"GPE", "LOC"} for t in noun.doc)
    )


def hangs_open(noun: "Token", kept: set[int]) -> bool:
    """Whether `in the weeks`, `at the time` or `in the day` lacks what would tell which are
    meant."""
    if noun.lower_ not in _OPEN_TIMES or noun.dep_ != "pobj" or noun.head.i + 2 != noun.i:
        return False
    if noun.nbor(-1).lower_ != "the" or noun.head.lower_ not in _WITHIN:
        return False
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    goes_on = any(t.i in kept and t.lower_ in _GO_ON for t in behind)
    return not goes_on and not any(t.i in kept and t.lower_ not in _TO_COME for t in noun.rights)
