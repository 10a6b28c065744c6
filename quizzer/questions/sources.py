"""Whom an attribution is asked for: the full name, its other forms, and the wh-phrase."""

import re
from dataclasses import dataclass

from quizzer.facts.model import AttributionFact
from quizzer.questions.candidates import Desk
from quizzer.questions.people import clean_name


@dataclass(frozen=True, slots=True)
class SourceName:
    """Who said it, as the key gives it; `wh` asks for it, `pool` holds others of its kind."""

    name: str
    wh: str
    pool: str
    accept: tuple[str, ...] = ()


_OFFICES = re.compile(r"\b(House|Kremlin|Pentagon|Department|Ministry|Court|Committee|Agency)\b")


def source_name(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """The source of the attribution, or None where it is unknown or not named in full."""
    if fact.source.name is None:
        return None
    raw = fact.source.name
    person = desk.people.name(clean_name(raw))
    if person is not None:
        if not desk.people.is_introduced(person):
            return None
        return SourceName(person, "who", "person", accepted_forms(desk, person))
    name = re.sub(r"\s+", " ", raw).strip()
    asked = desk.entities.wh(name)
    if asked is None:
        return None
    return SourceName(name[0].upper() + name[1:], asked[0], asked[1])


def accepted_forms(desk: Desk, person: str) -> tuple[str, ...]:
    """The short names that the article uses for the person and for nobody else."""
    return tuple(
        short
        for short, full in sorted(desk.people.full.items())
        if full == person and short != person
    )
