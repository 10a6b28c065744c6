"""Text without what a fair teacher overlooks: case, accents, punctuation, articles, width."""

import re
import unicodedata

from quizzer.facts.numbers import SCALES, UNITS, parse_number, parse_ordinal

ARTICLES = {
    "en": {"the", "a", "an"},
    "de": {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer"},
    "fr": {"le", "la", "les", "l", "un", "une", "des"},
    "es": {"el", "la", "los", "las", "un", "una"},
    "it": {"il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una"},
    "pt": {"o", "a", "os", "as", "um", "uma"},
    "nl": {"de", "het", "een"},
}
"""Words that may stand before a term or be left out, by language."""

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("'’ʼ`´\u00ad", "")
    | {"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "&": " and "}
)
# A number keeps its point and its sign; a word keeps + and # (C++, C#).
_TOKEN = re.compile(
    r"(?:(?<![\w])-)?\d+(?:[.,]\d+)*(?:[^\W\d_]+\d*)*|[^\W_]+[+#]*(?:\d+)?|[+#%$€£]"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NUMBER_WORDS = frozenset(UNITS) | frozenset(SCALES) | {"minus", "dozen"}


def fold(text: str) -> str:
    """`text` in one case and width, without accents, apostrophes and invisible characters.

    >>> fold("Élan  Ａ"), fold("Straße")
    ('elan  a', 'strasse')
    """
    if text.isascii():
        return text.casefold().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(
        char
        for char in unicodedata.normalize("NFKD", decomposed)
        # Only the marks of European scripts: in others they are vowels.
        if not "\u0300" <= char <= "\u036f" and unicodedata.category(char) != "Cf"
    )
    return unicodedata.normalize("NFC", kept).translate(_PLAIN)


def words_of(text: str, language: str = "en") -> tuple[str, ...]:
    """The folded words of `text`: no punctuation, no articles, number words as digits.

    >>> words_of("The Apollo-Eleven mission")
    ('apollo', '11', 'mission')
    """
    words = _TOKEN.findall(fold(text))
    return tuple(_digits_for_words(_without_articles(words, language)))


def _without_articles(words: list[str], language: str) -> list[str]:
    articles = ARTICLES.get(language[:2], ARTICLES["en"])
    # The first letter of an abbreviation (A.T.&T.) is no article.
    if len(words) > 1 and words[0] in articles and not len(words[0]) == len(words[1]) == 1:
        words = words[1:]
    if "the" in articles and len(words) > 1:
        # Only `the` goes from within: the A of vitamin A is no article.
        words = [word for word in words if word != "the"] or words
    return words


def _digits_for_words(words: list[str]) -> list[str]:
    if not any(word in _NUMBER_WORDS for word in words):
        return words
    found: list[str] = []
    at = 0
    while at < len(words):
        end = len(words) if words[at] in _NUMBER_WORDS else at
        sign = "-" if words[at] == "minus" else ""
        start = at + bool(sign)
        while end > start and (value := parse_number(" ".join(words[start:end]))) is None:
            end -= 1
        if end > start and value is not None:
            place = parse_ordinal(" ".join(words[start : end + 1])) if end < len(words) else None
            # Twenty-first is one word of the kind of 21st.
            found.append(f"{sign}{value:f}" if place is None else f"{place}th")
            at = end + (place is not None)
        elif words[at] == "dozen":
            found.append("12")
            at += 1
        elif sign and start < len(words) and words[start][0].isdigit():
            found.append(f"-{words[start]}")
            at = start + 1
        else:
            found.append(words[at])
            at += 1
    return found


def compact(words: tuple[str, ...]) -> str:
    """All words in one, without `and`, so that AT&T is ATT and cease-fire ceasefire."""
    return "".join(word for word in words if word != "and") or "".join(words)


def roman_value(word: str) -> int | None:
    """The value of a Roman numeral, in either case; None for anything else, the empty word too.

    >>> roman_value("XIV"), roman_value("ivy")
    (14, None)
    """
    upper = word.upper()
    if not upper or _ROMAN.fullmatch(upper) is None:
        return None
    values = [_ROMAN_DIGITS[digit] for digit in upper]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def roman_words(text: str) -> frozenset[str]:
    """The folded words of `text` that are Roman numerals as people write them: XIV, II.

    One letter alone counts only at the end of several words: Elizabeth I, but not I or C.
    """
    words = re.findall(r"\w+", text)
    return frozenset(
        word.casefold()
        for place, word in enumerate(words)
        if word.isupper()
        and roman_value(word) is not None
        and set(word) <= set("IVXLC")
        and (len(word) > 1 or (place == len(words) - 1 > 0 and word in "IVX"))
    )
