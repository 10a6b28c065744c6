"""Figures as people write them, as tokens that Python reads: `1.234,56`, `3×10⁸`, `١٧٥`."""

import re
from decimal import Decimal

from quizzer.quiz.grading.fold import fold

COMMA_LANGUAGES = frozenset(
    "de fr es it pt nl pl ru uk cs sk sv da nb nn no fi tr el hu ro bg hr sl sr et lv lt".split()
)
"""Languages that write 1,5 for one and a half and 1.500 for fifteen hundred."""

_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}
_HEDGES = re.compile(
    r"^(?:(?:about|around|roughly|approximately|approx|some|circa|ca|nearly|almost|exactly|"
    r"just|only|over|i think|i guess|it is|its|it was|was|there were)\b\.?\s*|[~≈=(]\s*)+"
)
_MISSPELT = {"fourty": "forty", "ninty": "ninety", "nineth": "ninth", "fourtieth": "fortieth"}
_NONE = frozenset(("none", "nil", "nought", "none at all", "nothing", "no one"))
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(r"(?<![\d.])10\s*([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)")
_SCIENTIFIC = re.compile(
    r"(?<![\w.,])(-?\d+(?:[.,]\d+)?)\s*[x×*·]\s*10\s*(?:\^|\*\*)\s*(-?\d{1,2})(?![\d.])"
    r"|(?<![\w.,])(-?\d+(?:\.\d+)?)e([+-]?\d{1,2})(?!\w)"
    r"|(?<![\w.,])10\s*(?:\^|\*\*)\s*(-?\d{1,2})(?![\d.])"
)
_POINT = re.compile(r"(\w+) point ((?:(?:zero|one|two|three|four|five|six|seven|eight|nine) ?)+)")
_DIGITS = {
    word: str(digit)
    for digit, word in enumerate("zero one two three four five six seven eight nine".split())
}
_TOKEN = re.compile(
    r"-?\d+/\d+"
    r"|-?\d{1,2}(?:,\d{2})+,\d{3}(?![\d/])"
    r"|-?\d{1,3}(?:[ .,']\d{3})+(?![\d/])(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?|-?[.,]\d+"
    r"|m/s2?|km/h|[mk]m?[23]\b|°[cf]?|us\$|[$€£¥₽₴%]|[^\W\d_]+|\S"
)


def tokens_of(text: str, language: str = "en") -> list[str] | None:
    """The folded words and plain figures of `text`; None when a figure makes no sense.

    >>> tokens_of("1.234,56 €", "de"), tokens_of("3×10⁸")
    (['1234.56', '€'], ['300000000'])
    """
    for sign, fraction in _VULGAR.items():
        text = text.replace(sign, f" {fraction} ")
    text = _POWER.sub(lambda match: "10^" + match.group(1).translate(_SUPERSCRIPTS), text)
    words = _HEDGES.sub("", fold(text).strip().rstrip(".!?) ")).lstrip("+")
    words = _SCIENTIFIC.sub(_written_out, re.sub(r"(?<=[a-z])-(?=[a-z])", " ", words))
    words = _POINT.sub(_decimals, words)
    if words in _NONE:
        return ["0"]
    tokens: list[str] = []
    for token in _TOKEN.findall(words):
        if token[0].isdigit() or token[0] in "-.,":
            plain = _plain_figure(token, language)
            if plain is None:
                return None
            tokens.append(plain)
        else:
            tokens.append(_MISSPELT.get(token, token))
    return tokens


def _written_out(match: re.Match[str]) -> str:
    """A number with a power of ten, without it."""
    factor, power, short, short_power, alone = match.groups()
    number = Decimal((factor or short or "1").replace(",", "."))
    return f"{number.scaleb(int(power or short_power or alone)):f}"


def _decimals(match: re.Match[str]) -> str:
    """`one point two five` with the decimals as figures; the whole stays a word if it is none."""
    whole = _DIGITS.get(match.group(1), match.group(1))
    decimals = "".join(_DIGITS[word] for word in match.group(2).split())
    return f"{whole}.{decimals} " if whole.isdecimal() else match.group()


def _plain_figure(token: str, language: str) -> str | None:
    """The figure as Python writes it; None when its separators stand in wrong places."""
    if "/" in token or token == "-":
        return token
    body = token.strip().replace("'", " ")
    sign, body = ("-", body[1:]) if body.startswith("-") else ("", body)
    decimal = "," if language[:2] in COMMA_LANGUAGES else "."
    other = "." if decimal == "," else ","
    for thousands, point in ((other, decimal), (" ", decimal), (" ", other)):
        if plain := _without_thousands(body, thousands, point):
            return sign + plain
    # Both separators, or one of them twice, leave no doubt in any language.
    if body.count(decimal) > 1 or 0 <= body.find(decimal) < body.find(other):
        plain = _without_thousands(body, decimal, other)
        return sign + plain if plain else None
    if re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", body):
        return sign + body.replace(",", "")
    simple = re.fullmatch(r"(\d*)(?:[.,](\d+))?", body)
    if simple is None:
        return None
    return f"{sign}{simple.group(1) or '0'}" + (f".{simple.group(2)}" if simple.group(2) else "")


def _without_thousands(body: str, thousands: str, decimal: str) -> str | None:
    whole = re.fullmatch(
        rf"(\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+)(?:{re.escape(decimal)}(\d+))?", body
    )
    if whole is None:
        return None
    digits = whole.group(1).replace(thousands, "")
    return digits + (f".{whole.group(2)}" if whole.group(2) else "")
