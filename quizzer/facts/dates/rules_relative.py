"""Rules for dates that only mean something beside another date: weekdays, `last month`, `ago`."""

import re
from re import Match

from quizzer.deck.model import Span
from quizzer.facts.dates.expressions import (
    Anchor,
    Direction,
    Expression,
    Fixed,
    Holiday,
    PartOfDay,
    PartOfYear,
    Parts,
    Rule,
    Season,
    Shift,
    Unit,
    Weekday,
    Weekend,
)
from quizzer.facts.dates.holidays import HOLIDAYS
from quizzer.facts.dates.words import (
    END,
    NUMBER_WORD,
    PARTS_OF_DAY,
    SEASONS,
    UNIT,
    WEEKDAY,
    YEAR,
    weekday_number,
)
from quizzer.facts.numbers import parse_number, parse_ordinal

_I = re.IGNORECASE
_DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "previous": Direction.LAST,
    "this": Direction.THIS,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "following": Direction.NEXT,
}
_STEPS = {Direction.LAST: -1, Direction.THIS: 0, Direction.NEXT: 1, Direction.OPEN: 0}


def _whole(match: Match[str], expression: Expression) -> Parts:
    return [(Span(*match.span()), expression)]


def _direction(match: Match[str]) -> Direction:
    words = (match["direction"] or "").lower().split()
    return _DIRECTIONS.get(words[-1], Direction.OPEN) if words else Direction.OPEN


def _unit(word: str) -> Unit:
    stem = word.lower().rstrip("s")
    return Unit.CENTURY if stem == "centurie" else Unit(stem)


def _weekday(match: Match[str]) -> Parts:
    direction = _direction(match)
    words = (match["direction"] or "").lower().split()
    spoken = bool({"following", "previous"} & set(words))
    anchor = Anchor.SPOKEN if spoken else Anchor.PUBLISHED
    return _whole(match, Weekday(weekday_number(match["weekday"]), direction, anchor))


def _named_day(match: Match[str]) -> Parts:
    days = {
        "the day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    }
    return _whole(match, Shift(Unit.DAY, days[" ".join(match.group().lower().split())]))


def _named_period(match: Match[str]) -> Parts:
    return _whole(match, Shift(_unit(match["unit"]), _STEPS[_direction(match)]))


def _spoken_period(match: Match[str]) -> Parts:
    word = match["which"].lower().split()[-1]
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    return _whole(match, Shift(_unit(match["unit"]), step, Anchor.SPOKEN))


def _amount(words: str) -> int | None:
    """The count of units; None for one that is no whole number."""
    number = parse_number(re.sub(r"^(?:an?|the)$", "one", words.strip().lower()))
    return int(number) if number is not None and number == int(number) else None


def _ago(match: Match[str]) -> Parts:
    if match["amount"].lower().startswith("half"):
        years = {"decade": -5, "century": -50, "year": None}.get(match["unit"].lower())
        return _whole(match, Shift(Unit.YEAR, years)) if years else []
    amount = _amount(match["amount"])
    if amount is None:
        return []
    return _whole(match, _years_or(_unit(match["unit"]), -amount, Anchor.PUBLISHED))


def _years_or(unit: Unit, amount: int, anchor: Anchor) -> Shift:
    """Decades and centuries as years: `a decade ago` names a year."""
    years = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit)
    return Shift(Unit.YEAR, amount * years, anchor) if years else Shift(unit, amount, anchor)


def _from_now(match: Match[str]) -> Parts:
    amount = _amount(match["amount"])
    if amount is None:
        return []
    return _whole(match, _years_or(_unit(match["unit"]), amount, Anchor.PUBLISHED))


def _later(match: Match[str]) -> Parts:
    amount = _amount(match["amount"])
    if amount is None:
        return []
    sign = 1 if match["sense"].lower() in ("later", "after", "afterward", "afterwards") else -1
    return _whole(match, _years_or(_unit(match["unit"]), sign * amount, Anchor.SPOKEN))


def _day_beside(match: Match[str]) -> Parts:
    step = 1 if match["sense"].lower() == "after" else -1
    return _whole(match, Shift(Unit.DAY, step, Anchor.SPOKEN))


def _season(match: Match[str]) -> Parts:
    year = int(match["year"]) if match["year"] else None
    direction = _direction(match)
    word = match["season"].lower()
    if match["of"]:
        step = {"last": -1, "this": 0, "next": 1}[match["of"].lower()]
        direction = (Direction.LAST, Direction.THIS, Direction.NEXT)[step + 1]
    return _whole(match, Season(SEASONS[word], year, direction))


def _part_of_year(match: Match[str]) -> Parts:
    number = parse_ordinal(match["ordinal"]) if match["ordinal"] else int(match["number"])
    letter = "H" if (match["part"] or "").lower() == "half" else "Q"
    if number is None or not 1 <= number <= (2 if letter == "H" else 4):
        return []
    year = int(match["year"]) if match["year"] else None
    direction = _DIRECTIONS.get((match["shift"] or "").lower(), Direction.OPEN)
    return _whole(match, PartOfYear(f"{letter}{number}", year, direction))


def _fiscal_year(match: Match[str]) -> Parts:
    return _whole(match, Fixed(f"FY{match['year']}"))


