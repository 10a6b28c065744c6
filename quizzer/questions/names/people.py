"""Who is meant by a name: the fullest form that the article gives to each person.

A surname stands for the one person of the article who bears it; where two do, it stands for
nobody. A person who never gets a first name is called by title and surname.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.surnames import last_name
from quizzer.facts.word_classes import first_class
from quizzer.questions.names.called_by_first import (
    called_by_first_name,
    first_names_of,
    wholes_by_first_word,
)
from quizzer.questions.names.children import children_of
from quizzer.questions.names.demonyms import country_of
from quizzer.questions.names.entities import is_nobodys_name
from quizzer.questions.names.name_forms import beginnings, is_another_president, same_person
from quizzer.questions.names.name_shapes import looks_like_a_name, takes_an_article
from quizzer.questions.reading import Reading, Sentence

_TITLES = frozenset(
    "president sen. senator rep. representative gov. governor secretary minister chancellor mr."
    " mrs. ms. dr. prof. professor judge justice general gen. col. sgt. lt. capt. king queen"
    " prince princess pope mayor ambassador speaker premier congressman congresswoman sir lord"
    " lady chief officer envoy rev. father sister chairman chairwoman attorney director"
    " mr mrs ms dr prof sen rep gov gen".split()
)
_OFFICES = frozenset(
    "president minister chancellor king queen prince princess pope premier senator governor mayor"
    " general judge secretary ambassador speaker".split()
)

_COURTESY = {"mr.": MALE, "mr": MALE, "mrs.": FEMALE, "mrs": FEMALE, "ms.": FEMALE, "ms": FEMALE}
"""Titles that say nothing about the office, with the first names that go with them."""

if TYPE_CHECKING:
    from quizzer.facts.parse import Span


@dataclass(slots=True)
class People:
    """The persons of an article and how their names shorten."""

    full: dict[str, str] = field(default_factory=dict)
    """From every short form that is clear to the full name."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each full name is meant."""

    def name(self, mention: str) -> str | None:
        """The full name behind `mention`, or None where it is not clear."""
        return self.full.get(clean_name(mention))

    titles: dict[str, str] = field(default_factory=dict)
    """For persons who never get a first name: the title that introduces them."""

    posing: frozenset[str] = frozenset()
    """Bodies that the recogniser takes for persons."""

    children: frozenset[str] = frozenset()
    """The full names of children."""

    firms: Mapping[str, str] = field(default_factory=dict)
    """From first words that the recogniser takes for persons to the companies called so."""

    bearers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """From a surname that several persons bear to their full names."""

    def of(self, entity: "Span") -> str | None:
        """The full name behind a mention in its place: "Mrs. Clinton" is the one woman of that
        name, whoever else bears it."""
        before = entity.doc[entity.start - 1].lower_ if entity.start else ""
        return self.with_title(before, entity.text)

    def with_title(self, title: str, mention: str) -> str | None:
        """The full name behind `mention` after a courtesy title, which may tell of two which."""
        first, _, rest = mention.partition(" ")
        if (first.lower() in _COURTESY or first == "President") and rest:
            title, mention = first.lower(), rest
        wanted = _COURTESY.get(title)
        plain = clean_name(mention)
        alike = self.bearers.get(plain, ()) if wanted is not None else ()
        if wanted is None or not alike:
            full = self.full.get(plain)
            return None if is_another_president(title, plain, full) else full
        fitting = [n for n in alike if n.split(maxsplit=1)[0].lower() in wanted]
        if len(alike) == 1 and alike[0].split(maxsplit=1)[0].lower() not in MALE | FEMALE:
            return alike[0]  # nobody else bears the name, and the first name tells nothing
        if not fitting and plain in self.titles:
            return plain  # Mr. Holm is President Holm, where Maria Holm comes too
        return fitting[0] if len(fitting) == 1 else None

    def is_introduced(self, name: str) -> bool:
        """Whether the name stands alone: it has two words, or a title goes with it."""
        return " " in name or name in self.titles

    def titled(self, name: str) -> str:
        """The name for a stem: in full, or with its title where it has no first name."""
        return f"{self.titles[name]} {name}" if name in self.titles else name


