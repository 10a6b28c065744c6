"""Who says something: the two of the main event, two by name, a body or a group that goes on
speaking, the owner of those who speak, or one name."""

from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.candidates import Desk
from quizzer.questions.reading import Sentence
from quizzer.questions.said.source_names import SourceName, source_head
from quizzer.questions.said.sources import both_of_them, source_name, two_named
from quizzer.questions.said.whose_sources import by_owner

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_SURE_ENOUGH = 0.6
"""So sure it must be that somebody spoke before `they` or `it` goes on speaking."""


def speaker_of(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """Whom the attribution is asked for, or None where that is unknown or cannot be typed."""
    return both_of_them(desk, fact) or goes_on(desk, fact) or _named(desk, fact)


def _named(desk: Desk, fact: AttributionFact) -> SourceName | None:
    two = two_named(desk, fact)
    if two is not None:
        return two
    named = source_name(desk, fact)
    if named is not None and named.pool == "person":
        return named
    return by_owner(desk, fact) or named


def goes_on(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """Who "they" or "it" are that speak: the group or body whose words the sentence before told
    as its main statement."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    word = fact.source.text.lower()
    if sentence is None or word not in {"they", "it"} or sentence.number == 0:
        return None
    last = desk.reading.sentences[sentence.number - 1]
    if last.is_heading or sentence.paragraph - last.paragraph > 1:
        return None
    if source_head(sentence, fact) not in _main_subjects(sentence):
        return None
    told = [
        other
        for other in desk.reading.cues_in(last.number)
        if source_head(last, other) in _main_subjects(last) and other.confidence >= _SURE_ENOUGH
    ]
    names = {source for other in told if (source := _named(desk, other))}
    if len(names) != 1:
        return None
    source = names.pop()
    fits = source.is_plural if word == "they" else not source.is_plural and source.pool != "person"
    return source if fits else None


def _main_subjects(sentence: Sentence) -> "list[Token]":
    root = sentence.parse.root
    return [c for c in root.children if c.dep_ == "nsubj"]
