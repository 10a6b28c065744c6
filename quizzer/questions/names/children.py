"""The children whom an article names: it goes on with the first name, "the boy" or "the child"."""

import re
from typing import TYPE_CHECKING

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.reading import Reading

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

CHILD_WORDS = {"boy": FEMALE, "girl": MALE, "child": frozenset[str]()}
"""What a child is called, with the first names of those who cannot be called so."""
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen".split()
_AGES = {word: number for number, word in enumerate(_NUMBERS, start=1)}
_AGE = rf"(?P<age>\d{{1,2}}|{'|'.join(_AGES)})"
_BEFORE = re.compile(rf"\b{_AGE}-year-old(?: [A-Za-z]+){{0,3}} $", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:, (?:aged? |a |the )?| \(){_AGE}(?:-year-old\b|[,)])", re.IGNORECASE)
_ANY = re.compile(rf"\b{_AGE}-year-old\b", re.IGNORECASE)
_PARENTS = frozenset("father mother parent mom dad grandfather grandmother grandparent".split())
_OLDEST = 13
_AROUND = 50
"""Characters beside a name in which the age is looked for."""


def children_of(reading: Reading) -> frozenset[str]:
    """The names, whole or first, of those whom the article shows to be children.

    Their age stands beside the name; or the article tells of one young age only, and of the
    parents of one whom it calls by a single name.
    """
    aged: set[str] = set()
    with_parents: set[str] = set()
    ages: set[int] = set()
    for sentence in reading.sentences:
        if sentence.is_heading:
            continue
        if "-year-old" in sentence.text:
            ages |= {_number(found["age"]) for found in _ANY.finditer(sentence.text)}
        for entity in sentence.entities:
            name = " ".join(entity.text.split()).removesuffix("'s").removesuffix("’s")
            if entity.label_ != "PERSON" or not name:
                continue
            age = _age_beside(entity)
            if age is not None and age <= _OLDEST:
                aged.add(name)
            if _has_parents(entity):
                with_parents.add(name)
    is_of_one = len({age for age in ages if age <= _OLDEST}) == 1
    return frozenset(aged | with_parents if is_of_one else aged)


def _age_beside(entity: "Span") -> int | None:
    """The age in years right beside a name: `6-year-old Nils Holm`, `Nils Holm, 6,`."""
    start, end, text = entity.start_char, entity.end_char, entity.doc.text
    found = _BEFORE.search(text[max(0, start - _AROUND) : start])
    found = found or _BEHIND.match(text[end : end + _AROUND])
    return None if found is None else _number(found["age"])


def _number(age: str) -> int:
    return _AGES.get(age.lower()) or int(age)


def _has_parents(entity: "Span") -> bool:
    """Whether the article tells of somebody's father or mother: Nils's father, the mother of
    Nils Holm."""
    root = entity.root
    if root.dep_ == "poss":
        return root.head.lemma_.lower() in _PARENTS
    return (
        root.dep_ == "pobj"
        and root.head.lower_ == "of"
        and (root.head.head.lemma_.lower() in _PARENTS)
    )


def stands_before(name: str, noun: "Token", kept: set[int], found: Grounded) -> bool:
    """Whether a stem that keeps the tokens `kept` names a person before the noun."""
    return any(words == name for place, words in found.swaps.items() if place < noun.i) or (
        name in " ".join(t.text for t in noun.sent if t.i in kept and t.i < noun.i)
    )
