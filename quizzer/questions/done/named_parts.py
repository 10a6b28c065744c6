"""Nouns of a clause that are one named thing alone: whom or what, and how to ask for it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizzer.facts.word_classes import first_class
from quizzer.questions.candidates import Desk
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.names.entities import as_key, bare, entity_of, is_nobodys_name
from quizzer.questions.names.gazetteer import place_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token


DONE_TO_MANY = frozenset("contest court target visit tour woo back".split())
"""What is mostly done to several states or bodies at the same time or one after the other."""


def wider_place(entity: "Span") -> "Span | None":
    """The state or country behind a town: Florida, in Fort Pierce, Florida."""
    doc = entity.doc
    if entity.end + 1 >= len(doc) or doc[entity.end].text != ",":
        return None
    wider = entity_of(doc[entity.end + 1], doc.ents)
    return wider if wider is not None and place_noun(bare(wider.text)) is not None else None


def named_noun(
    desk: Desk, noun: "Token", claimant: str, *, within_phrase: bool = False
) -> tuple[str, str, str, tuple[str, ...]] | None:
    """Name, wh-phrase, pool and other forms of a noun that is one named thing alone."""
    entity = entity_of(noun, noun.sent.ents)
    if any(
        c.dep_ in {"conj", "nummod"}
        or (c.dep_ == "prep" and not is_of_the_verb(c))
        or (c.dep_ == "poss" and not _is_of_a_body(desk, c, entity))
        for c in noun.children
    ):
        return None
    surname = _known_surname(desk, noun) if entity is None or entity.label_ != "PERSON" else None
    if surname is not None and surname not in claimant:
        return surname, "who", "person", accepted_forms(desk, surname)
    if entity is None or entity.root != noun:
        return None
    if within_phrase:
        name = desk.people.of(entity)
        if name is None or " " not in name or name in claimant:
            return None
        return name, "who", "person", accepted_forms(desk, name)
    if any(t.dep_ in {"cc", "conj", "preconj"} for t in noun.subtree):
        return None
    if any(t.lower_ in {"according", "said", "says"} for t in noun.subtree):
        return None
    if any(t.ent_type_ == "PERSON" and not entity.start <= t.i < entity.end for t in noun.subtree):
        return None
    is_person = entity.label_ == "PERSON" and not is_nobodys_name(bare(entity.text))
    if is_person or desk.people.of(entity) is not None:
        name = desk.people.of(entity)
        if name is None or not desk.people.is_introduced(name) or name in claimant:
            return None
        if name in desk.people.posing:
            return None
        return name, "who", "person", accepted_forms(desk, name)
    if bare(entity.text) in claimant:
        return None
    asked = desk.entities.wh(entity.text)
    if asked is None and entity.label_ in _THINGS and _is_proper_thing(entity):
        asked = "what", "none"
    if asked is None:
        return None
    if entity[-1].tag_ == "POS":
        return None
    key = as_key(entity.text)
    before = entity[0].nbor(-1) if entity[0].i > 0 else None
    if asked[0] == "what" and "the" in {entity[0].lower_, before.lower_ if before else ""}:
        key = f"the {key}"
    return key, asked[0], asked[1], ()


def is_of_the_verb(preposition: "Token") -> bool:
    """Whether a phrase that the parser gives to a person behind a verb tells of what was done, as
    in "met Holm in Bergen": a person has no place and no time."""
    noun = preposition.head
    return (
        noun.ent_type_ == "PERSON"
        and noun.dep_ == "dobj"
        and preposition.i > noun.i
        and preposition.lower_ in _OF_DEEDS
    )


_OF_DEEDS = frozenset("in on at after before during about".split())


def _is_of_a_body(desk: Desk, owner: "Token", entity: "Span | None") -> bool:
    """Whether the owner only says for whom a person plays or works: Norway's Nils Dahl."""
    return (
        entity is not None
        and len(entity) > 1
        and (entity.label_ == "PERSON" or desk.people.of(entity) is not None)
        and owner.ent_type_ in {"GPE", "ORG", "NORP"}
        and all(t.ent_type_ != "PERSON" for t in owner.subtree)
    )


_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_CONCRETE = frozenset("artifact substance animal food plant body object".split())


def tells_enough(noun: "Token", tokens: "Iterable[Token]") -> bool:
    """Whether the words are a key worth remembering: a pistol, a long letter; not a letter."""
    return sum(t.pos_ in _TELLING for t in tokens) > 1 or (
        first_class("noun", noun.lemma_) in _CONCRETE
    )


_THINGS = frozenset({"LAW", "EVENT", "PRODUCT", "WORK_OF_ART", "FAC", "ORG"})
_THING_WORDS = frozenset(
    "plan act program treaty agreement accord amendment bill code rule initiative project war"
    " games forum summit convention system fund bridge tower airport".split()
)


def _is_proper_thing(entity: "Span") -> bool:
    """Whether a name is that of a plan, a law, an event: something that is no body."""
    words = [t for t in entity if t.pos_ in {"PROPN", "NOUN", "ADJ"}]
    return (
        len(words) >= 2
        and all(t.text[0].isupper() for t in words)
        and (words[-1].lower_ in _THING_WORDS)
    )


def _known_surname(desk: Desk, noun: "Token") -> str | None:
    """The person of whom the article has the full name elsewhere, for a bare surname."""
    if noun.pos_ != "PROPN" or any(child.dep_ != "punct" for child in noun.children):
        return None
    name = desk.people.full.get(noun.text)
    return name if name is not None and " " in name else None
