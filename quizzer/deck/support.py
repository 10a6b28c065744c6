"""Whether cited words can hold a key. It stops what is surely wrong, and lets doubt pass.

A name may stand in the evidence as `he`, a day as `Monday`, a number in words: what can't be read
off the words alone is not called unsupported.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizzer.deck.render import answer_text

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_AND_A_HALF = re.compile(r"\b(?P<before>[\w-]+(?: [\w-]+)?) and a half\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|ago|later"
    r"|earlier|eve|(?:last|next|this|that|same|previous|following)"
    r"(?= (?:day|night|evening|morning|afternoon|week|month|year|summer|winter|spring|fall)))"
    r"\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset("a an and as at by for from in into of on or the to with".split())
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_SOME_SCALE = {
    "dozen": Decimal(12),
    "half": Decimal("0.5"),
    "once": Decimal(1),
    "twice": Decimal(2),
}


def unsupported_part(answer: Answer, cited: str, source: str) -> str | None:
    """The part of the key that neither the cited words nor (for names) the source can hold."""
    match answer:
        case TextAnswer(text):
            return None if _holds_words(text, cited, source) else text
        case NumberAnswer(number):
            return None if abs(number) in _numbers(cited) else answer_text(answer)
        case DateAnswer(day):
            return None if _holds_date(day, cited) else day.in_words
        case AllAnswer(items) | OrderAnswer(items):
            return _first_missing(items, cited, source)
        case PairsAnswer(pairs):
            return _first_missing((part for pair in pairs for part in pair), cited, source)
        case TruthAnswer():
            return None
    assert_never(answer)


def _first_missing(parts: Iterable[str], cited: str, source: str) -> str | None:
    return next((part for part in parts if not _holds_words(part, cited, source)), None)


def _holds_words(text: str, cited: str, source: str) -> bool:
    """Some main word of `text` is cited, or all of `text` stands elsewhere in the source."""
    stems = {_stem(word) for word in _WORD.findall(text.casefold()) if word not in _SMALL_WORDS}
    there = {_stem(word) for word in _WORD.findall(cited.casefold())}
    if not stems or stems & there or _is_shortened(text, cited):
        return True
    numbers = _numbers(text)
    if numbers and not numbers.isdisjoint(_numbers(cited)):
        return True
    return " ".join(text.split()).casefold() in " ".join(source.split()).casefold()


_SHORT = re.compile(r"\b(?:[A-Z][a-z]{0,5}\.(?: ?[A-Z][a-z]{0,4}\.)*|[A-Z]{2,5}\b)")


def _is_shortened(text: str, cited: str) -> bool:
    """Whether an abbreviation is cited that may stand for `text`: `Wis.` for Wisconsin."""
    letters = "".join(_WORD.findall(text.casefold()))
    for short in _SHORT.findall(cited):
        rest = iter(letters)
        own = "".join(_WORD.findall(short.casefold()))
        if letters[:1] == own[:1] and all(letter in rest for letter in own):
            return True
    return False


def _stem(word: str) -> str:
    # Five letters tell words apart and forgive endings: proposed, proposal, proposing.
    return word[:5]


def _numbers(text: str) -> set[Decimal]:
    """Every number in `text`, in figures or words, without sign; parts of long ones count too."""
    values: set[Decimal] = set()
    for match in _DIGITS.finditer(text):
        value = Decimal(re.sub(r"[,\s]", "", match.group()))
        values |= {value, *_scaled(value, text[match.end() :])}
    words = _WORD.findall(text.casefold())
    for place, word in enumerate(words):
        if word in _SOME_SCALE:
            values.add(_SOME_SCALE[word])
        elif word in _ORDINALS:
            values.add(Decimal(_ORDINALS.index(word) + 1))
        elif word in _SCALES:
            values.add(_SCALES[word])
        values |= set(_spelled(words[place:]))
    for match in _AND_A_HALF.finditer(text):
        before = match["before"]
        whole = _numbers(before) or ({Decimal(1)} if {"a", "an"} & set(before.split()) else set())
        values |= {value + Decimal("0.5") for value in whole}
    return values


def _spelled(words: list[str]) -> Iterable[Decimal]:
    """The numbers that the first words spell, longer and longer: 1, 1000, 1200, 1250."""
    total = current = Decimal(0)
    for place, word in enumerate(words):
        if word in _ONES:
            current += _ONES.index(word)
        elif word in _TENS:
            current += (_TENS.index(word) + 2) * 10
        elif word == "hundred" and place:
            current *= 100
        elif word in _SCALES and place:
            total, current = total + current * _SCALES[word], Decimal(0)
        elif word == "and" and place:
            continue
        else:
            return
        yield total + current


def _scaled(value: Decimal, behind: str) -> Iterable[Decimal]:
    """`value` times the scales that follow it directly: 2.3 (billion)."""
    for word in _WORD.findall(behind[:40].casefold()):
        if word not in _SCALES:
            return
        value *= _SCALES[word]
        yield value


def _holds_date(day: PartialDate, cited: str) -> bool:
    if str(day) in cited or _RELATIVE.search(cited):
        return True
    if day.month is None:
        return bool(re.search(rf"(?<!\d){day.year}(?!\d)|['’]{day.year % 100:02d}\b|\d0s\b", cited))
    name = MONTHS[day.month - 1]
    month = rf"(?:{name}|{name[:3]}\.?|{name[:4]}\.)"
    if day.day is None:
        return bool(re.search(rf"\b{month}|\b0?{day.month}[/.]", cited, re.IGNORECASE))
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    written = (
        rf"\b{month}\s+(?:the\s+)?(?:\d+\S*\s*)?\D{{0,12}}{number}(?!\d)"
        rf"|(?<!\d){number}(?:\s*\D{{1,12}}\d+\S*)?\s+(?:of\s+)?{month}"
        rf"|(?<!\d)0?{day.month}[/.]0?{day.day}(?!\d)|(?<!\d)0?{day.day}[/.]0?{day.month}(?!\d)"
    )
    years = (
        re.match(r",?\s*(\d{4})\b", cited[match.end() :])
        for match in re.finditer(written, cited, re.IGNORECASE)
    )
    # A year right behind it must be the key's; without one, the year was inferred.
    return any(year is None or int(year.group(1)) == day.year for year in years)
