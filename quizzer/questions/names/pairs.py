"""Two persons, or two countries, that a row of two names."""

from collections.abc import Set
from typing import TYPE_CHECKING

from quizzer.questions.candidates import Desk
from quizzer.questions.names.entities import bare, entity_of
from quizzer.questions.names.gazetteer import place_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def named_pair(
    desk: Desk, noun: "Token", allowed: Set[str] = frozenset()
) -> tuple[tuple[str, str], str] | None:
    """The two names of the row that `noun` opens, and `people` or `countries`.

    None for anything but two different names of one kind, or where the first has other words
    beside it than those of a row; `allowed` are dependencies that may stand there too.
    """
    partners = [child for child in noun.children if child.dep_ == "conj"]
    if len(partners) != 1 or any(c.dep_ == "conj" for c in partners[0].children):
        return None
    if any(c.dep_ not in _OF_A_ROW | allowed for c in noun.children):
        return None
    names: list[str] = []
    kinds: set[str] = set()
    for one in (noun, partners[0]):
        entity = entity_of(one, one.sent.ents)
        if entity is None or entity.root != one:
            return None
        person = desk.people.of(entity)
        if person is not None and desk.people.is_introduced(person):
            names.append(person)
            kinds.add("people")
        elif place_noun(bare(entity.text)) == "country":
            names.append(desk.entities.written(entity.text))
            kinds.add("countries")
    if len(set(names)) != 2 or len(kinds) != 1:
        return None
    return (names[0], names[1]), kinds.pop()


_OF_A_ROW = frozenset({"conj", "cc", "compound", "preconj"})
