"""Questions that match several people with what each said, or with the role each had."""

import re

from quizzer.deck.model import PairsAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.wording import word_count
from quizzer.seeded import seeded_number

FEWEST, MOST = 3, 4
_LONGEST = 18


def write_matches(candidates: list[Candidate], desk: Desk) -> list[Candidate]:
    """Pairs made from questions about single people that passed every check."""
    found = []
    said = _one_each([c for c in candidates if c.kind == "attribution" and c.pool == "person"])
    if len(said) >= FEWEST:
        found.append(_said(said[:MOST], desk))
    now = f" in {desk.month()}?"
    roles = _one_each([c for c in candidates if c.kind == "role" and c.stem.endswith(now)])
    if len(roles) >= FEWEST:
        found.append(_roles(roles[:MOST], desk))
    return found


def _one_each(candidates: list[Candidate]) -> list[Candidate]:
    """For each person the weightiest short one in which none of the other people is named."""
    people = {candidate.key for candidate in candidates}
    surnames = {name.rsplit(maxsplit=1)[-1] for name in people}
    best: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.sentence, c.stem)):
        words = candidate.predicate
        if not words or word_count(words) > _LONGEST:
            continue
        if any(re.search(rf"\b{re.escape(name)}\b", words) for name in surnames):
            continue
        best.setdefault(candidate.key, candidate)
    return list(best.values())


def _said(chosen: list[Candidate], desk: Desk) -> Candidate:
    month = desk.month()
    when = f", as reported in {month}" if month else ""
    return _match(
        "attribution", f"Match each person with what they said or did{when}.", chosen, desk
    )


def _roles(chosen: list[Candidate], desk: Desk) -> Candidate:
    month = desk.month()
    return _match("role", f"Match each person with the role they had in {month}.", chosen, desk)


def _match(kind: str, stem: str, chosen: list[Candidate], desk: Desk) -> Candidate:
    ordered = sorted(chosen, key=lambda c: seeded_number(desk.seed, stem, c.key))
    names = " and ".join(sorted(c.key.rsplit(maxsplit=1)[-1] for c in chosen))
    return Candidate(
        kind=kind,
        form=f"match {names}",
        stem=stem,
        answer=PairsAnswer(tuple((c.key, c.predicate) for c in ordered)),
        key=names,
        evidence=tuple(sorted({span for c in chosen for span in c.evidence})),
        fact=chosen[0].fact,
        sentence=min(c.sentence for c in chosen),
        weight=2.0,
    )
