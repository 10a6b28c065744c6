"""Wrong options that a learner could believe: the article's own first, never one that is right.

People come from those who speak or act in the same article; numbers have the key's order of
size, its roundness and its decimals; dates have the key's precision and lie near it, those of
the article first.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import BLANK, DateAnswer, NumberAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.names.aliases import is_named, is_near
from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.names.demonyms import DEMONYMS, country_of, people_of
from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import COUNTRIES, place_noun, state_in_full, written_out
from quizzer.questions.options.companions import PLACES, SCENES, Companions
from quizzer.questions.options.near_numbers import near_numbers
from quizzer.questions.options.near_scores import near_counts, near_scores
from quizzer.questions.options.peers import is_shared, peers_of, region_of
from quizzer.questions.options.places_alike import may_stand_beside
from quizzer.questions.options.stand_ins import MOST_CONSIDERED, StandIns
from quizzer.questions.options.stem_bounds import bounds_of
from quizzer.seeded import seeded_order

MOST = 3
FEWEST = 2
_PEERED = frozenset({"organization", "news"})
"""Pools that well-known names fill where the article has none."""


class Pools:
    """Everything in the article that could stand beside a key, gathered once."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.stand_ins = StandIns(desk)
        self._companions = Companions(desk)
        self.people = self.stand_ins.names
        entities = desk.entities
        places = [name for name in entities.names("GPE") if _is_place(desk, name)]
        self.pools: dict[str, list[str]] = {
            "place GPE": places,
            "place LOC": entities.names("LOC"),
            "place FAC": entities.names("FAC"),
            "country": [n for n in places if place_noun(n) == "country"],
            "state": [name for name in places if place_noun(name) == "state"],
        }
        self.nationalities = _nationalities(desk, self.pools["country"])
        for name in entities.names("ORG"):
            asked = entities.wh(name)
            if asked is not None:
                self.pools.setdefault(asked[1], []).append(name)
        dates: set[PartialDate] = set()
        for spoken_of in desk.reading.dates:
            date = exact_date(spoken_of.value)
            if date is not None:
                dates.add(date)
        self.dates = sorted(dates, key=lambda date: (date.first_day, _precision(date)))

    def choose(self, candidate: Candidate) -> tuple[str, ...]:
        """Two or three distractors, or none where there are too few believable ones."""
        if candidate.pool == "none":
            return candidate.distractors
        beside = self._companions.of(candidate)
        candidate = replace(candidate, unfit=(*candidate.unfit, *beside)) if beside else candidate
        match candidate.answer:
            case NumberAnswer() as answer:
                bounds = bounds_of(candidate.stem, answer.number, answer.unit)
                return near_numbers(
                    answer.number, self.desk.seed, candidate.stem, bounds, unit=answer.unit
                )
            case DateAnswer() as answer:
                return self._near_dates(answer.date, candidate)
            case _:
                return self._names(candidate)

    def _names(self, candidate: Candidate) -> tuple[str, ...]:
        pool = candidate.pool
        if pool == "score":
            return near_scores(candidate.key, self.desk.seed, candidate.stem)
        if pool == "count of votes":
            return near_counts(candidate.key, self.desk.seed, candidate.stem)
        if pool == "people" or pool.startswith("side "):
            return self._other_sides(candidate)
        if pool == "person":
            chosen = self.stand_ins.beside(candidate, MOST)
        elif pool in self.pools or pool in _PEERED:
            chosen = self._of_a_kind(candidate)
        else:
            return candidate.distractors
        return tuple(chosen) if len(chosen) >= FEWEST else ()

    def _of_a_kind(self, candidate: Candidate) -> list[str]:
        """Bodies or places of the key's kind, in the key's form."""
        key = candidate.key
        chosen: list[str] = []
        for plain in self._alike(candidate):
            name = _in_form(self.desk, plain, candidate)
            if any(is_near(name, other) for other in (key, *chosen)):
                continue
            if not is_named(name, candidate.stem) and bare(name) not in candidate.unfit:
                chosen.append(name)
            if len(chosen) == MOST:
                break
        return chosen

    def _alike(self, candidate: Candidate) -> list[str]:
        """Names of the key's kind, the most alike first: the article's, then well-known ones."""
        key, pool, seed = bare(candidate.key), candidate.pool, self.desk.seed
        if "," in key:
            return []  # nothing stands beside "town, state"
        names = self.pools.get(pool, [])[:MOST_CONSIDERED]
        peers = [] if is_shared(candidate.stem) else list(peers_of(key, pool))
        if pool == "organization":
            kind = kind_of_body(key)
            names = [] if kind == "seat" else [n for n in names if kind_of_body(n) == kind]
        elif pool in PLACES:
            published = self.desk.reading.article.published
            year = published.year if published else None
            names, peers = (
                [n for n in some if may_stand_beside(n, key, candidate.stem, year)]
                for some in (names, peers)
            )
        names = seeded_order(names, seed, candidate.stem)
        peers = seeded_order([n for n in peers if n not in names], seed, candidate.stem)
        if pool != "country":
            return [*names, *peers]
        part = self.desk.entities.parts_played(key) or frozenset()
        near = region_of(key)
        acts = candidate.form not in SCENES and "doer" in part
        tiers: list[list[str]] = [[], [], []]
        for name in names:
            does_so = acts and "doer" in self.desk.entities.parts_played(name)
            tiers[0 if bare(name) in near else 1 if does_so else 2].append(name)
        return [*tiers[0], *tiers[1], *peers, *tiers[2]]

    def _other_sides(self, candidate: Candidate) -> tuple[str, ...]:
        """The sides of the article's other countries: the Danish side, or the Danes."""
        noun = candidate.pool.removeprefix("side ")
        names = [
            name
            for name in seeded_order(self.nationalities, self.desk.seed, candidate.stem)
            if people_of(name) not in candidate.key and name not in candidate.key
            and not re.search(rf"\b(?:{name}|{people_of(name)})\b", candidate.stem)
        ][:MOST]  # fmt: skip
        if len(names) < FEWEST:
            return ()
        forms = [people_of(n) if candidate.pool == "people" else f"{n} {noun}" for n in names]
        return tuple(f"the {form}" for form in forms)

    def _around(self, key: PartialDate) -> list[PartialDate]:
        """The article's dates that stand next to the key in time, some on each side."""
        place = bisect_left(self.dates, key.first_day, key=lambda date: date.first_day)
        return self.dates[max(0, place - MOST_CONSIDERED) : place + MOST_CONSIDERED]

    def _near_dates(self, key: PartialDate, candidate: Candidate) -> tuple[str, ...]:
        latest = self.desk.reading.article.published
        if latest is None or key.month is not None or key.first_day > latest.first_day:
            latest = PartialDate(9999)  # a stem without the day of the article forbids no day
        same = [
            date
            for date in self._around(key)
            if _precision(date) == _precision(key)
            and date.first_day <= latest.first_day
            and date != key
            and _distance(date, key)
            and not _is_told(date, candidate.stem)
        ]
        same.sort(key=lambda date: abs((date.first_day - key.first_day).days))
        chosen = [str(date) for date in same[:2]]
        for date in _made_dates(key, self.desk.seed, candidate.stem):
            if len(chosen) >= MOST:
                break
            if date.first_day > latest.first_day:
                continue
            if str(date) not in chosen and not _is_told(date, candidate.stem):
                chosen.append(str(date))
        return tuple(sorted(chosen))


