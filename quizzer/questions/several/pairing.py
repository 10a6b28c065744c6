"""People beside what is asked of them, taken from questions that may be asked of one person."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizzer.deck.model import TextAnswer
from quizzer.facts.first_names import FEMALE
from quizzer.questions.candidates import EVENT_LEADS, LEADS, MATCHED, OPINION, Candidate, Desk
from quizzer.questions.grammar.wording import word_count
from quizzer.questions.names.demonyms import DEMONYMS, country_of
from quizzer.questions.names.fields import is_hers, sex_fits, stem_fits
from quizzer.questions.names.gazetteer import place_noun
from quizzer.questions.names.role_words import main_noun, may_both_fit
from quizzer.questions.repeats import content_words

_LONGEST, _SHORTEST = 18, 4
_EASY = frozenset({"nominee", "candidate", "mate"})
_ALIKE = 0.5
"""The share of the telling words that two things said may have in common."""


@lru_cache(maxsize=1024)
def _words_of(words: str) -> frozenset[str]:
    """The words as they stand, without possessive endings."""
    return frozenset(re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w.'’-]+", words))


@lru_cache(maxsize=1024)
def _telling_words(words: str) -> frozenset[str]:
    return content_words(words)


@dataclass(frozen=True, slots=True)
class Pair:
    """A person, what is set beside the name, and the question that asks it."""

    person: str
    words: str
    asked: Candidate

    def clashes(self, other: "Pair") -> bool:
        """Whether one of two pairs tells the other, or fits the other's person too."""
        if self.names(other.person) or other.names(self.person):
            return True
        if self.person in other.asked.unfit or other.person in self.asked.unfit:
            return True
        if self.asked.kind == "role":
            return self.words == other.words or (
                self.asked.form == MATCHED and may_both_fit(self.words, other.words)
            )
        mine, theirs = _telling_words(self.words), _telling_words(other.words)
        return len(mine & theirs) > _ALIKE * min(len(mine), len(theirs))

    def names(self, person: str) -> bool:
        """Whether a part of the person's name stands in the words, or a country's adjective."""
        parts = [part for part in person.split() if len(part) > 2]
        parts += [DEMONYMS[person]] if person in DEMONYMS else []
        return any(part in _words_of(self.words) for part in parts)

    def fits_sex_of(self, person: str) -> bool:
        """Whether the words could be said of the other person too: a spokeswoman only of one who
        has a woman's name."""
        if self.asked.kind != "role":
            return stem_fits(person, self.words)
        noun, first = main_noun(self.words), person.split(maxsplit=1)[0].lower()
        return first in FEMALE if is_hers(noun) else sex_fits(person, noun)

    def countries(self) -> set[str]:
        """The countries named in a description, which tell a foreign name."""
        if self.asked.form != MATCHED:
            return set()
        words = re.findall(r"[A-Z][\w.]+(?: [A-Z]\w+)?", self.words)
        parts = {part for name in words for part in (name, *name.split())}
        return {
            part
            for part in parts
            if country_of(part) or place_noun(part) == "country"
        }  # fmt: skip


_SAID = re.compile(
    rf"(?:(?:{'|'.join((*LEADS, OPINION))}) \w+ \d{{4}}, |(?:{'|'.join(EVENT_LEADS)}) [^,?]*, "
    r"|(?:On|In) (?:the \w+ of )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}, )?"
    r"(?P<wh>who|which country) (?P<did>.+?)\??",
    re.IGNORECASE,
)
_NO_DEED = re.compile(
    r"(?:is|are|was|were|had|may|might|will|would|could|should|must|does|do)\b(?!n't)"
    r"|has (?:been|had)\b"
    r"|(?:has |have )?(?:met|comment(?:s|ed)|sp(?:eaks|oke|oken)|talk(?:s|ed)|appear(?:s|ed))\b"
)
"""Openings of what somebody is, or may do, and of what tells nothing that was said or done."""
_STANDS_FOR_THEM = re.compile(r"\b(?:they|them|themselves|themself)\b")
_QUOTED = re.compile(r'"[^"]*"')


def said_pairs(candidates: Iterable[Candidate], pool: str = "person") -> list[Pair]:
    """What people, or the countries of the pool `country`, said or did, the best first: without
    pronouns for themselves and names of others, then by weight.
    """
    found = []
    for candidate in candidates:
        if candidate.pool != pool or candidate.kind not in {"attribution", "event"}:
            continue
        words = _SAID.fullmatch(candidate.stem)
        if words is None or not isinstance(candidate.answer, TextAnswer):
            continue
        did = words["did"]
        if not _SHORTEST <= word_count(did) <= _LONGEST or _NO_DEED.match(did):
            continue
        found.append(Pair(candidate.key, did, candidate))
    people = {pair.person for pair in found}
    return sorted(
        found,
        key=lambda p: (
            bool(_STANDS_FOR_THEM.search(_QUOTED.sub("", p.words))),
            sum(p.names(person) for person in people),
            -p.asked.weight,
            p.asked.sentence,
            p.words,
        ),
    )


def described_pairs(descriptions: Iterable[Candidate]) -> list[Pair]:
    """How the article describes people; the easiest last."""
    found = [Pair(c.key, c.predicate, c) for c in descriptions]
    return sorted(
        found,
        key=lambda p: (main_noun(p.words) in _EASY, -p.asked.weight, p.asked.sentence, p.words),
    )


_SEAT = re.compile(
    r"Which state did (?P<name>.+) represent in the U\.S\. [A-Z].* in (?P<month>.*)\?"
)


def seat_pairs(candidates: Sequence[Candidate], desk: Desk) -> list[Pair]:
    """Members of the U.S. Congress and their states, in the article's month."""
    found = []
    for candidate in candidates:
        seat = _SEAT.fullmatch(candidate.stem) if candidate.form == "state" else None
        if seat is not None and seat["month"] == desk.month():
            found.append(Pair(seat["name"], candidate.key, candidate))
    return found
