"""Whom an attribution is asked for: the full name, its other forms, and the wh-phrase."""

import re
from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.alone.discourse import SURE
from quizzer.questions.candidates import Desk
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.names.demonyms import DEMONYMS, country_of, people_of
from quizzer.questions.names.entities import as_key, bare, entity_of, is_body_name
from quizzer.questions.names.pairs import named_pair
from quizzer.questions.names.people import clean_name
from quizzer.questions.reading import Sentence
from quizzer.questions.said.described import BODIES, PARTIES, described_as_source
from quizzer.questions.said.source_names import (
    MEMBERS,
    SourceName,
    is_the_speaker,
    reporting_verb,
    source_head,
)

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

LEAST_PRONOUN = 0.66
_VERY_SURE = 0.8
"""So sure of a pronoun, the discourse is right and the finder wrong where they differ."""
_PRONOUNS = frozenset({"he", "she"})
_COURTESY = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"})
_SPEAKING_THINGS = frozenset("campaign report study poll survey lawsuit complaint ad".split())
_PAPERS = frozenset("statement report release announcement communique readout website".split())


def both_of_them(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """The two of the article's main event, where `the two sides` or `the presidents` speak."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    event = desk.grounding.event
    head = None if sentence is None else source_head(sentence, fact)
    if head is None or event is None:
        return None
    determiner = next((c for c in head.children if c.dep_ in {"det", "predet"}), None)
    parties = None if determiner is None else event.parties_of(determiner)
    if parties is None:
        return None
    words = " and ".join(parties)
    return SourceName(words, "which two people", "none", words, (), parties)


def two_named(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """Two persons, or two countries, who say something together, both by name."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    head = None if sentence is None else source_head(sentence, fact)
    if sentence is None or head is None:
        return None
    pair = named_pair(desk, head)
    if pair is None:
        return None
    names, kind = pair
    words = f"{names[0]} and {names[1]}"
    return SourceName(words, f"which two {kind}", "none", words, (), names)


def source_name(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """The source of the attribution, or None where it is unknown or not named in full."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    if sentence is None:
        return None
    text = " ".join(fact.source.text.split())
    head = source_head(sentence, fact)
    if not is_the_speaker(head, reporting_verb(sentence, fact)):
        return None
    if text.lower() in _PRONOUNS:
        raw = _by_discourse(desk, fact, sentence, head)
    else:
        titled = desk.people.with_title("", text) or _by_entity(desk, sentence, head)
        titled = titled or _by_epithet(desk, sentence, head) or _by_bearer(desk, sentence, text)
        if titled is None and text.split()[0] in _COURTESY:
            return None  # a man where the article names only a woman, or one of several
        raw = titled or fact.source.name or _titled_surname(desk, fact)
    if raw is not None:
        person = desk.people.name(clean_name(raw))
        if person is not None:
            if not desk.people.is_introduced(person):
                return None
            if person in desk.people.posing:
                return SourceName(person, "which organization", "none", person)
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
    if head.text in PARTIES and text == head.text:
        return SourceName(text, MEMBERS, "none", text, (f"the {text}", text[:-1]))
    if head.lemma_ in _PAPERS:
        owner = _owner_of_paper(desk, sentence, head)
        return None if owner is None else _body(desk, owner)
    nationality = next(
        (c.text for c in head.children if c.ent_type_ in {"NORP", "GPE"} and c.i == head.i - 1),
        None,
    )
    if head.lemma_ in BODIES and nationality is not None and text.lower().startswith("the "):
        name = f"the {nationality} {head.text}"
        country = country_of(nationality) if head.lemma_ == "side" else None
        forms = () if country is None else (country, f"the {people_of(nationality)}")
        return SourceName(name, f"which {head.text}", f"side {head.text}", name, forms)
    return _by_definite(desk, sentence, head) or described_as_source(desk, fact, head)


def _by_entity(desk: Desk, sentence: Sentence, head: "Token | None") -> str | None:
    """The person whose name heads the source, whatever else is told of them: `Mr. Holm, 82`."""
    entity = None if head is None else entity_of(head, sentence.entities)
    if (
        entity is None
        or entity.label_ != "PERSON"
        or any(c.dep_ == "conj" for c in entity.root.children)
    ):
        return None
    return desk.people.of(entity)


def _by_bearer(desk: Desk, sentence: Sentence, text: str) -> str | None:
    """The one bearer of a surname whom the sentences just before name in full, where the article
    has several."""
    bearers = desk.people.bearers.get(clean_name(text), ())
    if len(bearers) < _SEVERAL:
        return None
    discourse = desk.grounding.discourse
    last = max(0, sentence.number - _BEARERS_NEAR)
    named = {
        one.name
        for number in range(last, sentence.number + 1)
        for one in discourse.named_in(number)
        if one.name in bearers
    }
    return next(iter(named)) if len(named) == 1 else None


_SEVERAL = 2
_BEARERS_NEAR = 6


def _by_definite(desk: Desk, sentence: Sentence, head: "Token") -> SourceName | None:
    """The body behind a bare "the fund", "the newspaper", "the campaign"."""
    if [c.lower_ for c in head.children if c.dep_ != "punct"] != ["the"] or head.tag_ != "NN":
        return None
    words = desk.grounding.definites.words_for(sentence, head, is_bare=True)
    if words is None or desk.people.name(clean_name(words)) is not None:
        return None
    body = _body(desk, words)
    if body is not None or head.lemma_ not in _SPEAKING_THINGS:
        return body
    return SourceName(words, "who", "none", words)


def _by_epithet(desk: Desk, sentence: Sentence, head: "Token | None") -> str | None:
    """The person behind `the Norwegian premier` or `the president`."""
    definites = desk.grounding.definites
    if head is None or head.pos_ != "NOUN":
        return None
    return definites.epithets.meant_by(sentence, head) or definites.setting.holder_of(
        sentence, head
    )


def _body(desk: Desk, raw: str) -> SourceName | None:
    name = re.sub(r"\s+", " ", raw).strip()
    if len(desk.people.bearers.get(name, ())) >= _SEVERAL:
        return None  # a surname, whatever the recogniser takes it for
    asked = desk.entities.wh(name)
    first, last = name.split()[0], name.split()[-1]
    if len(name.split()) > 2 and first not in desk.people.full.get(last, first):
        return None  # a body and the person named after it, with the comma lost
    if asked is None and desk.entities.label(name) == "ORG" and len(name) > 2:
        asked = "who" if _reads_as_a_person(name) else "which organization", "none"
    if asked is None:
        return None
    return SourceName(as_key(name), asked[0], asked[1], desk.entities.written(name))


def _reads_as_a_person(name: str) -> bool:
    """Whether a name that is taken for that of a body is rather a person's: two to four words,
    each with a capital and small letters behind it."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and words[0] not in {"The", "the"}
        and not is_body_name(name)
        and all(_PART.fullmatch(word) for word in words)
    )


_PART = re.compile(r"[A-Z][a-z'’-]+(?:-[A-Z][a-z]+)?|[A-Z]\.|I+|[JS]r\.?")


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
    is_doubted = resolved is not None and resolved != meant.name
    if is_doubted and meant.sure < _VERY_SURE and fact.confidence >= LEAST_PRONOUN:
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
