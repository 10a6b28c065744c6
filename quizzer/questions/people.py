"""Who is meant by a name: the fullest form that the article gives to each person.

A surname stands for the one person of the article who bears it; where two do, it stands for
nobody. A person who never gets a first name is called by title and surname.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.questions.reading import Reading

_TITLES = frozenset(
    "president sen. senator rep. representative gov. governor secretary minister chancellor mr."
    " mrs. ms. dr. prof. professor judge justice general gen. col. sgt. lt. capt. king queen"
    " prince princess pope mayor ambassador speaker premier congressman congresswoman sir lord"
    " lady chief officer envoy rev. father sister chairman chairwoman attorney director".split()
)
_OFFICES = frozenset(
    "president minister chancellor king queen prince princess pope premier senator governor mayor"
    " general judge secretary ambassador speaker".split()
)
_PARTICLES = frozenset("van von de der den del della di da la le bin al el ibn dos du".split())

if TYPE_CHECKING:
    from spacy.tokens import Span


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

    def is_introduced(self, name: str) -> bool:
        """Whether the name stands alone: it has two words, or a title goes with it."""
        return " " in name or name in self.titles

    def titled(self, name: str) -> str:
        """The name for a stem: in full, or with its title where it has no first name."""
        return f"{self.titles[name]} {name}" if name in self.titles else name


def clean_name(mention: str) -> str:
    """The mention without possessive ending, title, brackets and spaces at its ends."""
    text = re.sub(r"\s+", " ", mention).strip(" ,.;:'\"“”‘’()")
    text = re.sub(r"['’]s$|['’]$", "", text)
    words = text.split(" ")
    while len(words) > 1 and words[0].lower() in _TITLES:
        words = words[1:]
    return " ".join(words)


def find_people(reading: Reading) -> People:
    """Every person whom the article names, from the recognised entities and the facts."""
    mentions: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for sentence in reading.sentences:
        if sentence.is_heading:  # capitals everywhere, so names cannot be told from words
            continue
        for entity in sentence.parse.ents:
            if entity.label_ == "PERSON" and not stands_among_places(entity):
                name = clean_name(entity.text)
                if _looks_like_a_name(name):
                    mentions[name] += 1
                    title = _title_before(entity)
                    if title and len(title) > len(titles.get(name, "")):
                        titles[name] = title
    people = people_of(mentions)
    for name, title in sorted(titles.items()):
        if " " not in name and name not in people.full:
            people.full[name] = name
            people.titles[name] = title
            people.counts[name] = mentions[name]
    return people


def stands_among_places(entity: "Span") -> bool:
    """Whether a supposed person has an article or is listed with places: the recogniser erred."""
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


def people_of(mentions: Counter[str]) -> People:
    """The persons behind mentions with their numbers: short forms join the full ones."""
    people = People()
    long = sorted((m for m in mentions if " " in m), key=lambda m: (-mentions[m], m))
    by_last: dict[str, list[str]] = {}
    for name in long:
        by_last.setdefault(_last(name), []).append(name)
    canonical: dict[str, str] = {}
    for last, names in sorted(by_last.items()):
        groups: list[str] = []
        for name in names:
            same = next((g for g in groups if _same_person(g, name)), None)
            if same is None:
                groups.append(name)
            canonical[name] = same or name
        # Of two who share a surname, news calls the one it is about by the surname alone.
        if len(groups) == 1 or mentions[groups[0]] >= max(3, 3 * mentions[groups[1]]):
            people.full[last] = groups[0]
    for name, full in canonical.items():
        people.full[name] = full
        people.counts[full] += mentions[name]
    for mention in sorted(mentions):
        if " " not in mention and mention in people.full:
            people.counts[people.full[mention]] += mentions[mention]
    return people


def _same_person(one: str, other: str) -> bool:
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return first == second or (first[0] == second[0] and (len(first) <= 2 or len(second) <= 2))


def _last(name: str) -> str:
    words = [word for word in name.split() if word.rstrip(".") not in {"Jr", "Sr", "II", "III"}]
    for place in range(1, len(words)):
        if words[place].lower() in _PARTICLES:
            return " ".join(words[place:])
    return words[-1] if words else name


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 5
        and all(
            w[:1].isupper() or w.lower() in _PARTICLES or w.startswith(("al-", "d'")) for w in words
        )
        and not any(ch.isdigit() for ch in text)
        and not re.search(r"[\"“”()/@#<>=,:;]", text)
    )


def persons_among(names: Iterable[str], people: People) -> list[str]:
    """Those of `names` that are persons of the article, each once, in order."""
    return [name for name in dict.fromkeys(names) if name in people.counts]
