"""A date's TIMEX3 value as words for a stem: `on 18 March 2025`, `in March 2025`."""

import re
from datetime import date

from quizzer.deck.dates import PartialDate

_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})T(MO|AF|EV|NI|\d{2}(?::\d{2})?)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_WEEKEND = re.compile(r"(\d{4})-W(\d{2})-WE")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_PLACES = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_DECADE = re.compile(r"\d{3}")
PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


def is_weekday(text: str) -> bool:
    """Whether the words of a time expression name a day of the week and no more."""
    first = text.split(maxsplit=1)[0].lower()
    return first.endswith("day") and not any(c.isdigit() for c in text)


def exact_date(value: str) -> PartialDate | None:
    """The day, month or year that the value stands for; the time of day is left aside."""
    timed = _TIMED.fullmatch(value)
    try:
        return PartialDate.parse(timed[1] if timed else value)
    except ValueError:
        return None


def date_in_words(value: str) -> tuple[str, str] | None:
    """The preposition and the words that stand for the value in a stem, or None."""
    timed = _TIMED.fullmatch(value)
    day = exact_date(value)
    if day is not None:
        if timed and timed[2] in _PARTS:
            part = _PARTS[timed[2]]
            return ("on", f"the {part} of {day.in_words}")
        return ("on" if day.day is not None else "in", day.in_words)
    week = _WEEK.fullmatch(value)
    if week:
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return ("in", f"the week of {PartialDate.of(monday).in_words}")
    weekend = _WEEKEND.fullmatch(value)
    if weekend:
        saturday = date.fromisocalendar(int(weekend[1]), int(weekend[2]), 6)
        return ("on", f"the weekend of {PartialDate.of(saturday).in_words}")
    season = _SEASON.fullmatch(value)
    if season:
        return ("in", f"the {_SEASONS[season[2]]} of {season[1]}")
    quarter = _QUARTER.fullmatch(value)
    if quarter:
        return ("in", f"the {_PLACES[quarter[2]]} quarter of {quarter[1]}")
    if _DECADE.fullmatch(value):
        return ("in", f"the {value}0s")
    return None
