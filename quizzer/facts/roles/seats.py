"""Party and state behind a name, as American news give them: `(D-Wis.)`, `, R-Ohio,`."""

import re
from typing import TYPE_CHECKING

from quizzer.deck.model import Span as Stretch

if TYPE_CHECKING:
    from quizzer.facts.parse import Span

SEAT = re.compile(r"(?P<party>[DRI])[-–](?P<state>[A-Z][A-Za-z]*\.?(?: ?[A-Z][a-z]*\.?)?)")
"""`D-Wis.`, `R-N.H.`, `I-New York`: one letter for the party, then the state or the town."""
PARTY_OF_STATE = re.compile(
    r"(?:Republican|Democrat|Independent) of (?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)
"""`Democrat of Vermont`, as an apposition."""
_BEHIND = re.compile(rf"\s*(?P<open>[(,])\s?(?P<seat>{SEAT.pattern})\s*(?P<close>[),])")
_SURE = 0.97


def seat_behind(entity: "Span", text: str) -> tuple[Stretch, float] | None:
    """Where in `text`, that of the entity's document, party and state stand, and how sure it is."""
    found = _BEHIND.match(text, entity.end_char)
    if found is None or (found["open"] == "(") != (found["close"] == ")"):
        return None
    return Stretch(found.start("seat"), found.end("seat")), _SURE
