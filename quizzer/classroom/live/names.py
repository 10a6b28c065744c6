"""Nicknames: text and nothing else, short, readable, and fit to stand on a wall in a classroom."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

LONGEST = 24
_MOST_MARKS = 2
"""Accents on one letter; more of them are no name but a way to write over other lines."""

_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_DIGITS_AS_LETTERS = str.maketrans("013457@$!|", "oieastasil")


def clean_name(raw: str) -> str | None:
    """The name as it will be shown; None when it is empty, too long or not fit for a class.

    Control, invisible and direction characters go, spaces are single, stacked accents are cut.

    >>> clean_name("  O'Brien\\u202e \\x1b[31m ")
    "O'Brien [31m"
    >>> clean_name("\\u200b") is None
    True
    """
    # Four times the length is room for what will be cut; a page of text need not be looked at.
    if len(raw) > 4 * LONGEST:
        return None
    text = unicodedata.normalize("NFC", raw)
    kept = "".join(one for one in text if unicodedata.category(one) not in _INVISIBLE)
    name = " ".join(_without_towers(kept).split())
    is_readable = any(unicodedata.category(one)[0] in "LNS" for one in name)
    if not is_readable or len(name) > LONGEST or is_rude(name):
        return None
    return name


def _without_towers(text: str) -> str:
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter).startswith("M") else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def is_rude(text: str) -> bool:
    """Whether a word in it is on the list, however it is dressed up with digits and accents."""
    words = [_bare(word) for word in re.split(r"[\s_.\-*]+", text)]
    together = "".join(words)
    squeezed = _squeezed(together)
    forms = {form(word) for word in (*words, together) for form in (_doubled, _squeezed)}
    anywhere, whole = _lists()
    return any(rude in squeezed for rude in anywhere) or not whole.isdisjoint(forms)


def _bare(word: str) -> str:
    """The letters of a word, digits and signs that stand for letters among them."""
    if word.isdecimal():
        return ""
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_DIGITS_AS_LETTERS)
    return "".join(letter for letter in plain if letter.isalpha())


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _doubled(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1\1", word)


@cache
def _lists() -> tuple[tuple[str, ...], frozenset[str]]:
    """Words that are rude wherever they stand, and those that are so only by themselves."""
    lines = files("quizzer.classroom.live").joinpath("rude_words.txt").read_text("utf-8")
    entries = [line for line in lines.splitlines() if line and not line.startswith("#")]
    anywhere = tuple(_squeezed(line[1:]) for line in entries if line.startswith("*"))
    whole = {line for line in entries if not line.startswith("*")}
    # Of a short word with a double letter, the single one makes another word: as, tit.
    return anywhere, frozenset(whole | {_squeezed(word) for word in whole if len(word) > 4})
