"""Subjects that are more than one name: two who act together, the two sides, a country's body."""

from typing import TYPE_CHECKING

from quizzer.questions.candidates import Desk
from quizzer.questions.done.asked import Asked
from quizzer.questions.grammar.clauses import own_subject
from quizzer.questions.grammar.wording import render
from quizzer.questions.names.demonyms import country_of
from quizzer.questions.names.entities import entity_of
from quizzer.questions.names.pairs import named_pair
from quizzer.questions.said.described import BODIES

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def pair_of(desk: Desk, subject: "Token", claimant: str) -> Asked | None:
    """Two persons, or two countries, who do something together."""
    names, kind = _parties(desk, subject) or _two_titled(desk, subject), "people"
    if names is not None:
        told = tuple(name.rsplit(maxsplit=1)[-1] for name in names)
    else:
        row = named_pair(desk, subject, {"punct"})
        if row is None:
            return None
        names, kind = row
        told = names
    if any(name in claimant for name in told):
        return None
    return Asked(
        tuple(subject.subtree), f"which two {kind}", names[0], "none", "event", "pair", True,
        both=names,
    )  # fmt: skip


def _two_titled(desk: Desk, subject: "Token") -> tuple[str, str] | None:
    """The two of `both Holm and Swedish President Nyberg`, of which the parser makes one name."""
    tokens = list(subject.subtree)
    if tokens[0].lower_ == "both":
        tokens = tokens[1:]
    joined = [place for place, t in enumerate(tokens) if t.lower_ == "and"]
    if len(joined) != 1 or any(t.pos_ not in {"PROPN", "ADJ", "CCONJ"} for t in tokens):
        return None
    halves = (tokens[: joined[0]], tokens[joined[0] + 1 :])
    names: list[str] = []
    for half in halves:
        entity = entity_of(half[-1], subject.sent.ents) if half else None
        name = None if entity is None else desk.people.of(entity)
        if entity is None or name is None or entity.label_ != "PERSON":
            return None
        if not desk.people.is_introduced(name) or any(t.i < half[0].i for t in entity):
            return None
        names.append(name)
    return None if names[0] == names[1] else (names[0], names[1])


def _parties(desk: Desk, subject: "Token") -> tuple[str, str] | None:
    """The two of the main event, where `the two sides` or `they both` do something."""
    event = desk.grounding.event
    if event is None:
        return None
    if subject.lower_ == "they" and any(c.lower_ == "both" for c in subject.children):
        above = subject.head.head if subject.head.dep_ == "conj" else None
        before = None if above is None else own_subject(above)
        return None if before is None else _parties(desk, before)
    first = subject.left_edge
    if first.head != subject or first.dep_ not in {"det", "predet"}:
        return None
    return event.parties_of(first)


def national_body(noun: "Token") -> tuple[str, str, str, tuple[str, ...]] | None:
    """`the Danish delegation` as `named_noun` gives names, asked for by `which delegation`."""
    own = [t for t in noun.subtree if t.i < noun.i and t.dep_ != "det"]
    if noun.lemma_ not in BODIES or noun.tag_ != "NN" or not own:
        return None
    if any(t.ent_type_ not in {"NORP", "GPE"} and t.text != "-" for t in own):
        return None
    if not any(c.dep_ == "det" and c.lower_ in {"the", "a"} for c in noun.children):
        return None
    if any(c.dep_ in {"conj", "poss", "relcl", "appos"} for c in noun.children):
        return None
    of = render(own)
    pool = f"side {noun.lemma_}" if country_of(of) is not None else "none"
    return f"the {of} {noun.text}", f"which {noun.text}", pool, ()
