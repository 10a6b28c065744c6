"""Questions about who held which office."""

import re
from dataclasses import replace

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import TextAnswer
from quizzer.facts.model import RoleFact
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.distractors import FEWEST, MOST
from quizzer.questions.people import clean_name
from quizzer.questions.sources import accepted_forms

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MANY_HOLD = re.compile(
    r"\b(former|ex-|then|late|one|an?|member|voter|resident|student|fan|supporter|adviser|advisor"
    r"|aide|spokes\w+|senator|sen\.|rep\.|representative|congress\w+|his|her|their|its|our|"
    r"lawmaker|professor|author|writer|reporter|analyst|expert|lawyer|judge|justice|strategist"
    r"|fellow|attorney$|columnist|editor|actor|actress|singer|veteran|officer|citizen|donor)\b",
    re.IGNORECASE,
)


_BRANCHES = frozenset(
    "Trade Foreign Finance Defense Defence Interior Justice Prime Health Education Interim State"
    " Treasury Vice Deputy Chief Attorney General Special Senior Executive Labor Energy".split()
)


def says_which(role: str, desk: Desk) -> bool:
    """Whether the office is one that a single person holds and that the words tell apart."""
    words = role.split()
    if len(words) < 2 or _MANY_HOLD.search(role) or "’" in role or "'" in role:
        return False
    if re.search(r"\b(?:Ambassador|Envoy|Attorney|Consul)$", role):
        return False  # to which country, for which district?
    named = {"GPE", "NORP", "ORG", "LOC"}
    if any(desk.entities.label(w) in named and w not in _BRANCHES for w in words):
        return True
    return bool(re.search(r"\b(?:of|at|for) (?:the )?[A-Z]", role))


def write_roles(desk: Desk) -> list[Candidate]:
    """`Who was TITLE in March 2025?` and `Which office did NAME hold ...?`, one per person."""
    found: list[Candidate] = []
    holders = _holders(desk)
    told: dict[str, str] = {}
    for fact in desk.reading.roles:
        name = fact.person.name and desk.people.name(clean_name(fact.person.name))
        sentence = desk.reading.sentence_at(fact.person.span.start)
        if not name or " " not in name or name in told or fact.confidence < 0.7 or sentence is None:
            continue
        role = " ".join(fact.role.text.split())
        if any(part in role.split() for part in name.split()) or len(role.split()) > 9:
            continue
        month = _when_held(desk, fact)
        if month is None or not says_which(role, desk) or len(holders[_office(role)]) > 1:
            continue
        told[name] = role
        title = role if role.lower().startswith(("the ", "a ", "an ")) else f"the {role}"
        found.append(
            Candidate(
                kind="role", form="who", stem=f"Who was {title} in {month}?",
                answer=TextAnswer(name), key=name, accept=accepted_forms(desk, name),
                evidence=(fact.evidence,), fact=fact.role.span, sentence=sentence.number,
                pool="person", predicate=role[0].upper() + role[1:], weight=0.9 * fact.confidence,
            )
        )  # fmt: skip
    return [*found, *_offices(found, told)]


def _offices(asked: list[Candidate], roles: dict[str, str]) -> list[Candidate]:
    """`Which office did NAME hold?`, where the article has at least two other offices."""
    found = []
    for candidate in asked:
        role = roles[candidate.key]
        others = [other for name, other in roles.items() if name != candidate.key]
        others = [other for other in others if other.split()[-1].lower() not in role.lower()]
        if len(others) < FEWEST:
            continue
        found.append(
            replace(
                candidate,
                form="office",
                stem=f"Which office did {candidate.key} hold in {_stated_month(candidate)}",
                answer=TextAnswer(role[0].upper() + role[1:]),
                key=role,
                accept=(),
                distractors=tuple(other[0].upper() + other[1:] for other in others[:MOST]),
                predicate="",
                pool="none",
                weight=0.6,
            )
        )
    return found


def _stated_month(candidate: Candidate) -> str:
    return candidate.stem.rsplit(" in ", 1)[-1]


def _office(role: str) -> str:
    return " ".join(role.casefold().removeprefix("the ").split())


def _holders(desk: Desk) -> dict[str, set[str]]:
    """Who holds each office by the article; one that two people hold cannot be asked for."""
    holders: dict[str, set[str]] = {}
    for fact in desk.reading.roles:
        role = _office(" ".join(fact.role.text.split()))
        holders.setdefault(role, set()).add(fact.person.name or fact.person.text)
    return holders


def _when_held(desk: Desk, fact: RoleFact) -> str | None:
    """The month to ask about: of the sentence's own date, or of the publication where the
    article tells of its own time; None where neither is sure."""
    published = desk.reading.article.published
    years = [fact.value[:4] for fact in desk.reading.dates if fact.value[:4].isdecimal()]
    if published is None:
        return None
    own = [one.value for one in desk.reading.dates_in(fact.evidence)]
    full = [PartialDate.parse(value) for value in own if _DAY.fullmatch(value)]
    others = [value for value in own if value[:4].isdecimal() and int(value[:4]) != published.year]
    if others:
        return _month_of(full[0]) if len(own) == len(full) == 1 else None
    # A story of long ago, told today: its offices were held then.
    long_ago = sum(int(year) < published.year - 1 for year in years)
    return None if 2 * long_ago > len(years) else _month_of(published)


def _month_of(day: PartialDate) -> str:
    return PartialDate(day.year, day.month).in_words
