"""Names of people: titles, initials, word order, and the surname alone where it says enough."""

import re
from dataclasses import dataclass

from quizzer.facts.numbers import parse_ordinal
from quizzer.quiz.grading.fold import fold, roman_value, roman_words, words_of
from quizzer.quiz.grading.typos import Closeness, closeness

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor president minister secretary chancellor premier sir "
    "dame lord lady king queen prince princess emperor empress pope saint st general colonel "
    "major captain admiral senator governor mayor judge justice madam madame monsieur herr frau "
    "countess count duke duchess baron baroness ambassador spokesman spokeswoman chairman envoy "
    "chief director representative congressman congresswoman comrade father sister brother".split()
)
"""Words before a name that add nothing to it."""

_SUFFIXES = frozenset(("jr", "sr", "esq", "phd", "md"))
_PARTICLES = frozenset(
    "van von der den de la le du di da dos del della bin ibn al el ter ten zu af".split()
)
_COLLECTIVE = frozenset(
    "house ministry union nations party council committee agency group states kingdom republic "
    "government army force forces kremlin duma office department company bank university team "
    "press court times post news institute society association front league parliament senate "
    "congress assembly foundation police guard navy office service fund board club court".split()
)
_WHO = re.compile(
    r"\b(?:who|whom|whose|man|woman|person|wer|wem|wen|wessen|qui|qui[eé]n|chi|wie)\b", re.I
)
_NAME = re.compile(r"[^\W\d_][^\W\d_]*[.'’\-\w]*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart, folded: given names, the surname's words, a number as in Louis XIV."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    number: int | None = None


def asks_for_person(stem: str, kind: str | None) -> bool:
    """Whether the question is after a person."""
    return kind in ("attribution", "person") or _WHO.search(stem) is not None


def is_person_name(text: str) -> bool:
    """Whether `text` has the shape of a person's full name: two to six capitalised words."""
    words = text.replace(",", " ").split()
    folded = set(words_of(text))
    return (
        2 <= len(words) <= 6
        and not folded & _COLLECTIVE
        and fold(words[0]) not in ("the", "a", "an")
        and all(
            _NAME.match(word) and (word[0].isupper() or fold(word) in _PARTICLES) for word in words
        )
    )


def take_apart(text: str, *, is_regnal: bool = False) -> PersonName | None:
    """The parts of a name, without titles; None when nothing is left.

    `is_regnal` tells that a number is expected, so that xiv is one and the surname Li is none.

    >>> take_apart("President Charles de Gaulle")
    PersonName(given=('charles',), surname=('de', 'gaulle'), number=None)
    """
    before, comma, after = text.partition(",")
    if comma and after.strip() and fold(after).strip(" .") not in _SUFFIXES:
        text = f"{after} {before}"
    romans = roman_words(text)
    words = [word for word in words_of(text) if word not in _SUFFIXES]
    titles = [place for place, word in enumerate(words[:-1]) if word in TITLES]
    # What stands before a title belongs to it: the Russian President, the Foreign Minister.
    words = words[titles[-1] + 1 :] if titles else words
    if not words:
        return None
    number = _regnal_number(words[-1], romans, is_regnal) if len(words) > 1 else None
    if number is not None:
        return PersonName(tuple(words[:-1]), (), number)
    start = len(words) - 1
    while start > 0 and words[start - 1] in _PARTICLES:
        start -= 1
    return PersonName(tuple(words[:start]), tuple(words[start:]))


def _regnal_number(word: str, romans: frozenset[str], is_regnal: bool) -> int | None:
    if word in romans or (is_regnal and roman_value(word) is not None):
        return roman_value(word)
    return int(word) if word.isdecimal() else parse_ordinal(word)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How a written name fits: how close, what was left out, and the word with a typo."""

    closeness: Closeness
    is_surname_alone: bool = False
    is_short: bool = False
    typo: str | None = None


_NO = NameMatch(Closeness.FAR)


def match_name(written: PersonName, meant: PersonName) -> NameMatch:
    """How well `written` names the person `meant`."""
    if meant.number is not None or written.number is not None:
        same = meant.number == written.number and len(meant.given) == len(written.given)
        return _match_words(written.given, meant.given) if same else _NO
    wanted = meant.given + meant.surname
    given_words = written.given + written.surname
    # Any order of exactly the same words, as where the family name comes first.
    if len(wanted) > 1 and sorted(given_words) == sorted(wanted):
        return NameMatch(Closeness.SAME)
    if set(given_words) < set(meant.given) or given_words == meant.given:
        return NameMatch(Closeness.NEAR)
    turned = _match_words((*given_words[1:], *given_words[:1]), wanted)
    if len(wanted) > 1 and turned.closeness > Closeness.FAR:
        return turned
    surname = _match_words(written.surname, meant.surname)
    short_of_particle = False
    if surname.closeness is Closeness.FAR and len(meant.surname) > 1:
        surname = _match_words(written.surname, meant.surname[-1:])
        short_of_particle = surname.closeness > Closeness.FAR
    if surname.closeness is Closeness.FAR:
        return _NO
    givens = _match_given(written.given, meant.given)
    if givens.closeness is Closeness.FAR:
        return _NO
    best = min(surname.closeness, givens.closeness)
    return NameMatch(
        Closeness.NEAR if short_of_particle else best,
        is_surname_alone=not written.given,
        is_short=len(written.given) < len(meant.given) or any(len(w) == 1 for w in written.given),
        typo=surname.typo or givens.typo,
    )


def _match_words(written: tuple[str, ...], meant: tuple[str, ...]) -> NameMatch:
    if len(written) != len(meant):
        return _NO
    close, typo = Closeness.SAME, None
    for mine, theirs in zip(written, meant, strict=True):
        this = closeness(mine, theirs)
        if this is not Closeness.SAME:
            typo = theirs
        close = min(close, this)
    return NameMatch(close, typo=typo)


def _match_given(written: tuple[str, ...], meant: tuple[str, ...]) -> NameMatch:
    """Each written given name or initial fits one that was meant, in order.

    A middle initial that the key does not have is let through after one that fits.
    """
    close, typo, at, fitted = Closeness.SAME, None, 0, False
    for word in written:
        best, place = Closeness.FAR, at
        for candidate in range(at, len(meant)):
            name = meant[candidate]
            if len(word) == 1 or len(name) == 1:
                this = Closeness.SAME if word[0] == name[0] else Closeness.FAR
            else:
                this = closeness(word, name)
            if this > best:
                best, place = this, candidate
        if best is Closeness.FAR:
            if fitted and len(word) == 1:
                continue
            return _NO
        if best is not Closeness.SAME:
            typo = meant[place]
        close, at, fitted = min(close, best), place + 1, True
    return NameMatch(close, typo=typo)
