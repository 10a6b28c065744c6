"""Which words may be a person's name by their looks, whatever the recogniser takes them for."""

import re

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.surnames import PARTICLES

NOBODY = frozenset(
    "Embassy Consulate Congress Senate Universe Twitter Facebook Brexit Scholars Obamacare Medicare"
    " Medicaid America God Latinos"
    " Republicans Democrats Muslims Christians Google Instagram Internet Covid".split()
) | frozenset(
    "Jim Crow;Al Qaeda;Al Qaida;Al Jazeera;Al Shabaab;Boko Haram;Lib Dem;Lib Dems;Labour"
    ";Plaid Cymru;Sinn Fein".split(";")
)
"""Words that recognisers take for persons."""


_PREPOSITIONS = frozenset(
    "after against before behind beyond despite for from in like on unlike versus vs. with".split()
)


def looks_like_a_name(text: str) -> bool:
    """Whether the words have the shape of a person's name: capitals, particles, no signs."""
    words = text.split()
    return (
        0 < len(words) <= 5
        and text not in NOBODY
        and words[0].lower() not in _PREPOSITIONS
        and all(
            w[:1].isupper() or w.lower() in PARTICLES or w.startswith(("al-", "d'")) for w in words
        )
        and not any(ch.isdigit() for ch in text)
        and not re.search(r"[\"“”()/@#<>=,:;§ÃÂ]", text)
    )


def takes_an_article(text: str, name: str) -> bool:
    """Whether the text writes "the" before a name that opens with no first name: `the Morning
    Post poll`; persons take none."""
    first, _, rest = name.partition(" ")
    is_given = first.lower() in MALE | FEMALE
    return bool(rest) and not is_given and f"the {name} " in text
