"""A clause of a parsed sentence: its verb, its subject, and the words that belong to it.

What hangs loosely (asides, clauses after "and", non-restrictive relative clauses, linking
words such as "however") is left out, because a question asks one thing.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzer.questions.grammar.asides import (
    DASHES,
    VERBAL,
    is_relative,
    kept_tokens,
    without_label,
    without_loose,
)
from quizzer.questions.grammar.verb_rows import follows_and, is_alike, may_be_of_a_relative

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with its subject; `tokens` in order, without what hangs loosely."""

    verb: "Token"
    subject: "Token"
    auxiliaries: tuple["Token", ...]
    tokens: tuple["Token", ...]
    is_whole: bool = True
    """Whether nothing is left out that the verb needs, such as what was said."""
    broken_by: "Token | None" = None
    """The verb of the one aside that keeps the clause from being whole: "Rain, he said, falls"."""

    @property
    def finite(self) -> "Token":
        """The word that carries tense: the first auxiliary, or the verb."""
        return self.auxiliaries[0] if self.auxiliaries else self.verb

    @property
    def is_negated(self) -> bool:
        """Whether the verb itself is denied."""
        return any(child.dep_ == "neg" for child in self.verb.children)

    @property
    def subject_tokens(self) -> tuple["Token", ...]:
        """The words of the subject that the clause keeps."""
        inside = {token.i for token in self.subject.subtree}
        return tuple(token for token in self.tokens if token.i in inside)


_OF_ONE = frozenset("he she it this that".split())
_OF_SEVERAL = frozenset("are were have".split())


@lru_cache(maxsize=8192)  # every writer asks for the clauses of the same verbs
def clause_of(verb: "Token") -> Clause | None:
    """The clause that `verb` heads, or None where it has no finite verb or no subject."""
    if verb.pos_ not in VERBAL:
        return None
    subject = own_subject(verb)
    if subject is None and any(child.dep_ == "expl" for child in verb.children):
        return None
    if subject is not None and (
        subject.dep_ in {"csubj", "csubjpass"} or subject.tag_ in _FINITE_TAGS
    ):
        return None  # a noun that was taken for a finite verb has taken its words along
    borrowed = False
    head = verb
    while subject is None and head.dep_ == "conj" and head.head.pos_ in VERBAL:
        if may_be_of_a_relative(head, head.head):
            return None
        head = head.head
        subject = own_subject(head)
        borrowed = True
    if subject is not None and _is_a_speaker(subject, verb):
        return None
    if borrowed and not (follows_and(verb) and is_alike(verb, head)):
        return None
    if subject is None or any(is_relative(token) for token in subject.subtree if token.i < verb.i):
        if subject is None or not any(token.dep_ == "relcl" for token in subject.subtree):
            return None
        if is_relative(subject):
            return None
    auxiliaries = tuple(
        child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i
    )
    own = (*auxiliaries, verb)[0]
    if borrowed and subject.lower_ in _OF_ONE and own.lower_ in _OF_SEVERAL and own.tag_ != "VB":
        return None  # "The guests say he is well and have left"
    if not auxiliaries and borrowed and verb.tag_ in {"VB", "VBN", "VBG"}:
        auxiliaries = tuple(
            child
            for child in head.children
            if child.dep_ in {"aux", "auxpass"} and _can_support(child, verb)
        )
    finite = auxiliaries[0] if auxiliaries else verb
    if finite.tag_ not in _FINITE_TAGS:
        return None
    kept = without_label(kept_tokens(verb), verb)
    if borrowed:
        kept = sorted(
            [
                *_shared_times(head, subject),
                *without_loose(subject),
                *[a for a in auxiliaries if a.head != verb],
                *kept,
            ],
            key=lambda token: token.i,
        )
    is_complete = not _lacks_object(verb) and not any(
        (child.dep_ == "ccomp" and child.i < verb.i)
        or (is_relative(child) and child.dep_ != "mark" and child.i < verb.i)
        for child in verb.children
    )
    asides = [child for child in verb.children if child.dep_ == "parataxis"]
    tokens = tuple(_trim(_before_break(kept, verb)))
    if verb not in tokens or subject not in tokens or _has_an_aside(tokens):
        return None
    broken_by = asides[0] if is_complete and len(asides) == 1 else None
    return Clause(verb, subject, auxiliaries, tokens, is_complete and not asides, broken_by)


def _is_a_speaker(subject: "Token", verb: "Token") -> bool:
    """Whether the supposed subject is the one of "said NAME" in the middle of what was said."""
    first = subject.left_edge
    before = first.nbor(-1) if first.i > 0 else None
    return (
        before is not None
        and before != verb
        and before.lemma_ in {"say", "add", "explain", "note", "write", "claim", "report"}
        and before.tag_ in {"VBD", "VBZ", "VBP"}
        and before.i > 0
        and (before.nbor(-1).text == "," or before.nbor(-1).is_quote)
    )


