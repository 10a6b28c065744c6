"""What might be an attribution, as token ranges of one parsed paragraph, with its features."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

Range = tuple[int, int]
"""Tokens from the first up to the second number."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEMMAS = {
    "hopes": "hope",
    "hoped": "hope",
    "hoping": "hope",
    "bade": "bid",
    "deemed": "deem",
    "sought": "seek",
}
_NOMINAL_SUBJECT = frozenset({"PRON", "PROPN", "NOUN"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution.

    `features` name what speaks for and against its cue, `marks` for and against this reading of it.
    """

    source: Range
    cue: Range
    content: Range
    lemma: str
    form: str
    features: tuple[str, ...]
    marks: tuple[str, ...] = ()


def lemma_of(token: "Token") -> str:
    """The word as a dictionary has it; the model takes "hoped" for a form of "hop"."""
    return _LEMMAS.get(token.lower_, token.lemma_.lower())


def subtree_range(token: "Token") -> Range:
    """The stretch of tokens from the leftmost to the rightmost below `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def noun_phrase(token: "Token") -> Range:
    """A noun with its modifiers and appositions, without clauses that hang loosely."""
    start, end = subtree_range(token)
    for child in token.children:
        if child.dep_ in ("relcl", "advcl", "parataxis", "ccomp", "acl") and child.i > token.i:
            end = min(end, child.left_edge.i)
    doc = token.doc
    while end - 1 > token.i and doc[end - 1].is_punct and doc[end - 1].text not in ')]”"':
        end -= 1
    return start, max(end, token.i + 1)


def own_subject(verb: "Token") -> "Token | None":
    """A verb's subject: of several the nearest, as a label before a colon is parsed as one too."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in subjects if child.i < verb.i]
    return before[-1] if before else subjects[0] if subjects else None


def subject_of(verb: "Token") -> "Token | None":
    """Who does what the verb says: its subject, or that of the verb it hangs on."""
    for _ in range(4):
        own = own_subject(verb)
        if own is not None:
            return own
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if verb.head.pos_ in _NOMINAL_SUBJECT else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        verb = verb.head
        if verb.pos_ not in ("VERB", "AUX", "ADP"):
            return verb if verb.pos_ in _NOMINAL_SUBJECT else None
    return None


def trimmed(doc: "Doc", content: Range) -> Range:
    """A content without commas at its ends, but with the quotation marks that belong to it."""
    start, end = content
    while (start < end and doc[start].text in ",;:—–-") or (start < end and doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in ",;:—–-" or doc[end - 1].is_space):
        end -= 1
    return start, end
