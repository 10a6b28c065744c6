"""Names of people: titles, initials, word order, and the surname alone where it says enough."""

import re
from dataclasses import dataclass

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.numbers import parse_ordinal
from quizzer.quiz.grading.fold import fold, roman_value, roman_words, words_of
from quizzer.quiz.grading.typos import Closeness, closeness

TITLES = frozenset(
    "mr mrs ms mx dr prof professor president minister secretary chancellor premier emperor "
    "empress colonel captain admiral senator governor ambassador spokesman spokeswoman chairman "
    "envoy director representative congressman congresswoman comrade herr frau madame monsieur "
    "mme mlle bundeskanzler bundeskanzlerin kanzler kanzlerin prasident prasidentin ministerin "
    "presidente presidenta presidentin ministre ministra ministro senor senora signor signora "
    "kaiser kaiserin konig konigin".split()
)
"""Words before a name that add nothing to it."""

_NAMES_TOO = frozenset(
    "miss sir dame lord lady king queen prince princess pope saint st general major mayor judge "
    "justice madam countess count duke duchess baron baroness chief father sister brother mother "
    "don dona roi reine rey reina papst graf general".split()
)
# Titles at the start of a name only: Stephen King and Camille Saint-Saëns keep theirs.
_JOINING = frozenset("and or not nor but either neither".split())
_JUNIOR, _SENIOR = frozenset(("jr", "junior")), frozenset(("sr", "senior"))
_SUFFIXES = frozenset(("esq", "phd", "md")) | _JUNIOR | _SENIOR
_PATRONYMIC = re.compile(r"\w{3,}(?:ovich|evich|ovna|evna|ovych|ivna)")
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
    r"\b(?:who|whom|whose|man|woman|person|wer|wem|wen|wessen|qui|qui[eé]n|chi|wie|"
    r"(?:which|what) (?:\w+ )?(?:author|writer|poet|president|leader|minister|king|queen|scientist|"
    r"actor|actress|singer|inventor|explorer|astronaut|composer|painter|philosopher))\b",
    re.IGNORECASE,
)
_FIRST_NAMES = MALE | FEMALE
_PLACES_TOO = frozenset(
    "victoria virginia charlotte florence jordan carolina georgia paris".split()
)
_NAME = re.compile(r"[^\W\d_][^\W\d_]*[.'’\-\w]*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart, folded: given names, the surname's words, a number as in Louis XIV.

    `is_senior` tells that somebody is the older (or, if False, the younger) of that name.
    """

    given: tuple[str, ...]
    surname: tuple[str, ...]
    number: int | None = None
    is_senior: bool | None = None


def asks_for_person(stem: str, kind: str | None) -> bool:
    """Whether the question is after a person."""
    return kind in ("attribution", "person") or _WHO.search(stem) is not None


def begins_with_first_name(text: str) -> bool:
    """Whether `text` is a name like Ada Lovelace, whatever the question asks for."""
    first, _, rest = text.partition(" ")
    return bool(rest) and fold(first) in _FIRST_NAMES - _PLACES_TOO


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


def take_apart(text: str, *, is_regnal: bool | None = None) -> PersonName | None:
    """The parts of a name, without titles; None when nothing is left.

    `is_regnal` tells that a number is expected, so that xiv is one, or that none is, so that the
    surname LI is no number; None leaves it to the capitals.

    >>> take_apart("President Charles de Gaulle")
    PersonName(given=('charles',), surname=('de', 'gaulle'), number=None)
    """
    turned = _turned(text)
    if turned is None:
        return None
    text = turned
    romans = roman_words(text)
    said = words_of(text)
    words = _without_titles([word for word in said if word not in _SUFFIXES])
    if not words:
        return None
    if is_regnal and "of" in words[2:]:
        # Henry VIII of England is Henry VIII; Joan of Arc stays whole.
        words = words[: words.index("of", 2)]
    number = None
    if len(words) > 1 and is_regnal is not False:
        number = _regnal_number(words[-1], romans, bool(is_regnal))
    if number is not None:
        return PersonName(tuple(words[:-1]), (), number)
    start = len(words) - 1
    while start > 0 and words[start - 1] in _PARTICLES:
        start -= 1
    ages = [word in _SENIOR for word in said if word in _JUNIOR | _SENIOR]
    senior = ages[0] if ages else None
    return PersonName(tuple(words[:start]), tuple(words[start:]), is_senior=senior)


def _turned(text: str) -> str | None:
    """`Curie, Marie` in the usual order; None for several people with commas between."""
    before, comma, after = text.partition(",")
    words = words_of(after)
    if not comma or not words:
        return text
    if set(words) <= _SUFFIXES:
        return text
    if words[-1] in TITLES or "of" in words:
        # Vladimir Putin, the Russian president.
        return before
    if set(words) & (TITLES | _JOINING) or "," in after:
        return None
    return f"{after} {before}"


def _without_titles(words: list[str]) -> list[str]:
    """What stands before a title belongs to it: the Russian President, the Foreign Minister."""
    titles = [place for place, word in enumerate(words[:-1]) if word in TITLES]
    if titles and not _JOINING & set(words[: titles[-1]]):
        words = words[titles[-1] + 1 :]
    while len(words) > 1 and words[0] in _NAMES_TOO:
        words = words[1:]
    return words


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
    if None not in (written.is_senior, meant.is_senior) and written.is_senior != meant.is_senior:
        return _NO
    wanted = meant.given + meant.surname
    given_words = written.given + written.surname
    joined = "".join(given_words)
    if joined in ("".join(wanted), "".join(meant.surname)):
        return NameMatch(Closeness.SAME, is_surname_alone=joined != "".join(wanted))
    # Any order of exactly the same words, as where the family name comes first.
    if len(wanted) > 1 and sorted(given_words) == sorted(wanted):
        return NameMatch(Closeness.SAME)
    if set(given_words) < set(meant.given) or given_words == meant.given:
        return NameMatch(Closeness.NEAR)
    turned = _match_words((*given_words[1:], *given_words[:1]), wanted)
    if len(wanted) > 1 and turned.closeness > Closeness.FAR:
        return turned
    surname = _match_words(written.surname, meant.surname)
    if surname.closeness is Closeness.FAR and len(meant.surname) > 1:
        # Beethoven is van Beethoven.
        surname = _match_words(written.surname, meant.surname[-1:])
    if surname.closeness is Closeness.FAR:
        return _NO
    givens = _match_given(written.given, meant.given)
    if givens.closeness is Closeness.FAR:
        return _NO
    return NameMatch(
        min(surname.closeness, givens.closeness),
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

    A middle initial or a patronymic that the key does not have is let through after one that
    fits; another middle name may be another person.
    """
    if written and written[0] == "".join(name[0] for name in meant) and len(meant) > 1:
        written = tuple(written[0])
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
            if fitted and (len(word) == 1 or _PATRONYMIC.fullmatch(word)):
                continue
            if fitted and at == len(meant):
                close, typo = min(close, Closeness.NEAR), word
                continue
            return _NO
        if best is not Closeness.SAME:
            typo = meant[place]
        close, at, fitted = min(close, best), place + 1, True
    return NameMatch(close, typo=typo)
