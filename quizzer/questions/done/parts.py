"""The parts of a clause that can be asked for, with the words that ask for each."""

from typing import TYPE_CHECKING

from quizzer.questions.alone.discourse import SURE
from quizzer.questions.alone.pointing import is_human
from quizzer.questions.candidates import Desk
from quizzer.questions.done.asked import Asked
from quizzer.questions.done.named_parts import (
    DONE_TO_MANY,
    is_of_the_verb,
    named_noun,
    tells_enough,
    wider_place,
)
from quizzer.questions.done.subjects import national_body, pair_of
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.wording import render
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.names.entities import as_key, entity_of
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_LIGHT = frozenset(
    "have make take do give get be go come put set keep let play pay bring see become"
    " remain include say tell want need try mean seem appear like love hate know think feel use"
    " help spend find hold call host stage schedule".split()
)
_VAGUE = frozenset(
    "relevant similar certain several various many other such own same different some any much"
    " few more most little thing things something anything everything nothing lot kind sort"
    " way ways one ones number".split()
)
_TRADING = frozenset("buy acquire purchase own sell merge".split())
_OWN = frozenset("of about between against".split())
"""Prepositions that belong to the noun before them, not to the verb."""


def _is_first_of_some(clause: Clause) -> bool:
    """Whether the clause calls somebody the first or the last of a group it leaves open."""
    return any(
        c.dep_ in {"attr", "acomp"} and c.lower_ in {"first", "last", "one", "second"}
        for c in clause.verb.children
    )


_COMING_AND_GOING = frozenset("meet go come travel fly visit attend appear return arrive".split())


def _is_done_by_many(clause: Clause) -> bool:
    """Whether the clause tells of a meeting or a journey, of which there may have been many, and
    says neither when it was nor how many or in which words."""
    return clause.verb.lemma_ in _COMING_AND_GOING and not any(
        t.ent_type_ in {"DATE", "TIME"} or t.like_num or t.is_quote for t in clause.tokens
    )


def parts_of(desk: Desk, sentence: Sentence, clause: Clause, claimant: str) -> list[Asked]:
    """Whatever of the clause is worth asking for; `claimant` is whose claim it is."""
    if _is_first_of_some(clause):
        return []
    found = []
    pair = pair_of(desk, clause.subject, claimant)
    if pair is not None:
        found.append(pair)
    subject = named_noun(desk, clause.subject, claimant)
    if subject is None:
        found.extend(_superlative(clause))
    if clause.subject.lower_ in {"he", "she"}:
        meant = desk.grounding.discourse.meant_by(sentence, clause.subject)
        if (
            meant is not None
            and meant.sure >= SURE
            and desk.people.is_introduced(meant.name)
            and meant.name not in claimant
        ):
            subject = meant.name, "who", "person", accepted_forms(desk, meant.name)
    if subject is None:
        subject = national_body(clause.subject)
    if subject is not None and not _is_done_by_many(clause):
        name, wh, pool, accept = subject
        found.append(
            Asked(clause.subject_tokens, wh, name, pool, "event", "subject", True, accept, 1.1)
        )
    kept = {t.i for t in clause.tokens}
    for child in clause.verb.children:
        if child.i not in kept:
            continue
        if child.dep_ == "dobj":
            found.extend(_object(desk, clause, child, claimant))
        elif child.dep_ == "xcomp" and child.i > clause.verb.i:
            found.extend(_infinitive(desk, clause, child, claimant))
        elif child.dep_ == "oprd" and clause.verb.lemma_ in _NAMING:
            found.extend(_named_as(clause, child))
        elif child.dep_ == "advcl" and child.i > clause.verb.i:
            found.extend(_reason(clause, child))
        elif child.dep_ == "attr" and clause.verb.lemma_ == "be":
            found.extend(_complement(clause, child))
        elif child.dep_ in {"prep", "agent"} and child.i > clause.verb.i:
            found.extend(_prepositional(desk, clause, child, claimant))
    return found


