"""Names that stand in one row with the key, and so would answer the question as well."""

from typing import TYPE_CHECKING

from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.names.entities import bare

PLACES = frozenset({"country", "state", "place GPE", "place LOC", "place FAC"})
"""The pools of places."""
_WHERE = frozenset("in at near outside inside around across through".split())
SCENES = frozenset({"name gap", "in place", "where"})
"""Forms that ask where something is, not which country does something."""
_PARTIES = frozenset({"between", "with"})
_FEW = 2

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token


class Companions:
    """The names of an article that stand in a row with others, found once."""

    def __init__(self, desk: Desk):
        self._beside: dict[str, dict[int, list[str]]] = {}
        self._scenes: dict[str, list[str]] = {}
        self._alike: dict[str, list[str]] = {}
        for sentence in desk.reading.sentences:
            named = {entity.root.i: _name(desk, entity) for entity in sentence.entities}
            if len(named) < 2:
                continue
            for entity in sentence.entities:
                name = named[entity.root.i]
                row = _row(entity.root)
                others = [named[t.i] for t in row if named.get(t.i, name) != name]
                before = row[0].head.lower_ if row[0].dep_ == "pobj" else ""
                if others and before in _WHERE:
                    self._scenes.setdefault(name, []).extend(others)
                if others and len(row) > _FEW and before not in _PARTIES:
                    self._alike.setdefault(name, []).extend(others)
                if others:
                    beside = self._beside.setdefault(name, {})
                    beside.setdefault(sentence.number, []).extend(others)

    def of(self, candidate: Candidate) -> tuple[str, ...]:
        """The names joined to the key by "and" or "or" in the sentence, whether or not the stem
        has them: Tanzania for Kenya, of "the embassies in Kenya and Tanzania".

        Persons come by their full names, others without their articles. Places that are joined
        anywhere in the article as the scenes of one event, or as three or more, are taken too;
        two states that talk with one another are not.
        """
        key = bare(candidate.key)
        beside = self._beside.get(key, {}).get(candidate.sentence, [])
        found = list(beside)
        if candidate.pool in PLACES:
            found += self._alike.get(key, [])
            found += self._scenes.get(key, []) if candidate.form in SCENES else []
        return tuple(dict.fromkeys(found))


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
