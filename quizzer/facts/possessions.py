"""What belongs to whom: owning and belonging, units of a company, `his platform Truth Social`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import Range, noun_phrase, own_subject
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import Mention, NamedMention, PossessionFact
from quizzer.facts.names import Names, entity_of
from quizzer.facts.word_classes import first_class

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_OWNING = frozenset({"own", "possess", "acquire", "buy", "purchase"})
_HOLDINGS = frozenset("stake share majority percent interest title patent copyright".split())
_UNITS = frozenset("subsidiary unit division arm affiliate".split())
_OWNERS = frozenset({"owner", "proprietor", "landlord", "co-owner"})
_THINGS = frozenset({"artifact", "group", "possession", "communication"})
_UNREAL = frozenset("would could might may should can must will".split())
Found = tuple["Token", "Token", "Token", float]
"""Owner, thing, the word that tells it, and how sure."""


def find_possessions(
    paragraphs: Sequence[ParsedParagraph], names: Names
) -> Iterator[PossessionFact]:
    """Who owns what, in the order of the text; negated and possible owning is none."""
    for number, parsed in enumerate(paragraphs):
        if parsed.paragraph.is_heading:
            continue
        for token in parsed.doc:
            for owner, thing, cue, sure in _told_by(token):
                name, certainty = names.resolve(number, parsed, owner)
                fact = _fact(parsed, owner, name, thing, cue, sure * (certainty if name else 0.7))
                if fact is not None:
                    yield fact


def _told_by(token: "Token") -> Iterator[Found]:
    if token.pos_ == "VERB" and not _is_unreal(token):
        yield from _by_verb(token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _by_noun(token)


def _by_verb(verb: "Token") -> Iterator[Found]:
    lemma = verb.lemma_.lower()
    parts = {child.dep_: child for child in reversed(list(verb.children))}
    if lemma in _OWNING:
        agent = _object_of(parts.get("agent"))
        if agent is not None:
            thing = parts.get("nsubjpass") or (verb.head if verb.dep_ == "acl" else None)
            if thing is not None:
                yield agent, thing, verb, 0.9 if lemma == "own" else 0.8
            return
        subject = own_subject(verb)
        if subject is not None and "dobj" in parts and subject.dep_ == "nsubj":
            # What somebody bought was theirs then; whether it still is, the text does not say.
            yield subject, parts["dobj"], verb, 0.9 if lemma in ("own", "possess") else 0.6
    elif lemma == "belong":
        owner = next((_object_of(c) for c in verb.children if c.lower_ == "to"), None)
        subject = own_subject(verb)
        if owner is not None and subject is not None:
            yield owner, subject, verb, 0.75
    elif lemma == "hold" and "dobj" in parts and parts["dobj"].lemma_.lower() in _HOLDINGS:
        subject = own_subject(verb)
        if subject is not None and subject.dep_ == "nsubj":
            yield subject, parts["dobj"], verb, 0.8


def _by_noun(noun: "Token") -> Iterator[Found]:
    lemma = noun.lemma_.lower()
    if lemma in _OWNERS or lemma in _UNITS:
        inside = next((_object_of(c) for c in noun.children if c.lower_ == "of"), None)
        other = _named_beside(noun)
        if inside is not None and other is not None:
            pair = (other, inside) if lemma in _OWNERS else (inside, other)
            yield *pair, noun, 0.8
        return
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    named = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if owner is None or named is None or named.i - noun.i > 3:
        return
    entity = entity_of(named)
    if entity is not None and entity.label_ in ("PERSON", "NORP"):
        return
    if first_class("noun", lemma) in _THINGS:
        yield owner, named, noun, 0.7


def _named_beside(noun: "Token") -> "Token | None":
    """ "Acme, a unit of Foo" and "Ann Lee, the owner of the mill": who or what stands before."""
    if noun.dep_ == "appos" and noun.head.i < noun.i:
        return noun.head
    verb = noun.head
    is_copula = noun.dep_ == "attr" and verb.lemma_ == "be" and not _is_unreal(verb)
    return own_subject(verb) if is_copula else None


def _object_of(preposition: "Token | None") -> "Token | None":
    if preposition is None:
        return None
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _is_unreal(verb: "Token") -> bool:
    return any(
        child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in _UNREAL)
        for child in verb.children
    ) or (verb.dep_ == "xcomp" and verb.tag_ == "VB")


def _without_asides(noun: "Token") -> Range:
    """A noun phrase up to its appositions."""
    start, end = noun_phrase(noun)
    asides = [c.left_edge.i for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
    end = min([end, *asides])
    while end - 1 > noun.i and noun.doc[end - 1].is_punct:
        end -= 1
    return start, end


def _fact(
    parsed: ParsedParagraph,
    owner: "Token",
    name: str | None,
    thing: "Token",
    cue: "Token",
    sure: float,
) -> PossessionFact | None:
    doc = parsed.doc
    (a, b), (c, d) = _without_asides(owner), _without_asides(thing)
    if (a < d and c < b) or a <= cue.i < b or thing.pos_ == "PRON" or owner.lower_ == "it":
        return None
    holder, held = doc[a:b], doc[c:d]
    return PossessionFact(
        evidence=parsed.span(cue.sent),
        owner=NamedMention(parsed.span(holder), holder.text, name),
        thing=Mention(parsed.span(held), held.text),
        cue=Mention(parsed.span(cue), cue.text),
        confidence=round(sure, 3),
    )
