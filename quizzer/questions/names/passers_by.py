"""People whom an article names in passing, about whom little is asked.

Whoever is named once, and of whom nothing is told that is asked, is not what the article is about:
which post such a person had is a detail that nobody wants to remember. A public office is worth
knowing whoever holds it.
"""

from collections.abc import Sequence

from quizzer.deck.model import PairsAnswer, TextAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.names.public_offices import is_public_office

_MOST = 3
"""Questions for an article about who passers-by are."""
_OFTEN = 2
"""Mentions of somebody who is no passer-by."""


def few_passers_by(
    candidates: list[Candidate], matches: Sequence[Candidate], desk: Desk
) -> list[Candidate]:
    """The candidates, in their order, with few about who passers-by are, and none about those
    whom a match describes."""
    told_of = {c.key for c in candidates if c.kind != "role"}
    matched = {
        name
        for match in matches
        if match.kind == "role" and isinstance(match.answer, PairsAnswer)
        for name, _ in match.answer.pairs
    }
    kept: list[Candidate] = []
    number = 0
    for candidate in candidates:
        person = _whom(candidate, desk)
        is_passing = (
            person is not None
            and person not in told_of
            and desk.people.counts[person] < _OFTEN
            and not _is_of_a_public_office(candidate)
        )
        if not is_passing:
            kept.append(candidate)
            continue
        if person in matched or number == _MOST:
            desk.refuse("role", candidate.stem, "W", "a passer-by", candidate.evidence[0])
            continue
        number += 1
        kept.append(candidate)
    return kept


def _is_of_a_public_office(candidate: Candidate) -> bool:
    """Whether the role, which has a capital at its front, is a public office."""
    words = candidate.predicate
    return is_public_office(words) or is_public_office(words[:1].lower() + words[1:])


def _whom(candidate: Candidate, desk: Desk) -> str | None:
    """The person whose role is asked, by the name or for it; None for other questions."""
    if candidate.kind != "role":
        return None
    if isinstance(candidate.answer, TextAnswer) and candidate.key in desk.people.counts:
        return candidate.key
    return next((name for name in desk.people.counts if name in candidate.stem), None)
