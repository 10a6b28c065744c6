"""What or who did it: `What turned ... into ...?`, `Which panel ...?`, where the subject is told
by words, not by a name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.word_classes import first_class
from quizzer.questions.alone.pointing import is_human
from quizzer.questions.done.asked import Asked
from quizzer.questions.done.named_parts import tells_enough
from quizzer.questions.grammar.clauses import Clause

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_LIVING = frozenset({"person", "group", "animal", "time", "none"})
_MANY_PERSONS = frozenset("police troop force crew jury cavalry clergy".split())
"""Nouns for persons whom neither "who" nor "what" asks for well."""
_EMPTY_VERBS = frozenset(
    "be have seem appear become remain do get go come need want include say tell show suggest"
    " indicate find note add report mean make take feature reference contain depict describe"
    " portray list cite mention detail outline range".split()
)
VAGUE = frozenset(
    "many some several few any all much more most other another such same certain various no"
    " this that these those thing something nothing everything anything one two both each"
    " every half than".split()
)
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "NORP"})
_FEWEST, _MOST = 2, 10
_PANELS = frozenset("panel board committee court commission council union".split())
_GROUPS = frozenset("group coalition crowd team".split())
_TELLING_APART = frozenset({"prep", "compound", "amod", "acl"})
_BODIES = _GROUPS | frozenset("office staff force side camp campaign".split())
"""Nouns for groups that the tables take for things."""


_DRAWN = frozenset("attention concern emphasis stress focus doubt hope blame light".split())
"""Nouns that belong to a verb: attention is drawn, concern is voiced."""


def doers_of(clause: Clause) -> Iterator[Asked]:
    """The subject, where it is a specific thing that does or undergoes something."""
    subject, verb = clause.subject, clause.verb
    tokens = clause.subject_tokens
    if subject.pos_ != "NOUN" or not _FEWEST <= len(tokens) <= _MOST:
        return
    wh = _wh(subject, tokens)
    if wh is None:
        return
    if verb.lemma_ == "be":
        if not _is_told_apart(verb):
            return
    elif verb.lemma_ in _EMPTY_VERBS or not _says_enough(verb):
        return
    if any(t.lower_ in VAGUE or t.like_num or t.dep_ in {"relcl", "conj"} for t in tokens):
        return
    if any(t.text in {",", ";", ":"} or t.is_quote for t in tokens) or subject.right_edge.i + 1 != (
        clause.finite.i
    ):
        return
    if not any(t.ent_type_ in _NAMES for t in tokens) and not any(
        t.ent_type_ in _NAMES for t in clause.tokens
    ):
        return
    yield Asked(tokens, wh, "", "none", "event", "doer", True, (), 0.9)


def _wh(subject: "Token", tokens: "tuple[Token, ...]") -> str | None:
    """What asks for the subject: who for people of a kind, which panel, what for things."""
    lemma = subject.lemma_
    if any(c.dep_ == "poss" or c.lower_ in {"a", "an"} for c in subject.children):
        return None  # "whose" asks for it, or one of many is as right
    if lemma in _PANELS:
        return f"which {lemma}" if tells_enough(subject, tokens) else None
    is_named = any(t.ent_type_ in _NAMES for t in tokens)
    if not is_named and subject.head.lemma_ != "be":
        return None
    members = [t for t in tokens if t.dep_ == "pobj" and t.head.head == subject]
    is_many = is_human(lemma) and subject.tag_ == "NNS"
    if is_many or (lemma in _GROUPS and any(is_human(t.lemma_) for t in members)):
        return "who" if any(t.dep_ in _TELLING_APART for t in subject.children) else None
    if lemma in _MANY_PERSONS or (lemma == "authority" and subject.tag_ == "NNS"):
        return None
    if is_human(lemma) or lemma in _BODIES | _DRAWN or first_class("noun", lemma) in _LIVING:
        return None
    return "what"


def _says_enough(verb: "Token") -> bool:
    """Whether more follows the verb than a mere adverb."""
    return any(
        c.dep_ in {"dobj", "agent", "xcomp"} or (c.dep_ == "prep" and c.i > verb.i)
        for c in verb.children
    )


def _is_told_apart(verb: "Token") -> bool:
    """Whether "X is a theme of Y" tells of a Y with a name, so that few things can be meant."""
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
    return (
        noun is not None
        and not any(c.lower_ in VAGUE for c in noun.children)
        and any(t.ent_type_ in _NAMES for t in noun.subtree)
    )
