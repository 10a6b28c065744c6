"""Whose something is: `Whose policies ...?`, `Which country's exports ...?`"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.questions.alone.discourse import SURE
from quizzer.questions.candidates import Desk
from quizzer.questions.done.asked import Asked
from quizzer.questions.done.named_parts import named_noun
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_FRONTED = frozenset("with to by from against for about on over behind under".split())
_IDIOMS = frozenset("way part behalf sake own place time mind turn best name wake".split())
_LONGEST, _LONGEST_SUBJECT = 9, 18


def owners_of(desk: Desk, sentence: Sentence, clause: Clause, claimant: str) -> Iterator[Asked]:
    """The owners named in the subject, the object and the phrases of the clause."""
    inside = {t.i for t in clause.tokens}
    for noun, preposition in _nouns(clause):
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        phrase = (*([preposition] if preposition is not None else []), *noun.subtree)
        if owner is None or noun.pos_ != "NOUN" or any(t.i not in inside for t in phrase):
            continue
        is_subject = noun == clause.subject
        if is_subject and _says_only_how(clause):
            continue
        longest = _LONGEST_SUBJECT if is_subject else _LONGEST
        if noun.lemma_ in _IDIOMS or len(phrase) > longest:
            continue
        if any(t.text in {",", ";"} or t.dep_ == "relcl" for t in phrase):
            continue
        named = _owner(desk, sentence, owner, claimant, is_subject=is_subject)
        if named is None:
            continue
        name, wh, pool, accept = named
        own = {t.i for t in owner.subtree}
        rest = tuple(t for t in noun.subtree if t.i not in own)
        if not rest or rest[0].i < owner.i:
            continue
        wh = "whose" if wh == "who" else f"{wh}'s"
        if preposition is not None:
            wh = f"{preposition.lower_} {wh}"
        yield Asked(
            phrase, wh, name, pool, "event", "owner", is_subject, accept, 0.9,
            rest=rest, is_plural=noun.tag_ == "NNS" or _is_joined(noun),
        )  # fmt: skip


def _nouns(clause: Clause) -> "Iterator[tuple[Token, Token | None]]":
    """The nouns right below the verb, each with the preposition that may go to the front."""
    yield clause.subject, None
    for child in clause.verb.children:
        if child.i < clause.verb.i:
            continue
        if child.dep_ == "dobj":
            yield child, None
        elif child.dep_ in {"prep", "agent"} and child.lower_ in _FRONTED:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield noun, child


def _says_only_how(clause: Clause) -> bool:
    """Whether the clause ends in an adjective, as in "Holm's voters were pleased": those of others
    were too."""
    verb = clause.verb
    last = next((c for c in verb.children if c.dep_ == "acomp" and c.i > verb.i), None)
    return last is not None and not any(
        t.dep_ in {"prep", "xcomp", "ccomp", "advcl"} or t.is_quote or t.like_num
        for t in clause.tokens
        if t.i > verb.i
    )


def _is_joined(noun: "Token") -> bool:
    return any(c.dep_ == "conj" for c in noun.children)


def _owner(
    desk: Desk, sentence: Sentence, owner: "Token", claimant: str, *, is_subject: bool
) -> tuple[str, str, str, tuple[str, ...]] | None:
    if owner.lower_ in {"his", "her"}:
        # In an object the owner is mostly the subject, and the question would be idle.
        meant = desk.grounding.discourse.meant_by(sentence, owner) if is_subject else None
        if meant is None or meant.sure < SURE or meant.name in claimant:
            return None
        if not desk.people.is_introduced(meant.name):
            return None
        return meant.name, "who", "person", accepted_forms(desk, meant.name)
    if owner.pos_ == "PRON":
        return None
    named = named_noun(desk, owner, claimant)
    return named if named is not None and named[1] != "what" else None
