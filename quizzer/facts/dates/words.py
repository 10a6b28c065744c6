"""The words that time expressions are made of, as pieces of regular expressions."""

import re
from decimal import Decimal

from quizzer.deck.dates import MONTHS
from quizzer.facts.numbers import parse_number, parse_ordinal

_ABBREVIATIONS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

DECADES = {
    word: tens
    for tens, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}


def either(words: list[str]) -> str:
    """A group that matches one of the words, the longest first, as written or in capitals."""
    forms = {form for word in words for form in (word, word.upper())}
    return "(?:" + "|".join(map(re.escape, sorted(forms, key=lambda w: (-len(w), w)))) + ")"


MONTH_NAME = either(list(MONTHS))
"""A month in full, with a capital: `may` and `march` are other words."""

MONTH = f"(?:{MONTH_NAME}|{either(_ABBREVIATIONS)}\\b\\.?)"
"""A month in full or abbreviated."""

WEEKDAY = either(WEEKDAYS)

_SHORT_WEEKDAY = "(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\.?"

WEEKDAY_BEFORE = f"(?:(?:{WEEKDAY}|{_SHORT_WEEKDAY}),?\\s+(?:the\\s+)?)?"
"""A weekday that only repeats what the date after it says."""

DAY = "(?:[12][0-9]|3[01]|0?[1-9])"

_DIGITS_OF_DAY = f"{DAY}(?:st|nd|rd|th)?"

_ORDINAL_DAY = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    "thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    "thirtieth|twenty[\\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    "thirty[\\s-]first)\\b"
)

NUMBERED_DAY = f"(?:{_DIGITS_OF_DAY}|{_ORDINAL_DAY})"
"""A day of a month in digits or as a word: `3`, `3rd`, `third`."""

_UNIT_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UP_TO_99 = f"(?:{_TEENS}|(?:{_TENS})(?:[\\s-](?:{_UNIT_DIGIT}))?)"

SPOKEN_YEAR = (
    f"(?:(?:[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty)[\\s-]"
    f"(?:hundred|oh[\\s-](?:{_UNIT_DIGIT})|{_UP_TO_99})\\b)"
)
"""A year as it is spoken: `nineteen ninety-one`, `twenty twelve`."""

YEAR = "(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})"

START = "(?<![\\w$€£#/.:-])"
"""No letter, digit, currency or other sign that would make a number part of something else."""

END = "(?![\\w%/]|[.,:-][0-9])"

NUMBER_WORD = (
    "(?:[0-9]{1,3}(?:,[0-9]{3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    "twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|half\\s+a)"
)

UNIT = "(?:day|week|month|quarter|year|decade|century|centurie)"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation.

    Raises:
        ValueError: the word is no month.
    """
    start = word.rstrip(".").lower()[:3]
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(start) and len(start) == 3:
            return number
    raise ValueError(f"{word} is no month")


def day_number(words: str) -> int | None:
    """The day that digits or an ordinal name: 3 for `3`, `3rd` and `third`."""
    digits = re.sub(r"[^0-9]", "", words)
    return int(digits) if digits else parse_ordinal(re.sub(r"\s+", "-", words))


def year_number(words: str) -> int:
    """The year that digits name (`1998`, `'98`), or words as they are spoken.

    Raises:
        ValueError: the words are no year.
    """
    if words.isdigit():
        return int(words)
    if words[0] in "'’":
        return int(words[1:]) + (1900 if words[1:] > "30" else 2000)
    first, rest = re.split(r"[\s-]", words.lower(), maxsplit=1)
    tail = parse_number(re.sub(r"^oh[\s-]", "", rest)) if rest != "hundred" else Decimal(0)
    century = parse_number(first)
    if century is None or tail is None:
        raise ValueError(f"{words} is no year")
    return int(century * 100 + tail)


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return WEEKDAYS.index(word.capitalize())
