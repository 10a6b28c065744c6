"""Whom a first name alone means, where the article calls somebody so, as it does with children."""

from collections import Counter
from collections.abc import Mapping, Set

from quizzer.facts.first_names import FEMALE, MALE

_CALLED_SO = 3
"""Mentions by the first name alone that make it a way to call the person."""

_NAMED_AGAIN = 2
"""Mentions of the whole name that make a name of it, and no slip of the recogniser."""


def called_by_first_name(
    mentions: Counter[str],
    full: Mapping[str, str],
    surnames: frozenset[str],
    spoken_of: Mapping[str, Counter[str]],
    bodies: Mapping[str, int],
) -> dict[str, str]:
    """From first names to the persons whom the article calls so again and again.

    `full` has the full name behind each form, `spoken_of` how often a name is he or she, `bodies`
    how often it is that of no person.
    """
    found: dict[str, str] = {}
    for first, number in mentions.items():
        if " " in first:
            continue
        if first.lower() not in MALE | FEMALE and not spoken_of.get(first):
            continue  # a company that is called by the first word of its name
        bearer = _only_bearer(first, full, surnames)
        if bearer is not None and number >= max(_CALLED_SO, 4 * bodies.get(first, 0)):
            found[first] = bearer
    return found


def first_names_of(
    children: frozenset[str], full: Mapping[str, str], surnames: frozenset[str]
) -> dict[str, str]:
    """From the first names of children to their full ones; `children` has whole or first names."""
    firsts = {name.split(maxsplit=1)[0] for name in children}
    bearers = {first: _only_bearer(first, full, surnames) for first in sorted(firsts)}
    return {first: bearer for first, bearer in bearers.items() if bearer is not None}


def wholes_by_first_word(words: Set[str], named: Mapping[str, int]) -> dict[str, str]:
    """From those `words` by which the article calls something again, as it does with companies, to
    the whole name.

    `named` tells how often each name comes, whatever the recogniser takes it for.
    """
    found: dict[str, str] = {}
    for word in sorted(words):
        if " " in word or word.lower() in MALE | FEMALE or named.get(word, 0) < _CALLED_SO:
            continue
        wholes = [n for n in named if n.startswith(f"{word} ") and named[n] >= _NAMED_AGAIN]
        if len(wholes) == 1:
            found[word] = wholes[0]
    return found


def _only_bearer(first: str, full: Mapping[str, str], surnames: frozenset[str]) -> str | None:
    """The one person whose name begins so; None where it may be a surname too."""
    if first in full or first in surnames:
        return None
    bearers = {whole for name, whole in full.items() if name.startswith(f"{first} ")}
    return bearers.pop() if len(bearers) == 1 else None
