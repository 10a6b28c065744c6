"""The persons that every sentence names, and which of them are he or she."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.word_classes import first_class
from quizzer.questions.names.epithets import Epithets
from quizzer.questions.names.gazetteer import place_noun
from quizzer.questions.names.name_shapes import NOBODY
from quizzer.questions.names.people import People, clean_name
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNKNOWN = "?"
"""Stands in front of a name that belongs to nobody whom the article introduces."""
_MALE_TITLES = frozenset({"mr.", "mr", "sir", "lord", "king", "prince"})
_FEMALE_TITLES = frozenset({"mrs.", "mrs", "ms.", "ms", "miss", "lady", "queen", "princess"})


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a person by name."""

    start: int
    end: int
    head: "Token"
    name: str

    @property
    def is_subject(self) -> bool:
        """Whether the name itself, not a name inside it, is the subject of a clause."""
        return self.head.dep_ in SUBJECTS


def find_named(sentence: Sentence, people: People, epithets: Epithets) -> "list[Named]":
    """The persons of a sentence in order, by name or by what they are called."""
    found: list[Named] = []
    covered: set[int] = set()
    for entity in sentence.entities:
        if entity.label_ not in {"PERSON", "ORG", "GPE", "NORP", "PRODUCT"}:
            continue
        text = clean_name(entity.text)
        name = people.of(entity)
        is_person = entity.label_ == "PERSON" or text in people.bearers
        if name is None and is_person and place_noun(text) is None and text not in NOBODY:
            name = f"{UNKNOWN}{text}"  # nobody to name, but somebody who may be meant
        if name is not None:
            found.append(Named(entity.start, entity.end, entity.root, name))
            covered.update(range(entity.start, entity.end))
    for token in sentence.tokens:
        if token.i in covered:
            continue
        if token.pos_ == "NOUN" and (meant := epithets.meant_by(sentence, token)) is not None:
            found.append(Named(token.left_edge.i, token.i + 1, token, meant))
        if token.pos_ != "PROPN" and not (token.text in people.full and _may_be_a_name(token)):
            continue
        if token.text in people.full:
            found.append(Named(token.i, token.i + 1, token, people.full[token.text]))
        elif token.dep_ in SUBJECTS and token.ent_type_ in {"", "WORK_OF_ART", "PRODUCT"}:
            found.append(Named(token.i, token.i + 1, token, f"{UNKNOWN}{token.text}"))
    return sorted(found, key=lambda one: one.start)


def _may_be_a_name(token: "Token") -> bool:
    """Whether a word that the tagger takes for a noun has a capital and no sense of its own."""
    return (
        token.pos_ in {"NOUN", "ADJ", "VERB"}
        and token.dep_ in SUBJECTS
        and token.text.istitle()
        and first_class("noun", token.lower_) == "none"
    )


def find_genders(reading: Reading, people: People, named: dict[int, list[Named]]) -> dict[str, str]:
    """From a full name to `he`, `she`, or `unsure` where the article says both."""
    gender: dict[str, str] = {}
    votes: dict[str, Counter[str]] = {}
    for name in people.counts:
        first = name.split(maxsplit=1)[0].lower()
        if first in FEMALE | MALE and " " in name:
            gender[name] = "she" if first in FEMALE else "he"
    for sentence in reading.sentences:
        own = named.get(sentence.number, [])
        for one in own:
            before = one.head.doc[one.start - 1].lower_ if one.start else ""
            word = one.head.doc[one.start].lower_
            for title in (before, word):
                if title in _MALE_TITLES | _FEMALE_TITLES and one.name not in gender:
                    gender[one.name] = "he" if title in _MALE_TITLES else "she"
        names = {one.name for one in own}
        if len(names) != 1:
            continue
        first_place = own[0].start
        heard = {
            "he" if t.lower_ in HE else "she"
            for t in sentence.tokens
            if t.i > first_place and t.lower_ in HE | SHE
            and not reading.is_quoted(sentence.place(t))
        }  # fmt: skip
        if len(heard) == 1:
            votes.setdefault(own[0].name, Counter())[heard.pop()] += 1
    for name, heard_of in votes.items():
        if name in gender:
            continue
        if len(heard_of) > 1:
            gender[name] = "unsure"  # two persons of one name, or none that is known
        elif heard_of.total() >= 2:
            gender[name] = next(iter(heard_of))
    return gender
