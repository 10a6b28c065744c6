"""What the words of a stem say of its number: `leads by 47 to ____`, `____, up from 44`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from quizzer.deck.model import BLANK

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?")
_N = r"\$?(?P<n>\d[\d,]*(?:\.\d+)?)"
_UNIT = r"(?:%|(?: [a-z-]+){1,3})?"
_GAP = re.escape(BLANK)
_ARTICLE = re.compile(rf"\b(an?) \$?{_GAP}")
_AHEAD = r"\b(?:lead(?:s|ing)?|led|ahead of|beat(?:s|ing)?|defeat(?:s|ed|ing)?|tops|topped)\b"
_ROSE = (
    r"\b(?:rose|risen|rise|rising|grew|grown|grow|growing|increas(?:e[sd]?|ing)|climb(?:ed|ing)?"
    r"|jump(?:ed|ing)?|up|surg(?:ed|ing))\b"
)
_FELL = (
    r"\b(?:fell|fallen|fall|falling|dropp(?:ed|ing)|drop|declin(?:e|ed|ing)|decreas(?:e[sd]?|ing)"
    r"|shr[aiu]nk|sank|sunk|cut|reduc(?:e[sd]?|ing)|down|slashed|plung(?:ed|ing))\b"
)
_LOWER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_AHEAD}[^,;]*? {_N}{_UNIT}(?: to |-|–| versus ){_GAP}",
        rf"{_FELL}[^,;]*? from {_N}{_UNIT} to {_GAP}",
        rf"{_GAP}{_UNIT}, (?:down|a (?:drop|decline|decrease|fall)) from (?:the )?{_N}",
        rf"{_ROSE}[^,;]*? from {_GAP}{_UNIT} to {_N}",
        rf"{_N}{_UNIT}, up from {_GAP}",
        rf"{_N}{_UNIT}, including (?:an? |the )?(?:\w+ )?{_GAP}",
    )
)
"""Where the number in the stem is above the one asked for."""
_HIGHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_AHEAD}[^,;]*? {_GAP}{_UNIT}(?: to |-|–| versus ){_N}",
        rf"{_ROSE}[^,;]*? from {_N}{_UNIT} to {_GAP}",
        rf"{_GAP}{_UNIT}, up from (?:the )?{_N}",
        rf"{_FELL}[^,;]*? from {_GAP}{_UNIT} to {_N}",
        rf"{_N}{_UNIT}, down from {_GAP}",
        rf"{_GAP}{_UNIT}, including (?:an? |the )?(?:\w+ )?{_N}",
    )
)
"""Where it is below."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number asked for lies above `least` and below `most`, and is none of `taken`.

    `article` is the one before its gap, `a` or `an`, which must fit all options.
    """

    least: Decimal = Decimal(0)
    most: Decimal | None = None
    taken: frozenset[Decimal] = frozenset()
    article: str | None = None

    def allow(self, number: Decimal) -> bool:
        """Whether the number may be an option."""
        return (
            self.least < number
            and (self.most is None or number < self.most)
            and number not in self.taken
            and (self.article is None or (self.article == "an") == _opens_with_a_vowel(number))
        )


def _opens_with_a_vowel(number: Decimal) -> bool:
    """Whether it is spoken with a vowel first: 8, 11, 18, 80, 18,000."""
    whole = f"{number:f}".split(".")[0]
    return whole.startswith("8") or whole[: len(whole) % 3 or 3] in {"11", "18"}


_SCALE = re.compile(r"million|billion|trillion")
ANY = Bounds()
"""Anything above zero."""


def bounds_of(stem: str, key: Decimal, unit: str | None) -> Bounds:
    """What the stem tells of its number, wherever that agrees with the key.

    A percentage of at most 100 stays so, and a count of more than one; nothing is 1200 million.
    """
    is_share = "percent" in (unit or "")
    upper = [Decimal(100)] if unit == "percent" and key <= 100 else []
    upper += [Decimal(1000)] if _SCALE.match(unit or "") and key < 1000 else []
    upper += [n for n in _found(_LOWER, stem) if n > key]
    lower = [n for n in _found(_HIGHER, stem) if n < key]
    if key > 1 and key == key.to_integral_value() and not is_share:
        lower.append(Decimal(1))  # whatever is counted stands in the plural
    taken = frozenset(_value(n[0]) for n in _NUMBER.finditer(stem)) - {key}
    article = _ARTICLE.search(stem)
    return Bounds(
        max(lower, default=Decimal(0)), min(upper, default=None), taken,
        article[1] if article else None,
    )  # fmt: skip


def _found(patterns: tuple[re.Pattern[str], ...], stem: str) -> list[Decimal]:
    return [_value(found["n"]) for pattern in patterns for found in pattern.finditer(stem)]


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", "").rstrip("."))