def _has_an_aside(tokens: "tuple[Token, ...]") -> bool:
    """Whether dashes or semicolons break the words up, or an "and" was lost among them, so that
    the parse cannot be trusted."""
    doc = tokens[0].doc
    kept = {t.i for t in tokens}
    if any(
        t.dep_ == "cc" and t.i in kept and t.i + 1 not in kept and _is_nominal(doc[t.i + 1])
        for t in tokens[:-1]
    ):
        return True  # "put one on 37% and the other on 38%" lost the other
    if any(t.dep_ == "cc" and t.i not in kept and t.i + 1 in kept and _is_nominal(doc[t.i + 1])
           for t in doc[tokens[0].i : tokens[-1].i]):  # fmt: skip
        return True
    return any(_breaks(token) for token in doc[tokens[0].i : tokens[-1].i])


def _before_break(kept: "list[Token]", verb: "Token") -> "list[Token]":
    """The words before a dash or a semicolon behind the verb: what follows adds to a clause that
    is whole without it, unless the dash closes an aside that the verb's own words go on after."""
    doc = verb.doc
    last = kept[-1].i if kept else verb.i
    place = next((t.i for t in doc[verb.i + 1 : last] if _breaks(t)), None)
    if place is None or sum(doc[i].is_quote for i in range(kept[0].i, place)) % 2:
        return kept
    before = [t for t in kept if t.i < place]
    return kept if any(t.head.i > place for t in before) else before


def _breaks(token: "Token") -> bool:
    return token.text == ";" or (
        token.text in DASHES
        and bool(token.whitespace_)
        and bool(token.doc[token.i - 1].whitespace_)
    )


def _is_nominal(token: "Token") -> bool:
    return token.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM"}


_NEEDY = frozenset("make take have give say tell put get cite call describe".split())
_OBJECTS = frozenset("dobj ccomp xcomp attr oprd acomp dative".split())


def _lacks_object(verb: "Token") -> bool:
    """Whether a verb that cannot stand alone does: its object lies outside the clause."""
    if verb.lemma_ not in _NEEDY or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return not any(child.dep_ in _OBJECTS or child.dep_ == "prt" for child in verb.children)


def relative_clause_of(verb: "Token") -> Clause | None:
    """A clause whose subject is the relative "who": it can be asked as it stands."""
    subject = own_subject(verb)
    if subject is None or not is_relative(subject):
        return None
    auxiliaries = tuple(
        child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i
    )
    finite = auxiliaries[0] if auxiliaries else verb
    if finite.tag_ not in _FINITE_TAGS:
        return None
    tokens = tuple(_trim(kept_tokens(verb)))
    return Clause(verb, subject, auxiliaries, tokens) if verb in tokens else None


def _can_support(auxiliary: "Token", verb: "Token") -> bool:
    """Whether the auxiliary of the first verb fits the form of a verb after "and" too."""
    match verb.tag_:
        case "VB":
            return auxiliary.tag_ == "MD" or auxiliary.lemma_ == "do"
        case "VBG":
            return auxiliary.lemma_ == "be" or auxiliary.tag_ == "MD"
        case _:
            return auxiliary.lemma_ in {"have", "be"} or auxiliary.tag_ == "MD"


def _shared_times(head: "Token", subject: "Token") -> list["Token"]:
    """The words before the subject that tell when; they hold for the verbs after "and" too."""
    found: list[Token] = []
    for child in head.children:
        if child.i < subject.left_edge.i and child.dep_ in {"prep", "npadvmod"}:
            tokens = [token for token in child.subtree if not token.is_space]
            if any(token.ent_type_ == "DATE" for token in tokens):
                found += tokens
    return found


def own_subject(verb: "Token") -> "Token | None":
    """The subject that hangs on the verb itself."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    # A label before a colon may be taken for one more subject; the nearest is the true one.
    before = [child for child in subjects if child.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


_GOING_ON = frozenset("and but or nor yet plus".split())
"""Words that tie a sentence to the one before, whatever the parser hangs them on."""


def _trim(tokens: list["Token"]) -> list["Token"]:
    start, end = 0, len(tokens)
    if tokens and tokens[0].is_sent_start and tokens[0].lower_ in _GOING_ON:
        start = 1
    while start < end and (tokens[start].is_punct and tokens[start].text not in {'"', "“", "$"}):
        start += 1
    while (
        end > start
        and tokens[end - 1].is_punct
        and tokens[end - 1].text not in {'"', "”", "%", ")"}
    ):
        end -= 1
    return tokens[start:end]
