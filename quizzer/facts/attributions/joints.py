"""The joints of a sentence: places where a content may end although the parse goes on, or runs on.

The parser often ends a reported clause too early or hangs the writer's own words on it. So each
joint behind a cue makes a reading of its own, and weights that were learned decide between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import SUBJECTS, lemma_of
from quizzer.facts.attributions.lexicon import SAYING

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

_WHO = frozenset("which who whom whose where".split())
_LINKS = frozenset(
    "because although though while whereas when as if unless until since before after even"
    " following amid despite".split()
)
_AND = frozenset("and but or so yet then".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLACING = frozenset("in on at during for with by after before as following over from".split())
_DASHES = frozenset(["—", "–", "--", "-", "―"])
_MOST = 8
"""Joints of one reading; what lies behind is seldom needed."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A place in a sentence: its kind, its first token, and what that token hangs on."""

    name: str
    place: int
    hangs: str


def joints(doc: "Doc", verb: "Token", start: int, last: int, is_object: bool) -> list[Joint]:
    """The joints between two tokens; `hangs` tells whether on the cue, inside or elsewhere."""
    found: list[Joint] = []
    for token in doc[start + 1 : last - 1]:
        named = _joint_at(doc, token, verb, is_object)
        if named is not None and len(found) < _MOST:
            name, linked = named
            found.append(Joint(name, token.i, _hanging(linked, verb, start, token.i)))
    return found


def _joint_at(
    doc: "Doc", token: "Token", verb: "Token", is_object: bool
) -> tuple[str, "Token"] | None:
    text, following = token.lower_, token.nbor()
    if text == ",":
        return _behind_comma(doc, following)
    if text in _DASHES or text == "(":
        return "dash", following
    if text in (";", ":"):
        return text, following
    before = token.nbor(-1).text
    if before in ",;:(" or before in _DASHES:
        return None
    if text in ("and", "but", "or", "then"):
        after = following.nbor() if following.pos_ == "ADV" and following.i + 1 < len(doc) else None
        verbal = following if after is None else after
        if verbal.tag_ in _FINITE:
            return f"and verb{_tense(verbal, verb)}", verbal
        if following.dep_ in SUBJECTS or following.pos_ in ("PRON", "DET", "PROPN"):
            return ("and clause", following) if text != "or" else None
        return ("and -ing", verbal) if verbal.tag_ == "VBG" else None
    if text in _LINKS and token.dep_ in ("mark", "advmod", "prep") and token.tag_ != "RB":
        return "link", token
    if is_object and text in _PLACING and token.head.i == verb.i:
        return "place", token
    return None


def _tense(verbal: "Token", cue: "Token") -> str:
    """ "Said it works and hired him": whose tense a joined verb has tells whose verb it is."""
    own = _finite(verbal)
    clause = next((child for child in cue.children if child.dep_ in ("ccomp", "xcomp")), None)
    as_cue = own == _finite(cue)
    as_clause = clause is not None and own == _finite(clause)
    if as_clause == as_cue:
        return ""
    return " as its clause" if as_clause else " as its cue"


def _finite(verb: "Token") -> str:
    """Present, past or neither, by the verb or its first helper."""
    tags = [c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")] or [verb.tag_]
    return "present" if tags[0] in ("VBZ", "VBP") else "past" if tags[0] == "VBD" else tags[0]


def _behind_comma(doc: "Doc", following: "Token") -> tuple[str, "Token"]:
    text = following.lower_
    if text in _WHO:
        return ", who", following
    if text in _AND:
        other = following.nbor() if following.i + 1 < len(doc) else following
        return f", {'but' if text in ('but', 'yet') else 'and'}", other
    if text in _LINKS:
        return ", link", following
    if following.tag_ == "VBG":
        return (", saying" if lemma_of(following) in SAYING else ", -ing"), following
    if text == "according":
        return ", saying", following
    if following.dep_ in SUBJECTS or following.dep_ == "expl":
        return ", clause", following
    return (", in" if following.pos_ == "ADP" else ","), following


def _hanging(token: "Token", verb: "Token", start: int, end: int) -> str:
    """Whether a token hangs on the words of the content before it, on the cue, or elsewhere."""
    for _ in range(30):
        head = token.head
        if head.i == token.i:
            return "out"
        if head.i == verb.i:
            return "cue"
        if start <= head.i < end:
            return "in"
        token = head
    return "out"


def holding(found: list[Joint], end: int) -> Iterator[str]:
    """What a content up to `end` runs across."""
    yield from {f"over {joint.name} {joint.hangs}" for joint in found if joint.place < end}
