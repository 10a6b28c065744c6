"""Grammar that tells by itself whom a pronoun means: where it stands, and what hangs on what."""

from typing import TYPE_CHECKING

from quizzer.questions.alone.mentions import is_person_noun
from quizzer.questions.names.persons_named import SUBJECTS

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

KIN = frozenset(
    "mother father wife husband son daughter brother sister parent child family widow partner"
    " aide friend boss colleague rival opponent mate ally spokesperson attorney doctor".split()
)
"""Nouns for somebody who belongs to another."""
_OWNED = frozenset(
    "campaign company group agency firm bank party administration team office foundation book"
    " campaigner".split()
)
"""Things that look like persons by their ending or in a list, but that no `he` can mean."""
_CALLING = frozenset("call describe term dub see label consider".split())


def is_somebody(noun: "Token") -> bool:
    """Whether the noun can be a person who belongs to another: a lawyer, an aide, no campaign."""
    lemma = noun.lemma_
    return noun.pos_ == "NOUN" and lemma not in _OWNED and (is_person_noun(lemma) or lemma in KIN)


def is_owned_by_a_person(noun: "Token") -> bool:
    """Whether the noun is a thing of somebody named with it: Holm's campaign, the Holm team."""
    return noun.lemma_ in _OWNED and any(
        c.dep_ in {"poss", "compound"} and c.ent_type_ == "PERSON" for c in noun.children
    )


def main_subject_behind(token: "Token") -> "Token | None":
    """The main subject, where the pronoun stands in an opening phrase or clause before it: "In
    his speech, Holm ...", "While she waited, Dahl ..."."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i <= token.i:
        return None
    if token.dep_ != "poss" and token.dep_ not in SUBJECTS:
        return None
    top = token
    while top.head is not root and top.head is not top:
        top = top.head
    opens = top.dep_ in {"prep", "advcl"} and top.right_edge.i < subject.left_edge.i
    return subject if opens else None


def calls_it_so(token: "Token") -> bool:
    """Whether the pronoun is the subject of "what he called", which is whoever speaks above."""
    verb = token.head
    return (
        token.dep_ == "nsubj"
        and verb.lemma_ in _CALLING
        and any(c.lower_ == "what" and c.i < token.i for c in verb.children)
    )


def hangs_beside(token: "Token", subject: "Token") -> bool:
    """Whether an object pronoun lies in a clause beside what the main subject does, and in no
    report: "Holm stayed even after the police charged him"."""
    above = token.head
    passed = False
    while above is not subject.head:
        if above.dep_ in {"ccomp", "conj", "parataxis"} or above.head is above:
            return False
        passed = passed or above.dep_ in {"advcl", "acl", "relcl"}
        above = above.head
    return passed and subject.head.dep_ == "ROOT"
