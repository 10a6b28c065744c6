"""Names that stand in one row with the key, and so would answer the question as well."""

from typing import TYPE_CHECKING

from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.entities import bare
from quizzer.questions.reading import Sentence

PLACES = frozenset({"country", "state", "place GPE", "place LOC", "place FAC"})
"""The pools of places."""

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token


def listed_with(desk: Desk, candidate: Candidate) -> tuple[str, ...]:
    """The names joined to the key by "and" or "or" in the sentence, whether or not the stem has
    them: Tanzania for Kenya, of "the embassies in Kenya and Tanzania".

    Persons come by their full names, others without their articles. Places that are joined
    anywhere in the article are taken for the scenes of one event.
    """
    key = bare(candidate.key)
    sentences = desk.reading.sentences
    if candidate.pool not in PLACES:
        return tuple(dict.fromkeys(_joined(desk, sentences[candidate.sentence], key)))
    text = [sentence for sentence in sentences if key in sentence.text]
    return tuple(dict.fromkeys(name for sentence in text for name in _joined(desk, sentence, key)))


def _joined(desk: Desk, sentence: Sentence, key: str) -> list[str]:
    named = {entity.root.i: _name(desk, entity) for entity in sentence.entities}
    found: list[str] = []
    for entity in sentence.entities:
        if named[entity.root.i] == key:
            row = _row(entity.root)
            found += [named[token.i] for token in row if named.get(token.i, key) != key]
    return found


def _name(desk: Desk, entity: "Span") -> str:
    return desk.people.of(entity) or bare(entity.text)


def _row(noun: "Token") -> list["Token"]:
    """The nouns of the row in which the noun stands, the first of them first."""
    while noun.dep_ == "conj":
        noun = noun.head
    row = [noun]
    for token in row:
        row += [child for child in token.children if child.dep_ == "conj"]
    return row
