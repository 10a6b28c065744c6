"""Whether a time expression leaves open which day, week or year it means, as far as its words and
the parse can tell; such a one gets no date in a stem."""

import re
from collections.abc import Container
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.facts.model import DateFact
from quizzer.questions.days.calendar_words import exact_date, is_weekday
from quizzer.questions.days.date_places import PREPOSITIONS
from quizzer.questions.grammar.asides import VERBAL

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def is_open(
    fact: DateFact,
    inside: list["Token"],
    kept: Container[int],
    published: PartialDate | None,
) -> bool:
    """Whether no date may stand for the expression, whose tokens are `inside`, in a stem that
    keeps the tokens `kept`."""
    return (
        _is_open_season(fact, published)
        or ("-Q" in fact.value and fact.value[:4] not in fact.text)  # of the firm's own year
        or _is_put_off(inside)
        or _may_be_gone(fact, published)
        or may_be_to_come(fact, inside, kept, published)
        or is_told_as_past(fact, inside, published)
    )


def _top_of(inside: list["Token"]) -> "Token":
    """The token of the expression that hangs on one outside it."""
    within = set(inside)
    return next((t for t in inside if t.head not in within), inside[0])


def is_of_perfect(fact: DateFact, inside: list["Token"], published: PartialDate | None) -> bool:
    """Whether the time is that of "has come": good for "in March" in the same breath, but not for
    the date in its place. The year that is not over may stand there."""
    top = _top_of(inside).head
    verb = top.head if top.dep_ == "prep" and top.lower_ in PREPOSITIONS else top
    if published is None or verb.pos_ not in VERBAL or verb.tag_ != "VBN":
        return False
    aux = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return aux[:1] in (["has"], ["have"], ["'ve"], ["’ve"]) and fact.value != str(published.year)


_BARE_MONTH = re.compile(rf"(?:in )?(?:{'|'.join(MONTHS)})", re.IGNORECASE)


def _may_be_gone(fact: DateFact, published: PartialDate | None) -> bool:
    """Whether a bare month is taken for one to come, which words like "forecast in July" are not
    enough to tell."""
    day = exact_date(fact.value)
    return (
        day is not None
        and published is not None
        and bool(_BARE_MONTH.fullmatch(fact.text.strip()))
        and day.first_day > published.first_day
    )


_TO_THE_EVE = timedelta(days=6)
"""From a weekday of the week before to the eve of that weekday: what is written on a Monday for
the papers of Tuesday tells of that Tuesday as gone, and the Tuesday before is "last Tuesday"."""
_LOOKING_AHEAD = frozenset(
    "agree decide want ask order urge vote hope plan promise vow threaten invite require expect"
    " intend prepare refuse".split()
)


def may_be_to_come(
    fact: DateFact,
    inside: list["Token"],
    kept: Container[int],
    published: PartialDate | None,
) -> bool:
    """Whether a weekday, or a day or month without its year, is taken for one gone by, though its
    verb tells of now or of what is to come: "is saved for the show in May", "meets Friday"; or
    whether the next day is of that name."""
    day = exact_date(fact.value)
    if day is None or published is None or day.first_day >= published.first_day:
        return False
    if re.search(r"\d{4}|'\d\d", fact.text) or _GONE.search(fact.text):
        return False
    if _THIS.match(fact.text) and str(published).startswith(fact.value):
        return False  # "this year" is the article's own, whatever comes of it
    if is_weekday(fact.text) and published.first_day - day.first_day == _TO_THE_EVE:
        return True
    verb = next((t for t in _top_of(inside).ancestors if t.pos_ in VERBAL and t.i in kept), None)
    if verb is None:
        return False
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children):
        return verb.head.lemma_ in _LOOKING_AHEAD
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return finite.tag_ in {"VBZ", "VBP", "MD"} and finite.lemma_ != "have"


_ARRANGING = _LOOKING_AHEAD | frozenset(
    "schedule set call announce arrange book order postpone delay move extend summon name be have"
    " give need face choose appoint offer propose seek".split()
)


def is_told_as_past(fact: DateFact, inside: list["Token"], published: PartialDate | None) -> bool:
    """Whether a day after the article is that of a verb in the past: "the following Monday" counts
    from the day of the story, which its words do not tell."""
    day = exact_date(fact.value)
    if day is None or published is None or day.first_day <= published.first_day:
        return False
    top = _top_of(inside)
    verb = top.head.head if top.dep_ == "pobj" and top.head.lower_ in PREPOSITIONS else top.head
    aux = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return (
        verb.pos_ in VERBAL
        and aux.tag_ == "VBD"
        and verb.lemma_ not in _ARRANGING
        and not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
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


def month_on_sunday(fact: DateFact, published: PartialDate | None) -> tuple[str, str] | None:
    """The month of "last week" in a paper of Sunday, where the week begins on that day for some
    and a day later for others; no words where the two weeks lie in two months."""
    week = _WEEK.fullmatch(fact.value)
    if week is None or published is None or published.day is None:
        return None
    if published.first_day.weekday() != _SUNDAY:
        return None
    monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
    month = PartialDate(monday.year, monday.month)
    is_one = (monday + timedelta(12)).month == monday.month
    return ("in", month.in_words) if is_one else ("in", "")


def _is_open_season(fact: DateFact, published: PartialDate | None) -> bool:
    """Whether it is open which weekend or which summer is meant: "this weekend" in a paper of
    Monday is gone, in one of Friday to come, "over the weekend" is gone from Monday to Friday;
    "last summer" in a paper of autumn may be that of the year before."""
    if fact.value.endswith("-WE"):
        is_weekday = published is not None and published.first_day.weekday() < _SATURDAY
        return not _GONE.search(fact.text) and not (is_weekday and _THE_WEEKEND.search(fact.text))
    year, season = fact.value[:4], fact.value[5:]
    if season not in _BEGINS or year in fact.text or published is None:
        return season in {*_BEGINS, "WI"} and year not in fact.text
    begun = (published.month or 12) >= _BEGINS[season]
    if _GONE.search(fact.text):
        return begun or int(year) != published.year - 1
    return not (_THIS.match(fact.text) and int(year) == published.year)


_BEGINS = {"SP": 3, "SU": 6, "FA": 9}
"""The months in which seasons begin; a winter lies in two years."""
_SATURDAY = 5
_THE_WEEKEND = re.compile(r"\bthe\s+weekend", re.IGNORECASE)
_THIS = re.compile(r"this\b", re.IGNORECASE)
_GONE = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)


_HAPPENED = frozenset(
    "attack shooting killing murder explosion bombing blast crash quake earthquake raid massacre"
    " accident incident collapse ruling decision verdict arrest defeat victory loss resignation"
    " announcement statement remark comment tweet clash death setback outburst".split()
)
"""What nobody calls by its day before it is there."""
_WHEN = frozenset("in during at after following since".split())


def is_behind(noun: "Token", fact: DateFact, published: PartialDate | None) -> bool:
    """Whether the words show that the noun's day is gone, as in "Friday's ruling" and "In Sunday's
    debate, Dahl attacked ..."; "prepared for Sunday's debate" does not."""
    day = exact_date(fact.value)
    if day is None or published is None or day.first_day > published.first_day:
        return False
    if noun.lemma_ in _HAPPENED:
        return True
    top = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in _WHEN else noun
    if top == noun and noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verb = top.head
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return verb.pos_ in VERBAL and finite.tag_ == "VBD"