_MISTYPED = re.compile(r"\b[A-Z]{2}[a-z]{3,}\b")
"""A name with two capitals by mistake, as in HIllary."""


@lru_cache(maxsize=8192)
def clean_name(mention: str) -> str:
    """The mention without possessive ending, title, brackets and spaces at its ends."""
    text = re.sub(r"\s+", " ", mention.replace("’", "'")).strip(" ,.;:'\"“”‘’()")
    text = re.sub(r"['’]s$|['’]$", "", text)
    text = (
        re.sub(r"\b[A-Z]{2}(?=[a-z]{2})", lambda two: two[0].title(), text)
        if _MISTYPED.search(text)
        else text
    )
    words = text.split(" ")
    while len(words) > 1 and words[0].lower() in _TITLES:
        words = words[1:]
    return " ".join(words)


def find_people(reading: Reading) -> People:
    """Every person whom the article names, from the recognised entities and the facts."""
    mentions: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    titles: dict[str, str] = {}
    posing: set[str] = set()
    for sentence in reading.sentences:
        if sentence.is_heading and not _is_running_text(sentence):
            continue  # capitals everywhere, so names cannot be told from words
        for entity in sentence.entities:
            name = clean_name(entity.text)
            if not _is_person(entity, name) or stands_among_places(entity):
                bodies[name] += 1
                continue
            if looks_like_a_name(name):
                mentions[name] += 1
                if takes_an_article(reading.article.text, name):
                    posing.add(name)
                title = _title_before(entity)
                if title and len(title) > len(titles.get(name, "")):
                    titles[name] = title
    children = children_of(reading)
    people = people_of(mentions, _spoken_of(reading), bodies, children)
    people.posing = frozenset(posing)
    people.firms = wholes_by_first_word(mentions.keys() - people.full.keys(), mentions + bodies)
    for name, title in sorted(titles.items()):
        if is_surname(name) and name not in people.full:
            people.full[name] = name
            people.titles[name] = title
            people.counts[name] = mentions[name]
    return people


_RUNNING = 8


def _is_running_text(sentence: Sentence) -> bool:
    """Whether a line that nothing is asked about is a sentence, and no heading."""
    return sum(t.text.islower() for t in sentence.tokens) >= _RUNNING


def _is_person(entity: "Span", name: str) -> bool:
    """Whether the entity is a person, also where the recogniser took it for a body."""
    if is_nobodys_name(name):
        return False
    if entity.root.dep_ == "amod" and country_of(name.rsplit(maxsplit=1)[-1]):
        return False  # to grant Ida Norwegian citizenship
    if entity.label_ == "PERSON":
        return True
    words = name.split()
    return (
        entity.label_ in {"ORG", "GPE", "NORP", "WORK_OF_ART", "PRODUCT", "FAC"}
        and 2 <= len(words) <= 3
        and (words[0].lower() in MALE | FEMALE or _has_trade_before(entity))
        and all(word.isalpha() or word[1:] == "." for word in words)
        and entity.doc[entity.start - 1].lower_ != "the"
    )


def _has_trade_before(entity: "Span") -> bool:
    """Whether a noun for a person stands right before the name: captain, spokeswoman."""
    if entity.start == 0 or entity.label_ in {"GPE", "NORP"}:
        return False
    before = entity.doc[entity.start - 1]
    return (
        before.tag_ == "NN"
        and before.pos_ == "NOUN"
        and (before.head == entity.root or entity.root.head == before)
        and (
            first_class("noun", before.lemma_) == "person"
            or before.lemma_.endswith(("man", "woman"))
        )
    )