def _nationalities(desk: Desk, countries: list[str]) -> list[str]:
    """The adjectives of the countries that the article names, each once."""
    named = [name for name in desk.entities.names("NORP") if country_of(name) is not None]
    named += [DEMONYMS[name] for name in countries if name in DEMONYMS]
    return list(dict.fromkeys(name for name in named if name in DEMONYMS.values()))


def _precision(date: PartialDate) -> int:
    return 3 if date.day else 2 if date.month else 1


def _distance(date: PartialDate, key: PartialDate) -> bool:
    days = abs((date.first_day - key.first_day).days)
    return days <= (60 if key.day else 800 if key.month else 15000)


def _is_told(date: PartialDate, stem: str) -> bool:
    """Whether the stem holds the date, and so gives it to something else."""
    return date.in_words in stem


def _made_dates(key: PartialDate, seed: int, stem: str) -> list[PartialDate]:
    if key.day is not None:
        shifts = seeded_order(["-7", "-3", "-2", "2", "3", "5", "7", "-5"], seed, stem)
        return [PartialDate.of(key.first_day + timedelta(days=int(shift))) for shift in shifts]
    if key.month is not None:
        found = []
        for shift in seeded_order(["-3", "-2", "-1", "1", "2", "3"], seed, stem):
            months = key.year * 12 + key.month - 1 + int(shift)
            found.append(PartialDate(months // 12, months % 12 + 1))
        return found
    shifts = seeded_order(["-4", "-3", "-2", "-1", "1", "2", "3", "4"], seed, stem)
    return [PartialDate(key.year + int(shift)) for shift in shifts]


def _is_place(desk: Desk, name: str) -> bool:
    """Whether the name is a place in full, not a person's that was misread, nor a short form."""
    if place_noun(name) is not None:
        return True
    is_person = name in desk.people.full or desk.entities.is_also(name, "PERSON")
    return not is_person and state_in_full(f"{name.rstrip('.')}.") == f"{name.rstrip('.')}."


def _in_form(desk: Desk, name: str, candidate: Candidate) -> str:
    """A name as an option: countries in full, without an article but where a gap needs it."""
    plain = written_out(bare(name))
    if candidate.form != "name gap" or f"the {BLANK}" in candidate.stem:
        return plain[0].upper() + plain[1:]
    # Whatever article it takes must fit the sentence; towns take none.
    if f"the {plain}" in COUNTRIES:
        return f"the {plain}"
    is_town = candidate.pool == "place GPE" or place_noun(plain) is not None
    return plain if is_town else desk.entities.written(name)
