"""Rules for dates that only mean something beside another date: weekdays, `last month`, `ago`."""

import re
from re import Match

from quizzer.facts.dates.directions import DIRECTED, STEPS, direction_of, whole
from quizzer.facts.dates.expressions import (
    Anchor,
    DayOfMonth,
    Direction,
    Parts,
    Rule,
    Shift,
    Unit,
    Weekday,
)
from quizzer.facts.dates.words import (
    NUMBER_WORD,
    UNIT,
    WEEKDAY,
    day_number,
    weekday_number,
)
from quizzer.facts.numbers import parse_number

_I = re.IGNORECASE


def _unit(word: str) -> Unit:
    stem = word.lower().rstrip("s")
    return Unit.CENTURY if stem == "centurie" else Unit(stem)


def _weekday(match: Match[str]) -> Parts:
    direction = direction_of(match["direction"])
    words = (match["direction"] or "").lower().split()
    spoken = bool({"following", "previous"} & set(words))
    anchor = Anchor.SPOKEN if spoken else Anchor.PUBLISHED
    return whole(match, Weekday(weekday_number(match["weekday"]), direction, anchor))


_NAME_BEFORE = re.compile(r"\b[A-Z][A-Za-z]+ $")


def _named_day(match: Match[str]) -> Parts:
    before = match.string[max(0, match.start() - 16) : match.start()]
    if match.group()[:1].isupper() and _NAME_BEFORE.search(before):
        return []  # a newspaper's or a programme's name
    days = {
        "the day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    }
    return whole(match, Shift(Unit.DAY, days[" ".join(match.group().lower().split())]))


def _named_period(match: Match[str]) -> Parts:
    return whole(match, Shift(_unit(match["unit"]), STEPS[direction_of(match["direction"])]))


def _spoken_period(match: Match[str]) -> Parts:
    word = match["which"].lower().split()[-1]
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    return whole(match, Shift(_unit(match["unit"]), step, Anchor.SPOKEN))


def _weekday_of_week(match: Match[str]) -> Parts:
    """`two weeks ago Friday`, `Friday a week ago`, `a week from Monday`."""
    day = match["weekday"] or match["weekday_first"]
    weeks = _amount(match["amount"] or match["amount_last"]) or 1
    is_ahead = (match["sense"] or "").lower() == "from"
    direction = Direction.NEXT if is_ahead else Direction.LAST
    return whole(
        match, Weekday(weekday_number(day), direction, weeks=weeks if is_ahead else -weeks)
    )


def _weekday_in_week(match: Match[str]) -> Parts:
    """`Friday of last week`."""
    step = STEPS[direction_of(match["direction"])]
    return whole(match, Weekday(weekday_number(match["weekday"]), of_week=step))


def _day_of_month(match: Match[str]) -> Parts:
    """`on the 15th of last month`; without a month, of the one of publication."""
    day = day_number(match["day"])
    if day is None or not 1 <= day <= 31:
        return []
    return whole(match, DayOfMonth(day, direction_of(match["direction"])))


def _amount(words: str) -> int | None:
    """The count of units; None for one that is no whole number."""
    number = parse_number(re.sub(r"^(?:an?|the)$", "one", words.strip().lower()))
    return int(number) if number is not None and number == int(number) else None


def _ago(match: Match[str]) -> Parts:
    if match["amount"].lower().startswith("half"):
        years = {"decade": -5, "century": -50, "year": None}.get(match["unit"].lower())
        return whole(match, Shift(Unit.YEAR, years)) if years else []
    amount = _amount(match["amount"])
    if amount is None:
        return []
    return whole(match, _years_or(_unit(match["unit"]), -amount, Anchor.PUBLISHED))


def _years_or(unit: Unit, amount: int, anchor: Anchor) -> Shift:
    """Decades and centuries as years: `a decade ago` names a year."""
    years = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit)
    return Shift(Unit.YEAR, amount * years, anchor) if years else Shift(unit, amount, anchor)


def _from_now(match: Match[str]) -> Parts:
    amount = _amount(match["amount"])
    if amount is None:
        return []
    return whole(match, _years_or(_unit(match["unit"]), amount, Anchor.PUBLISHED))


def _later(match: Match[str]) -> Parts:
    amount = _amount(match["amount"])
    if amount is None:
        return []
    sign = 1 if match["sense"].lower() in ("later", "after", "afterward", "afterwards") else -1
    return whole(match, _years_or(_unit(match["unit"]), sign * amount, Anchor.SPOKEN))


def _day_beside(match: Match[str]) -> Parts:
    step = 1 if match["sense"].lower() == "after" else -1
    return whole(match, Shift(Unit.DAY, step, Anchor.SPOKEN))


