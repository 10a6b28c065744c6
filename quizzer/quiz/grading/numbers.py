"""Numbers with units: figures as a language writes them, words, fractions, sums of units."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quizzer.deck.model import NumberAnswer
from quizzer.facts.numbers import parse_number
from quizzer.quiz.grading.figures import tokens_of
from quizzer.quiz.grading.fold import fold, roman_value
from quizzer.quiz.grading.units import EVERYDAY, LONGEST, UNITS, Unit
from quizzer.quiz.model import Grade, right, wrong

_PARTS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    **{
        word: Fraction(1, number)
        for number, word in enumerate(
            "third fourth fifth sixth seventh eighth ninth tenth".split(), start=3
        )
    },
    "halve": Fraction(1, 2),
}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES["trillion"] = 10**12
_SUFFIX = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
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
        and _is_uneven(wanted, response.unit)
        and _rounded(value, key.number) == key.number
    ):
        return right("accepted: the same in another unit, rounded")
    return wrong("too high" if value > number else "too low")


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


def _is_uneven(wanted: Quantity, unit: Unit) -> bool:
    """Whether the key takes more than two decimals in the other unit."""
    assert wanted.unit is not None
    base = wanted.value * wanted.unit.factor + wanted.unit.offset
    return ((base - unit.offset) / unit.factor * 100).denominator != 1


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
    if roman_value(roman):
        return Quantity(Fraction(roman_value(roman) or 0))
    words = fold(text).strip().rstrip(".!? ")
    clock = _CLOCK.fullmatch(words)
    if clock and near_unit is not None and near_unit.dimension == "time":
        minutes = int(clock.group(1)) * 60 + int(clock.group(2))
        return Quantity(Fraction(minutes), UNITS["minutes"])
    tokens = tokens_of(text, language)
    return None if tokens is None else _Reader(tokens, near_unit).read()


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
        if rest and rest[0] in ("minus", "negative"):
            sign, rest = -1, rest[1:]
        value, used = _longest_number(rest)
        if value is None:
            return self._part_or_one(rest)
        self._was_part = used == 1 and "/" in rest[0]
        self.at += used + (sign < 0)
        value = self._with_fraction(value, _SCALES.get(rest[used - 1], 1))
        after = self.tokens[self.at] if self.at < len(self.tokens) else ""
        if after == "dozen":
            self.at, value = self.at + 1, value * 12
        elif after in _SCALES and value.denominator > 1:
            # One and a half million; whole numbers were read with their scales already.
            self.at, value = self.at + 1, value * _SCALES[after]
        elif after.rstrip("s") in _PARTS and value != 0:
            self.at, value = self.at + 1, value * _PARTS[after.rstrip("s")]
            self._was_part = True
        elif after in _SUFFIX and not self._is_unit_wanted(after):
            self.at, value = self.at + 1, value * _SUFFIX[after]
        return sign * value

    def _with_fraction(self, value: Fraction, scale: int) -> Fraction:
        """Adds what comes after `and`: a half, three quarters; of a million, half a million."""
        after = self.tokens[self.at : self.at + 3]
        if after and re.fullmatch(r"\d+/[1-9]\d*", after[0]):
            self.at += 1
            return value + Fraction(after[0])
        if len(after) < 3 or after[0] != "and" or after[2].rstrip("s") not in _PARTS:
            return value
        count, used = _longest_number(after[1:2])
        if after[1] not in ("a", "an") and not used:
            return value
        self.at += 3
        return value + (count or 1) * _PARTS[after[2].rstrip("s")] * scale

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
        if word in _SCALES:
            self.at += skip + 1
            return self._with_fraction(Fraction(_SCALES[word]), _SCALES[word])
        if word in _PARTS and (word == "half" or skip):
            self.at += skip + 1
            return self._part_of_scale(_PARTS[word])
        if word == "dozen":
            self.at += skip + 1
            return Fraction(12)
        if skip and word in UNITS:
            self.at += 1
            return Fraction(1)
        return None

    def _part_of_scale(self, part: Fraction) -> Fraction:
        """Half of what follows: a million, an hour, or the whole that is asked about."""
        words = self.tokens[self.at : self.at + 3]
        articles = 1 + (words[:1] == ["of"]) if words[:1] in (["of"], ["a"], ["an"]) else 0
        scale = next((word for word in words[: articles + 1] if word in _SCALES), None)
        if scale is not None:
            self.at += words.index(scale) + 1
            return part * _SCALES[scale]
        if words[:1] in (["a"], ["an"]):
            self.at += 1
        self._was_part = True
        return part

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
