"""Offices that every state of America has, and the state that the article means."""

from collections import Counter

from quizzer.questions.candidates import Desk
from quizzer.questions.names.entities import bare
from quizzer.questions.names.epithets import PARTY_WORDS
from quizzer.questions.names.gazetteer import STATES
from quizzer.questions.names.people import clean_name

_OF_EVERY_STATE = frozenset({"governor", "attorney general", "lieutenant governor"})
_OFTEN = 3
"""Mentions of a state, three times those of any other, that make it the article's own."""


def is_of_a_state(words: str) -> bool:
    """Whether the words tell the party of a governor or an attorney general, and no state:
    `Liberal governor`."""
    first, _, office = words.partition(" ")
    return first.lower() in PARTY_WORDS and office.lower() in _OF_EVERY_STATE


def state_of(desk: Desk, person: str) -> str | None:
    """The state that the article gives the person with another title, or else its own state."""
    own: set[str] = set()
    for role in desk.reading.roles:
        if desk.people.name(clean_name(role.person.text)) == person:
            own |= {state for state in STATES if state in role.role.text}
    if own:
        return own.pop() if len(own) == 1 else None
    named = Counter(
        name
        for sentence in desk.reading.sentences
        for entity in sentence.entities
        if (name := bare(entity.text)) in STATES
    ).most_common(2)
    if not named or named[0][1] < _OFTEN:
        return None
    others = named[1][1] if len(named) > 1 else 0
    return named[0][0] if named[0][1] >= _OFTEN * others else None
