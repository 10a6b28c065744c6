"""Rules for named times: seasons, quarters, holidays, weekends, parts of the day, `now`."""

import re
from collections.abc import Callable
from re import Match

from quizzer.facts.dates.directions import DIRECTED, direction_of, whole
from quizzer.facts.dates.expressions import (
    Fixed,
    Holiday,
    PartOfDay,
    PartOfYear,
    Parts,
    Rule,
    Season,
    Weekend,
)
from quizzer.facts.dates.holidays import HOLIDAYS
from quizzer.facts.dates.words import (
    END,
    PARTS_OF_DAY,
    SEASONS,
    YEAR,
    year_number,
)
from quizzer.facts.numbers import parse_ordinal

_I = re.IGNORECASE


def _season(match: Match[str]) -> Parts:
    year = int(match["year"]) if match["year"] else None
    direction = direction_of(match["direction"])
    word = match["season"].lower()
    if match["of"]:
        direction = direction_of(match["of"])
    return whole(match, Season(SEASONS[word], year, direction))


def _part_of_year(match: Match[str]) -> Parts:
    number = parse_ordinal(match["ordinal"]) if match["ordinal"] else int(match["number"])
    letter = "H" if (match["part"] or "").lower() == "half" else "Q"
    if number is None or not 1 <= number <= (2 if letter == "H" else 4):
        return []
    year = int(match["year"]) if match["year"] else None
    direction = direction_of(match["shift"])
    return whole(match, PartOfYear(f"{letter}{number}", year, direction))


def _fiscal_year(match: Match[str]) -> Parts:
    return whole(match, Fixed(f"FY{year_number(match['year'])}"))


def _holiday(match: Match[str]) -> Parts:
    if not match["holiday"][:1].isupper():
        return []
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    year = int(match["year"]) if match["year"] else None
    return whole(match, Holiday(name, year, direction_of(match["direction"])))


def _fixed(value: str) -> Callable[[Match[str]], Parts]:
    return lambda match: whole(match, Fixed(value))


def _weekend(match: Match[str]) -> Parts:
    return whole(match, Weekend(direction_of(match["direction"])))


def _part_of_day(match: Match[str]) -> Parts:
    words = match.group().split()
    if len(words) > 1 and words[-1][:1].isupper():
        return []  # a programme's name
    words = [word.lower() for word in words]
    if words[0] == "tonight":
        return whole(match, PartOfDay("NI"))
    return whole(match, PartOfDay(PARTS_OF_DAY[words[-1]], -1 if words[0] == "last" else 0))


_REFERENCES = {
    "PRESENT_REF": (
        "now|currently|nowadays|at\\s+present|at\\s+the\\s+moment",
        ("now", "currently", "present", "moment"),
    ),
    "PAST_REF": (
        "recently|in\\s+the\\s+past(?!\\s+[a-z])|in\\s+recent\\s+(?:years|months|weeks|days)",
        ("recent", "past"),
    ),
    "FUTURE_REF": ("in\\s+(?:the\\s+)?(?:near\\s+)?future", ("future",)),
}

_NAMES = "|".join(
    re.escape(name).replace("'", "['’]?").replace("\\ ", "\\s+")
    for name in sorted(HOLIDAYS, key=len, reverse=True)
)
_GENERIC = "world|society|youth|standards|era|generation|young|children|technology|economy"

NAMED_RULES: list[Rule] = [
    Rule(
        re.compile(
            "\\b(?:(?P<direction>last|this|next|this\\s+past|this\\s+coming)\\s+|(?:in|by|during|since|until|"
            "over|through|for)\\s+(?:(?:the|early|late|mid)[\\s-]+)+|(?:early|late|mid)[\\s-]+|"
            "(?<=\\bin\\s)(?!fall)|the\\s+)?"
            "(?P<season>spring|summer|autumn|fall|winter)"
            f"(?:(?:\\s+of|\\s+in|,)?\\s+(?:(?P<year>{YEAR}){END}|(?P<of>last|this|next)\\s+year))?\\b(?!-)",
            _I,
        ),
        lambda match: (
            _season(match)
            if match["direction"] or match["year"] or match["of"] or _says_when(match)
            else []
        ),
        tuple(SEASONS),
    ),
    Rule(
        re.compile(
            "\\b(?:the\\s+)?(?:(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th))[\\s-]+(?P<part>quarter|half)|"
            f"Q(?P<number>[1-4]))(?:,?\\s+(?:of\\s+)?(?:(?P<year>{YEAR}){END}|(?P<shift>last|this|next)\\s+year))?\\b",
            _I,
        ),
        lambda match: (
            _part_of_year(match)
            if match["year"]
            or match["shift"]
            or match["number"]
            or match["part"].lower() == "quarter"
            else []
        ),
        ("quarter", "half", "q1", "q2", "q3", "q4"),
    ),
    Rule(
        re.compile(
            f"\\b(?:fiscal(?:\\s+year)?|FY)\\s?(?P<year>{YEAR}{END}|['’][0-9]{{2}}(?!\\w))", _I
        ),
        _fiscal_year,
        ("fiscal", "fy"),
    ),
    Rule(
        re.compile(
            f"\\b{DIRECTED}(?P<holiday>{_NAMES})\\b(?:,?\\s+(?:(?:of|in)\\s+)?(?P<year>{YEAR}){END})?"
            "(?!\\s+(?:Island|trees?|cards?|carols?|gifts?|presents?|eggs?|bunn|turkeys?|dinners?|costumes?|"
            "lights|shopping|sales|season|songs?|stor|markets?|bonus))",
            _I,
        ),
        _holiday,
        tuple(sorted({max(re.split("[ ']", name), key=len) for name in HOLIDAYS})),
    ),
    Rule(
        re.compile(
            "\\b(?:(?P<direction>last|this|next|this\\s+past|this\\s+coming)|(?:over\\s+|during\\s+|on\\s+)?the)\\s+weekend\\b",
            _I,
        ),
        _weekend,
        ("weekend",),
    ),
    Rule(
        re.compile(
            "\\b(?:tonight|last\\s+(?:night|evening)|this\\s+(?:morning|afternoon|evening))\\b", _I
        ),
        _part_of_day,
        ("tonight", "last", "this"),
    ),
    *(
        Rule(re.compile(f"\\b(?:{words})\\b(?!-)", _I), _fixed(value), needs)
        for value, (words, needs) in _REFERENCES.items()
    ),
]
"""Each a pattern and what to make of its match."""


def _says_when(match: Match[str]) -> bool:
    """Whether the season is a time, not a verb (`fall`) or a spring of water."""
    word = match.group().lower()
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if word.split()[0] in ("spring", "summer", "autumn", "fall", "winter"):
        return word != "fall" and before.endswith((" in ", " by ", " since ", " until "))
    if word.startswith("the "):
        return before.rstrip().endswith((" in", " by", " during", " since", " until", "over"))
    return True
