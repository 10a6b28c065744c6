"""Dates in any usual order and precision, held against a day, a month or a year."""

import re
from dataclasses import dataclass

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.facts.numbers import parse_number, parse_ordinal
from quizzer.quiz.grading.fold import fold
from quizzer.quiz.grading.typos import Closeness, closeness
from quizzer.quiz.model import Grade, partial, right, wrong

_MONTH_NAMES = {
    "en": " ".join(MONTHS),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_MORE_MONTHS = {"sept": 9, "maerz": 3, "mrz": 3, "janner": 1, "jaenner": 1}
_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi "
    "jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo lunedi "
    "martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta feira "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
).replace(" ", "|")
_FILLERS = re.compile(
    r"\b(?:in|on|the|of|at|year|month|ad|ce|le|am|im|el|il|de|del|di|den|it was|it is|its|"
    r"circa|ca|about|around|approximately|early|mid|late|spring|summer|autumn|fall|winter|"
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|thu|sat|" + _WEEKDAYS + r")\b"
)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er|e|o)\b")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_NUMERIC = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.])(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class LooseDate:
    """What a response says about a date; any part may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def exists(self) -> bool:
        """Whether there is such a date, in some year."""
        try:
            if self.month is not None:
                # 2000 had a 29 February, so a day without a year gets its chance.
                PartialDate(self.year or 2000, self.month, self.day)
            elif self.year is not None:
                PartialDate(self.year)
        except ValueError:
            return False
        return True


def grade_date(written: str, key: PartialDate, *, language: str = "en", stem: str = "") -> Grade:
    """Right, half right when one step too coarse (a month for a day), or wrong.

    A year that the question itself names need not be repeated.
    """
    readings = read_dates(written, language, near_year=key.year)
    if not readings:
        return wrong("that is no date")
    existing = [reading for reading in readings if reading.exists()]
    if not existing:
        return wrong("there is no such day")
    year = key.year if re.search(rf"\b{key.year}\b", stem) else None
    grades = [_compare(reading, key, year) for reading in existing]
    return max(grades, key=lambda grade: grade.score)


def _compare(reading: LooseDate, key: PartialDate, stem_year: int | None) -> Grade:
    year = reading.year or stem_year
    wanted = (key.year, key.month, key.day)
    stated = (year, reading.month, reading.day)
    if any(
        mine is not None and theirs is not None and mine != theirs
        for mine, theirs in zip(stated, wanted, strict=True)
    ):
        return wrong(_what_differs(stated, wanted))
    missing = [
        theirs
        for mine, theirs in zip(stated, wanted, strict=True)
        if theirs is not None and mine is None
    ]
    if not missing:
        return right()
    if reading == LooseDate(reading.year) and key.day is not None:
        return wrong("only the year")
    if key.month is None:
        return wrong("the year is asked for")
    if len(missing) == 1:
        return partial(0.5, "half right: " + _what_is_missing(stated, key))
    return wrong("not exact enough")


def _what_differs(stated: tuple[int | None, ...], wanted: tuple[int | None, ...]) -> str:
    names = ("year", "month", "day")
    for name, mine, theirs in zip(names, stated, wanted, strict=True):
        if mine is not None and theirs is not None and mine != theirs:
            return f"another {name}"
    return "another date"


def _what_is_missing(stated: tuple[int | None, ...], key: PartialDate) -> str:
    if stated[0] is None:
        return "the year is missing"
    return "the day is missing" if key.day is not None else "the month is missing"


def read_dates(text: str, language: str = "en", near_year: int = 2000) -> list[LooseDate]:
    """Every way in which `text` can be read as a date; none when it is no date.

    A year of two digits is taken in the century of `near_year`.
    """
    century = str(near_year // 100)
    # In July '69 the figure is a year, whatever days July has.
    text = re.sub(r"(?<!\w)['’](\d\d)(?!\d)", rf"{century}\1", text[:100])
    words = _ORDINAL.sub(r"\1", fold(text).strip(" .!?"))
    words = re.sub(r"\b([ac])\.\s?(?:([de])\b\.?)?", _era, words)
    words = re.sub(r"(?<=[a-z])-|-(?=[a-z])", " ", words)
    words = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", words)
    words = " ".join(_FILLERS.sub(" ", words).replace(",", " ").split()).strip(" .")
    numeric = _read_numeric(words, language, near_year)
    return numeric if numeric is not None else _read_words(words, language, near_year)


def _era(match: re.Match[str]) -> str:
    """`c.` is circa; `A.D.` and `C.E.` are one word."""
    first, second = match.groups()
    return f"{first}{second} " if second else ("circa " if first == "c" else match.group())


def _read_numeric(words: str, language: str, near_year: int) -> list[LooseDate] | None:
    if match := _ISO.fullmatch(words):
        year, month, day = match.groups()
        return [LooseDate(int(year), int(month), int(day) if day else None)]
    if re.fullmatch(r"\d{8}", words):
        return [LooseDate(int(words[:4]), int(words[4:6]), int(words[6:]))]
    if match := _MONTH_YEAR.fullmatch(words):
        return [LooseDate(int(match.group(2)), int(match.group(1)))]
    if match := _NUMERIC.fullmatch(words):
        first, mark, second, end = match.groups()
        year = _full_year(end, near_year)
        readings = [LooseDate(year, int(second), int(first))]
        # English writes both orders with a slash; elsewhere only what can't be a day is a month.
        if mark != "." and (language.startswith("en") or int(second) > 12):
            readings.append(LooseDate(year, int(first), int(second)))
        return readings
    if match := _DAY_MONTH.fullmatch(words):
        first, mark, second = match.groups()
        readings = [LooseDate(month=int(second), day=int(first))]
        if mark != "." and (language.startswith("en") or int(second) > 12):
            readings.append(LooseDate(month=int(first), day=int(second)))
        return readings
    return None


def _full_year(digits: str, near_year: int) -> int:
    return int(digits) if len(digits) > 2 else near_year // 100 * 100 + int(digits)


def _read_words(words: str, language: str, near_year: int) -> list[LooseDate]:
    month: int | None = None
    numbers: list[str] = []
    for word in _with_figures(words.replace(".", " ").split()):
        if word.isdecimal():
            numbers.append(word)
        elif month is None and (found := month_number(word, language)) is not None:
            month = found
        else:
            return []
    match month, numbers:
        case None, [year] if len(year) in (3, 4) or near_year < 100:
            return [LooseDate(int(year))]
        case int(), []:
            return [LooseDate(month=month)]
        case int(), [one] if len(one) in (3, 4):
            return [LooseDate(int(one), month)]
        case int(), [one] if len(one) <= 2:
            # In the first century a figure may be a day or a year.
            years = [LooseDate(int(one), month)] if near_year < 100 else []
            return [LooseDate(month=month, day=int(one)), *years]
        case int(), [day, year] if len(day) <= 2 and len(year) <= 4:
            return [LooseDate(_full_year(year, near_year), month, int(day))]
        case int(), [year, day] if len(year) in (3, 4) and len(day) <= 2:
            return [LooseDate(int(year), month, int(day))]
    return []


def _with_figures(words: list[str]) -> list[str]:
    """Days and years in words as figures: `eighteenth`, `nineteen forty five`, `two thousand`."""
    found: list[str] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 6), at, -1):
            value = _spoken(words[at:end])
            if value is not None:
                found.append(str(value))
                at = end
                break
        else:
            found.append(words[at])
            at += 1
    return found


def _spoken(words: list[str]) -> int | None:
    if not words or any(word[0].isdigit() for word in words):
        return None
    day = parse_ordinal(" ".join(words))
    if day is not None:
        return day if day <= 31 else None
    whole = parse_number(" ".join(words))
    if whole is not None:
        return int(whole) if 1000 <= whole <= 2999 else None
    for cut in range(1, len(words)):
        first = parse_number(" ".join(words[:cut]))
        rest = " ".join(words[cut:])
        second = parse_number(rest.removeprefix("oh "))
        if first is None or second is None or not 10 <= first <= 99:
            continue
        if (10 <= second <= 99) or (rest.startswith("oh ") and second < 10):
            return int(first) * 100 + int(second)
    return None


def month_number(word: str, language: str = "en") -> int | None:
    """The month that a folded name, one with a typo or an abbreviation of three letters means."""
    typos = set()
    for names in (_MONTH_NAMES.get(language[:2], ""), _MONTH_NAMES["en"]):
        for number, name in enumerate(names.split(), start=1):
            folded = fold(name)
            if word == folded or (len(word) >= 3 and folded.startswith(word)):
                return number
            if closeness(word, folded) is Closeness.TYPO:
                typos.add(number)
    return _MORE_MONTHS.get(word) or (typos.pop() if len(typos) == 1 else None)
