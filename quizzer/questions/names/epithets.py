"""Who "the Norwegian premier" and "the senator" are: persons by what the article says they are.

An article that calls somebody "Republican nominee Nils Holm" once may go on with "the Republican
nominee". All the words must have been said of one person, and of one alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.names import OFFICES
from quizzer.questions.alone.pointing import is_human
from quizzer.questions.names.children import CHILD_WORDS
from quizzer.questions.names.gazetteer import STATES, state_in_full
from quizzer.questions.names.people import People
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_LONG_FORMS = {
    "gop": "republican", "democrat": "democratic", "sen.": "senator", "gov.": "governor",
    "rep.": "representative", "congressman": "representative", "congresswoman": "representative",
    "d": "democratic", "r": "republican", "u.s.": "us",
}  # fmt: skip
_TELLING_APART = frozenset(
    "former vice deputy then ex late acting assistant one-time onetime future would-be".split()
)
"""Words without which the same noun means somebody else."""
_NO_OFFICE = frozenset("man woman person officer member people star player winner".split())
_STATE_WORDS = frozenset(name.lower() for name in STATES)
_MOST_BEFORE = 6
_NEAR_AGED = 2
_NEAR = 4
"""Sentences back in which somebody must be named whom a bare "the senator" means."""


PARTY_WORDS = frozenset(
    "republican democratic libertarian liberal conservative green labour socialist".split()
)
"""Words for the parties of persons."""
_RUNNING = frozenset("nominee candidate contender hopeful".split())
_OF_THE_RACE = frozenset({"presidential"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What some words call a person: the noun and the words beside it."""

    number: int
    name: str
    noun: str
    beside: frozenset[str]


