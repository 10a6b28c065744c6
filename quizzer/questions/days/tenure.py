"""When somebody held the office that an article gives them."""

import re

from quizzer.deck.dates import PartialDate
from quizzer.facts.model import RoleFact
from quizzer.questions.candidates import Desk

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_GONE = re.compile(r"\b(?:former|formerly|ex-\w+|late|then|retired|once)\b", re.IGNORECASE)


def when_held(desk: Desk, fact: RoleFact) -> str | None:
    """The month to ask about: of the sentence's own date, or of the publication where the
    article tells of its own time; None where neither is sure."""
    published = desk.reading.article.published
    if published is None or _GONE.search(fact.role.text):
        return None
    own = [one.value for one in desk.reading.dates_in(fact.evidence)]
    full = [PartialDate.parse(value) for value in own if _DAY.fullmatch(value)]
    others = [value for value in own if value[:4].isdecimal() and int(value[:4]) != published.year]
    if others:
        return _month_of(full[0]) if len(own) == len(full) == 1 else None
    # A story of long ago, told today: its offices were held then.
    return None if desk.reading.tells_of_long_ago else _month_of(published)


def is_of_another_time(desk: Desk, fact: RoleFact) -> bool:
    """Whether the sentence tells of years long before the article, and of nothing present, so that
    the office may be another's when the article came out."""
    published = desk.reading.article.published
    sentence = desk.reading.sentence_at(fact.evidence.start)
    if sentence is None or any(token.tag_ in {"VBZ", "VBP"} for token in sentence.tokens):
        return False
    years = [
        int(one.value[:4]) for one in desk.reading.dates_in(fact.evidence)
        if one.value[:4].isdecimal()
    ]  # fmt: skip
    return published is not None and any(abs(year - published.year) > _NEAR for year in years)


_NEAR = 1
"""Years."""


def _month_of(day: PartialDate) -> str:
    return PartialDate(day.year, day.month).in_words
