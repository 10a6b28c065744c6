"""Reads quantities from the text alone: number, range, unit, currency and hedge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizzer.deck.model import Span
from quizzer.facts.figures.units import CURRENCY_SIGNS, DURATIONS, UNIT_AFTER, unit_named
from quizzer.facts.numbers import ORDINALS, SCALES, UNITS, parse_number, parse_ordinal

_WORD = "(?:" + "|".join(sorted((*UNITS, *SCALES, "dozen"), key=len, reverse=True)) + ")"
_SCALE = "(?:hundred|thousand|million|billion|trillion|bn|mn|tn)"
_INITIALS = "0-9½¼¾" + "".join(sorted({word[0] for word in (*UNITS, *SCALES, "a", "dozen")}))
# Most words begin with no letter of a number, and need not be held against all of them.
_START = f"(?<![\\w.,/#:+-])(?=[{_INITIALS}])"
_NUMBER = (
    "(?:"
    f"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,15}})(?:\\.[0-9]+)?(?:\\s?[½¼¾]|\\s[1-9]/[2-9])?(?:[\\s-]?{_SCALE}\\b)?"
    f"|[½¼¾]|(?:an?\\s+(?=hundred|thousand|million|billion|trillion|dozen))?{_WORD}\\b"
    f"(?:(?:\\s+and\\s+|[\\s-]+){_WORD}\\b){{0,12}})(?![\\w/]|[.,][0-9])"
)
_ANY_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_FREE_NUMBER = re.compile(_START + _NUMBER, re.IGNORECASE)
_DENOMINATORS = {"half": 2, "quarter": 4, "halve": 2} | {
    word: place for word, place in ORDINALS.items() if 3 <= place <= 10
}
_BELOW = "|".join(_DENOMINATORS)
_RATIO = re.compile(
    f"{_START}(?:(?P<top>an?|{_WORD}|[0-9]+)(?:(?P<hyphen>-)|\\s)(?P<bottom>{_BELOW})s?\\b"
    "(?(hyphen)|(?=-|\\s+(?:of|majority)\\b))"
    "|half(?=\\s+(?:of|the|its|their|his|her)\\b)"
    f"|(?P<part>one(?=\\s+in\\b)|1(?=\\s+in\\s+(?:[2-9]|[1-9]0|100)\\s+[a-z])|(?:{_WORD}|[0-9]+)(?=\\s+(?:(?:in|of)\\s+every|out\\s+of|of\\s+(?:10|ten|five|100))\\b))"
    f"\\s+(?:in|of(?=\\s+(?:every|10|ten|five|100))|out\\s+of)\\s+(?:every\\s+)?(?P<whole>{_WORD}|[0-9]+))(?![\\w-])",
    re.IGNORECASE,
)
_RANGE = re.compile("\\s?[-–—]\\s?|\\s+(?:to|or|and)\\s+", re.IGNORECASE)
_SIGN = re.compile(
    "(?<!\\w)(" + "|".join(map(re.escape, sorted(CURRENCY_SIGNS, key=len, reverse=True))) + ")\\s?$"
)
_HEDGE = re.compile(
    "(?<![\\w-])(well\\s+over|just\\s+over|just\\s+under|a\\s+little\\s+(?:over|under)|more\\s+than|"
    "less\\s+than|fewer\\s+than|no\\s+(?:more|less|fewer)\\s+than|at\\s+least|at\\s+most|up\\s+to|"
    "as\\s+(?:many|much|few|little)\\s+as|close\\s+to|an?\\s+estimated|estimated|an\\s+average\\s+of|"
    "about|around|approximately|roughly|some|nearly|almost|over|under|only|exactly|barely|circa|"
    "a\\s+total\\s+of|a\\s+maximum\\s+of|a\\s+minimum\\s+of|upwards\\s+of)\\s+$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    f"(?<![\\w.,/-])(?=[{_INITIALS}])"
    "(?:[0-9]{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|"
    "eighty|ninety)-)?(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + "))\\b(?!-)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile("[\\s-]+and[\\s-]+an?[\\s-]+half\\b", re.IGNORECASE)
_HALF_A = re.compile("(?<![\\w-])half\\s+an?\\s+", re.IGNORECASE)
_WORD_AT = re.compile("[a-z]+", re.IGNORECASE)
_PLUS = re.compile("(?:-plus|\\+)(?=[\\s-])", re.IGNORECASE)
_SHORT_SUM = re.compile(
    r"(?<![\w.,/-])(?P<sum>(?:(?P<sign>"
    + "|".join(map(re.escape, sorted(CURRENCY_SIGNS, key=len, reverse=True)))
    + r")\s?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)m)(?![\w-])"
    r"(?P<unit>\s(?:euros?|dollars?|pounds?|yen|francs?|marks?|roubles|rupees|yuan)\b)?"
)
"""Sums in millions, as the British press shortens them; 12m is else a length."""
_SHORT_SCALES = {"bn": "billion", "mn": "million", "tn": "trillion"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with all that belongs to it; `span` covers number, sign and unit.

    `number` covers the digits or words alone. `is_modifier` marks `30-day`,
    `is_share` marks `two-thirds`.
    """

    span: Span
    number: Span
    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    hedge: str | None = None
    ordinal: bool = False
    is_modifier: bool = False
    is_share: bool = False