_GENERIC = "world|society|youth|standards|era|generation|young|children|technology|economy"

RELATIVE_RULES: list[Rule] = [
    Rule(
        re.compile(
            "(?<!\\bBlack\\s)(?<!\\bBloody\\s)(?<!\\bSuper\\s)(?<!\\bGood\\s)(?<!\\bAsh\\s)(?<!every\\s)"
            "(?<!each\\s)(?<!Every\\s)(?<!Bowl\\s)(?<!News\\s)(?<!\\bMan\\s)"
            f"\\b{DIRECTED}(?P<weekday>{WEEKDAY})\\b(?!['’]?s?\\s+(?:Times|Mail|Telegraph|Herald|"
            "Express|Mirror|Post|Night\\s+(?:Live|Football)|[Ss]chool))"
        ),
        _weekday,
        ("day",),
    ),
    Rule(
        re.compile(
            f"\\b(?:(?P<amount>an?|one|two|three)\\s+weeks?\\s+(?P<sense>ago|from)\\s+(?P<weekday>{WEEKDAY})"
            f"|(?P<weekday_first>{WEEKDAY})\\s+(?P<amount_last>a|one|two|three)\\s+weeks?\\s+ago)\\b"
        ),
        _weekday_of_week,
        ("week",),
    ),
    Rule(
        re.compile(
            f"\\b(?P<weekday>{WEEKDAY})(?:\\s+of)?\\s+(?P<direction>last|this|next)\\s+week\\b"
        ),
        _weekday_in_week,
        ("week",),
    ),
    Rule(
        re.compile(
            "\\b(?:on|by|until|since|before|after)\\s+the\\s+(?P<day>[0-9]{1,2}(?:st|nd|rd|th))"
            "(?:\\s+of\\s+(?P<direction>this|last|next|the)\\s+month\\b|(?=\\s*[.,;)]|$))",
            _I,
        ),
        _day_of_month,
        tuple(f"{digit}{ending}" for digit in range(10) for ending in ("st", "nd", "rd", "th")),
    ),
    Rule(
        re.compile(
            "\\b(?:the\\s+)?current\\s+(?P<unit>week|month|quarter|year|decade|century)\\b(?!-)", _I
        ),
        lambda match: whole(match, Shift(_unit(match["unit"]), 0)),
        ("current",),
    ),
    Rule(
        re.compile(
            "\\b(?:the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow|yesterday|"
            f"tomorrow|today(?!['’]s\\s+(?:{_GENERIC})))\\b",
            _I,
        ),
        _named_day,
        ("day", "tomorrow"),
    ),
    Rule(
        re.compile(
            "(?<!\\bthe\\s)(?<!\\bThe\\s)\\b(?P<direction>last|past|previous|this|next|coming|this\\s+past)"
            "\\s+(?:calendar\\s+)?(?P<unit>week|month|quarter|year|decade|century)\\b(?!-)",
            _I,
        ),
        _named_period,
        ("week", "month", "quarter", "year", "decade", "century"),
    ),
    Rule(
        re.compile(
            "\\b(?P<which>(?:on\\s+)?(?:that|the)\\s+(?:very\\s+)?same|that|(?:the\\s+)?following|"
            "(?<!over\\s)(?<!for\\s)(?<!in\\s)(?<!during\\s)(?<!within\\s)(?<!throughout\\s)the\\s+next"
            "|the\\s+previous|the\\s+preceding|the\\s+very\\s+next)\\s+"
            "(?P<unit>day|week|month|year|decade)\\b(?!-)",
            _I,
        ),
        _spoken_period,
        ("day", "week", "month", "year", "decade"),
    ),
    Rule(
        re.compile(f"\\b(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?\\s+ago\\b", _I),
        _ago,
        ("ago",),
    ),
    Rule(
        re.compile(
            f"\\b(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?\\s+from\\s+(?:now|today)\\b", _I
        ),
        _from_now,
        ("from",),
    ),
    Rule(
        re.compile(f"\\bin\\s+(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?['’]\\s+time\\b", _I),
        _from_now,
        ("time",),
    ),
    Rule(
        re.compile(
            f"\\b(?P<amount>{NUMBER_WORD})\\s+(?P<unit>{UNIT})s?\\s+(?P<sense>later|earlier|afterwards?|"
            "beforehand|before(?=\\s*[.,;]|$)|after(?=\\s*[.,;]|$))\\b",
            _I,
        ),
        _later,
        ("later", "earlier", "afterward", "before", "after"),
    ),
    Rule(
        re.compile("\\bthe\\s+day\\s+(?P<sense>before|after)(?=\\s*[.,;]|$)", _I),
        _day_beside,
        ("day",),
    ),
]
"""Each a pattern and what to make of its match."""
