"""What was said as a clause behind the reporting verb: whether it needs a "that"."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import SUBJECTS

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_WANTING = frozenset("want like love need allow help let make".split())
"""Verbs after which no "that" can stand."""
TELLING = frozenset("tell inform warn assure remind notify advise".split())
"""Verbs that name whom they tell before they say what."""


def with_that(
    cue: "Token", complement: "Token", words: Sequence["Token"], swaps: Mapping[int, str]
) -> dict[int, str]:
    """The words to put where "that" is missing between the verb and what was said."""
    first = complement.left_edge
    if any(t.text in {'"', "“"} and cue.i < t.i < complement.i for t in words):
        return {}
    if cue.lemma_ in _WANTING or _has_opener(complement):
        return {}
    if first.i == cue.i + 1:
        return {cue.i: swaps.get(cue.i, cue.text) + " that"}
    if (
        (cue.lemma_ in TELLING or _only_time_between(cue, complement))
        and first.i > cue.i + 1
        and first.nbor(-1).text not in {",", ":"}
    ):
        return {first.i: "that " + swaps.get(first.i, first.text)}
    return {}


def _only_time_between(cue: "Token", complement: "Token") -> bool:
    """Whether nothing but a date parts the reporting verb from what was said."""
    between = cue.doc[cue.i + 1 : complement.left_edge.i]
    return all(t.ent_type_ in {"DATE", "TIME"} or t.dep_ == "prep" for t in between)


def points(desk: Desk, complement: "Token") -> bool:
    """Whether "that" before a bare noun points at it ("said that claim is false")."""
    subject = next((c for c in complement.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ == "PRON":
        return False  # "that nobody would come"
    if subject.tag_ != "NN" or subject.left_edge.i == 0:
        return False
    first = subject.left_edge
    if first.tag_ != "NN" or first.nbor(-1).lower_ != "that":
        return False
    return first.nbor(-1).dep_ != "mark" or not _stands_bare(desk, subject)


def _stands_bare(desk: Desk, noun: "Token") -> bool:
    """Whether the article uses the noun elsewhere without any article, as it does peace."""
    return any(
        t.lemma_ == noun.lemma_ and t.tag_ == "NN" and t.dep_ in {"pobj", "dobj"}
        and not any(c.i < t.i for c in t.children)
        for sentence in desk.reading.sentences if noun.lower_ in sentence.text
        for t in sentence.tokens
    )  # fmt: skip


def _has_opener(complement: "Token") -> bool:
    return (
        any(
            child.dep_ == "mark" or child.tag_ in {"WDT", "WP", "WRB", "WP$"}
            for child in complement.children
            if child.i < complement.i
        )
        or (
            complement.left_edge.tag_ in {"WDT", "WP", "WRB", "WP$", "IN"}
            and (
                complement.left_edge.lower_
                in {"that", "whether", "if", "how", "why", "what", "who"}
            )
        )
        or complement.tag_ in {"VB", "VBG"}
        or any(child.lower_ == "to" and child.dep_ == "aux" for child in complement.children)
        or complement.pos_ not in VERBAL
    )
