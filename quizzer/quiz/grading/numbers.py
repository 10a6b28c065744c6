"""Numbers with units: figures as a language writes them, words, fractions, sums of units."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quizzer.deck.model import NumberAnswer
from quizzer.facts.numbers import parse_number
from quizzer.quiz.grading.fold import fold, roman_value
from quizzer.quiz.grading.units import EVERYDAY, LONGEST, UNITS, Unit
from quizzer.quiz.model import Grade, right, wrong

COMMA_LANGUAGES = frozenset(
    "de fr es it pt nl pl ru uk cs sk sv da nb nn no fi tr el hu ro bg hr sl sr et lv lt".split()
)
"""Languages that write 1,5 for one and a half and 1.500 for fifteen hundred."""

_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}
_HEDGES = re.compile(
    r"^(?:(?:about|around|roughly|approximately|approx|some|circa|ca|nearly|almost|exactly|"
    r"just|only|over|it is|was|~|≈)\b\.?\s*)+"
)
_PARTS = {"half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4)}
_SUFFIX = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
_TOKEN = re.compile(
    r"-?\d+/\d+"
    r"|-?\d{1,3}(?:[ .,']\d{3})+(?![\d/])(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?|-?[.,]\d+"
    r"|m/s2?|km/h|[mk]m?[23]\b|°[cf]?|us\$|[$€£¥₽₴%]|[^\W\d_]+|\S"
)
_CLOCK = re.compile(r"(\d+)\s*[h:]\s*([0-5]\d)\s*(?:h|hours?|hrs?|min|minutes?)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value, its unit if it names a known one, and whether it is a share of a whole."""

    value: Fraction
    unit: Unit | None = None
    is_share: bool = False


def grade_number(written: str, key: NumberAnswer, *, language: str = "en", stem: str = "") -> Grade:
    """Grades a typed number; a bare one is taken in the key's unit, which the prompt shows."""
    wanted = read_quantity(f"{key.number:f} {key.unit or ''}", "en")
    if wanted is None:
        return wrong("the key is no number")
    response = read_quantity(written, language, wanted.unit)
    if response is None:
        return wrong("that is no single number")
    number = Fraction(key.number)
    tolerance = Fraction(key.tolerance or 0)
    scale = wanted.value / number if number else Fraction(1)
    value, in_other_unit = response.value, False
    if response.is_share and wanted.unit is not None and wanted.unit.dimension == "share":
        value *= 100
    elif response.unit is not None:
        converted = _convert(response, wanted.unit, stem)
        if converted is None:
            return wrong("another unit")
        in_other_unit = wanted.unit is not None and response.unit != wanted.unit
        value = converted
    elif scale != 1 and value == number:
        value *= scale
    value /= scale
    if abs(value - number) <= tolerance:
        if in_other_unit:
            return right("accepted: the same in another unit")
        return right() if value == number else right("accepted: within the tolerance")
    # Miles for kilometres never come out even; as many places as the key has must agree.
    if (
        in_other_unit
        and wanted.unit is not None
        and wanted.unit.dimension not in EVERYDAY
        and response.unit is not None
        and _is_uneven(response.unit, wanted.unit)
        and _rounded(value, key.number) == key.number
    ):
        return right("accepted: the same in another unit, rounded")
    return wrong()


def _convert(response: Quantity, wanted: Unit | None, stem: str) -> Fraction | None:
    unit = response.unit
    assert unit is not None
    if wanted is None:
        # A unit that the question itself names is no mistake.
        named = any(UNITS.get(word) == unit for word in re.findall(r"\w+", fold(stem)))
        return response.value if named else None
    if unit.dimension == "degrees" and wanted.dimension == "temperature":
        return response.value
    if unit.dimension != wanted.dimension:
        return None
    base = response.value * unit.factor + unit.offset
    return (base - wanted.offset) / wanted.factor


def _is_uneven(unit: Unit, other: Unit) -> bool:
    ratio = unit.factor / other.factor
    return any(part % 2 and part % 5 and part != 1 for part in (ratio.numerator, ratio.denominator))


def _rounded(value: Fraction, like: Decimal) -> Decimal:
    places = max(0, -int(like.as_tuple().exponent))
    return Decimal(round(value * 10**places)).scaleb(-places)


def read_quantity(
    text: str, language: str = "en", near_unit: Unit | None = None
) -> Quantity | None:
    """The one quantity that `text` states; None when it states none, or several.

    `near_unit` settles what is ambiguous: the m of 3.2m are metres where a length is asked.

    >>> read_quantity("an hour and a half").value
    Fraction(3, 2)
    """
    if len(text) > 200:
        return None
    roman = text.strip()
    if roman.isupper() and roman_value(roman):
        return Quantity(Fraction(roman_value(roman) or 0))
    for sign, fraction in _VULGAR.items():
        text = text.replace(sign, f" {fraction} ")
    words = _HEDGES.sub("", fold(text).strip().rstrip(".!? "))
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", words)
    clock = _CLOCK.fullmatch(words)
    if clock and near_unit is not None and near_unit.dimension == "time":
        minutes = int(clock.group(1)) * 60 + int(clock.group(2))
        return Quantity(Fraction(minutes), UNITS["minutes"])
    tokens: list[str] = []
    for token in _TOKEN.findall(words):
        if token[0].isdigit() or token[0] in "-.,":
            plain = _plain_figure(token, language)
            if plain is None:
                return None
            tokens.append(plain)
        else:
            tokens.append(token)
    return _Reader(tokens, near_unit).read()


