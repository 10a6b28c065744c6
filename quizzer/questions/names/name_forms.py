"""What a person may be called: by a short first name, or without the last word of the name."""

import re
from collections.abc import Mapping

from quizzer.facts.surnames import is_family_first


def same_person(one: str, other: str) -> bool:
    """Whether two names with one surname are of one person: Charles and Chuck, J. and Jane."""
    if is_family_first(one) and is_family_first(other):
        mine, theirs = (re.sub("[ -]", "", name).lower() for name in (one, other))
        return mine == theirs
    if one.endswith(f" {other}") or other.endswith(f" {one}"):
        return True  # a title was taken for part of the name
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    if _formal(first) == _formal(second):
        return True
    return first[0] == second[0] and (len(first) <= 2 or len(second) <= 2)


_NICKNAMES = {
    short: formal
    for formal, shorts in {
        "alexander": "alex", "andrew": "andy drew", "anthony": "tony",
        "benjamin": "ben benny", "bernard": "bernie", "catherine": "cathy kate", "charles":
        "charlie chuck", "christopher": "chris", "daniel": "dan danny", "david": "dave",
        "deborah": "debbie deb", "donald": "don donny", "douglas": "doug", "edward": "ed eddie",
        "elizabeth": "liz betty beth", "eugene": "gene", "frederick": "fred", "gerald": "gerry",
        "gregory": "greg", "james": "jim jimmy", "jeffrey": "jeff", "jennifer": "jen jenny",
        "john": "jack johnny", "jonathan": "jon", "joseph": "joe joey", "joshua": "josh",
        "katherine": "kathy katie", "kenneth": "ken", "lawrence": "larry", "leonard": "len lenny",
        "margaret": "maggie peggy", "matthew": "matt", "michael": "mike mickey",
        "mitchell": "mitch", "nicholas": "nick", "pamela": "pam", "patricia": "patty",
        "patrick": "pat", "peter": "pete", "philip": "phil", "raymond": "ray", "richard":
        "rick dick richie", "robert": "bob bobby rob robby", "ronald": "ron ronnie", "rudolph":
        "rudy", "samuel": "sam", "stephen": "steve", "steven": "steve", "susan": "sue",
        "theodore": "ted teddy", "thomas": "tom tommy", "timothy": "tim", "victoria": "vicky",
        "walter": "walt", "william": "bill billy will",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""From short forms of first names to the long ones; where two fit, to the last one."""


def _formal(first: str) -> str:
    return _NICKNAMES.get(first.lower(), first.lower())


def beginnings(canonical: Mapping[str, str]) -> dict[str, str]:
    """From names that lack the last word of one longer name to that: `Juan Miguel` Castillo."""
    found: dict[str, str] = {}
    for name in canonical:
        longer = {
            full
            for other, full in canonical.items()
            if other.startswith(f"{name} ") and other.count(" ") == name.count(" ") + 1
        }
        longer -= {canonical[name]}
        if len(longer) == 1:
            found[name] = longer.pop()
    return found


_PRESIDENTS = {
    "Biden": {"joe", "joseph"}, "Bush": {"george"}, "Carter": {"jimmy", "james"},
    "Clinton": {"bill", "william"}, "Kennedy": {"john"}, "Obama": {"barack"},
    "Reagan": {"ronald"}, "Trump": {"donald"},
}  # fmt: skip
"""Surnames of presidents that relatives in politics bear as well, with the first names."""


def is_another_president(title: str, surname: str, full: str | None) -> bool:
    """Whether "President Clinton" cannot be the Clinton whose first name the article gives."""
    firsts = _PRESIDENTS.get(surname)
    if title.lower() != "president" or firsts is None or full is None or " " not in full:
        return False
    return full.split(maxsplit=1)[0].lower() not in firsts
