"""The day an article came out, from the lines above or below it and from datelines."""

import re
from collections.abc import Iterable

from quizzer.deck.dates import MONTHS, PartialDate

_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
# Each form with what it means; numbers alone are read only where they have one reading.
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
        rf"\b{_MONTH.format('n')}\.?\s(?P<d>\d{{1,2}}){_ORDINAL},?\s(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}}){_ORDINAL}[\s-](?:of\s)?{_MONTH.format('n')}\.?,?[\s-](?P<y>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)",
    )
)
_MONTH_ONLY = re.compile(
    rf"(?:published|posted|issued)\W+(?:in\s)?{_MONTH.format('n')}\.?\s(?P<y>\d{{4}})\W*",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:updated|modified|revised|edited)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:published|posted|created|issued|first)\b", re.IGNORECASE)
_BESIDES = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?|\b(?:a\.?m\.?|p\.?m\.?|gmt|utc|[ecmp][sd]?t|bst|cet|cest|ist|hkt"
    r"|on|at|in|last|first|local|time|published|updated|posted|modified|created|issued|date"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}[^a-z]{0,3}.{0,60}?\s(?:--|[-–—_])\s")
_MOST_OTHER_WORDS = 8
_YEARS = range(1700, 2200)


def find_published(lines: Iterable[str]) -> PartialDate | None:
    """The publication date that stands in lines of page furniture, best line first.

    A line that says "published" wins over a bare date, and both win over "updated".
    """
    found: list[tuple[int, PartialDate]] = []
    for line in lines:
        date = _line_date(line)
        if date is not None:
            rank = 2 if _LATER.search(line) else 0 if _FIRST.search(line) else 1
            if rank == 2 and _FIRST.search(line):
                rank = 0
            found.append((rank, date))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def find_in_dateline(paragraph: str) -> PartialDate | None:
    """The date in a dateline that opens a paragraph: `LIMA (AP) - Sept. 9, 2016 - ...`."""
    place = _DATELINE.match(paragraph[:160])
    if place is None:
        return None
    after = _first_date(paragraph[place.end() : place.end() + 24])
    if after is not None and after[1] == 0:
        return after[0]
    inside = _first_date(place.group())
    return inside[0] if inside else None


def parse_day(text: str) -> PartialDate | None:
    """A date in any form that stands alone in a field, for example of front matter."""
    text = text.strip()
    try:
        return PartialDate.parse(text)
    except ValueError:
        found = _first_date(text)
        return found[0] if found else None


def _line_date(line: str) -> PartialDate | None:
    if len(line) > 160:
        return None
    only_month = _MONTH_ONLY.fullmatch(line)
    if only_month is not None:
        return _date_of(only_month)
    found = _first_date(line)
    if found is None:
        return None
    rest = _BESIDES.sub(" ", line[: found[1]] + " " + line[found[2] :])
    for pattern in _FORMS:
        rest = pattern.sub(" ", rest)
    others = _WORD.findall(rest)
    return found[0] if len(others) <= _MOST_OTHER_WORDS and not line.endswith(".") else None


def _first_date(text: str) -> tuple[PartialDate, int, int] | None:
    """The first date with its start and end."""
    found = [
        (match.start(), match.end(), date)
        for pattern in _FORMS
        for match in pattern.finditer(text)
        if (date := _date_of(match)) is not None
    ]
    if not found:
        return None
    start, end, date = min(found, key=lambda entry: (entry[0], -entry[1]))
    return date, start, end


def _date_of(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    year = int(parts["y"])
    day = int(parts["d"]) if parts.get("d") else None
    if parts.get("n"):
        month = _month_number(parts["n"])
    elif parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        if first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:  # 03/04/2025 is read one way in London and the other in New York
            return None
    else:
        month = int(parts["m"])
    try:
        return PartialDate(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month_number(name: str) -> int:
    start = name[:3].lower()
    return next(i for i, month in enumerate(MONTHS, 1) if month.lower().startswith(start))
