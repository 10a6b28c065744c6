"""Verbs in a row, as in "rose, spoke and left": whether they share the subject of the first."""

from typing import TYPE_CHECKING

from quizzer.questions.grammar.asides import is_relative

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def follows_and(verb: "Token") -> bool:
    """Whether "and" or a comma stands right before a verb that shares its subject; else the
    parser took the verb of another clause for one of a row."""
    first = min([verb, *(c for c in verb.children if c.i < verb.i)], key=lambda t: t.i)
    place = first.i - 1
    while place > 0 and verb.doc[place].pos_ in {"ADV", "PUNCT", "AUX", "PART"}:
        if verb.doc[place].text == ",":
            return True
        place -= 1
    before = verb.doc[place]
    return before.dep_ == "cc" and before.i < verb.i and before.head.pos_ != "NOUN"


def is_alike(verb: "Token", head: "Token") -> bool:
    """Whether a verb in a row fits the first: after "said it would rise", "but would fall" goes
    on with what was said, whatever the parser thinks; after "was hired", "and fired in May" may go
    on with the passive."""
    if verb.tag_ == "VBD" and verb.lower_.endswith("ed") and _follows_passive(head):
        return any(c.dep_ in _COMPLEMENTS for c in verb.children)
    if not any(c.dep_ in {"ccomp", "xcomp"} and c.i < verb.i for c in head.children):
        return True
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i), verb)
    return finite.tag_ == head.tag_


_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "dative", "prt"})


def _follows_passive(head: "Token") -> bool:
    """Whether the verb, or the one that its clause belongs to, is passive."""
    return any(c.dep_ == "auxpass" for verb in (head, head.head) for c in verb.children)


def may_be_of_a_relative(verb: "Token", head: "Token") -> bool:
    """Whether a verb in a row may go on with a relative clause that stands before it: in "in the
    blast, which cut a road and felled a tree" the blast felled it, though the parser may take
    whoever the sentence is about. Only ", and" goes on with the first verb for sure."""
    between = verb.doc[head.i + 1 : verb.i]
    relative = next((t for t in between if t.dep_ == "relcl" and _has_wh_subject(t)), None)
    if relative is None or _tense(relative) != _tense(verb):
        return False
    row = [c for c in head.children if c.dep_ == "conj" and relative.i < c.i < verb.i]
    return any(not _opens_anew(t) for t in (*row, verb))


def _has_wh_subject(verb: "Token") -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} and is_relative(c) for c in verb.children)


def _tense(verb: "Token") -> str:
    """The tag of the word that carries the tense, where it is not in the verb before."""
    auxiliary = next(
        (c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE), verb
    )
    return auxiliary.tag_


def _opens_anew(verb: "Token") -> bool:
    """Whether a comma and a conjunction stand before the verb and its own words."""
    first = min([verb, *(c for c in verb.children if c.i < verb.i)], key=lambda t: t.i)
    before = verb.doc[max(first.i - 2, 0) : first.i]
    return len(before) == 2 and before[0].text == "," and before[1].dep_ == "cc"