def stands_among_places(entity: "Span") -> bool:
    """Whether a supposed person has an article or is listed with places: the recogniser erred.

    Not so for a first name with others behind it, whatever stands beside it in the parse.
    """
    if len(entity) > 1 and entity[0].lower_ in MALE | FEMALE:
        return False
    is_single = entity.start > 0 and len(entity) == 1 and entity.root.dep_ != "compound"
    if is_single and entity.doc[entity.start - 1].lower_ == "the":
        return True  # the Moon, the Senate: persons have no article
    token = entity.root
    for _ in range(6):
        others = [child for child in token.children if child.dep_ == "conj"]
        if token.dep_ == "conj":
            others.append(token.head)
        if any(other.ent_type_ in {"GPE", "LOC"} for other in others):
            return True
        if token.dep_ != "conj":
            return False
        token = token.head
    return False


def _title_before(entity: "Span") -> str:
    """`Ukrainian President` before a surname; empty without an office among the words."""
    words: list[str] = []
    place = entity.start - 1
    while place >= 0 and entity.doc[place].text[:1].isupper() and len(words) < 3:
        token = entity.doc[place]
        if token.pos_ not in {"PROPN", "ADJ", "NOUN"}:
            break
        words.insert(0, token.text)
        place -= 1
    offices = [word for word in words if word.lower() in _OFFICES]
    return " ".join(words) if offices and words[-1].lower() in _OFFICES else ""


_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())


def _spoken_of(reading: Reading) -> dict[str, Counter[str]]:
    """How often a name that stands alone is `he` or `she`, by its titles and by the pronouns
    that follow it."""
    votes: dict[str, Counter[str]] = {}
    for sentence in reading.sentences:
        for t in sentence.tokens:
            if t.lower_ in _COURTESY and t.i + 1 < len(t.doc) and t.nbor(1).pos_ == "PROPN":
                said = "he" if _COURTESY[t.lower_] is MALE else "she"
                votes.setdefault(t.nbor(1).text, Counter())[said] += _TITLE_COUNTS
        alone = [
            t for t in sentence.tokens
            if t.pos_ == "PROPN" and t.ent_type_ in {"PERSON", "ORG", "GPE", ""}
            and t.dep_ in {"nsubj", "nsubjpass"}
        ]  # fmt: skip
        others = {e.root.text for e in sentence.entities if e.label_ == "PERSON"}
        if len(alone) != 1 or others - {alone[0].text}:
            continue
        heard = {
            "he" if t.lower_ in _HE else "she"
            for t in sentence.tokens
            if t.i > alone[0].i and t.lower_ in _HE | _SHE
            and not reading.is_quoted(sentence.place(t))
        }  # fmt: skip
        if len(heard) == 1:
            whole = " ".join(t.text for t in alone[0].children if t.dep_ == "compound")
            name = f"{whole} {alone[0].text}".strip()
            votes.setdefault(name, Counter())[heard.pop()] += 1
    return votes


_TITLE_COUNTS = 3
_ENOUGH = 3
"""Votes against the first name of the only one who bears a surname, so that another is meant."""


