"""Which state a member of the U.S. Congress represents: `Rep. Ida Holm (D-Wis.)`."""

import re

from quizzer.deck.model import TextAnswer
from quizzer.facts.model import RoleFact
from quizzer.facts.roles.seats import PARTY_OF_STATE, SEAT
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.days.tenure import when_held
from quizzer.questions.names.descriptions import person_of
from quizzer.questions.names.gazetteer import STATES
from quizzer.questions.names.states import others_nearby, state_named
from quizzer.questions.options.distractors import MOST
from quizzer.seeded import seeded_order

_SENATE, _HOUSE = "U.S. Senate", "U.S. House of Representatives"
_TITLE = re.compile(
    r"(?P<before>\b[\w.’']+\s)?\b(?:(?P<senate>Sens?\.|Senators?)"
    r"|(?P<house>Reps?\.|Representatives?|Congress(?:wo)?man))\s$"
)
_OF_STATE = re.compile(
    r"(?:,? (?:Republican|Democrat|Independent))? of (?P<state>[A-Z]\w+(?: [A-Z]\w+)?)(?=[ ,.;])"
)
_STATE_TITLE = re.compile(
    r"(?P<state>[A-Z][\w.]+(?: [A-Z]\w+)?) (?:Sen\.|Rep\.|Senator|Representative)"
)
_ELSEWHERE = re.compile(
    r"\b(?:gov|governor|mayor|del|delegate|attorney|former|ex|late|state|assembly\w*|council\w*"
    r"|sheriff|judge|lt|lieutenant|treasurer)\b",
    re.IGNORECASE,
)
"""Offices that stand beside party and state too, but are none in Congress, or not now."""


def write_seats(desk: Desk) -> list[Candidate]:
    """`Which state did Senator NAME represent in May 2019?`, once for each member."""
    roles: dict[str, list[RoleFact]] = {}
    for fact in desk.reading.roles:
        name = person_of(desk, fact)
        if name is not None:
            roles.setdefault(name, []).append(fact)
    made = (_seat(desk, name, facts) for name, facts in roles.items())
    return [candidate for candidate in made if candidate is not None]


def _seat(desk: Desk, name: str, facts: list[RoleFact]) -> Candidate | None:
    if any(_ELSEWHERE.search(fact.role.text) for fact in facts):
        return None
    for fact in facts:
        state = _state(desk, fact)
        month = when_held(desk, fact)
        sentence = desk.reading.sentence_at(fact.person.span.start)
        if state is None or month is None or sentence is None or sentence.is_heading:
            continue
        if desk.reading.is_quoted(fact.person.span.start):
            continue
        chamber = next((c for c in (_chamber(desk, one) for one in facts) if c), "U.S. Congress")
        stem = f"Which state did {name} represent in the {chamber} in {month}?"
        return Candidate(
            kind="role", form="state", stem=stem, answer=TextAnswer(state), key=state,
            evidence=desk.reading.naming(sentence, name), fact=fact.role.span,
            sentence=sentence.number, distractors=_other_states(desk, state, stem),
            weight=0.6 * fact.confidence,
        )  # fmt: skip
    return None


def _state(desk: Desk, fact: RoleFact) -> str | None:
    """The state of a seat: in brackets with the party, or behind "of" where a title tells."""
    seat = SEAT.fullmatch(fact.role.text)
    if seat is not None:
        return state_named(seat["state"])
    party = PARTY_OF_STATE.fullmatch(fact.role.text)
    if party is not None:
        return state_named(party["state"])
    before = _STATE_TITLE.fullmatch(" ".join(fact.role.text.split()))
    if before is not None:
        return state_named(before["state"])
    end = fact.person.span.end
    behind = _OF_STATE.match(_plain(desk.reading.article.text[end : end + 60]))
    if behind is not None and _chamber(desk, fact) is not None:
        return state_named(behind["state"])
    return None


def _plain(text: str) -> str:
    """The text with plain spaces, one for one."""
    return text.replace("\u00a0", " ").replace("\n", " ")


def _chamber(desk: Desk, fact: RoleFact) -> str | None:
    """The chamber that the title right before the name tells."""
    start = fact.person.span.start
    title = _TITLE.search(_plain(desk.reading.article.text[max(0, start - 60) : start]))
    if title is None or _ELSEWHERE.search(title["before"] or ""):
        return None
    return _SENATE if title["senate"] else _HOUSE


def _other_states(desk: Desk, state: str, stem: str) -> tuple[str, ...]:
    """States that the article names, then neighbours; the key's like in either case."""
    named = [name for name in desk.entities.names("GPE") if name in STATES]
    near = seeded_order(list(others_nearby(state)), desk.seed, stem)
    order = [*seeded_order(named, desk.seed, stem)[:1], *near, *named]
    return tuple(dict.fromkeys(other for other in order if other != state))[:MOST]
