"""Whom an attribution is asked for: the full name, its other forms, and the wh-phrase."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.candidates import Desk
from quizzer.questions.demonyms import DEMONYMS, country_of, people_of
from quizzer.questions.discourse import SURE
from quizzer.questions.entities import bare, entity_of
from quizzer.questions.mentions import is_person_noun
from quizzer.questions.people import clean_name
from quizzer.questions.reading import Sentence
from quizzer.questions.transform import lower_first
from quizzer.questions.wording import render

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

LEAST_PRONOUN = 0.66
_PRONOUNS = frozenset({"he", "she"})
_PAPERS = frozenset("statement report release announcement communique readout website".split())
_BODIES = frozenset(
    "side government military army authorities delegation parliament embassy ministry".split()
)


@dataclass(frozen=True, slots=True)
class SourceName:
    """Who said it, as the key gives it; `wh` asks for it, `pool` holds others of its kind.

    `in_stem` is how a stem names the source.
    """

    name: str
    wh: str
    pool: str
    in_stem: str
    accept: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    """The two persons, where two speak with one voice."""


def both_of_them(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """The two of the article's main event, where `the two sides` or `the presidents` speak."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    event = desk.grounding.event
    head = None if sentence is None else _head(sentence, fact)
    if head is None or event is None:
        return None
    determiner = next((c for c in head.children if c.dep_ in {"det", "predet"}), None)
    parties = None if determiner is None else event.parties_of(determiner)
    if parties is None:
        return None
    words = " and ".join(parties)
    return SourceName(words, "which two people", "none", words, (), parties)


def source_name(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """The source of the attribution, or None where it is unknown or not named in full."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    if sentence is None:
        return None
    text = " ".join(fact.source.text.split())
    head = _head(sentence, fact)
    if text.lower() in _PRONOUNS:
        raw = _by_discourse(desk, fact, sentence, head)
    else:
        titled = desk.people.with_title("", text)
        if titled is None and text.split()[0] in {"Mr.", "Mrs.", "Ms."}:
            return None  # a man where the article names only a woman, or one of several
        raw = titled or fact.source.name or _titled_surname(desk, fact)
    if raw is not None:
        person = desk.people.name(clean_name(raw))
        if person is not None:
            if not desk.people.is_introduced(person):
                return None
            forms = accepted_forms(desk, person)
            return SourceName(person, "who", "person", desk.people.titled(person), forms)
        body = _body(desk, text if bare(text) == bare(raw) else raw)
        if body is not None:
            return body
    if head is None:
        return None
    if (
        head.ent_type_ == "NORP"
        and head.tag_ in {"NNPS", "NNS"}
        and text.startswith(("the ", "The "))
    ):
        name = f"the {head.text}"
        country = country_of(head.text)
        forms = () if country is None else (country, f"the {DEMONYMS[country]} side")
        return SourceName(name, "which side", "people", name, forms)
    if head.lemma_ in _PAPERS:
        owner = _owner_of_paper(desk, sentence, head)
        return None if owner is None else _body(desk, owner)
    nationality = next(
        (c.text for c in head.children if c.ent_type_ in {"NORP", "GPE"} and c.i == head.i - 1),
        None,
    )
    if head.lemma_ in _BODIES and nationality is not None and text.lower().startswith("the "):
        name = f"the {nationality} {head.text}"
        country = country_of(nationality) if head.lemma_ == "side" else None
        forms = () if country is None else (country, f"the {people_of(nationality)}")
        return SourceName(name, f"which {head.text}", f"side {head.text}", name, forms)
    return _described(desk, fact, head)


_DOCUMENTS = frozenset(
    "poll report study analysis survey ad advertisement lawsuit complaint statement review letter"
    " document website memo audit editorial article book film documentary report investigation"
    " assessment ruling opinion indictment transcript".split()
)
_PERSONAL = frozenset(
    "aide official ally critic expert scientist parent resident republican democrat veteran"
    " campaign team staff family administration leadership panel committee council jury"
    " crew".split()
)


def _described(desk: Desk, fact: AttributionFact, head: "Token") -> SourceName | None:
    """A source that is no name but holds one: `Obama's aides`, `a Bloomberg poll`."""
    words = described_source(desk, fact)
    if words is None:
        return None
    if not any(letter.isupper() for letter in words):
        return _kind_of_source(words, head)
    is_personal = head.lemma_ in _PERSONAL or (head.tag_ == "NNS" and is_person_noun(head.lemma_))
    is_document = head.lemma_ in _DOCUMENTS
    if not (is_personal or is_document) or (is_document and head.tag_ == "NNS"):
        return None
    bare_words = re.sub(r"^(?:the|a|an) ", "", words)
    accept = () if bare_words == words else (bare_words,)
    wh = "which source" if is_document else "which people" if head.tag_ == "NNS" else "who"
    return SourceName(words, wh, "none", words, accept)


_COURTS = frozenset("court committee panel commission jury tribunal".split())
_VAGUE = frozenset(
    "some many several few most other others all both these those any more people person official"
    " officials source sources critics supporters others insiders observers".split()
)


def _kind_of_source(words: str, head: "Token") -> SourceName | None:
    """A source without a name that words tell apart: foreign policy analysts, a federal court."""
    own = words.split()
    if len(own) < 2 or own[0].lower() in _VAGUE or head.lower_ in _VAGUE:
        return None
    accept = () if own[0] not in {"a", "an", "the"} else (" ".join(own[1:]),)
    if head.tag_ == "NNS" and is_person_noun(head.lemma_):
        return SourceName(words, "which people", "none", words, accept)
    if head.lemma_ == "group" and head.tag_ == "NNS":
        return SourceName(words, "what kind of groups", "none", words, accept)
    if head.lemma_ in _COURTS and len(own) > 2:
        return SourceName(words, f"which {head.lemma_}", "none", words, accept)
    return None


_MOST_WORDS = 9


def described_source(desk: Desk, fact: AttributionFact) -> str | None:
    """A source without a name, in words that stand alone: `two Democratic speechwriters`."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    head = None if sentence is None else _head(sentence, fact)
    if sentence is None or head is None or head.pos_ != "NOUN":
        return None
    tokens = [t for t in sentence.tokens_in(fact.source.span) if not t.is_space]
    if head.tag_ == "NN" and not any(c.dep_ in {"det", "poss"} for c in head.children):
        return None
    if head.tag_ == "NN" and not (
        is_person_noun(head.lemma_)
        or head.lemma_ in _DOCUMENTS | _PERSONAL | _COURTS | _BODIES | {"group", "agency", "union"}
    ):
        return None
    if tokens[0].lower_ in _VAGUE or head.lemma_ in {"people", "person"}:
        return None
    if head.lemma_ in _COURTS and tokens[0].lower_ == "the":
        return None
    if len(tokens) > _MOST_WORDS or any(t.is_punct and t.text != "-" for t in tokens):
        return None
    grounded = desk.grounding.ground(sentence, tokens)
    if grounded.problems:
        return None
    if not grounded.has_name and head.tag_ != "NNS" and head.lemma_ not in _COURTS:
        return None
    return lower_first(tokens, render(tokens, grounded.swaps))


def accepted_forms(desk: Desk, person: str) -> tuple[str, ...]:
    """The short names that the article uses for the person and for nobody else."""
    return tuple(
        short
        for short, full in sorted(desk.people.full.items())
        if full == person and short != person
    )


def _body(desk: Desk, raw: str) -> SourceName | None:
    name = re.sub(r"\s+", " ", raw).strip()
    asked = desk.entities.wh(name)
    if asked is None and desk.entities.label(name) == "ORG" and len(name) > 2:
        asked = "who", "none"  # a body with an odd name, or a person taken for one
    if asked is None:
        return None
    own = desk.entities.written(name)
    return SourceName(own[0].upper() + own[1:], asked[0], asked[1], own)


def _head(sentence: Sentence, fact: AttributionFact) -> "Token | None":
    tokens = sentence.tokens_in(fact.source.span)
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)