def people_of(
    mentions: Counter[str],
    spoken_of: Mapping[str, Counter[str]] | None = None,
    bodies: Mapping[str, int] | None = None,
    children: frozenset[str] = frozenset(),
) -> People:
    """The persons behind mentions with their numbers: short forms join the full ones.

    `spoken_of` tells how often a name is he or she, `bodies` how often it is that of no person,
    `children` the names, whole or first, of those who are children.
    """
    spoken_of, bodies = spoken_of or {}, bodies or {}
    people = People()
    surnames = {last_name(m).casefold() for m in mentions if " " in m and last_name(m) != m}
    long = sorted(
        (m for m in mentions if not is_surname(m) or (" " in m and m.casefold() not in surnames)),
        key=lambda m: (-mentions[m], m),
    )
    by_last: dict[str, list[str]] = {}
    for name in long:
        by_last.setdefault(last_name(name), []).append(name)
    canonical: dict[str, str] = {}
    for last, names in sorted(by_last.items()):
        groups: list[str] = []
        for name in sorted(names, key=lambda n: (-mentions[n], len(n))):
            same = next((g for g in groups if same_person(g, name)), None)
            if same is None:
                groups.append(name)
            canonical[name] = same or name
        fuller = {group: _in_full(group, names) for group in groups}
        groups = [fuller[group] for group in groups]
        canonical |= {name: fuller[canonical[name]] for name in names}
        people.bearers[last] = tuple(groups)
        bearer = _bearer(groups, mentions, spoken_of, last)
        if bearer is not None:
            people.full[last] = bearer
            # At the front of a sentence a particle has a capital: Bin Laden.
            people.full |= {m: bearer for m in mentions if m.casefold() == last.casefold()}
    canonical.update(beginnings(canonical))
    for name, full in canonical.items():
        people.full[name] = full
        people.counts[full] += mentions[name]
    people.full |= called_by_first_name(
        mentions, people.full, frozenset(people.bearers), spoken_of, bodies
    )
    people.full |= first_names_of(children, people.full, frozenset(people.bearers))
    people.children = frozenset(
        people.full[name] for name in children if " " in people.full.get(name, "")
    )
    for mention in sorted(mentions):
        if mention in people.full and mention not in canonical:
            people.counts[people.full[mention]] += mentions[mention]
    return people


def _bearer(
    groups: list[str], mentions: Counter[str], spoken_of: Mapping[str, Counter[str]], last: str
) -> str | None:
    """Whom the surname alone means: the one man or woman of that name, where pronouns tell;
    else nobody where several bear it."""
    votes = spoken_of.get(last, Counter())
    spoken = _winner(votes)
    if len(groups) == 1:
        against = _gender(groups[0], spoken_of) not in {spoken, None}
        return None if against and spoken is not None and votes[spoken] >= _ENOUGH else groups[0]
    if spoken is not None:
        fitting = [g for g in groups if _gender(g, spoken_of) in {spoken, None}]
        if len(fitting) == 1:
            return fitting[0]
        groups = fitting
    # Of two who share a surname, news calls the one it is about by the surname alone.
    if len(groups) > 1 and mentions[groups[0]] >= max(4, 4 * mentions[groups[1]]):
        return groups[0]
    return None


def _winner(votes: Counter[str]) -> str | None:
    """`he` or `she`, where at least four votes in five say so."""
    if not votes:
        return None
    said, number = votes.most_common(1)[0]
    return said if number >= 0.8 * votes.total() else None


def _gender(name: str, spoken_of: Mapping[str, Counter[str]]) -> str | None:
    """`he` or `she` by the first name, or by the pronouns that follow the whole name."""
    first = name.split(maxsplit=1)[0].lower()
    if first in MALE:
        return "he"
    return "she" if first in FEMALE else _winner(spoken_of.get(name, Counter()))


def is_surname(mention: str) -> bool:
    """Whether the mention is a surname alone, with its particles: Holm, van der Berg."""
    return " " not in mention or last_name(mention) == mention


def _in_full(name: str, names: Sequence[str]) -> str:
    """The longest of `names` that ends in the name: Aung San Suu Kyi for Suu Kyi.

    What stands before a first name is no part of it: Crooked, in "Crooked Ida Holm".
    """
    if name.split(maxsplit=1)[0].lower() in MALE | FEMALE:
        return name
    longer = [n for n in names if n.endswith(f" {name}") and not _has_title(n[: -len(name)])]
    return max(longer, key=len, default=name)


def _has_title(words: str) -> bool:
    """Whether a word for a person's office or trade is among the words."""
    return any(w in _TITLES or first_class("noun", w) == "person" for w in words.lower().split())
