"""Persons who may stand beside the one asked for: alive, of the same sex and of like weight.

Whom everybody knows does not stand beside somebody whom the article names once, nor one who has
died beside somebody who speaks.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizzer.deck.model import BLANK
from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.roles.nouns import is_person_word
from quizzer.facts.surnames import last_name
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.names.aliases import is_named, is_near
from quizzer.questions.names.entities import is_body_name
from quizzer.questions.names.fields import RULER, STAGE, STATE, field_of, sex_fits, stem_fits
from quizzer.questions.names.people import clean_name
from quizzer.questions.names.role_words import main_noun, same_trade
from quizzer.questions.options.deeds import Deeds
from quizzer.questions.options.departed import had_died
from quizzer.seeded import seeded_number

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

MOST_CONSIDERED = 40
"""Names of a kind that are looked at, the most frequent; keeps long articles cheap."""
_RULERS = frozenset("president minister chancellor premier king queen pope emperor".split())
_RUNNING = frozenset("nominee candidate mate".split())
_STARS = frozenset("actor actress singer musician star player model athlete comedian".split())
_TITLES = frozenset(
    "mayor governor senator president minister secretary director chairman spokesman".split()
)
"""Words that are no part of a name; one that holds them was torn."""
_NUMBERED = re.compile(r"\w+ [IVX]+")
"""A king of old, or the end of a name that was torn."""
_BEFORE_GAP = re.compile(rf"(\w+) {BLANK}")
_SHARE = 0.2
"""Of the mentions of the person whom the article names most: from there on one is in its focus."""
_FEW = 3
_DEADLY = frozenset("kill shoot murder assassinate slay execute bury stab".split())
_DEATHS = frozenset(
    "death killing murder shooting assassination funeral memory widow burial suicide".split()
)
_SUSPECTED = frozenset("charge indict arrest convict jail imprison".split())
_SUSPECTS = frozenset("suspect fugitive gunman killer bomber sniper defendant convict".split())
_DOING = frozenset({"nsubj", "nsubjpass", "conj", "poss"})
_LONG_AGO = 12
"""Years before the article; whoever is named only with days so long gone is of another time."""


class StandIns:
    """The persons of an article, with what tells whether one may stand beside another."""

    def __init__(self, desk: Desk):
        self._desk = desk
        self._counts = desk.people.counts
        self._deeds = Deeds(desk)
        self._dead = _dead_of(desk)
        self._past, self._doers, self._suspects = _read_persons(desk)
        self._persons: dict[str, bool] = {}
        self._words: dict[str, set[str]] = {}
        self._roles: dict[str, set[str]] = {}
        for role in desk.reading.roles:
            name = desk.people.name(clean_name(role.person.text))
            if name is not None:
                self._roles.setdefault(name, set()).add(main_noun(role.role.text))
                self._words.setdefault(name, set()).add(role.role.text)
                if _SUSPECTS & set(role.role.text.lower().split()):
                    self._suspects.add(name)
        self._spoken: dict[str, int] = {}
        for said in desk.reading.attributions:
            name = said.source.name and desk.people.name(clean_name(said.source.name))
            if name:
                self._spoken[name] = self._spoken.get(name, 0) + 1
                self._doers.add(name)
        most = max(self._counts.values(), default=0)
        self._famous = frozenset(
            name
            for name, number in self._counts.items()
            if (number > _FEW and number >= _SHARE * most)
            or self._roles.get(name, set()) & (_RULERS | _RUNNING)
        )
        self.names = [
            name
            for name, number in self._counts.most_common()
            if self._is_person(name) and (_has_first_name(name) or self._acts(name, number))
        ][:MOST_CONSIDERED]

    def _is_person(self, name: str) -> bool:
        """Whether the name is surely that of a person, not of a company called like one."""
        if name not in self._persons:
            self._persons[name] = self._is_surely_a_person(name)
        return self._persons[name]

    def _is_surely_a_person(self, name: str) -> bool:
        if not self._desk.people.is_introduced(name) or is_body_name(name):
            return False
        if name in self._desk.people.posing:
            return False
        if _TITLES & set(name.lower().split()) or _NUMBERED.fullmatch(name):
            return False
        *first, _ = name.split()
        if self._is_given(name):
            return False
        if len(first) > 1 and any(
            other != name and other.split()[:-1] == first for other in self._counts
        ):
            return False  # the same man under a twisted name
        return _has_first_name(name) or not self._desk.entities.is_also(name, "ORG")

    def _is_given(self, name: str) -> bool:
        """Whether all of it may be first names, and its last word is never a surname: Juan Luis."""
        words = name.split()
        if len(words) != 2 or not all(word.lower() in MALE | FEMALE for word in words):
            return False
        text = self._desk.reading.article.text
        return text.count(words[1]) <= text.count(name)

    def _acts(self, name: str, number: int) -> bool:
        """Whether one whose first name is not known speaks or has a role, and is named again."""
        return number > 1 and (name in self._spoken or name in self._roles)

    def beside(self, candidate: Candidate, most: int) -> list[str]:
        """Up to `most` persons, the best first, in the form that the key has; none where the key
        alone is little known."""
        is_short = " " not in candidate.key
        chosen: list[str] = []
        alike = False
        for name in self._ordered(candidate):
            if name in candidate.unfit or is_named(name, candidate.stem):
                continue
            if any(is_near(name, other) for other in (candidate.key, *chosen)):
                continue
            form = self._surname(name) if is_short else name
            if form is None or is_short is not (" " not in form):
                continue
            chosen.append(form)
            alike = alike or name not in self._famous or candidate.key in self._famous
            if len(chosen) == most:
                break
        return chosen if alike or candidate.kind == "role" else []

    def _surname(self, name: str) -> str | None:
        """The surname, beside one whom the article never names in full; None where two bear it."""
        surname = last_name(name)
        return surname if self._desk.people.full.get(surname) == name else None

    def _ordered(self, candidate: Candidate) -> list[str]:
        is_role = candidate.kind == "role"
        names: Iterable[str] = candidate.rivals
        if not is_role:
            names = dict.fromkeys([*candidate.rivals, *self.names])
        asked, named = self._deeds.asked_for(candidate)
        titles = _titles_before_gap(candidate.stem)
        fitting = [
            name
            for name in names
            if (name in self._dead) == (candidate.key in self._dead)
            and self._is_of_the_time(name, candidate)
            and self._is_person(name)
            and stem_fits(name, candidate.stem)
            and not self._deeds.did(name, asked, named)
            and (titles is None or titles & self._roles.get(name, set()))
            and (self._could_be(name, candidate) if is_role else self.may_do(name, candidate.key))
        ]
        return sorted(
            fitting,
            key=lambda name: (
                self._distance(name, candidate),
                seeded_number(self._desk.seed, candidate.stem, name),
            ),
        )

    def _is_of_the_time(self, name: str, candidate: Candidate) -> bool:
        """Whether the person does something in the article's own days, where the key does."""
        published = self._desk.reading.article.published
        if published and had_died(name, published.year):
            return had_died(candidate.key, published.year)
        if candidate.key in self._past:
            return True
        if name in self._past:
            return False
        return candidate.kind != "attribution" or name in self._doers

    def _could_be(self, name: str, candidate: Candidate) -> bool:
        """Whether somebody who has forgotten it may believe that the person holds the role."""
        noun = main_noun(candidate.predicate)
        for rank in (_RULERS, _RUNNING):
            if noun in rank:
                return bool(self._roles.get(name, set()) & rank)
        is_known_better = name in self._famous and candidate.key not in self._famous
        if self._roles.get(name, set()) & _STARS and noun not in _STARS:
            return False
        field = field_of(candidate.predicate)
        fields = self._fields(name)
        if field is not None and (fields or field == STATE) and field not in fields:
            return False
        if field is None and fields & {RULER, STATE, STAGE}:
            return False
        return sex_fits(name, noun) and not is_known_better

    def _fields(self, name: str) -> set[str]:
        """The fields in which the article sees the person."""
        return {field for words in self._words.get(name, ()) if (field := field_of(words))}

    def may_do(self, name: str, key: str) -> bool:
        """Whether the person could have done or said what the key did: no private man beside a
        ruler, no ruler or suspect beside those who are none."""
        if (name in self._suspects) != (key in self._suspects):
            return False
        mine, theirs = self._fields(key), self._fields(name)
        if theirs == {STAGE} and mine and STAGE not in mine:
            return False
        if RULER in mine:
            return bool(theirs & {RULER, STATE}) or (
                name in self._famous and name not in self._words
            )
        is_known = key in self._famous and key not in self._words
        return RULER not in theirs or STATE in mine or is_known

    def _distance(self, name: str, candidate: Candidate) -> tuple[float, ...]:
        """How far a person is from the best."""
        counts, key = self._counts, candidate.key
        if candidate.kind == "role":
            trade = main_noun(candidate.predicate)
            alike = any(same_trade(trade, other) for other in self._roles.get(name, ()))
            often = abs(min(counts[name], 6) - min(counts[key], 6))
            return (not alike, often)
        unlike = (name in self._famous) != (key in self._famous)
        spoken = -min(self._spoken.get(name, 0), 3) - min(counts[name], 6) / 2
        return (unlike and name not in candidate.rivals, spoken)


