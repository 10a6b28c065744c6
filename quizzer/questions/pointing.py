"""Words that point, and whether what they point at can be told."""

from typing import TYPE_CHECKING

from quizzer.questions.mentions import is_person_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

CLASSIFYING = ("al", "ic", "an", "ary", "ese", "ish")
"""Endings of adjectives that say what kind of thing it is, as in `the presidential debate`."""


def is_among_many(token: "Token", kept: set[int]) -> bool:
    """Whether `they` in its place could be taken for people named before it."""
    return any(
        t.i in kept
        and t.i < token.i
        and (t.lower_ in {"they", "their", "them"} or t.tag_ == "NNS")
        and t.dep_ in {"nsubj", "nsubjpass", "poss"}
        and (t.lower_ == "people" or t.pos_ == "PRON" or is_person_noun(t.lemma_))
        for t in token.sent
    )


def classifies(token: "Token") -> bool:
    """Whether the word says what kind of thing it is, as in `the presidential debate`."""
    return token.dep_ in {"amod", "compound"} and token.lower_.endswith(CLASSIFYING)


def is_specified(token: "Token") -> bool:
    """Whether `those` says itself who is meant: those who vote, those of the minority."""
    return (
        token.dep_ != "det"
        and any(c.i == token.i + 1 and c.dep_ in {"prep", "acl"} for c in token.children)
    ) or any(c.dep_ == "relcl" and c.left_edge.i == token.i + 1 for c in token.children)


_COMMITTING = frozenset(
    "announce plan promise vow pledge agree decide intend hope want threaten refuse".split()
)


def is_said_of_something(token: "Token") -> bool:
    """Whether `it` is the subject of what a body said, and so need not be that body."""
    verb = token.head
    return (
        token.dep_ in {"nsubj", "nsubjpass"}
        and verb.dep_ == "ccomp"
        and verb.head.i < token.i
        and verb.head.lemma_ not in _COMMITTING
    )