def _holiday(match: Match[str]) -> Parts:
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    year = int(match["year"]) if match["year"] else None
    return _whole(match, Holiday(name, year, _direction(match)))


def _weekend(match: Match[str]) -> Parts:
    return _whole(match, Weekend(_direction(match)))


def _part_of_day(match: Match[str]) -> Parts:
    words = match.group().lower().split()
    if words[0] == "tonight":
        return _whole(match, PartOfDay("NI"))
    return _whole(match, PartOfDay(PARTS_OF_DAY[words[-1]], -1 if words[0] == "last" else 0))


def _reference(value: str) -> "re.Pattern[str]":
    words = {
        "PRESENT_REF": "now|currently|nowadays|at\\s+present|at\\s+the\\s+moment",
        "PAST_REF": "recently|in\\s+the\\s+past(?!\\s+[a-z])|"
        "in\\s+recent\\s+(?:years|months|weeks|days)",
        "FUTURE_REF": "in\\s+(?:the\\s+)?(?:near\\s+)?future",
    }
    return re.compile(f"\\b(?:{words[value]})\\b(?!-)", _I)


_DIRECTED = (
    "(?:(?P<direction>(?:this|the)\\s+(?:past|coming|following|previous)|last|past|this|next|coming"
    "|following|previous)\\s+)?"
)
_NAMES = "|".join(
    re.escape(name).replace("'", "['’]?").replace("\\ ", "\\s+")
    for name in sorted(HOLIDAYS, key=len, reverse=True)
)
_GENERIC = "world|society|youth|standards|era|generation|young|children|technology|economy"

RELATIVE_RULES: list[Rule] = [
    (
        re.compile(
            "(?<!\\bBlack\\s)(?<!\\bBloody\\s)(?<!\\bSuper\\s)(?<!\\bGood\\s)(?<!\\bAsh\\s)(?<!every\\s)"
            "(?<!each\\s)(?<!Every\\s)(?<!Bowl\\s)(?<!\\bMan\\s)"
            f"\\b{_DIRECTED}(?P<weekday>{WEEKDAY})\\b(?!['’]?s?\\s+(?:Times|Mail|Telegraph|Herald|"
            "Express|Mirror|Post|Night\\s+(?:Live|Football)|[Ss]chool))"
        ),
        _weekday,
    ),
    (
        re.compile(
            "\\b(?:the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow|yesterday|"
            f"tomorrow|today(?!['’]s\\s+(?:{_GENERIC})))\\b",
            _I,
        ),
        _named_day,
    ),
    (
        re.compile(
            "(?<!\\bthe\\s)(?<!\\bThe\\s)\\b(?P<direction>last|past|previous|this|next|coming|this\\s+past)"
            "\\s+(?:calendar\\s+)?(?P<unit>week|month|quarter|year|decade|century)\\b(?!-)",
            _I,
        ),
        _named_period,
    ),
    (
        re.compile(
            "\\b(?P<which>(?:on\\s+)?(?:that|the)\\s+(?:very\\s+)?same|that|(?:the\\s+)?following|the\\s+next"
            "|the\\s+previous|the\\s+preceding|the\\s+very\\s+next)\\s+"
            "(?P<unit>day|week|month|year|decade)\\b(?!-)",
            _I,
        ),
        _spoken_period,
    ),
    (
        re.compile(f"\\b(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?\\s+ago\\b", _I),
        _ago,
    ),
    (
        re.compile(
            f"\\b(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?\\s+from\\s+(?:now|today)\\b", _I
        ),
        _from_now,
    ),
    (
        re.compile(f"\\bin\\s+(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?['’]\\s+time\\b", _I),
        _from_now,
    ),
    (
        re.compile(
            f"\\b(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?\\s+(?P<sense>later|earlier|afterwards?|"
            "beforehand|before(?=\\s*[.,;]|$)|after(?=\\s*[.,;]|$))\\b",
            _I,
        ),
        _later,
    ),
    (
        re.compile("\\bthe\\s+day\\s+(?P<sense>before|after)(?=\\s*[.,;]|$)", _I),
        _day_beside,
    ),
    (
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
    ),
    (
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
    ),
    (re.compile(f"\\b(?:fiscal(?:\\s+year)?|FY)\\s?(?P<year>{YEAR}){END}", _I), _fiscal_year),
    (
        re.compile(
            f"\\b{_DIRECTED}(?P<holiday>{_NAMES})\\b(?:,?\\s+(?:of\\s+)?(?P<year>{YEAR}){END})?", _I
        ),
        lambda match: _holiday(match) if match["holiday"][:1].isupper() else [],
    ),
    (
        re.compile(
            "\\b(?:(?P<direction>last|this|next|this\\s+past|this\\s+coming)|(?:over\\s+|during\\s+|on\\s+)?the)\\s+weekend\\b",
            _I,
        ),
        _weekend,
    ),
    (
        re.compile(
            "\\b(?:tonight|last\\s+(?:night|evening)|this\\s+(?:morning|afternoon|evening))\\b", _I
        ),
        _part_of_day,
    ),
    *(
        (_reference(value), lambda match, value=value: _whole(match, Fixed(value)))
        for value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
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
