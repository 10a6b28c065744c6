"""Whether two names are near to being one: an alias, initials, a part, a country's adjective."""

import re
from functools import lru_cache

from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.names.demonyms import DEMONYMS, people_of
from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import CAPITALS, SAME_COUNTRY, is_same_place

_WHOLES = tuple(
    (frozenset(whole.split(";")), frozenset(parts.split(";")) - {""})
    for whole, parts in (
        ("Democratic Party;Democrats;DNC;Democratic National Committee", ""),
        ("Republican Party;Republicans;GOP;RNC;Republican National Committee", ""),
        ("United Nations;UN;U.N.;U.N", "Security Council;U.N. Security Council;General Assembly"
         ";United Nations Security Council;Human Rights Council"),
        ("European Union;EU", "European Commission;European Council;European Parliament"),
        ("Congress;U.S. Congress", "Senate;U.S. Senate;House;U.S. House;House of Representatives"),
        ("Justice Department;Department of Justice;DOJ", "FBI;Federal Bureau of Investigation"),
        ("House of Representatives;House;U.S. House", ""),
        ("Senate;U.S. Senate", ""),
        ("Federal Reserve;Fed", ""),
    )
)  # fmt: skip
"""Bodies under their several names, with their parts."""


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """`CFPB` for itself and for the Consumer Financial Protection Bureau; else the name."""
    words = [word for word in re.findall(r"[A-Za-z.]+", name) if word[0].isupper()]
    if words and words[0] == "The":
        words = words[1:]
    if len(words) == 1:
        return str(words[0]).replace(".", "").removesuffix("s") if "." in words[0] else words[0]
    return "".join(word[0] for word in words) if len(words) > 1 else name


@lru_cache(maxsize=4096)
def is_near(one: str, other: str) -> bool:
    """Whether two names may mean the same, or one a part of the other."""
    mine = {word.lower() for word in one.replace(".", "").split() if word.lower() != "the"}
    theirs = {word.lower() for word in other.replace(".", "").split() if word.lower() != "the"}
    last = one.rsplit(maxsplit=1)[-1].lower()
    if is_same_place(one, other) or initials(one) == initials(other):
        return True
    if is_part(one, other):
        return True
    if {initials(one)[:2], initials(other)[:2]} == {"UN"} and len({one, other}) == 2:
        return "U" in one and "U" in other and "N" in one and "N" in other
    if mine <= theirs or theirs <= mine:
        return True
    is_surname = kind_of_body(one) is None or kind_of_body(other) is None
    return is_surname and last == other.rsplit(maxsplit=1)[-1].lower()


def is_part(one: str, other: str) -> bool:
    """Whether both are names of one known body, or one names a part of it."""
    mine, theirs = bare(one), bare(other)
    for whole, parts in _WHOLES:
        if (mine in whole and theirs in whole | parts) or (theirs in whole and mine in parts):
            return True
    return False


def is_named(name: str, stem: str) -> bool:
    """Whether the stem holds the name, a part or an alias of it, or its country's adjective or
    capital."""
    plain = bare(name)
    if name in stem or plain in stem:
        return True
    if kind_of_body(name) is None and name.rsplit(maxsplit=1)[-1] in stem:
        return True
    return any(
        other in stem and re.search(rf"(?<!\w){re.escape(other)}(?!\w)", stem)
        for other in _other_names(plain)
    )


@lru_cache(maxsize=4096)
def _other_names(plain: str) -> frozenset[str]:
    """The aliases of a place or a body, the names of its parts, its adjective and its capital."""
    others: set[str] = set()
    for names in SAME_COUNTRY:
        if plain in names:
            others |= names
    if plain in DEMONYMS:
        others |= {DEMONYMS[plain], people_of(DEMONYMS[plain])}
    others |= {city for city, country in CAPITALS.items() if is_same_place(country, plain)}
    for whole, parts in _WHOLES:
        if plain in whole:
            others |= whole | parts
        elif plain in parts:
            others |= whole
    return frozenset(others)