def _plain_figure(token: str, language: str) -> str | None:
    """The figure as Python writes it; None when its separators stand in wrong places."""
    if "/" in token or token == "-":
        return token
    body = token.strip().replace("'", " ")
    sign, body = ("-", body[1:]) if body.startswith("-") else ("", body)
    decimal = "," if language[:2] in COMMA_LANGUAGES else "."
    group = "." if decimal == "," else ","
    for thousands in (group, " "):
        whole = re.fullmatch(
            rf"(\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+)(?:{re.escape(decimal)}(\d+))?", body
        )
        if whole:
            digits = whole.group(1).replace(thousands, "")
            return sign + digits + (f".{whole.group(2)}" if whole.group(2) else "")
    simple = re.fullmatch(r"(\d*)(?:[.,](\d+))?", body)
    if simple is None:
        return None
    return f"{sign}{simple.group(1) or '0'}" + (f".{simple.group(2)}" if simple.group(2) else "")


class _Reader:
    """Reads along the tokens: quantities that add up (1 hour 30 minutes) become one."""

    def __init__(self, tokens: list[str], near_unit: Unit | None):
        self.tokens = tokens
        self.near_unit = near_unit
        self.at = 0

    def read(self) -> Quantity | None:
        found: list[Quantity] = []
        joined = True
        while self.at < len(self.tokens):
            if self.tokens[self.at] in ("or", "to", "-", "until", "not"):
                return None
            unit_before = self._unit()
            quantity = self._quantity()
            if quantity is None:
                if unit_before is None:
                    joined = self.tokens[self.at] == "and"
                    self.at += 1
                continue
            if unit_before is not None:
                quantity = Quantity(quantity.value, unit_before)
            if found and not joined and quantity.unit is None:
                return None
            found.append(quantity)
        return _sum(found)

    def _quantity(self) -> Quantity | None:
        value = self._value()
        if value is None:
            return None
        unit = self._unit()
        if unit is None and self.tokens[self.at : self.at + 1] == ["of"]:
            return Quantity(value, is_share=True)
        if unit is not None and self.tokens[self.at : self.at + 3] == ["and", "a", "half"]:
            self.at += 3
            value += Fraction(1, 2)
        return Quantity(value, unit, is_share=unit is None and self._was_part)

    _was_part = False

    def _value(self) -> Fraction | None:
        self._was_part = False
        rest = self.tokens[self.at :]
        sign = 1
        if rest and rest[0] == "minus":
            sign, rest = -1, rest[1:]
        value, used = _longest_number(rest)
        if value is None:
            return self._part_or_one(rest)
        self.at += used + (sign < 0)
        after = self.tokens[self.at : self.at + 3]
        if after == ["and", "a", "half"]:
            self.at, value = self.at + 3, value + Fraction(1, 2)
        elif after and re.fullmatch(r"\d+/[1-9]\d*", after[0]):
            self.at, value = self.at + 1, value + Fraction(after[0])
        elif after and after[0] == "dozen":
            self.at, value = self.at + 1, value * 12
        elif after and after[0].rstrip("s") in _PARTS and value != 0:
            self.at, value = self.at + 1, value * _PARTS[after[0].rstrip("s")]
            self._was_part = True
        elif after and after[0] in _SUFFIX and not self._is_unit_wanted(after[0]):
            self.at, value = self.at + 1, value * _SUFFIX[after[0]]
        return sign * value

    def _is_unit_wanted(self, word: str) -> bool:
        unit = UNITS.get(word)
        return (
            unit is not None
            and self.near_unit is not None
            and unit.dimension == self.near_unit.dimension
        )

    def _part_or_one(self, rest: list[str]) -> Fraction | None:
        """Half, a third, a dozen, an hour, a fortnight: one without a figure."""
        skip = 1 if rest[:1] in (["a"], ["an"], ["one"]) else 0
        if len(rest) <= skip:
            return None
        word = rest[skip]
        if word in _PARTS and (word == "half" or skip):
            self.at += skip + 1
            if self.tokens[self.at : self.at + 1] in (["a"], ["an"]):
                self.at += 1
            self._was_part = True
            return _PARTS[word]
        if word == "dozen":
            self.at += skip + 1
            return Fraction(12)
        if skip and word in UNITS:
            self.at += 1
            return Fraction(1)
        return None

    def _unit(self) -> Unit | None:
        for length in range(min(LONGEST, len(self.tokens) - self.at), 0, -1):
            name = " ".join(self.tokens[self.at : self.at + length])
            if name in UNITS:
                self.at += length
                return UNITS[name]
        return None


def _longest_number(words: list[str]) -> tuple[Fraction | None, int]:
    for end in range(min(len(words), 12), 0, -1):
        if words[end - 1] == "dozen":
            continue
        text = " ".join(words[:end])
        if re.fullmatch(r"-?\d+(?:\.\d+)?|-?\d+/[1-9]\d*", text):
            return Fraction(text), end
        negative = text.startswith("-")
        if words[0] not in ("a", "an") and (value := parse_number(text.lstrip("-"))) is not None:
            return Fraction(value) * (-1 if negative else 1), end
    return None, 0


def _sum(found: list[Quantity]) -> Quantity | None:
    if len(found) <= 1:
        return found[0] if found else None
    first = found[0].unit
    if first is None or any(
        quantity.unit is None or quantity.unit.dimension != first.dimension for quantity in found
    ):
        return None
    total = sum((q.value * q.unit.factor for q in found if q.unit is not None), Fraction(0))
    return Quantity(total / first.factor, first)
