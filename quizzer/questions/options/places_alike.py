"""Which places may stand beside one another: of one size, of one time, in the same leagues.

A region stands beside regions, a country of its time beside countries that were there then, and a
member of a body that the stem names beside members.
"""

import re

from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import is_same_place, place_noun

_REGION = re.compile(
    r"(?:(?:North|South|East|West|Central|Middle|Far|Near|Latin|Southeast|Northeast|Southwest"
    r"|Northwest|Northern|Southern|Eastern|Western|Sub-Saharan)\b.*\b(?:Africa|Asia|America|Europe"
    r"|East|West|Coast|Pacific|Balkans)"
    r"|Africa|Asia|Europe|Eurasia|Oceania|Antarctica|Scandinavia|Balkans|Baltics|Caribbean|Caucasus"
    r"|Midwest|Northeast|Southeast|Southwest|Northwest|Deep South|Gulf Coast|Persian Gulf|Maghreb"
    r"|West Bank|Arctic|West|East|South|North)"
)
_BEGAN = {
    "Montenegro": 2006, "Serbia": 2006, "Kosovo": 2008, "South Sudan": 2011, "East Timor": 2002,
    "Eritrea": 1993, "Czechia": 2016, "North Macedonia": 2019, "Eswatini": 2018,
    "Czech Republic": 1993, "Slovakia": 1993, "Croatia": 1991, "Slovenia": 1991, "Bosnia": 1992,
    "Estonia": 1991, "Latvia": 1991, "Lithuania": 1991, "Ukraine": 1991, "Belarus": 1991,
    "Moldova": 1991, "Armenia": 1991, "Azerbaijan": 1991, "Kazakhstan": 1991, "Uzbekistan": 1991,
    "Turkmenistan": 1991, "Kyrgyzstan": 1991, "Tajikistan": 1991, "Namibia": 1990,
}  # fmt: skip
"""The year in which a country, or the name of one, began; older ones have always been there."""
_ENDED = {"Soviet Union": 1991, "Czechoslovakia": 1992, "Yugoslavia": 2003, "East Germany": 1990}
_PARTS_OF_KINGDOM = frozenset({"England", "Scotland", "Wales"})

_NATO = {
    1949: "Belgium;Canada;Denmark;France;Iceland;Italy;Luxembourg;Netherlands;Norway;Portugal"
    ";United Kingdom;Britain;Great Britain;UK;U.K.;United States;U.S.;US;USA;America",
    1952: "Greece;Turkey", 1955: "Germany", 1982: "Spain",
    1999: "Poland;Hungary;Czech Republic;Czechia",
    2004: "Bulgaria;Estonia;Latvia;Lithuania;Romania;Slovakia;Slovenia",
    2009: "Albania;Croatia", 2017: "Montenegro", 2020: "North Macedonia", 2023: "Finland",
    2024: "Sweden",
}  # fmt: skip
_UNION = {
    1958: "Belgium;France;Germany;Italy;Luxembourg;Netherlands",
    1973: "Denmark;Ireland;United Kingdom;Britain",
    1981: "Greece", 1986: "Spain;Portugal", 1995: "Austria;Finland;Sweden",
    2004: "Cyprus;Czech Republic;Czechia;Estonia;Hungary;Latvia;Lithuania;Malta;Poland;Slovakia"
    ";Slovenia",
    2007: "Bulgaria;Romania", 2013: "Croatia",
}  # fmt: skip
_LEFT = {"Britain": 2020}
"""Who left the union, and when."""
_LEAGUES = (
    (re.compile(r"\bNATO\b|\bNorth Atlantic (?:Treaty Organization|Alliance)\b"), _NATO),
    (re.compile(r"\bEU\b|\bE\.U\.|\bEuropean Union\b"), _UNION),
)
"""How the bodies are named, and who joined them in which year."""


def is_region(name: str) -> bool:
    """Whether the name is that of a part of the world, in which countries and towns lie."""
    return place_noun(bare(name)) is None and bool(_REGION.fullmatch(bare(name)))


def may_stand_beside(name: str, key: str, stem: str, year: int | None) -> bool:
    """Whether the place may be an option beside the key in a stem about that year."""
    plain, mine = bare(name), bare(key)
    if is_region(plain) != is_region(mine) or place_noun(plain) != place_noun(mine):
        return False
    if (plain in _PARTS_OF_KINGDOM) != (mine in _PARTS_OF_KINGDOM):
        return False
    if year is not None and not _was_there(plain, year):
        return False
    return all(
        _joined(plain, members, year) == _joined(mine, members, year)
        for named, members in _LEAGUES
        if named.search(stem)
    )


def _was_there(country: str, year: int) -> bool:
    return _BEGAN.get(country, 0) <= year <= _ENDED.get(country, 9999)


def _joined(country: str, members: dict[int, str], year: int | None) -> bool:
    if (
        members is _UNION
        and year is not None
        and any(is_same_place(country, name) and year > left for name, left in _LEFT.items())
    ):
        return False
    return any(
        any(is_same_place(country, name) for name in names.split(";"))
        for joined, names in members.items()
        if year is None or joined <= year
    )
