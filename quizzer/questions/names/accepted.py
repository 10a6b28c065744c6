"""Other names that are as right as the key: a surname, a body's initials, a name in full."""

import re

from quizzer.facts.surnames import last_name
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.names.aliases import initials
from quizzer.questions.names.demonyms import country_of
from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import place_noun, written_out

_KNOWN = tuple(
    frozenset(names.split(";"))
    for names in (
        "FBI;Federal Bureau of Investigation", "CIA;Central Intelligence Agency",
        "NSA;National Security Agency", "EPA;Environmental Protection Agency",
        "IRS;Internal Revenue Service", "FDA;Food and Drug Administration",
        "SEC;Securities and Exchange Commission", "FCC;Federal Communications Commission",
        "FTC;Federal Trade Commission", "DOJ;Justice Department;Department of Justice",
        "DHS;Homeland Security Department;Department of Homeland Security;Homeland Security",
        "State Department;Department of State;U.S. State Department",
        "Defense Department;Department of Defense;Pentagon", "Treasury;Treasury Department",
        "INS;Immigration and Naturalization Service;U.S. Immigration and Naturalization Service",
        "DNC;Democratic National Committee", "RNC;Republican National Committee",
        "GOP;Republican Party;Republicans", "Democratic Party;Democrats",
        "NATO;North Atlantic Treaty Organization", "IMF;International Monetary Fund",
        "WHO;World Health Organization", "WTO;World Trade Organization",
        "IAEA;International Atomic Energy Agency", "UN;U.N.;United Nations",
        "EU;E.U.;European Union", "Security Council;U.N. Security Council;UN Security Council",
        "Federal Reserve;Fed", "Supreme Court;U.S. Supreme Court", "Senate;U.S. Senate",
        "House of Representatives;House;U.S. House", "Congress;U.S. Congress",
        "New York Times;NYT", "Wall Street Journal;WSJ",
        "Associated Press;AP", "British Broadcasting Corporation;BBC",
        "CFPB;Consumer Financial Protection Bureau",
    )
)  # fmt: skip
"""Bodies under the names that everybody knows them by."""
_INITIALS = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,5}")
_GOVERNMENT = re.compile(r"(?:the )?(.+) government", re.IGNORECASE)
_FEWEST = 3
"""Words that a name has whose initials stand for it."""


def accepted_forms(desk: Desk, person: str) -> tuple[str, ...]:
    """The other names that the article uses for the person and for nobody else, the surname first.

    A form with words in front that the name lacks holds something else: Crooked, or a title.
    """
    own = set(person.split())
    forms = {
        form
        for form, full in desk.people.full.items()
        if full == person and form != person
        and (set(form.split()) <= own or _ends(form) == _ends(person))
    }  # fmt: skip
    surname = last_name(person)
    return tuple(sorted(forms, key=lambda form: (form != surname, form)))


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return words[0], words[-1]


def with_other_names(candidate: Candidate, desk: Desk) -> tuple[str, ...]:
    """What the candidate accepts, with the other names of the body that is its key."""
    key = bare(candidate.key)
    governed = _GOVERNMENT.fullmatch(key)
    if governed is not None:
        country = country_of(governed[1]) or written_out(governed[1])
        return (
            (*candidate.accept, country) if place_noun(country) == "country" else candidate.accept
        )
    if candidate.pool not in {"organization", "news", "none"} or candidate.kind == "figure":
        return candidate.accept
    found = set() if desk.entities.label(key) != "ORG" else _in_the_article(desk, key)
    for names in _KNOWN:
        if key in names:
            found |= names
    new = sorted(name for name in found if name not in {key, candidate.key, *candidate.accept})
    return (*candidate.accept, *new)


def _in_the_article(desk: Desk, key: str) -> set[str]:
    """The names in the article that are the initials of the key, or of which it is."""
    return {
        name
        for name in desk.entities.votes
        if name != key
        and (_are_initials(name, key) or _are_initials(key, name))
        and desk.entities.label(name) == "ORG"
    }


def _are_initials(short: str, name: str) -> bool:
    return (
        bool(_INITIALS.fullmatch(short))
        and sum(word[:1].isupper() for word in name.split()) >= _FEWEST
        and initials(name) == short.replace(".", "")
    )
