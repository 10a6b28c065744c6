"""Dates in any usual order and precision, held against a day, a month or a year."""

import re
from dataclasses import dataclass

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.quiz.grading.fold import fold
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
_FILLERS = re.compile(
    r"\b(?:in|on|the|of|at|year|month|ad|ce|le|am|im|el|de|del|di|den|"
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|thu|sat)\b"
)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er|e|o)\b")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
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
        return wrong()
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


def _what_is_missing(stated: tuple[int | None, ...], key: PartialDate) -> str:
    if stated[0] is None:
        return "the year is missing"
    return "the day is missing" if key.day is not None else "the month is missing"


def read_dates(text: str, language: str = "en", near_year: int = 2000) -> list[LooseDate]:
    """Every way in which `text` can be read as a date; none when it is no date.

    A year of two digits is taken in the century of `near_year`.
    """
    words = _ORDINAL.sub(r"\1", fold(text)[:100].strip(" .!?"))
    words = " ".join(_FILLERS.sub(" ", words).replace(",", " ").split()).strip(" .")
    numeric = _read_numeric(words, language, near_year)
    return numeric if numeric is not None else _read_words(words, language, near_year)


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
    return None


def _full_year(digits: str, near_year: int) -> int:
    return int(digits) if len(digits) > 2 else near_year // 100 * 100 + int(digits)


def _read_words(words: str, language: str, near_year: int) -> list[LooseDate]:
    month: int | None = None
    numbers: list[str] = []
    for word in words.replace(".", " ").split():
        if word.isdecimal():
            numbers.append(word)
        elif month is None and (found := month_number(word, language)) is not None:
            month = found
        else:
            return []
    match month, numbers:
        case None, [year] if len(year) == 4:
            return [LooseDate(int(year))]
        case int(), []:
            return [LooseDate(month=month)]
        case int(), [one] if len(one) == 4:
            return [LooseDate(int(one), month)]
        case int(), [one] if len(one) <= 2:
            return [LooseDate(month=month, day=int(one))]
        case int(), [day, year] if len(day) <= 2 and len(year) in (2, 4):
            return [LooseDate(_full_year(year, near_year), month, int(day))]
        case int(), [year, day] if len(year) == 4 and len(day) <= 2:
            return [LooseDate(int(year), month, int(day))]
    return []


def month_number(word: str, language: str = "en") -> int | None:
    """The month that a folded name or an abbreviation of three letters or more stands for."""
    for names in (_MONTH_NAMES.get(language[:2], ""), _MONTH_NAMES["en"]):
        for number, name in enumerate(names.split(), start=1):
            folded = fold(name)
            if word == folded or (len(word) >= 3 and folded.startswith(word)):
                return number
    return 9 if word == "sept" else None
