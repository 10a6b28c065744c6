"""Rules for dates that name a day, a month, a year, a decade or a century."""

import re
from calendar import monthrange
from re import Match

from quizzer.deck.dates import MONTHS
from quizzer.deck.model import Span
from quizzer.facts.dates.directions import direction_of
from quizzer.facts.dates.expressions import (
    Anchor,
    CalendarDate,
    Fixed,
    Parts,
    Rule,
)
from quizzer.facts.dates.words import (
    DAY,
    DECADES,
    END,
    MONTH,
    MONTH_NAME,
    NUMBERED_DAY,
    SPOKEN_YEAR,
    START,
    WEEKDAY,
    WEEKDAY_BEFORE,
    YEAR,
    day_number,
    month_number,
    year_number,
)
from quizzer.facts.dates.years import is_year
from quizzer.facts.numbers import parse_ordinal

_DAYS = NUMBERED_DAY
_DASH = "\\s?[-–—]\\s?"
_ANY_YEAR = f"{YEAR}{END}|{SPOKEN_YEAR}|['’][0-9]{{2}}(?![\\w'’])"
_OTHER_YEAR = (
    "(?:,?\\s+(?:of\\s+|in\\s+)?(?P<shift>last|this|next|that|the\\s+same|the\\s+following"
    "|the\\s+previous)\\s+year)"
)
_OPTIONAL_YEAR = f"(?:(?:,?\\s+|,)(?:of\\s+|in\\s+)?(?P<year>{_ANY_YEAR})|{_OTHER_YEAR})?"
_YEAR_SHIFTS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "that": 0,
    "same": 0,
    "following": 1,
    "previous": -1,
}
_SPOKEN_YEARS = {"that", "same", "following", "previous"}
_CLOSED = "(?=\\s*(?:[.,;:)\\]'\"-]|$)|\\s+(?!percent\\b)[a-z]{2,5}\\b)"


def _year_of(match: Match[str]) -> tuple[int | None, int | None, Anchor]:
    """The year a match names, or how many years it lies from which anchor."""
    if match["year"]:
        return year_number(match["year"]), None, Anchor.PUBLISHED
    if match["shift"]:
        word = match["shift"].lower().split()[-1]
        anchor = Anchor.SPOKEN if word in _SPOKEN_YEARS else Anchor.PUBLISHED
        return None, _YEAR_SHIFTS[word], anchor
    return None, None, Anchor.PUBLISHED


def _date(match: Match[str], day: str | None, month: str) -> CalendarDate | None:
    """The date of a match, if there is such a day in some year."""
    number = month_number(month)
    day_of_month = day_number(day) if day else None
    year, years, anchor = _year_of(match)
    if day_of_month is not None and day_of_month > monthrange(year or 2000, number)[1]:
        return None
    return CalendarDate(year=year, month=number, day=day_of_month, years=years, anchor=anchor)


def _day(match: Match[str]) -> Parts:
    date = _date(match, match["day"], match["month"])
    return [(Span(*match.span()), date)] if date else []


def _several_days(match: Match[str]) -> Parts:
    """`Jan. 3-5`, `April 24, 25 and 26`: one expression for each day that is named."""
    group = match.start("days")
    days = list(re.finditer(NUMBERED_DAY, match["days"]))
    parts: Parts = []
    for index, day in enumerate(days):
        date = _date(match, day.group(), match["month"])
        if date is None:
            return []
        start, end = group + day.start(), group + day.end()
        if index == 0 and match.start("month") < group:
            start = match.start()
        if index == len(days) - 1:
            end = match.end()
        parts.append((Span(start, end), date))
    return parts


def _months(match: Match[str]) -> Parts:
    """`January to March 1998`: both months are of that year."""
    first = _date(match, None, match["first"])
    last = _date(match, None, match["month"])
    if first is None or last is None:
        return []
    return [
        (Span(*match.span("first")), first),
        (Span(match.start("month"), match.end()), last),
    ]


_BARE_BEFORE = re.compile(
    "(?:\\b(?:in|since|until|till|by|from|through|during|before|after|of|for|to|between|and|or|"
    "early|late|mid|last|next|this|past|the|a|an|each|starting|beginning|around|as)|'s|mid-)\\s*$",
    re.IGNORECASE,
)
_NAMELIKE = {"April", "May", "June", "August", "March", "January"}