def _titled_surname(desk: Desk, fact: AttributionFact) -> str | None:
    """A person named by a surname that a title introduces, or that is clear in the article."""
    name = clean_name(fact.source.text).rsplit(maxsplit=1)[-1]
    if name in desk.people.titles:
        return name
    return desk.people.with_title("", " ".join(fact.source.text.split()))


def _by_discourse(
    desk: Desk, fact: AttributionFact, sentence: Sentence, head: "Token | None"
) -> str | None:
    """Who "he" or "she" is: by the discourse, unless the finder is sure of somebody else."""
    meant = None if head is None else desk.grounding.discourse.meant_by(sentence, head)
    if meant is None or meant.sure < SURE:
        return None
    resolved = fact.source.name and desk.people.name(clean_name(fact.source.name))
    if resolved is not None and resolved != meant.name and fact.confidence >= LEAST_PRONOUN:
        return None
    return meant.name


def _owner_of_paper(desk: Desk, sentence: Sentence, head: "Token") -> str | None:
    """`the White House` for its statement: the body named in the phrase or that released it."""
    for child in head.children:
        entity = entity_of(child, sentence.entities)
        if entity is not None and entity.label_ == "ORG":
            return entity.text
    if not any(child.lower_ == "the" for child in head.children):
        return None
    for back in range(1, 6):
        number = sentence.number - back
        if number < 0:
            return None
        for token in desk.reading.sentences[number].tokens:
            if token.lemma_ == head.lemma_ and token.dep_ == "dobj":
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
                entity = None if subject is None else entity_of(subject, subject.sent.ents)
                return entity.text if entity is not None and entity.label_ == "ORG" else None
    return None