class Epithets:
    """What every person of an article is called, and whom such words mean."""

    def __init__(self, reading: Reading, people: People):
        self._people = people
        self._reading = reading
        self._ages: dict[str, set[str]] = {}
        self._told: dict[str, list[_Told]] = {}
        self._all: dict[str, set[str]] = {}
        self._named: dict[str, list[int]] = {}
        self._parties: dict[str, set[str]] = {}
        self._unnamed = _other_children(reading) if people.children else frozenset()
        for sentence in reading.sentences:
            if sentence.is_heading:
                continue
            for entity in sentence.entities:
                if entity.label_ != "PERSON":
                    continue
                name = people.of(entity)
                if name is None or not people.is_introduced(name):
                    continue
                self._named.setdefault(name, []).append(sentence.number)
                for age in _ages_beside(entity):
                    self._ages.setdefault(age, set()).add(name)
                party = _party_of(entity)
                if party is not None:
                    self._parties.setdefault(name, set()).add(party)
                for noun, beside in _descriptions(entity):
                    told = _Told(sentence.number, name, noun, beside)
                    self._told.setdefault(noun, []).append(told)
                    self._all.setdefault(name, set()).update(beside, {noun})

    def meant_by(self, sentence: Sentence, noun: "Token") -> str | None:
        """The full name of the person whom a definite noun phrase means, or None."""
        word = _plain(noun.lemma_.lower())
        if word in _NO_OFFICE:
            return None
        if noun.tag_ != "NN" or not any(c.lower_ == "the" for c in noun.children):
            return None
        if any(c.dep_ in {"relcl", "acl", "appos", "conj", "poss"} for c in noun.children):
            return None
        beside = _beside(noun)
        if word in CHILD_WORDS:
            return self._child(sentence, word, beside)
        if word not in self._told:
            return self._by_party(sentence, word, beside)
        own = beside & _TELLING_APART
        called = {
            told.name
            for told in self._told[word]
            if told.number <= sentence.number and told.beside & _TELLING_APART == own
        }
        fitting = {name for name in called if beside <= self._all[name]}
        if len(fitting) == 1 and beside - own:
            return next(iter(fitting))
        # Where an office is held need not have been said of the one who has just been named.
        places = {_plain(t.lower_) for t in noun.subtree if t.ent_type_ == "GPE"}
        near = {
            name
            for name in called
            if self._is_near(sentence, called, name)
            and beside - places <= self._all[name]
            and (beside <= self._all[name] or not self._all[name] & _STATE_WORDS)
        }
        return next(iter(near)) if len(near) == 1 else None

    def aged(self, sentence: Sentence, old: "Token", speaker: str | None) -> str | None:
        """The full name of `the 26-year-old`: of the one person to whom the article gives that
        age, or else of the only one who was named just before, besides the one who speaks."""
        number = next((t.text for t in old.subtree if t.like_num), "")
        known = self._ages.get(number, set())
        if known:
            return next(iter(known)) if len(known) == 1 and known != {speaker} else None
        first = max(0, sentence.number - _NEAR_AGED)
        around = self._reading.sentences[first : sentence.number + 1]
        if any(_is_nobody_named(t) for one in around for t in one.tokens if not one.is_heading):
            return None
        named = {
            self._people.of(entity)
            for one in around
            for entity in one.entities
            if entity.label_ == "PERSON" and (one is not sentence or entity.end <= old.i)
        } - {speaker}
        return named.pop() if len(named) == 1 else None

    def _by_party(self, sentence: Sentence, word: str, beside: frozenset[str]) -> str | None:
        """The one person of the party just named: "the Liberal nominee", where the article has
        said "Liberal Nils Holm", and of nobody else near it."""
        party = beside & PARTY_WORDS
        if word not in _RUNNING or len(party) != 1 or not beside - party <= _OF_THE_RACE:
            return None
        of_it = {name for name, words in self._parties.items() if words == set(party)}
        near = {
            name
            for name in of_it
            if any(0 < sentence.number - place <= _NEAR for place in self._named[name])
        }
        return next(iter(near)) if len(near) == 1 else None

    def _child(self, sentence: Sentence, word: str, beside: frozenset[str]) -> str | None:
        """The only child that the article names, and has named before."""
        if beside or len(self._people.children) != 1:
            return None
        name = next(iter(self._people.children))
        is_other = name.split(maxsplit=1)[0].lower() in CHILD_WORDS[word]
        before = [n for n in self._named.get(name, ()) if n <= sentence.number]
        return name if before and not is_other and word not in self._unnamed else None

    def _is_near(self, sentence: Sentence, called: set[str], name: str) -> bool:
        """Whether the person, and nobody else who is called so, has just been named."""
        return [
            other
            for other in called
            if any(0 <= sentence.number - place <= _NEAR for place in self._named[other])
        ] == [name]


