"""Wrong options that a learner could believe: the article's own first, never one that is right.

People come from those who speak or act in the same article; numbers have the key's order of
size, its roundness and its decimals; dates have the key's precision and lie near it, those of
the article first.
"""

import re
from bisect import bisect_left
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, NumberAnswer
from quizzer.facts.first_names import FEMALE, MALE
from quizzer.questions.calendar_words import exact_date
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.demonyms import DEMONYMS, country_of, people_of
from quizzer.questions.entities import bare, is_body_name
from quizzer.questions.gazetteer import SAME_COUNTRY, is_same_place, place_noun, written_out
from quizzer.questions.near_numbers import near_numbers
from quizzer.questions.people import clean_name, last_name
from quizzer.seeded import seeded_number, seeded_order

MOST = 3
FEWEST = 2
MOST_CONSIDERED = 40
"""Names of a kind that are looked at, the most frequent; keeps long articles cheap."""


class Pools:
    """Everything in the article that could stand beside a key, gathered once."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.people = [
            name
            for name, number in desk.people.counts.most_common()
            if desk.people.is_introduced(name)
            and not is_body_name(name)
            and (name.split()[0].lower() in MALE | FEMALE or not desk.entities.is_also(name, "ORG"))
            and (number > 1 or name.split()[0].lower() in MALE | FEMALE)
        ][:MOST_CONSIDERED]
        spoken: dict[str, int] = {}
        for fact in desk.reading.attributions:
            name = fact.source.name and desk.people.name(clean_name(fact.source.name))
            if name:
                spoken[name] = spoken.get(name, 0) + 1
        self.spoken = spoken
        entities = desk.entities
        places = entities.names("GPE")
        self.pools: dict[str, list[str]] = {
            "place GPE": places,
            "place LOC": entities.names("LOC"),
            "place FAC": entities.names("FAC"),
            "country": [name for name in places if place_noun(name) == "country"],
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
        """Two or three distractors, or none where the article has too few believable ones."""
        match candidate.answer:
            case NumberAnswer() as answer:
                most = Decimal(100) if answer.unit == "percent" and answer.number <= 100 else None
                return near_numbers(
                    answer.number, self.desk.seed, candidate.stem, most, unit=answer.unit
                )
            case DateAnswer() as answer:
                return self._near_dates(answer.date, candidate)
            case _:
                return self._names(candidate)

    def _distance(self, name: str, candidate: Candidate) -> float:
        """How far a person is from the best: for roles one named about as often as the key, else
        one who speaks and is named often."""
        counts = self.desk.people.counts
        if candidate.kind == "role":
            return abs(min(counts[name], 6) - min(counts[candidate.key], 6))
        return -min(self.spoken.get(name, 0), 3) - min(counts[name], 6) / 2

    def _names(self, candidate: Candidate) -> tuple[str, ...]:
        if candidate.pool == "person":
            names = sorted(
                dict.fromkeys([*candidate.rivals, *self.people]),
                key=lambda name: (
                    name not in candidate.rivals,
                    self._distance(name, candidate),
                    seeded_number(self.desk.seed, candidate.stem, name),
                ),
            )
        elif candidate.pool in self.pools:
            pool = self.pools[candidate.pool][:MOST_CONSIDERED]
            if candidate.pool == "place GPE":  # a town lies in the country that is the key
                kind = place_noun(bare(candidate.key))
                pool = [name for name in pool if place_noun(name) == kind]
            names = seeded_order(pool, self.desk.seed, candidate.stem)
            if candidate.pool == "country":  # all options in one form
                names = [written_out(name) for name in names]
            elif candidate.pool != "state":
                names = [entities_name(self.desk, name) for name in names]
            if not candidate.key.lower().startswith("the "):
                names = [re.sub(r"^[Tt]he ", "", name) for name in names]
            if candidate.key[0].isupper():
                names = [name[0].upper() + name[1:] for name in names]
        elif candidate.pool == "people" or candidate.pool.startswith("side "):
            return self._other_sides(candidate)
        else:
            names = list(candidate.distractors)
        chosen: list[str] = []
        for name in names:
            if _is_near(name, candidate.key) or any(_is_near(name, other) for other in chosen):
                continue
            if _is_named(name, candidate.stem) or name in candidate.unfit:
                continue
            if candidate.pool == "person" and " " not in candidate.key:
                name = last_name(name)  # noqa: PLW2901 - all options in one form
            elif candidate.pool == "person" and " " not in name:
                continue
            chosen.append(name)
            if len(chosen) == MOST:
                break
        return tuple(chosen) if len(chosen) >= FEWEST else ()

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
        same = [
            date
            for date in self._around(key)
            if _precision(date) == _precision(key)
            and date != key
            and _distance(date, key)
            and str(date) not in candidate.stem
        ]
        same.sort(key=lambda date: abs((date.first_day - key.first_day).days))
        chosen = [str(date) for date in same[:2]]
        for date in _made_dates(key, self.desk.seed, candidate.stem):
            if len(chosen) >= MOST:
                break
            if str(date) not in chosen and str(date) not in candidate.stem:
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


def entities_name(desk: Desk, name: str) -> str:
    """The name as the article writes it, with or without its article."""
    return desk.entities.written(name)


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """`CFPB` for itself and for the Consumer Financial Protection Bureau; else the name."""
    words = [word for word in re.findall(r"[A-Za-z.]+", name) if word[0].isupper()]
    if words and words[0] == "The":
        words = words[1:]
    if len(words) == 1:
        return str(words[0]).replace(".", "").removesuffix("s") if "." in words[0] else words[0]
    return "".join(word[0] for word in words) if len(words) > 1 else name


@lru_cache(maxsize=4096)
def _is_near(one: str, other: str) -> bool:
    mine = {word.lower() for word in one.replace(".", "").split() if word.lower() != "the"}
    theirs = {word.lower() for word in other.replace(".", "").split() if word.lower() != "the"}
    last = one.rsplit(maxsplit=1)[-1].lower()
    if is_same_place(one, other) or initials(one) == initials(other):
        return True
    if {initials(one)[:2], initials(other)[:2]} == {"UN"} and len({one, other}) == 2:
        return "U" in one and "U" in other and "N" in one and "N" in other
    return mine <= theirs or theirs <= mine or last == other.rsplit(maxsplit=1)[-1].lower()


def _is_named(name: str, stem: str) -> bool:
    """Whether the stem holds the name, a part of it, or another name of the same country."""
    for names in SAME_COUNTRY:
        if bare(name) in names and any(re.search(rf"\b{re.escape(n)}", stem) for n in names):
            return True
    return name in stem or name.rsplit(maxsplit=1)[-1] in stem
