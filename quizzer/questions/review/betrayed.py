"""Keys that the finished stem betrays without naming them: by an adjective or a sum."""

import re
from decimal import Decimal
from itertools import combinations

from quizzer.deck.model import BLANK, NumberAnswer, TextAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.demonyms import DEMONYMS, people_of
from quizzer.questions.entities import bare

_NUMBER = re.compile(
    r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.,-])\d+(?:\.\d+)?(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def tells_the_country(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: the stem holds the adjective of the key's country, or the country of its adjective."""
    if not isinstance(candidate.answer, TextAnswer) or candidate.kind == "role":
        return None
    names = _names_of_country(candidate.key)
    if not names:
        return None
    for name in sorted(names):
        if re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", candidate.stem):
            return f"{name!r} stands in the stem"
    return None


def _names_of_country(key: str) -> set[str]:
    """What the country is called whose name or adjective the key is or opens with."""
    plain = bare(key)
    found: set[str] = set()
    for country, adjective in DEMONYMS.items():
        if plain in {country, adjective, people_of(adjective)} or (
            re.match(rf"{re.escape(adjective)} [a-z]", plain)
        ):
            found |= {bare(country), adjective, people_of(adjective)}
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