def _superlative(clause: Clause) -> list[Asked]:
    """What the largest or the only one of something is, from "Power plants are the largest ..."."""
    subject = clause.subject
    what = next((c for c in clause.verb.children if c.dep_ == "attr"), None)
    if clause.verb.lemma_ != "be" or what is None or subject.pos_ != "NOUN":
        return []
    if any(c.dep_ in {"det", "poss", "relcl", "prep", "conj"} for c in subject.children):
        return []
    own = {c.lower_ for c in what.children}
    if "the" not in own or not any(
        c.tag_ == "JJS" or c.lower_ in {"main", "only", "first"} for c in what.children
    ):
        return []
    key = render(clause.subject_tokens)
    if not key or len(clause.subject_tokens) > 5 or any(t.pos_ == "PRON" for t in clause.tokens):
        return []
    return [
        Asked(clause.subject_tokens, "what", key, "none", "event", "superlative", True, (), 1.2)
    ]


_NAMING = frozenset("call label name dub brand describe".split())


def _named_as(clause: Clause, noun: "Token") -> list[Asked]:
    """What somebody called a person or a thing."""
    tokens = _within(clause, noun)
    if not 2 <= len(tokens) <= 10 or tokens[-1] != clause.tokens[-1]:
        return []
    if any(t.dep_ == "relcl" for t in tokens) or any(t.pos_ == "PRON" for t in tokens):
        return []
    return [Asked(tokens, "what", "", "none", "attribution", "what", False, (), 1.1)]


def _infinitive(desk: Desk, clause: Clause, verb: "Token", claimant: str) -> list[Asked]:
    """What somebody wants, vowed or refused to do something to."""
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if noun is None or verb.tag_ != "VB" or verb.lemma_ in _LIGHT or verb.nbor(-1).lower_ != "to":
        return []
    if any(c.dep_ in {"conj", "prt", "neg"} for c in verb.children):
        return []
    if verb.left_edge.i != clause.verb.i + 1:
        return []  # "called on the town to close it" cannot be turned round
    if clause.verb.lemma_ == "be" or any(a.dep_ == "auxpass" for a in clause.auxiliaries):
        return []
    return _object(desk, clause, noun, claimant, verb=verb)


def _object(
    desk: Desk, clause: Clause, noun: "Token", claimant: str, *, verb: "Token | None" = None
) -> list[Asked]:
    verb = verb or clause.verb
    tokens = _within(clause, noun)
    if any(is_of_the_verb(c) for c in noun.children):
        tokens = tuple(t for t in tokens if t.i <= noun.i)
    if not tokens or tokens[0].i != verb.i + 1:
        return []
    named = named_noun(desk, noun, claimant)
    if named is not None and verb.lemma_ in DONE_TO_MANY and named[1].startswith("which"):
        return []
    if named is not None:
        name, wh, pool, accept = named
        if wh == "who" and verb.lemma_ in _TRADING:
            return []  # what is bought and sold is no person, though its name may look like one
        wh = "whom" if wh == "who" else wh
        return [Asked(tokens, wh, name, pool, "event", "object", False, accept)]
    if (
        noun.pos_ != "NOUN"
        or verb.lemma_ in _LIGHT
        or noun.ent_type_
        or not 2 <= len(tokens) <= 9
        or not tells_enough(noun, tokens)
        or any(c.dep_ in {"conj", "appos"} and c not in tokens for c in noun.children)
        or any(
            t.pos_ == "PRON" or t.dep_ in {"relcl", "nummod", "acl"} or t.is_currency
            for t in tokens
        )
        or any(c.dep_ == "prt" for c in verb.children)
        or any(is_human(t.lemma_) and t.dep_ in {"dobj", "conj"} for t in tokens)
        or any(t.lower_ in _VAGUE for t in tokens)
        or any(t.dep_ == "prep" and t.lower_ not in _OWN for t in tokens)
        or clause.finite.i - clause.subject.right_edge.i > 2
        or _acts_itself(verb, noun)
    ):
        return []
    wh = "whom" if is_human(noun.lemma_) else "what"
    return [Asked(tokens, wh, "", "none", "event", "what", False, (), 0.8)]


