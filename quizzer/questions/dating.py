"""Dates inside a stem: `on Monday` becomes `on 26 September 2016`, `last month` a month.

Each way a date can stand in a phrase has its own case; where none fits, the stem is refused.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.facts.model import DateFact
from quizzer.questions.calendar_words import date_in_words, exact_date, is_weekday
from quizzer.questions.date_hedges import is_rough, narrowing_words
from quizzer.questions.date_places import place
from quizzer.questions.grounded import Grounded
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_LEAST_CONFIDENCE = 0.6


def put_dates(
    reading: Reading,
    sentence: Sentence,
    tokens: Sequence["Token"],
    quoted: set[int],
    found: Grounded,
) -> None:
    """Puts absolute dates into `found` for all time expressions among `tokens`."""
    by_index = {token.i: token for token in tokens}
    said: set[tuple[str, str]] = set()
    for fact in reading.dates_in(sentence.span):
        inside = [t for t in sentence.tokens_in(fact.span) if t.i in by_index]
        if not inside or inside[0].i in quoted or _is_duration(fact.value):
            continue
        if fact.text.strip() == "9/11" or fact.text.endswith("-century"):
            continue  # a name, or a kind of thing, more than a date
        words = _month_on_sunday(fact, reading) or date_in_words(fact.value)
        if (
            words is None
            or not words[1]  # it is open which month
            or _is_doubtful(fact)
            or _is_put_off(inside)
            or fact.confidence < _LEAST_CONFIDENCE
            or _may_be_gone(fact, reading)
        ):
            _leave_out(fact, inside, found)
            continue
        if is_rough(inside):
            _count_from_article(fact, inside, reading, found)
            continue
        if is_weekday(fact.text) and not any(t.tag_ in {"VBD", "VBN"} for t in tokens):
            found.blame(inside[0], f"F4 time: {fact.text}")
        found.swaps.update({t.i: "" for t in inside})
        before = by_index.get(inside[0].i - 1)
        if words in said and words[0] == "on" and before is not None and before.lower_ == "on":
            found.swaps[before.i] = ""  # "Earlier Friday, ... on Friday"
            continue
        said.add(words)
        if fact.value[:4] not in fact.text:
            for word in narrowing_words(inside):
                found.swaps[word.i] = ""
        place(fact, inside, by_index, words, found)
        if not _is_of_weekday(inside[0], found) and not _is_in_an_aside(inside[0]):
            found.has_date = True


def _count_from_article(
    fact: DateFact, inside: list["Token"], reading: Reading, found: Grounded
) -> None:
    """No date stands for "almost a year ago", but almost a year before the article's month."""
    published = reading.article.published
    if inside[-1].lower_ != "ago" or published is None or published.month is None:
        found.blame(inside[0], f"F4 time: {fact.text}")
        return
    is_short = any(t.lemma_.lower() in {"day", "week"} for t in inside)
    anchor = published if is_short else PartialDate(published.year, published.month)
    found.swaps[inside[-1].i] = f"before {anchor.in_words}"
    found.has_date = True


def _is_of_weekday(token: "Token", found: Grounded) -> bool:
    """Whether the date was a weekday that owns something, and left no date behind."""
    return any(token in weekday for _, weekday in found.weekday_of)


_BARE_MONTH = re.compile(rf"(?:in )?(?:{'|'.join(MONTHS)})", re.IGNORECASE)


def _may_be_gone(fact: DateFact, reading: Reading) -> bool:
    """Whether a bare month is taken for one to come, which words like "forecast in July" are not
    enough to tell."""
    date, published = exact_date(fact.value), reading.article.published
    return (
        date is not None
        and published is not None
        and bool(_BARE_MONTH.fullmatch(fact.text.strip()))
        and date.first_day > published.first_day
    )


_PLANNED = frozenset("plan schedule set expect book slate".split())


def _is_put_off(inside: list["Token"]) -> bool:
    """Whether the time is what something was planned for that came otherwise: "the debate planned
    for Saturday was canceled" leaves open whether that Saturday is gone."""
    preposition = inside[0].head
    plan = preposition.head
    if preposition.lower_ != "for" or plan.dep_ != "acl" or plan.lemma_ not in _PLANNED:
        return False
    verb = plan.head.head
    return any(t.tag_ == "VBD" for t in (verb, *verb.lefts))


_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_SUNDAY = 6


def _month_on_sunday(fact: DateFact, reading: Reading) -> tuple[str, str] | None:
    """The month of "last week" in a paper of Sunday, where the week begins on that day for some
    and a day later for others; no words where the two weeks lie in two months."""
    week, published = _WEEK.fullmatch(fact.value), reading.article.published
    if week is None or published is None or published.day is None:
        return None
    if published.first_day.weekday() != _SUNDAY:
        return None
    monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
    month = PartialDate(monday.year, monday.month)
    is_one = (monday + timedelta(12)).month == monday.month
    return ("in", month.in_words) if is_one else ("in", "")


def _is_doubtful(fact: DateFact) -> bool:
    """Whether it is open which weekend or which summer is meant: "this weekend" in a paper of
    Monday is gone, in one of Friday to come; "last summer" may be that of the year before."""
    if fact.value.endswith("-WE"):
        return not _GONE.search(fact.text)
    return fact.value[4:] in {"-SP", "-SU", "-FA", "-WI"} and fact.value[:4] not in fact.text


_GONE = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)
_NOT_LONG_AGO = re.compile(r"in recent (?:days|weeks|months|years)|at the moment", re.IGNORECASE)


def _is_in_an_aside(token: "Token") -> bool:
    """Whether the date stands in a relative clause, so that it does not tell when all that is."""
    return any(above.dep_ in {"relcl", "acl"} for above in token.ancestors) or (
        any(above.ent_type_ == "LAW" for above in token.ancestors)
    )


def _is_duration(value: str) -> bool:
    return value.startswith("P") and (value[1:2].isdigit() or value[1:2] == "T")


def _is_of_verb(token: "Token") -> bool:
    return token.dep_ != "prep" or token.head.pos_ in {"VERB", "AUX"}


def _leave_out(fact: DateFact, inside: list["Token"], found: Grounded) -> None:
    """Drops `now` and `recently`; any other time without a value makes the stem hang."""
    within = {token.i for token in inside}
    tops = [token for token in inside if token.head.i not in within]
    refers = fact.value in {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    joined = inside[-1].i + 1 < len(inside[-1].doc) and inside[-1].nbor(1).text == "-"
    is_loose = bool(_NOT_LONG_AGO.fullmatch(fact.text.strip()))
    loose = {"advmod", "npadvmod", "prep"} if is_loose else {"advmod", "npadvmod"}
    if refers and not joined and all(t.dep_ in loose and _is_of_verb(t) for t in tops):
        found.swaps.update({t.i: "" for t in inside})
        after = inside[-1].nbor(1) if inside[-1].i + 1 < len(inside[-1].doc) else None
        if is_loose and inside[0].is_sent_start and after is not None and after.text == ",":
            found.swaps[after.i] = ""
        return
    found.blame(inside[0], f"F4 time: {fact.text}")
    found.swaps.update({t.i: t.text for t in inside})
