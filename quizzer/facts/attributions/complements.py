"""Where the content of a verb may stand: clause, infinitive, object, phrase or quotation."""

from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import (
    SUBJECTS,
    Range,
    lemma_of,
    noun_phrase,
    subtree_range,
)
from quizzer.facts.attributions.lexicon import CLASSES, SAYING
from quizzer.facts.attributions.quotes import Quotes

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

_KNOWN = frozenset().union(*CLASSES.values())
_INTRODUCTION = 4
_ABOUT = frozenset("about of for on against to with that over in".split())


def complement(doc: "Doc", verb: "Token", quotes: Quotes) -> tuple[str, Range] | None:
    """The form of a verb's complement and its tokens, as the parse has them."""
    passive = _passive_content(verb)
    if passive is not None:
        return "passive", passive
    return _complement(doc, verb, quotes)


def _passive_content(verb: "Token") -> Range | None:
    """ "The plan was rejected by the council": what is spoken of is the subject."""
    if verb.tag_ != "VBN":
        return None
    parts = {child.dep_: child for child in verb.children}
    if "agent" not in parts or "nsubjpass" not in parts or parts.keys() & {"ccomp", "xcomp"}:
        return None
    return noun_phrase(parts["nsubjpass"])


def _complement(doc: "Doc", verb: "Token", quotes: Quotes) -> tuple[str, Range] | None:
    children = {child.dep_: child for child in reversed(list(verb.children))}
    end = _clause_end(verb)
    clause = children.get("ccomp")
    if clause is not None:
        left, right = subtree_range(clause)

        if clause.i < verb.i:
            return "before", _sentence_part(doc, verb, left, quotes)
        if children.get("dobj") is not None and children["dobj"].i < clause.i:
            return "told", (left, right)
        return "clause", (left, _before_next_report(clause, max(right, left + 1)))
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX"):
        inserted = _parenthetical(doc, verb, quotes)
        if inserted is not None:
            return inserted
    quote = _own_quote(doc, verb, quotes)
    infinitive = children.get("xcomp")
    target = children.get("dobj")
    if infinitive is not None and infinitive.i > verb.i:
        left, right = subtree_range(infinitive)
        return (
            ("infinitive", (left, right))
            if target is None
            else ("object to", (target.left_edge.i, right))
        )
    if quote is not None and (target is None or quote[0] < verb.i or target.i < verb.i):
        return "quote", quote
    if target is not None and target.i > verb.i:
        form = "object" if lemma_of(verb) in _KNOWN else "object?"
        end = max(end, target.right_edge.i + 1)
        if quote is not None and quote[0] <= end + 2:
            form, end = "object quoted", max(end, quote[1])
        return form, (target.left_edge.i, end)
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in _ABOUT:
            inside = next((noun for noun in child.children if noun.dep_ in ("pobj", "pcomp")), None)
            if inside is not None:
                left, right = subtree_range(inside)
                return f"prep {child.lower_}", (left, right)
    return None


def _before_next_report(clause: "Token", end: int) -> int:
    """The end of a reported clause, without "and said ..." that the parser hung on it."""
    for child in clause.children:
        if child.dep_ == "conj" and child.i > clause.i and lemma_of(child) in SAYING:
            has_own = any(inner.dep_ in SUBJECTS for inner in child.children)
            joined = [
                inner for inner in clause.children if inner.dep_ == "cc" and inner.i < child.i
            ]
            if not has_own and joined and any(inner.dep_ == "ccomp" for inner in child.children):
                return min(end, joined[-1].i)
    return end


def _clause_end(verb: "Token") -> int:
    """Where the verb phrase ends: before a clause joined by "and" or hanging loosely."""
    end = verb.right_edge.i + 1
    for child in verb.children:
        if child.i > verb.i and child.dep_ in (
            "conj",
            "cc",
            "advcl",
            "punct",
            "parataxis",
            "npadvmod",
        ):
            end = min(end, child.left_edge.i)
    return max(end, verb.i + 1)


def _sentence_part(doc: "Doc", verb: "Token", left: int, quotes: Quotes) -> Range:
    """What stands before "said X", from the sentence's beginning or the quotation's."""
    end = min(
        [verb.i, *(child.left_edge.i for child in verb.children if child.dep_ in ("nsubj", "aux"))]
    )
    start = min(left, verb.sent.start)
    for opened, closed in quotes.ranges:
        if closed <= end and end - closed <= 2 and opened < start:
            # A quotation of several sentences whose last one carries the cue.
            return opened, end
    return start, end


def _parenthetical(doc: "Doc", verb: "Token", quotes: Quotes) -> tuple[str, Range] | None:
    """ "..., he said, ...": the cue hangs on the verb of what was said."""
    left, right = subtree_range(verb)
    sentence = verb.sent
    quote = _own_quote(doc, verb, quotes)
    if quote is not None and quote[0] > verb.i and left - sentence.start <= _INTRODUCTION:
        return None  # "Besides, Moe said, ...": the quotation alone
    if lemma_of(verb) not in SAYING or (verb.dep_ == "ccomp" and verb.head.i < verb.i):
        return None
    if left > sentence.start and not doc[left].is_punct and not doc[left - 1].is_punct:
        return None
    if right >= sentence.end - 1:
        return "inserted", (sentence.start, left)
    if left <= sentence.start:
        return "inserted", (right, sentence.end)
    return "inserted", (sentence.start, sentence.end) if left > sentence.start else (
        right,
        sentence.end,
    )


def _own_quote(doc: "Doc", verb: "Token", quotes: Quotes) -> Range | None:
    """A quotation in the verb's sentence or right behind its colon."""
    sentence = verb.sent
    for start, end in quotes.ranges:
        if start > verb.i and start - verb.i <= 12 and start <= sentence.end:
            return start, end
        if end <= verb.i and verb.i - end <= 8 and end > sentence.start:
            return start, end
    return None