def _month_alone(match: Match[str]) -> Parts:
    """A month without day or year; `May`, `March` and first names need words that fit."""
    word = match["month"]
    before = match.string[max(0, match.start() - 14) : match.start()]
    after = match.string[match.end() : match.end() + 2]
    direction = match["direction"]
    if direction is None and match.group() == word:
        if not word[1:2].isalpha() or not _BARE_BEFORE.search(before):
            if word in _NAMELIKE or word.isupper() or after[1:2].isupper():
                return []
        elif word in _NAMELIKE and re.match(r"\s[A-Z]", after) and word not in ("March", "January"):
            return []
        if word in ("May", "March") and re.search(r"\b(?:and|or|to|as|for)\s*$", before):
            return []
    date = CalendarDate(month=month_number(word), direction=direction_of(direction))
    return [(Span(*match.span()), date)]


def _year(match: Match[str]) -> Parts:
    sure = is_year(match.string, Span(*match.span("year")))
    if sure is None:
        return []
    return [(Span(*match.span()), CalendarDate(year=year_number(match["year"]), doubtful=not sure))]


def _years(match: Match[str]) -> Parts:
    """`1998-2000`, `1994-95`: the first and the last year."""
    first = int(match["first"])
    last = int(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 150:
        return []
    return [
        (Span(*match.span("first")), CalendarDate(year=first)),
        (Span(*match.span("last")), CalendarDate(year=last)),
    ]


def _short_year(match: Match[str]) -> Parts:
    return [(Span(*match.span()), CalendarDate(year=year_number(match["year"])))]


def _numeric(match: Match[str]) -> Parts:
    """Digits with signs; a slash puts the month first unless that month can't be."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if year < 100:
        year += 1900 if year > 50 else 2000
    doubtful = False
    if "/" in match.group() and match.start("year") > match.start("month"):
        doubtful = month <= 12 and day <= 12 and month != day
        if month > 12:
            month, day = day, month
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return []
    date = CalendarDate(year=year, month=month, day=day, doubtful=doubtful)
    return [(Span(*match.span()), date)]


def _decade(match: Match[str]) -> Parts:
    digits, word = match["digits"], match["word"]
    if not (digits and len(digits) == 4):
        words = match.group()
        if not words.startswith(("the", "'", "’")) and "'" not in words and "’" not in words:
            return []  # `forties` and `in his early 20s` are ages
        if digits and digits < "50" and words[:1] == "t" and "'" not in words and "’" not in words:
            return []  # `in the mid-30s`: degrees or percent
    if word:
        value = f"19{DECADES[word.lower()]}"
    elif len(digits) == 2:
        value = f"{'20' if digits < '30' else '19'}{digits[0]}"
    elif digits.endswith("00"):
        value = digits[:2]
    else:
        value = digits[:3]
    return [(Span(*match.span()), Fixed(value))]


def _century(match: Match[str]) -> Parts:
    number = parse_ordinal(match["ordinal"])
    if number is None or not 1 <= number <= 22:
        return []
    return [(Span(*match.span()), Fixed(f"{number - 1:02d}"))]


def _era(match: Match[str]) -> Parts:
    number = int(match["before"] or match["after"] or match["christ"])
    if not 0 < number < 10_000:
        return []
    value = f"BC{number:04d}" if match["christ"] else f"{number:04d}"
    return [(Span(*match.span()), Fixed(value))]


def _nine_eleven(match: Match[str]) -> Parts:
    return [(Span(*match.span()), CalendarDate(year=2001, month=9, day=11, is_famous=True))]


_MODIFIER = "(?:(?:early|late|mid)[\\s-]+)?"
_LIST = f"{_DAYS}(?:,\\s+{_DAYS}){{0,5}}(?:{_DASH}|,?\\s+(?:and|or|to|through)\\s+){_DAYS}"

_MONTH_STARTS = tuple(start for name in MONTHS for start in (name[:3], name[:3].upper()))
_DIGITS = tuple("0123456789")
_YEAR_STARTS = ("1", "2")
_SPOKEN_STARTS = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")

ABSOLUTE_RULES: list[Rule] = [
    Rule(  # before the plain day: known by its date alone
        re.compile(
            f"{START}(?:9/11(?![\\w/])|(?:Sept\\.?|September)\\s+11(?:th)?,?"
            "(?=\\s+(?:terror|attack|hijack|suicide\\s+attack)))"
        ),
        _nine_eleven,
        ("9/11", "Sept"),
    ),
    Rule(
        re.compile(
            f"{START}{WEEKDAY_BEFORE}(?P<month>{MONTH})\\s+(?P<day>{_DAYS}){END}{_OPTIONAL_YEAR}"
            f"(?:,\\s+{WEEKDAY}\\b)?"
        ),
        _day,
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(
            f"{START}{WEEKDAY_BEFORE}(?P<day>{_DAYS})(?:\\s+of)?[\\s-]+(?P<month>{MONTH})"
            f"(?![a-z]){_OPTIONAL_YEAR}"
        ),
        _day,
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(f"{START}(?P<month>{MONTH})\\s+(?P<days>{_LIST}){END}{_CLOSED}{_OPTIONAL_YEAR}"),
        _several_days,
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(f"{START}(?P<days>{_LIST})\\s+(?P<month>{MONTH})(?![a-z]){_OPTIONAL_YEAR}"),
        _several_days,
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(
            f"{START}(?P<first>{MONTH})(?:{_DASH}|\\s+(?:and|to|through|or)\\s+)(?P<month>{MONTH})"
            f"(?!\\s+{DAY}\\b){_OPTIONAL_YEAR}"
        ),
        _months,
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(
            f"{START}{_MODIFIER}(?P<month>{MONTH})(?:(?:,?\\s+|,)(?:of\\s+)?(?P<year>{_ANY_YEAR})"
            f"|{_OTHER_YEAR})"
        ),
        lambda match: (
            [(Span(*match.span()), date)] if (date := _date(match, None, match["month"])) else []
        ),
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(
            f"{START}(?i:(?P<direction>this\\s+past|this\\s+coming|last|past|this|next)\\s+)?"
            f"{_MODIFIER}(?P<month>{MONTH_NAME}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)(?![\\w-])"
            f"(?!\\s+{DAY}\\b|\\s+on\\s+[A-Z])"
        ),
        _month_alone,
        _MONTH_STARTS,
    ),
    Rule(
        re.compile(
            f"(?<![\\w$€£#/.:+])(?:(?:early|late|mid|post|pre)[\\s-]+)?"
            f"(?P<year>{YEAR}{END}(?![-–][0-9a-z])|{SPOKEN_YEAR}(?!-))"
        ),
        _year,
        (*_YEAR_STARTS, *_SPOKEN_STARTS),
    ),
    Rule(
        re.compile(f"{START}(?P<first>{YEAR})[-–/](?P<last>{YEAR}|[0-9]{{2}}){END}"),
        _years,
        _YEAR_STARTS,
    ),
    Rule(
        re.compile(r"(?<![\w'’])(?P<year>['’][0-9]{2})(?![\w'’-])"),
        _short_year,
        tuple(mark + digit for mark in "'’" for digit in _DIGITS),
    ),
    Rule(
        re.compile(
            f"{START}(?P<year>{YEAR})(?P<sign>[-./])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>{DAY})"
            "(?![\\w/-]|[.:][0-9])"
        ),
        _numeric,
        _YEAR_STARTS,
    ),
    Rule(
        re.compile(
            f"{START}(?P<month>[0-9]{{1,2}})/(?P<day>{DAY})/(?P<year>{YEAR}|[0-9]{{2}})"
            "(?![\\w/-]|\\.[0-9])"
        ),
        _numeric,
        ("/",),
    ),
    Rule(
        re.compile(
            f"{START}(?P<day>{DAY})\\.\\s?(?P<month>0?[1-9]|1[0-2])\\.\\s?(?P<year>{YEAR}){END}"
        ),
        _numeric,
        _YEAR_STARTS,
    ),
    Rule(
        re.compile(
            "(?<![\\w$€£])(?:the\\s+)?(?:(?:early|late|mid)[\\s-]+)?"
            "(?:['’]?(?P<digits>(?:1[0-9]|20)[0-9]0|"
            "[2-9]0)['’]?s|(?P<word>" + "|".join(DECADES) + "))\\b"
        ),
        _decade,
        ("0s", "0's", "0’s", *DECADES),
    ),
    Rule(
        re.compile(
            "\\b(?:the\\s+)?(?:(?:early|late|mid)[\\s-]+)?(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)|"
            "(?:twenty-)?[a-z]+)[\\s-]+century\\b",
            re.IGNORECASE,
        ),
        _century,
        ("century",),
    ),
    Rule(
        re.compile(
            f"{START}(?:(?P<christ>[0-9]{{1,4}})\\s?(?:BC|B\\.C\\.|BCE)|(?:AD|A\\.D\\.)\\s"
            "(?P<after>[0-9]{1,4})|(?P<before>[0-9]{1,4})\\s(?:AD|A\\.D\\.|CE))(?!\\w)"
        ),
        _era,
        ("BC", "B.C.", "AD", "A.D.", "CE"),
    ),
]
"""Each a pattern and what to make of its match."""