def _acts_itself(verb: "Token", noun: "Token") -> bool:
    """Whether the object is to do or leave off something, as in "kept a firm from selling it": who
    acts is no `what`."""
    return any(
        c.i > noun.i
        and (
            (c.dep_ == "prep" and any(o.dep_ == "pcomp" for o in c.children))
            or (c.dep_ == "xcomp" and c.tag_ in {"VB", "VBG"})
        )
        for c in verb.children
    )


def _within(clause: Clause, head: "Token") -> tuple["Token", ...]:
    """The words of the clause that hang on `head`, in order."""
    inside = {token.i for token in head.subtree}
    return tuple(token for token in clause.tokens if token.i in inside)


def _reason(clause: Clause, verb: "Token") -> list[Asked]:
    """Why, where a clause after "because" closes the sentence."""
    tokens = _within(clause, verb)
    if len(tokens) < 4 or len(tokens) > 18 or tokens[0].lower_ != "because":
        return []
    if tokens[1].lower_ == "of" or tokens[-1] != clause.tokens[-1]:
        return []
    return [Asked(tokens, "why", "", "none", "event", "why", False, (), 1.2)]


def _complement(clause: Clause, noun: "Token") -> list[Asked]:
    """What the subject is, where the subject is one definite thing and is not named itself."""
    tokens = _within(clause, noun)
    subject = clause.subject
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in subject.children)
    if (
        not definite
        or not tokens
        or tokens[-1] != clause.tokens[-1]
        or subject.pos_ != "NOUN"
        or noun.pos_ != "NOUN"
        or not any(c.dep_ in {"det", "poss"} for c in noun.children)
        or not 3 <= len(tokens) <= 15
        or any(t.pos_ == "PRON" or t.lower_ in _VAGUE for t in tokens)
        or any(t.dep_ in {"relcl", "acl", "advcl"} for t in tokens)
        or any(
            c.dep_ in {"attr", "acomp", "ccomp", "advmod", "neg"} and c != noun
            for c in clause.verb.children
        )
        or subject.right_edge.i + 1 != clause.finite.i
    ):
        return []
    return [Asked(tokens, "what", "", "none", "event", "what", False, (), 0.9)]


def _prepositional(desk: Desk, clause: Clause, preposition: "Token", claimant: str) -> list[Asked]:
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None:
        return []
    tokens = _within(clause, preposition)
    entity = entity_of(noun, clause.verb.sent.ents)
    if (
        entity is not None
        and preposition.lower_ in {"in", "at"}
        and (entity.label_ in {"GPE", "FAC", "LOC"})
    ):
        key = as_key(entity.text)
        wider = wider_place(entity)
        if len(tokens) > 6 or clause.verb.lemma_ == "be":
            return []
        if key.split()[-1] in {"West", "East", "North", "South", "Earth", "World", "House"}:
            return []
        if wider is None and not desk.entities.is_sure(key):
            return []
        if wider is not None:
            tokens = (*tokens, *(t for t in clause.tokens if entity.end <= t.i < wider.end
                                 and t not in tokens))  # fmt: skip
            tokens = tuple(sorted(tokens, key=lambda t: t.i))
            key = f"{key}, {' '.join(wider.text.split())}"
        return [Asked(tokens, "where", key, f"place {entity.label_}", "place", "where")]
    named = named_noun(desk, noun, claimant)
    if named is None or preposition.lower_ not in {"with", "to", "by", "from", "against"}:
        return []
    name, wh, pool, accept = named
    wh = f"{preposition.lower_} {'whom' if wh == 'who' else wh}"
    return [Asked(tokens, wh, name, pool, "event", f"{preposition.lower_}", False, accept, 0.9)]