def _has_first_name(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in MALE | FEMALE


def _dead_of(desk: Desk) -> frozenset[str]:
    """The persons of whom the article says that they died or fell victim to a deed."""
    found: set[str] = set()
    for sentence in desk.reading.sentences:
        for entity in sentence.entities:
            name = desk.people.of(entity)
            if name is not None and name not in found and _is_dead(entity.root, entity.start):
                found.add(name)
    return frozenset(found)


def _read_persons(desk: Desk) -> tuple[frozenset[str], set[str], set[str]]:
    """Who is named only with days long gone, who does something, and who is a suspect."""
    published = desk.reading.article.published
    when: dict[str, list[bool]] = {}
    doers: set[str] = set()
    suspects: set[str] = set()
    for sentence in desk.reading.sentences:
        years = [int(d.value[:4]) for d in desk.reading.dates_in(sentence.span)
                 if d.value[:4].isdecimal()]  # fmt: skip
        is_old = bool(years and published and max(years) < published.year - _LONG_AGO)
        for entity in sentence.entities:
            name = desk.people.of(entity)
            if name is None:
                continue
            when.setdefault(name, []).append(is_old)
            root = entity.root
            if root.dep_ in _DOING and not is_old:
                doers.add(name)
            if root.dep_ == "nsubjpass" and _is_suspected(root.head):
                suspects.add(name)
    past = frozenset(name for name, old in when.items() if all(old))
    return past, doers, suspects


def _titles_before_gap(stem: str) -> set[str] | None:
    """The title that stands right before the gap, which only those fit who bear it: a candidate."""
    found = _BEFORE_GAP.search(stem)
    return {found[1].lower()} if found and is_person_word(found[1].lower()) else None


def _is_suspected(verb: "Token") -> bool:
    """Whether somebody was charged or jailed, not merely should be."""
    return verb.lemma_ in _SUSPECTED and not any(
        c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children
    )


def _is_dead(root: "Token", start: int) -> bool:
    before = root.doc[start - 1] if start else None
    while root.dep_ == "conj":  # the killings of both
        root = root.head
    head = root.head
    if before is not None and before.lower_ in {"late", "slain"}:
        return True
    if root.dep_ == "nsubj" and head.lemma_ == "die":
        return True
    if root.dep_ in {"nsubjpass", "dobj"} and head.lemma_ in _DEADLY:
        return True
    if root.dep_ == "poss" and head.lemma_.lower() in _DEATHS:
        return True
    return (
        root.dep_ == "pobj"
        and head.lower_ == "of"
        and head.head.lemma_.lower() in _DEATHS
    )  # fmt: skip
