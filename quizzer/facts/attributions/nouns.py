"""Nouns as cues: "Moe's proposal to ...", "the U.S. plan for ...", "the will of X to ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import (
    Candidate,
    Range,
    lemma_of,
    noun_phrase,
    own_subject,
    subtree_range,
    trimmed,
)
from quizzer.facts.attributions.features import common_features
from quizzer.facts.attributions.lexicon import ACTS, NOUNS
from quizzer.facts.attributions.quotes import Quotes

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

_OFFERS = frozenset({"proposed", "demanded", "promised", "intended"})
_BODIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_ABOUT = frozenset("for of on about against to including".split())
_PLACED = frozenset("on about to against for".split())


def noun_candidates(doc: "Doc", quotes: Quotes) -> Iterator[Candidate]:
    """A noun of saying or wanting that has an owner, and what it is about."""
    for noun in doc:
        if noun.pos_ != "NOUN":
            continue
        lemma = lemma_of(noun)
        is_known = lemma in NOUNS
        if not is_known and not any(child.dep_ == "acl" for child in noun.children):
            continue
        found = _owner(doc, noun, is_known)
        if found is None:
            continue
        owner, owner_phrase = found
        source = noun_phrase(owner)
        content = _content(noun, owner_phrase, is_known)
        form = "noun" if is_known else "noun?"
        if content is None and ACTS.get(lemma) in _OFFERS:
            content, form = _modifiers(noun, owner), "noun modifier"
        if content is None:
            continue
        content = trimmed(doc, content)
        if content[0] < content[1] and not (content[0] < source[1] and source[0] < content[1]):
            features = tuple(common_features(doc, noun, owner, content, quotes, form))
            yield Candidate(source, (noun.i, noun.i + 1), content, lemma, form, features)


def _owner(doc: "Doc", noun: "Token", is_known: bool) -> tuple["Token", "Token | None"] | None:
    """Whose word it is, and the phrase with "of" that tells it, if one does."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child, None
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            owner = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            return (owner, child) if owner is not None else None
    if is_known:
        for child in noun.children:
            if child.dep_ in ("compound", "nmod", "amod") and child.ent_type_ in _BODIES:
                return child, None
        goes_on = any(c.dep_ in ("acl", "ccomp") and c.i > noun.i for c in noun.children)
        for child in noun.children:
            if goes_on and child.dep_ == "prep" and child.lower_ == "of":
                owner = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
                return (owner, child) if owner is not None else None
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        owner = own_subject(noun.head)
        return (owner, None) if owner is not None else None
    return None


def _content(noun: "Token", owner: "Token | None", is_known: bool) -> Range | None:
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "ccomp", "relcl"):
            is_aside = child.dep_ == "relcl" and child.left_edge.lower_ != "to"
            return None if is_aside else subtree_range(child)
        if (
            child.dep_ == "prep"
            and child.lower_ in _ABOUT
            and not (owner is not None and child.i == owner.i)
        ):
            content = _inside(child)
            if content is not None:
                return content
    if is_known and noun.dep_ == "dobj":
        # "Put conditions on the plan", "gave a warm response to it": the verb may hold the phrase.
        for child in noun.head.children:
            if child.dep_ == "prep" and child.i > noun.i and child.lower_ in _PLACED:
                return _inside(child)
            if (
                child.dep_ in ("xcomp", "advcl")
                and child.i > noun.i
                and child.left_edge.lower_ == "to"
            ):
                return subtree_range(child)
    return None


def _inside(preposition: "Token") -> Range | None:
    inner = next((n for n in preposition.children if n.dep_ in ("pobj", "pcomp")), None)
    return subtree_range(inner) if inner is not None else None


def _modifiers(noun: "Token", owner: "Token") -> Range | None:
    """ "Moe's 30-day ceasefire proposal": the content stands between the owner and the noun."""
    nouns = [child for child in noun.children if child.dep_ == "compound" and child.i > owner.i]
    if not nouns:
        return None
    numbers = ("nummod", "compound", "amod", "nmod")
    places = [
        child.left_edge.i for child in noun.children if child.dep_ in numbers and child.i > owner.i
    ]
    return max(min(places), owner.right_edge.i + 1), noun.i
