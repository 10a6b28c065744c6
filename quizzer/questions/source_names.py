"""The source of an attribution as a question names it, and the noun that heads its words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


MEMBERS = "members of which party"
"""How the members of a party are asked for."""


@dataclass(frozen=True, slots=True)
class SourceName:
    """Who said it, as the key gives it; `wh` asks for it, `pool` holds others of its kind.

    `in_stem` is how a stem names the source.
    """

    name: str
    wh: str
    pool: str
    in_stem: str
    accept: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    """The two persons, where two speak with one voice."""


def source_head(sentence: Sentence, fact: AttributionFact) -> "Token | None":
    """The noun or pronoun that the other words of the source hang on."""
    tokens = sentence.tokens_in(fact.source.span)
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)
