"""Counts of the dead and the hurt: they grow from report to report, and reports differ.

A stem about one names the day of the report, and nothing is asked where the article gives two.
"""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzer.deck.model import TruthAnswer
from quizzer.facts.model import FigureFact
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.names.entities import bare
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_HARM = {
    word: kind
    for kind, words in {
        "dead": "kill die dead death life victim toll perish drown fatality",
        "hurt": "injure injured wound wounded hurt",
        "missing": "missing", "held": "arrest detain", "present": "attend gather march protest",
    }.items()
    for word in words.split()
}  # fmt: skip
_RUNNING = frozenset({"dead", "hurt", "missing", "held"})
_PEOPLE = frozenset(["", *"people persons lives dead victims others".split()])
_FARTHEST = 4
_ALIKE = Decimal(2)
"""How many times a count may be another one and still be a count of the same people."""
_SETTLED = timedelta(days=365)
"""After so long the count of the dead of a disaster is known; for weeks it goes up, and down."""
_AT_LEAST = frozenset({"at least", "more than", "over"})
_AT_MOST = frozenset({"up to", "as many as", "fewer than", "less than", "nearly", "almost"})


def harm_of(number: "Token") -> str | None:
    """What was done to those whom the number counts: `dead`, `hurt` ...; None for other counts."""
    for token in [number, *number.ancestors][: _FARTHEST + 1]:
        near = [token, *(c for c in token.children if c.dep_ in {"nsubj", "nsubjpass", "acomp"})]
        kind = next((_HARM[t.lemma_.lower()] for t in near if t.lemma_.lower() in _HARM), None)
        if kind is not None:
            return kind
    return None


def told_on(desk: Desk, sentence: Sentence, number: "Token", question: str) -> str:
    """`As reported on 8 August 2018, ` for a toll that may still grow; else empty."""
    published = desk.reading.article.published
    if published is None or not published.day or harm_of(number) not in _RUNNING:
        return ""
    if published.in_words in question:
        return ""
    days = [exact_date(fact.value) for fact in desk.reading.dates_in(sentence.span)]
    if any(day and published.first_day - day.first_day > _SETTLED for day in days):
        return ""
    return f"As reported on {published.in_words}, "


def as_counted(desk: Desk, sentence: Sentence, tokens: "Iterable[Token]", question: str) -> str:
    """The same opening for a stem whose `tokens` hold such a toll; else empty."""
    numbers = (t for t in tokens if t.like_num and t.ent_type_ not in {"DATE", "TIME", "MONEY"})
    return next((told for t in numbers if (told := told_on(desk, sentence, t, question))), "")


def contradicted(candidate: Candidate, desk: Desk) -> str | None:
    """F3: the article counts the same people otherwise elsewhere."""
    sentence = desk.reading.sentences[candidate.sentence]
    for fact in desk.reading.figures_in(candidate.sentence):
        is_told = fact.text in candidate.stem or fact.span == candidate.fact
        if (is_told or isinstance(candidate.answer, TruthAnswer)) and _has_another(
            desk, sentence, fact
        ):
            return f"{fact.text!r} is not the only count"
    return None


def _has_another(desk: Desk, sentence: Sentence, fact: FigureFact) -> bool:
    """Whether another sentence gives another count of those to whom the same was done."""
    kind, mine = _kind(sentence, fact), _places(sentence)
    if kind is None:
        return False
    for theirs, other in _by_kind(desk.reading).get(kind, ()):
        if not _counts_alike(fact, other) or not _may_differ(fact, other):
            continue
        where = _places(theirs)
        if theirs.number != sentence.number and (not mine or not where or mine == where):
            return True
    return False


@lru_cache(maxsize=1)
def _by_kind(reading: Reading) -> dict[str, list[tuple[Sentence, FigureFact]]]:
    """The article's counts of people to whom something was done, with their sentences."""
    found: dict[str, list[tuple[Sentence, FigureFact]]] = {}
    for sentence in reading.sentences:
        for fact in reading.figures_in(sentence.number):
            kind = _kind(sentence, fact)
            if kind is not None:
                found.setdefault(kind, []).append((sentence, fact))
    return found


def _counts_alike(one: FigureFact, other: FigureFact) -> bool:
    """Whether both count the same things: Americans, or people and lives."""
    mine, theirs = (_noun(fact) for fact in (one, other))
    return one.unit == other.unit and (mine == theirs or {mine, theirs} <= _PEOPLE)


def _noun(fact: FigureFact) -> str:
    return fact.of.lower().rsplit(maxsplit=1)[-1] if fact.of and fact.of.strip() else ""


def _kind(sentence: Sentence, fact: FigureFact) -> str | None:
    number = next((t for t in sentence.tokens_in(fact.span) if t.like_num), None)
    return None if number is None else harm_of(number)


def _places(sentence: Sentence) -> set[str]:
    return {bare(e.text) for e in sentence.entities if e.label_ in {"GPE", "LOC", "FAC"}}


def _may_differ(one: FigureFact, other: FigureFact) -> bool:
    """Whether two counts of like size cannot both be true."""
    low, high = sorted((one, other), key=lambda fact: fact.value)
    if low.value <= 1 or low.value == high.value or high.value > _ALIKE * low.value:
        return False
    return (low.hedge or "") not in _AT_LEAST and (high.hedge or "") not in _AT_MOST
