"""What was done, or with what: objects and phrases of a verb that are described, not named."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.word_classes import first_class
from quizzer.questions.alone.pointing import is_human
from quizzer.questions.done.asked import Asked
from quizzer.questions.done.doers import VAGUE
from quizzer.questions.done.named_parts import tells_enough
from quizzer.questions.grammar.clauses import Clause

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_LIGHT = frozenset(
    "have make take do give get be go come put set keep let play pay bring see become remain"
    " say tell want need try mean seem appear like love hate know think feel use help spend"
    " find add note report suggest argue begin start offer carry enjoy"
    " face continue receive hold call host stage schedule".split()
)
_FRONTED = frozenset("by with from to against into about of".split())
_DEEDS = frozenset("charge accuse convict replace follow precede surround shape cause lead".split())
_FEWEST, _MOST = 2, 12
_TIMES = frozenset({"time", "none", "person", "quantity"})


def things_of(clause: Clause) -> Iterator[Asked]:
    """The closing object of the verb, or the noun of its closing phrase."""
    verb = clause.verb
    for child in verb.children:
        if child.i < verb.i or child not in clause.tokens:
            continue
        if child.dep_ == "dobj" and child.pos_ == "NOUN":
            yield from _object(clause, child)
        elif child.dep_ in {"prep", "agent"} and child.lower_ in _FRONTED:
            yield from _phrase(clause, child)


def _object(clause: Clause, noun: "Token") -> Iterator[Asked]:
    tokens = _under(clause, noun)
    if clause.verb.lemma_ in _LIGHT or not _is_telling(clause, noun, tokens):
        return
    if tokens[0].i != clause.verb.i + 1 or any(c.dep_ == "prt" for c in clause.verb.children):
        return
    yield Asked(tokens, "what", "", "none", "event", "what", False, (), 0.8)


def _phrase(clause: Clause, preposition: "Token") -> Iterator[Asked]:
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or noun.pos_ != "NOUN" or len(list(preposition.children)) > 1:
        return
    tokens = _under(clause, preposition)
    is_agent = preposition.dep_ == "agent"
    if preposition.lower_ == "with" and clause.verb.lemma_ not in _DEEDS:
        return
    if not is_agent and clause.verb.lemma_ in _LIGHT:
        return
    if not _is_telling(clause, noun, tokens[1:]):
        return
    wh = f"{preposition.lower_} what"
    yield Asked(tokens, wh, "", "none", "event", "phrase", False, (), 0.8)


def _says_why(verb: "Token") -> bool:
    """Whether it is the reason, of the deed rather than of the noun: `for arguing with ...`."""
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ == "for"


def _under(clause: Clause, head: "Token") -> tuple["Token", ...]:
    inside = {t.i for t in head.subtree}
    return tuple(t for t in clause.tokens if t.i in inside)


def _is_telling(clause: Clause, noun: "Token", tokens: tuple["Token", ...]) -> bool:
    """Whether the noun closes the clause, whole and specific, and is no person and no time."""
    return (
        _FEWEST <= len(tokens) <= _MOST
        and tokens[-1] == clause.tokens[-1]
        and tells_enough(noun, tokens)
        and len(tokens) == tokens[-1].i - tokens[0].i + 1
        and not noun.ent_type_
        and not is_human(noun.lemma_)
        and first_class("noun", noun.lemma_) not in _TIMES
        and not any(t.lower_ in VAGUE or t.ent_type_ in {"DATE", "TIME"} for t in tokens)
        and not any(t.pos_ == "PRON" and t.tag_ != "PRP$" for t in tokens)
        and not any(t.text in {",", ";", ":"} or t.is_quote for t in tokens)
        and not any(t.dep_ in {"relcl", "conj"} or t.like_num or _says_why(t) for t in tokens)
    )