def find_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text in order, without overlap; ordinals come in their place."""
    found = [
        *_halves(text),
        *_ratios(text),
        *_short_sums(text),
        *_cardinals(text),
        *_ordinals(text),
    ]
    reached = 0
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if quantity.span.start >= reached:
            reached = quantity.span.end
            yield quantity


def _halves(text: str) -> Iterator[Quantity]:
    """`half a million`, `half an hour`, `half a percent`."""
    for match in _HALF_A.finditer(text):
        end = match.end()
        scale = _scale_at(text, end)
        unit, _, unit_end = _unit_after(text, scale[1] if scale else end)
        if scale is None and unit is None:
            continue
        value = Decimal("0.5") * (scale[0] if scale else 1)
        end = unit_end if unit is not None else scale[1] if scale else end
        hedge = _HEDGE.search(text[: match.start()][-30:])
        yield Quantity(
            span=Span(match.start(), end),
            number=Span(match.start(), match.end()),
            value=value.quantize(Decimal(1)) if value == value.to_integral_value() else value,
            unit=unit,
            hedge=" ".join(hedge.group(1).lower().split()) if hedge else None,
        )


def _scale_at(text: str, start: int) -> tuple[Decimal, int] | None:
    word = _WORD_AT.match(text, start)
    value = parse_number(f"one {word.group()}") if word else None
    return (value, word.end()) if word and value is not None else None


def _number_at(text: str, start: int) -> tuple[Decimal, int] | None:
    """Value and end of the number that begins at `start`, the longest that adds up."""
    match = _ANY_NUMBER.match(text, start)
    if match is None:
        return None
    words = match.group()
    while words:
        value = parse_number(_spelled_out(words))
        if value is not None:
            return value, start + len(words)
        words = re.sub(r"[\s-]*[^\s-]+$", "", words)
    return None


def _spelled_out(words: str) -> str:
    """Short scales in full, and a fraction sign with its whole number in one word."""
    words = re.sub(r"(?<=[0-9])(?=[a-z])", " ", words, flags=re.IGNORECASE)  # `64.8million`
    for short, scale in _SHORT_SCALES.items():
        words = re.sub(f"(?i)\\b{short}$", scale, words)
    return re.sub(r"(?<=[0-9])\s(?=[½¼¾])", "", words)


def _cardinals(text: str) -> Iterator[Quantity]:
    place = 0
    while (match := _FREE_NUMBER.search(text, place)) is not None:
        read = _number_at(text, match.start())
        if read is None:
            place = match.end()
            continue
        value, end = read
        start = match.start()
        upper: Decimal | None = None
        lent_unit: str | None = None
        between = re.search(r"(?i)\bbetween\s+\S{0,3}$", text[max(0, start - 14) : start])
        join = _RANGE.match(text, end)
        if join is not None and (between or join.group().strip().lower() != "and"):
            behind = join.end()
            sign = re.match("|".join(map(re.escape, CURRENCY_SIGNS)), text[behind : behind + 4])
            high = _number_at(text, behind + (sign.end() if sign else 0))
            if high is not None and _is_change(text, start, join.group()):
                lent_unit = _unit_after(text, high[1])[0]
            elif high is not None:
                low = _same_scale(value, text[start:end], high[0])
                if low < high[0]:
                    value, upper, end = low, high[0], high[1]
        half = _AND_A_HALF.match(text, end)
        if half is not None and upper is None:
            value, end = value + Decimal("0.5"), half.end()
        number = Span(start, end)
        plus = _PLUS.match(text, end)
        end = plus.end() if plus else end
        unit, join_text, end = _unit_after(text, end)
        unit = unit or lent_unit
        sign_before = _SIGN.search(text[max(0, start - 5) : start])
        if sign_before is not None:
            unit = CURRENCY_SIGNS[sign_before.group(1)]
            start -= len(sign_before.group())
        hedge = _HEDGE.search(text[max(0, start - 24) : start])
        blur = " ".join(hedge.group(1).split()) if hedge else None
        if plus is not None:
            blur = blur or "at least"
        if blur in ("over", "under") and unit in DURATIONS:
            blur = None  # `over three days` says how long, not how much more
        yield Quantity(
            span=Span(start, end),
            number=number,
            value=_plain(value),
            upper=_plain(upper) if upper is not None else None,
            unit=unit,
            hedge=blur.lower() if blur else None,
            is_modifier=join_text == "-" or re.match(r"-[A-Za-z]", text[end : end + 2]) is not None,
        )
        place = max(end, match.start() + 1)


def _short_sums(text: str) -> Iterator[Quantity]:
    """`£12m`, `310m euros`."""
    for match in _SHORT_SUM.finditer(text):
        if match["sign"] is None and match["unit"] is None:
            continue
        sign = match["sign"]
        unit = CURRENCY_SIGNS[sign] if sign else _unit_after(text, match.end("sum"))[0]
        value = Decimal(match["number"].replace(",", "")) * 1_000_000
        hedge = _HEDGE.search(text[max(0, match.start() - 24) : match.start()])
        yield Quantity(
            span=Span(match.start(), match.end("sum") if sign else match.end()),
            number=Span(match.start("number"), match.end("sum")),
            value=_plain(value),
            unit=unit,
            hedge=" ".join(hedge.group(1).split()).lower() if hedge else None,
        )


def _plain(number: Decimal) -> Decimal:
    """Without zeros that only come from multiplying: `2.3 million` is 2300000."""
    whole = number.to_integral_value()
    return whole if number == whole else number


def _ratios(text: str) -> Iterator[Quantity]:
    """`two-thirds`, `one in five`, `half of`: shares, as decimal fractions of four places."""
    for match in _RATIO.finditer(text):
        top, bottom = match["top"] or match["part"] or "one", match["bottom"] or match["whole"]
        over = parse_number("one" if top.lower() in ("a", "an") else top)
        word = (bottom or "half").lower()
        under = Decimal(_DENOMINATORS[word]) if word in _DENOMINATORS else parse_number(word)
        if over is None or not under or over >= under:
            continue
        hedge = _HEDGE.search(text[max(0, match.start() - 24) : match.start()])
        yield Quantity(
            span=Span(*match.span()),
            number=Span(*match.span()),
            value=_plain((over / under).quantize(Decimal("0.0001")).normalize()),
            hedge=" ".join(hedge.group(1).lower().split()) if hedge else None,
            is_share=True,
        )


def _is_change(text: str, start: int, join: str) -> bool:
    """Whether `from 3 to 5` is a change: two figures, no range."""
    before = text[max(0, start - 8) : start].lower()
    return join.strip().lower() == "to" and re.search(r"\bfrom\s+\S{0,2}$", before) is not None


def _same_scale(low: Decimal, words: str, high: Decimal) -> Decimal:
    """`2 to 3 million` begins at two million."""
    if re.search(r"[a-z]$", words) or low >= 1000:
        return low
    for scale in (10**12, 10**9, 10**6, 1000):
        if high >= scale and high % (scale // 1000) == 0 and low < 1000 and low * scale < high:
            return low * scale
    return low


def _unit_after(text: str, end: int) -> tuple[str | None, str, int]:
    match = UNIT_AFTER.match(text, end)
    if match is None:
        return None, "", end
    words = match["unit"]
    if len(words) == 1 and words not in "%°" and match["join"] and words.isupper():
        return None, "", end  # a capital letter is an initial, no unit
    return unit_named(words), match["join"].strip(), match.end()


def _ordinals(text: str) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        place = parse_ordinal(match.group())
        if place:
            span = Span(*match.span())
            yield Quantity(span=span, number=span, value=Decimal(place), ordinal=True)
