"""Who does what to whom in an article: others who did the same are no wrong answers.

Verbs of one sense count as one: whoever backs a man does what those do who support him.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.names.entities import bare

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_SENSES = {
    verb: group.split()[0]
    for group in (
        "meet talk visit see confer", "support back endorse praise defend help favor favour",
        "criticize criticise attack blast slam condemn denounce accuse mock rip bash assail",
        "urge call demand ask press appeal", "run seek campaign compete vie",
        "oppose reject resist block", "sign ratify approve", "join attend enter",
        "comment respond react weigh", "lead head chair", "donate give contribute raise",
        "win beat defeat carry", "vote cast",
    )
    for verb in group.split()
}  # fmt: skip
_SAYING = frozenset("say tell be have do go get make take add write note".split())
"""Verbs that tell too little by themselves for two deeds to be one."""
_SAID = re.compile(r"\bwho (?:said|told|wrote|added|believed|hoped|noted)\b", re.IGNORECASE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "conj", "poss"})
_KINDS = frozenset({"PERSON", "ORG", "GPE", "LAW", "EVENT", "NORP", "FAC"})


class Deeds:
    """What each person of an article does, by the sense of the verb and the names around it."""

    def __init__(self, desk: Desk):
        self._desk = desk
        self._done: dict[str, dict[str, set[str]]] = {}
        for sentence in desk.reading.sentences:
            names = frozenset(
                _name(desk, entity) for entity in sentence.entities if entity.label_ in _KINDS
            )
            if len(names) < 2:
                continue
            for entity in sentence.entities:
                person = desk.people.of(entity)
                if person is None or entity.root.dep_ not in _SUBJECTS:
                    continue
                deeds = self._done.setdefault(person, {})
                for sense in _senses(entity.root):
                    deeds.setdefault(sense, set()).update(names - {person})

    def asked_for(self, candidate: Candidate) -> tuple[set[str], set[str]]:
        """The senses of what is asked for, and the names in the stem to whom it was done."""
        sentence = self._desk.reading.sentences[candidate.sentence]
        stem = candidate.stem
        if candidate.kind == "attribution" and _SAID.search(stem):
            return set(), set()  # whoever did what is told may not have said so
        asked = {
            sense
            for token in sentence.tokens
            if token.pos_ in {"VERB", "NOUN"} and token.lemma_.lower()[:5] in stem
            for sense in _sense_of(token)
        }
        named = {_name(self._desk, e) for e in sentence.entities if e.label_ in _KINDS}
        return asked, {other for other in named if other in stem and other != candidate.key}

    def did(self, name: str, asked: set[str], named: set[str]) -> bool:
        """Whether somebody does a thing of these senses to one of those named."""
        deeds = self._done.get(name, {})
        return any(sense in deeds and not named.isdisjoint(deeds[sense]) for sense in asked)


def _senses(subject: "Token") -> Iterator[str]:
    """The senses of the verbs whose subject the noun is."""
    while subject.dep_ == "conj":
        subject = subject.head
    verb = subject.head
    yield from _sense_of(verb)
    for child in verb.children:
        if child.dep_ in {"conj", "xcomp"}:
            yield from _sense_of(child)


def _sense_of(token: "Token") -> Iterator[str]:
    lemma = token.lemma_.lower()
    if lemma in _SENSES or (token.pos_ == "VERB" and lemma not in _SAYING):
        yield _SENSES.get(lemma, lemma)


def _name(desk: Desk, entity: "Span") -> str:
    return desk.people.of(entity) or bare(entity.text)
