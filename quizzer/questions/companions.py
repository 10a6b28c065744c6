"""Names that stand in one row with the key, and so would answer the question as well."""

from typing import TYPE_CHECKING

from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.entities import bare

PLACES = frozenset({"country", "state", "place GPE", "place LOC", "place FAC"})
"""The pools of places."""

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token


class Companions:
    """The names of an article that stand in a row with others, found once."""

    def __init__(self, desk: Desk):
        self._sentences = desk.reading.sentences
        self._beside: dict[str, dict[int, list[str]]] = {}
        for sentence in self._sentences:
            named = {entity.root.i: _name(desk, entity) for entity in sentence.entities}
            if len(named) < 2:
                continue
            for entity in sentence.entities:
                name = named[entity.root.i]
                others = [named[t.i] for t in _row(entity.root) if named.get(t.i, name) != name]
                if others:
                    beside = self._beside.setdefault(name, {})
                    beside.setdefault(sentence.number, []).extend(others)

    def of(self, candidate: Candidate) -> tuple[str, ...]:
        """The names joined to the key by "and" or "or" in the sentence, whether or not the stem
        has them: Tanzania for Kenya, of "the embassies in Kenya and Tanzania".

        Persons come by their full names, others without their articles. Places that are joined
        anywhere in the article are taken for the scenes of one event.
        """
        key = bare(candidate.key)
        beside = self._beside.get(key, {})
        if candidate.pool not in PLACES:
            return tuple(dict.fromkeys(beside.get(candidate.sentence, ())))
        return tuple(
            dict.fromkeys(
                name
                for number, names in beside.items()
                if key in self._sentences[number].text
                for name in names
            )
        )


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