def _ages_beside(entity: "Span") -> Iterator[str]:
    """The ages that go with a name: `Nils Holm, 26,`, `26-year-old Nils Holm`, `Nils Holm, a
    26-year-old sailor`."""
    after = [t.text for t in entity.doc[entity.end : entity.end + 3]]
    if after[::2] == [",", ","] and after[1].isdecimal():
        yield after[1]
    root = entity.root
    apposed = [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        apposed += [c for c in root.head.children if c.dep_ == "attr"]
    for noun in (root, *apposed):
        for old in noun.children:
            if old.lower_ == "old":
                yield from (t.text for t in old.subtree if t.text.isdecimal())


def _is_nobody_named(token: "Token") -> bool:
    """Whether somebody without a name is brought in: a man, a woman from Bergen."""
    return (
        token.tag_ == "NN"
        and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        and is_human(token.lemma_)
        and any(c.lower_ in {"a", "an", "another"} for c in token.children)
    )


def _other_children(reading: Reading) -> frozenset[str]:
    """The words for a child that the article has with "a" or "another", of one it may not name."""
    return frozenset(
        token.lemma_.lower()
        for sentence in reading.sentences
        for token in sentence.tokens
        if token.lemma_.lower() in CHILD_WORDS
        and any(c.lower_ in {"a", "an", "another"} for c in token.children)
    )


def _party_of(entity: "Span") -> str | None:
    """The party told with a name: `Liberal Nils Holm`, `the Liberal nominee, Nils Holm`,
    `Nils Holm (R-Maine)`."""
    words = set(_behind(entity))
    place = entity.start - 1
    while place >= entity.sent.start and entity.doc[place].pos_ in {"PROPN", "ADJ", "NOUN"}:
        words.add(_plain(entity.doc[place].lower_))
        place -= 1
    for noun, beside in _descriptions(entity):
        words |= {noun, *beside}
    found = words & PARTY_WORDS
    return next(iter(found)) if len(found) == 1 else None


def _descriptions(entity: "Span") -> Iterator[tuple[str, frozenset[str]]]:
    before = _before(entity)
    if before is not None:
        noun, beside = before
        yield noun, beside | _behind(entity)
    root = entity.root
    for child in root.children:
        if child.dep_ == "appos" and child.i >= entity.end and _is_role(child):
            yield _plain(child.lemma_.lower()), _beside(child)
    if root.dep_ == "appos" and root.head.i < root.i and _is_role(root.head):
        yield _plain(root.head.lemma_.lower()), _beside(root.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be" and root.head.tag_ == "VBZ":
        for child in root.head.children:
            if child.dep_ == "attr" and _is_role(child):
                yield _plain(child.lemma_.lower()), _beside(child)


def _is_role(noun: "Token") -> bool:
    return noun.pos_ in {"NOUN", "PROPN"} and (
        noun.lemma_.lower() in OFFICES or is_human(noun.lemma_)
    )


def _before(entity: "Span") -> tuple[str, frozenset[str]] | None:
    """The title in front of a name: `Indiana Gov.`, `Republican presidential nominee`."""
    doc = entity.doc
    words: list[str] = []
    place = entity.start - 1
    while place >= entity.sent.start and len(words) < _MOST_BEFORE:
        token = doc[place]
        if token.pos_ not in {"PROPN", "ADJ", "NOUN"} and token.text != "-":
            break
        words.insert(0, _plain(token.lower_))
        place -= 1
    if not words or not (words[-1] in OFFICES or is_human(words[-1])):
        return None
    return words[-1], frozenset(words[:-1])


def _behind(entity: "Span") -> frozenset[str]:
    """Where an office is held, as it stands behind the name: of Maine, (R-Maine)."""
    doc = entity.doc
    after = [t.text for t in doc[entity.end : entity.end + 6]]
    if len(after) > 1 and after[0] == "of" and after[1][:1].isupper():
        found = [doc[entity.end + 1]]
        while found[-1].i + 1 < len(doc) and found[-1].nbor(1).ent_iob_ == "I":
            found.append(found[-1].nbor(1))
        return frozenset(_plain(t.lower_) for t in found)
    if after[:1] == ["("]:
        inside = "".join(after[1:])
        party, _, state = inside.partition(")")[0].partition("-")
        if party in {"R", "D"} and state:
            words = state_in_full(state).lower().split()
            return frozenset({_plain(party.lower()), *words})
    return frozenset()


def _beside(noun: "Token") -> frozenset[str]:
    """The words that belong to a noun, without articles: adjectives, nouns, names behind "of"."""
    found: set[str] = set()
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"}:
            found.update(_plain(t.lower_) for t in child.subtree if not t.is_punct)
        elif child.dep_ == "poss":
            found.update(_plain(t.lower_) for t in child.subtree if t.tag_ not in {"POS", "DT"})
        elif child.dep_ == "prep" and child.i > noun.i:
            found.update(
                _plain(t.lower_) for t in child.subtree if t.pos_ not in {"ADP", "DET", "PUNCT"}
            )
    return frozenset(found)


def _plain(word: str) -> str:
    return _LONG_FORMS.get(word, word)
