"""What an article takes for granted: its country, its election, who holds an office, its bodies.

"The nation", "the president", "the election" and "the bank" are clear to whoever reads the
article, and to nobody who meets the question alone; here they get their names.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING

from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.names.entities import bare, is_news_name
from quizzer.questions.names.gazetteer import (
    COUNTRIES,
    SAME_COUNTRY,
    STATES,
    is_same_place,
    place_noun,
)
from quizzer.questions.names.nominees import is_in_the_race
from quizzer.questions.names.people import People, clean_name
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_AMERICA = SAME_COUNTRY[0]
_AMERICAN = frozenset("American Americans Congress Senate Pentagon Republican Republicans".split())
_DOMESTIC = re.compile(
    r"\b(?:Congress|Senate|Republicans?|Democrats?|Democratic|GOP|White House|Supreme Court"
    r"|Medicare|Justice Department)\b"
)
"""Words of an article that tells of America from within."""
_NATION = frozenset({"country", "nation"})
_OF_THE_NATION = frozenset("military economy".split())
_PLACED = {"state": "state", "city": "city", "town": "city", "country": "country",
           "nation": "country"}  # fmt: skip
_CONTEST = frozenset("election race".split())
_IN_CONTEST = frozenset("in during throughout of on".split())
_HELD_BY_ONE = frozenset(
    "president governor mayor senator congressman congresswoman chancellor premier king queen"
    " pope chairman chairwoman".split()
)
_PRESS = frozenset("newspaper paper magazine broadcaster".split())
_BODIES = frozenset(
    "museum commission committee department fund union court agency bank university college"
    " council ministry foundation association institute network league party board bureau"
    " caucus coalition center centre academy society federation parliament".split()
)
_NAMES_ALONE = frozenset("parliament union league party academy".split())
"""Words that are names by themselves: the Union of a civil war, the Party."""
_KINDS = {
    noun: frozenset(kinds.split())
    for nouns, kinds in {
        "agency bureau": "agency",
        "alliance": "international",
        "organization organisation": "international charity union research",
        "company firm corporation airline carmaker bank": "company",
        "union": "union",
        "university school college": "school",
        "court": "court",
        "panel": "committee",
        "party": "party",
        "hospital library church gallery museum theater theatre": "house",
        "charity foundation": "charity",
        "nonprofit group": "charity union research",
    }.items()
    for noun in nouns.split()
}
"""What a body may be called after it was named, with the kinds of bodies that are."""
_NEAR_BODY = 2
_NO_ARTICLE = frozenset({"school", "company"})
_LABELS = frozenset({"ORG", "FAC", "GPE", "LOC", "PERSON", "WORK_OF_ART", "EVENT"})
_NEAR = 4
"""Sentences back in which the holder of an office is named."""


class Setting:
    """The names behind definite words that an article never explains."""

    def __init__(self, reading: Reading, people: People):
        self._reading = reading
        self._people = people
        self.is_american = _is_american(reading)
        """Whether the article tells of America from within."""
        self._election = _election_year(reading) if self._is_of_america(reading) else 0
        self.is_of_the_presidency = bool(self._election)
        """Whether the article is about the race for the American presidency."""
        self._holders: dict[str, dict[str, list[int]]] = {}
        self._bodies: dict[str, dict[str, int]] = {}
        self._places: Counter[str] = Counter()
        self._articles: Counter[str] = Counter()
        for sentence in reading.sentences:
            for entity in sentence.entities:
                if entity.label_ == "GPE":
                    self._places[bare(entity.text)] += 1
                if entity.label_ == "PERSON":
                    self._note_holder(sentence, entity.start, clean_name(entity.text))
                if entity.label_ in _LABELS and not sentence.is_heading:
                    self._note_body(sentence, bare(entity.text))
                    self._note_article(entity)

    def _is_of_america(self, reading: Reading) -> bool:
        """Whether an election without a country is America's: in an article from within, or one
        that names a nominee and hardly another country."""
        if self.is_american:
            return True
        published = reading.article.published
        year = 0 if published is None else published.year + (-published.year) % 4
        return is_in_the_race(reading.article.text, year) and _abroad(reading) < _OFTEN_ABROAD

    def _note_holder(self, sentence: Sentence, start: int, mention: str) -> None:
        name = self._people.name(mention)
        before = sentence.parse.doc[start - 1] if start > sentence.parse.start else None
        if name is None:
            return
        for holders in self._holders.values():
            if name in holders:
                holders[name].append(sentence.number)
        if before is not None and before.lower_ in _HELD_BY_ONE and before.text[0].isupper():
            earlier = before.nbor(-1).lower_ if before.i > 0 else ""
            if earlier not in {"former", "vice", "then", "late", "-"}:
                # Who is told by the title alone is somebody, but nobody with a first name.
                holder = self._people.with_title(before.lower_, mention) or mention
                self._holders.setdefault(before.lower_, {}).setdefault(holder, [sentence.number])

    def _note_article(self, entity: "Span") -> None:
        """Counts names that stand for themselves, with "the" up and without it down."""
        if entity.root.dep_ in {"compound", "nmod", "appos"}:
            return
        before = entity.doc[entity.start - 1].lower_ if entity.start else ""
        has = "the" in {before, entity.doc[entity.start].lower_}
        self._articles[bare(entity.text)] += 1 if has else -1

    def _note_body(self, sentence: Sentence, name: str) -> None:
        words = name.split()
        if len(words) < 2 or not re.fullmatch(r"[A-Z][\w.&'’-]*(?: [\w.&'’-]+)*", name):
            return
        for word in words:
            if word.lower() in _BODIES and word[0].isupper():
                self._bodies.setdefault(word.lower(), {}).setdefault(name, sentence.number)

    def words_for(self, sentence: Sentence, noun: "Token", *, is_bare: bool) -> str | None:
        """What `the NOUN` means; None where the article leaves it open.

        `is_bare` tells that nothing stands between the article and the noun.
        """
        if not is_bare:
            return None
        lemma = noun.lemma_.lower()
        if noun.tag_ == "NN":
            if lemma in _HELD_BY_ONE:
                return self._holder(sentence, lemma)
            if lemma in _PLACED and (place := self._place(sentence, lemma)) is not None:
                return place
            if lemma in _NATION and self._means_america(sentence, noun):
                return "the United States"
            if lemma in _OF_THE_NATION and self._means_america(sentence, noun):
                return f"the U.S. {lemma}"
            if self._election and (
                lemma in _CONTEST
                or (lemma == "campaign" and noun.dep_ == "pobj"
                    and noun.head.lower_ in _IN_CONTEST)
            ):  # fmt: skip
                return f"the {self._election} presidential {lemma}"
            if lemma == "debate":
                return self.debate(noun)
            if lemma in _PRESS:
                return self._news_before(sentence, noun)
            if len(self._bodies.get(lemma, {})) == 1:
                return self.body_called(sentence, noun)
            if lemma in _KINDS:
                return self._body_before(sentence, noun)
        elif lemma == "candidate" and self._election:
            return "the presidential candidates"
        return None

    def is_kind_of_body(self, noun: "Token") -> bool:
        """Whether a word with a capital is what bodies of many names are called: the Council."""
        return noun.text.istitle() and noun.lower_ in _BODIES - _NAMES_ALONE

    def body_called(self, sentence: Sentence, noun: "Token") -> str | None:
        """The name of the only body that the article has named by then with the noun at its end or
        in it."""
        bodies = self._bodies.get(noun.lower_, {})
        if len(bodies) != 1:
            return None
        name, first = next(iter(bodies.items()))
        if first > sentence.number or self._is_another_nearer(sentence, noun, name):
            return None
        return f"the {name}"

    def _is_another_nearer(self, sentence: Sentence, noun: "Token", name: str) -> bool:
        """Whether one without a name of the noun's kind was brought in after the name was told
        last: a federal court, whose the next "the court" is."""
        for number in range(sentence.number, max(-1, sentence.number - _NEAR), -1):
            own = self._reading.sentences[number]
            before = [t for t in own.tokens if number < sentence.number or t.i < noun.i]
            if any(
                t.lemma_ == noun.lemma_.lower()
                and t.text.islower()
                and t.dep_ in {"nsubj", "nsubjpass"}
                and not self._reading.is_quoted(own.place(t))
                and any(c.lower_ in {"a", "an"} for c in t.children)
                for t in before
            ):
                return True
            if any(bare(entity.text) == name for entity in own.entities):
                return False
        return False

    def _body_before(self, sentence: Sentence, noun: "Token") -> str | None:
        """The one body of the noun's kind that was named in the sentences just before."""
        kinds = _KINDS[noun.lemma_.lower()]
        names: set[str] = set()
        for number in range(max(0, sentence.number - _NEAR_BODY), sentence.number + 1):
            for entity in self._reading.sentences[number].entities:
                if number == sentence.number and entity.end > noun.i:
                    continue
                name = bare(entity.text)
                if entity.label_ == "ORG" and kind_of_body(name) in kinds:
                    names.add(name)
        return self._with_article(next(iter(names))) if len(names) == 1 else None

    def _with_article(self, name: str) -> str:
        """`the FBI`, but `NATO`, as the article has it; where it does not tell, a name of several
        words gets one."""
        has = self._articles[name] or (" " in name and kind_of_body(name) not in _NO_ARTICLE)
        return f"the {name}" if has and self._articles[name] >= 0 else name

    def _news_before(self, sentence: Sentence, noun: "Token") -> str | None:
        """The one paper or broadcaster named in the sentences just before."""
        names: dict[str, None] = {}
        for number in range(max(0, sentence.number - _NEAR + 1), sentence.number + 1):
            for entity in self._reading.sentences[number].entities:
                if number == sentence.number and entity.start > noun.i:
                    continue
                if entity.label_ in _LABELS and is_news_name(bare(entity.text)):
                    names[bare(entity.text)] = None
        return f"the {next(iter(names))}" if len(names) == 1 else None

    def _place(self, sentence: Sentence, lemma: str) -> str | None:
        """The one state, city or country named in the sentences just before."""
        names: list[str] = []
        for back in range(_NEAR):
            number = sentence.number - back
            if number < 0:
                break
            own = self._reading.sentences[number]
            if own.is_heading:
                continue
            for entity in own.entities:
                name = bare(entity.text)
                if entity.label_ == "GPE" and _kind(name) == _PLACED[lemma] and name not in names:
                    names.append(name)
        if len(names) != 1 or (lemma in _NATION and self.is_american):
            return None
        mentions = self._places[names[0]]
        return names[0] if mentions > 1 or _PLACED[lemma] != "city" else None

    def debate(self, noun: "Token") -> str | None:
        """What a debate in the race for an office is called, where the article tells which."""
        text = self._reading.article.text.lower()
        if noun.lemma_ != "debate" or not self._election or "vice presidential debate" in text:
            return None
        first = "first presidential debate" in text or "first debate" in text
        if first and "second presidential debate" not in text and "second debate" not in text:
            return "the first presidential debate"
        return "the presidential debate" if "presidential debate" in text else None

    def holder_of(self, sentence: Sentence, noun: "Token") -> str | None:
        """The name of the person who holds the office of a bare "the president"."""
        beside = [c.lower_ for c in noun.children if c.dep_ != "punct"]
        if beside != ["the"] or noun.lemma_ not in _HELD_BY_ONE or noun.tag_ != "NN":
            return None
        words = self._holder(sentence, noun.lemma_)
        return None if words is None else words.removeprefix("President ")

    def _holder(self, sentence: Sentence, office: str) -> str | None:
        holders = self._holders.get(office, {})
        if len(holders) != 1:
            return None
        name, places = next(iter(holders.items()))
        near = office == "president" or any(
            0 <= sentence.number - place <= _NEAR for place in places
        )
        if places[0] > sentence.number or not near or not self._people.is_introduced(name):
            return None
        return f"{office.capitalize()} {name}" if office == "president" else name

    def _means_america(self, sentence: Sentence, noun: "Token") -> bool:
        if not self.is_american:
            return False
        return not any(
            e.label_ in {"GPE", "NORP"} and e.start < noun.i and bare(e.text) in COUNTRIES
            and not is_same_place(bare(e.text), "U.S.") for e in sentence.entities
        )  # fmt: skip


def _kind(name: str) -> str:
    return place_noun(name) or "city"


_OFTEN_ABROAD = 3


def _abroad(reading: Reading) -> int:
    """How often the article names other countries than America."""
    return sum(
        bare(entity.text) in COUNTRIES and not is_same_place(bare(entity.text), "U.S.")
        for sentence in reading.sentences
        for entity in sentence.entities
    )


def _is_american(reading: Reading) -> bool:
    home, others = 0, Counter[str]()
    for sentence in reading.sentences:
        for entity in sentence.entities:
            name = bare(entity.text)
            if name in _AMERICA or name in STATES or name in _AMERICAN:
                home += 1
            elif name in COUNTRIES:
                others[name] += 1
    domestic = len(_DOMESTIC.findall(reading.article.text))
    return home >= 3 and domestic >= 2 and home >= 2 * max(others.values(), default=0)


def _election_year(reading: Reading) -> int:
    """The year of the presidential election that the article is about; 0 where it is not."""
    published = reading.article.published
    if published is None:
        return 0
    text = reading.article.text.lower()
    year = published.year + (-published.year) % 4
    about = "presidential" in text and re.search(r"\b(?:nominee|candidate|campaign|voters)", text)
    return year if about and year - published.year <= 1 else 0
