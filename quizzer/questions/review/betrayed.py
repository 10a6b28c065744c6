"""Keys that the finished stem betrays without naming them: by an adjective, an office or a sum."""

import re
from decimal import Decimal
from functools import cache
from itertools import combinations

from quizzer.deck.model import BLANK, NumberAnswer, TextAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.names.demonyms import DEMONYMS, people_of
from quizzer.questions.names.entities import bare

_NUMBER = re.compile(
    r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.,-])\d+(?:\.\d+)?(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENING = re.compile(r".+? (?=[a-z])")
"""What stands before the first word without a capital: the adjective of `Danish minister`."""
_TELLS_THE_OFFICE = re.compile(
    r"\btheir (?:presidency|governorship|term|tenure|time (?:on|at|in)|years (?:as|in|at))\b"
    r"|\bwhen they (?:were|was|served|became)\b|\bas (?:president|secretary of state|governor)\b"
)


def tells_the_country(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: the stem holds the adjective of the key's country, or the country of its adjective."""
    if not isinstance(candidate.answer, TextAnswer) or candidate.kind == "role":
        return None
    stem = candidate.stem
    for name in sorted(_names_of_country(candidate.key)):
        if name in stem and re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", stem):
            return f"{name!r} stands in the stem"
    return None


def _names_of_country(key: str) -> set[str]:
    """What the country is called whose name or adjective the key is or opens with."""
    plain = bare(key)
    opening = _OPENING.match(plain)
    names = _names_by_word()
    found = names.get(plain, set())
    return found | names.get(opening[0], set()) if opening else found


@cache
def _names_by_word() -> dict[str, set[str]]:
    """From each word for a country or its people to all of them; an adjective that a noun may
    follow has a space behind it."""
    found: dict[str, set[str]] = {}
    for country, adjective in DEMONYMS.items():
        people = people_of(adjective)
        for word in {country, adjective, people, f"{adjective} "}:
            found.setdefault(word, set()).update({bare(country), adjective, people})
    return found


def is_a_sum(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: two other numbers of the stem give the key: 85 percent, a drop of 10 from ____."""
    if not isinstance(candidate.answer, NumberAnswer) or BLANK not in candidate.stem:
        return None
    key = candidate.answer.number
    others = [
        Decimal(found[0].replace(",", ""))
        for found in _NUMBER.finditer(candidate.stem)
        if not _YEAR.fullmatch(found[0])
    ]
    for one, other in combinations(others, 2):
        if key in {one + other, abs(one - other)}:
            return f"{one} and {other} give it"
    return None


def tells_the_office(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: the stem says which office the person had, so that few of the options can be right."""
    if candidate.pool == "person" and candidate.distractors:
        found = _TELLS_THE_OFFICE.search(candidate.stem)
        return f"{found[0]!r} tells whom the options leave" if found else None
    return None
