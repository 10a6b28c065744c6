"""Numbers as English writes them: digits with commas, words, fractions, and both together."""

import re
from decimal import Decimal

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}

UNITS: dict[str, int] = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
}
"""The words that add up: `zero` to `nineteen` and the tens."""

SCALES: dict[str, int] = {"hundred": 100, **_SCALES}
"""The words that multiply."""

_IRREGULAR_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}

ORDINALS: dict[str, int] = {
    **{
        (word[:-1] + "ieth" if word.endswith("y") else word + "th"): number
        for word, number in UNITS.items()
        if number not in {0, *_IRREGULAR_ORDINALS.values()}
    },
    **_IRREGULAR_ORDINALS,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
"""The ordinals of one word: `first` to `nineteenth`, the tens, and the scales."""

_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_FRACTION = re.compile(r"(?:([0-9]{1,9})[ -])?([0-9]{1,9})/([0-9]{1,9})")
_VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}
_VULGAR_FORM = re.compile(r"([0-9]{0,9})([½¼¾])")
_ORDINAL_DIGITS = re.compile(r"([0-9]{1,9})(?:st|nd|rd|th)", re.IGNORECASE)


def parse_number(text: str) -> Decimal | None:
    """The value of a number in digits, in words, or in both (`2.3 million`); None for others.

    >>> parse_number("thirty-five"), parse_number("1,250.5"), parse_number("a dozen")
    (Decimal('35'), Decimal('1250.5'), Decimal('12'))
    """
    words = text.strip().lower()
    fraction = _FRACTION.fullmatch(words)
    if fraction is not None:
        whole, over, under = fraction.groups()
        if not int(under):
            return None
        return Decimal(int(whole or 0)) + Decimal(int(over)) / Decimal(int(under))
    vulgar = _VULGAR_FORM.fullmatch(words)
    if vulgar is not None:
        return Decimal(vulgar.group(1) or 0) + _VULGAR[vulgar.group(2)]
    return _sum_of_words(re.sub(r"(?<=[a-z])-(?=[a-z])|-(?=[a-z])", " ", words).split())


def parse_ordinal(text: str) -> int | None:
    """The place that an ordinal names: 21 for `21st` and `twenty-first`; None for others."""
    words = text.strip().lower()
    digits = _ORDINAL_DIGITS.fullmatch(words)
    if digits is not None:
        return int(digits.group(1))
    *before, last = words.replace("-", " ").split() or [""]
    if last not in ORDINALS:
        return None
    if not before:
        return ORDINALS[last]
    if before[-1] == "and":
        before.pop()
    rest = _sum_of_words(before)
    if rest is None:
        return None
    place = ORDINALS[last]
    return int(rest * place) if place >= 100 else int(rest + place)


def number_words(number: int) -> str:
    """`number`, from 0 up to 999,999, in words: `two hundred and five`.

    Raises:
        ValueError: the number lies outside that range.
    """
    if not 0 <= number < 10**6:
        raise ValueError("only numbers from 0 to 999999 are put in words")
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (f" and {number_words(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    join = " and " if 0 < rest < 100 else " "
    return f"{number_words(thousands)} thousand" + (f"{join}{number_words(rest)}" if rest else "")


def _sum_of_words(words: list[str]) -> Decimal | None:
    """Adds and multiplies along the words as they are spoken; None when one is no number.

    Below a hundred only a unit may follow a ten (`thirty five`, never `five thirty`), and the
    scales from a thousand up must fall from left to right.
    """
    if not words:
        return None
    total = Decimal(0)
    group: Decimal | None = None
    ceiling = 10**15
    previous = "start"
    for place, word in enumerate(words):
        if word in ("a", "an") and place == 0 and len(words) > 1:
            group, previous = Decimal(1), "article"
        elif word == "and" and previous in ("hundred", "scale") and place + 1 < len(words):
            previous = "and"
        elif _DIGITS.fullmatch(word) and previous == "start":
            group, previous = Decimal(word.replace(",", "")), "digits"
        elif word in UNITS:
            kind = "ten" if UNITS[word] >= 20 else "unit"
            allowed = {"start", "hundred", "scale", "and"} | ({"ten"} if kind == "unit" else set())
            if previous not in allowed or (previous == "ten" and not 0 < UNITS[word] < 10):
                return None
            group, previous = (group or Decimal(0)) + UNITS[word], kind
        elif word == "hundred" and previous in ("unit", "ten", "digits", "article"):
            group, previous = (group or Decimal(0)) * 100, "hundred"
        elif word == "dozen" and place == len(words) - 1 and group is not None:
            group, previous = group * 12, "scale"
        elif word in _SCALES and previous not in ("start", "scale", "and"):
            if _SCALES[word] >= ceiling:
                return None
            ceiling = _SCALES[word]
            total, group, previous = total + (group or Decimal(0)) * ceiling, None, "scale"
        else:
            return None
    if previous in ("article", "and"):
        return None
    return total + (group or Decimal(0))
