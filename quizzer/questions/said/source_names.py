"""The source of an attribution as a question names it, and the noun that heads its words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizzer.facts.model import AttributionFact
from quizzer.questions.grammar.asides import is_relative
from quizzer.questions.grammar.clauses import own_subject
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


MEMBERS = "members of which party"
"""How the members of a party are asked for."""
_PLURAL = frozenset({"what kind of groups", MEMBERS})


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
    owned: Literal["", "person", "many", "thing"] = ""
    """What speaks, where `name` is only its owner: one person, several, or a paper or a body."""

    @property
    def person(self) -> str | None:
        """The person asked for, whose pronouns must not tell who it is; None for bodies."""
        return self.name if self.pool == "person" and not self.owned else None

    @property
    def is_plural(self) -> bool:
        """Whether the stem asks for several."""
        return bool(self.both) or self.wh in _PLURAL or self.owned == "many"

    @property
    def is_body(self) -> bool:
        """Whether `it` may mean the one asked for: one body or country, not a group of people."""
        if self.owned:
            return self.owned == "thing"
        return self.wh.startswith("which") and self.wh not in _PLURAL

    @property
    def may_be_they(self) -> bool:
        """Whether `they` may mean those asked for: several, or a body that "who" asks for."""
        return self.is_plural or (self.wh == "who" and self.pool == "none")


def source_head(sentence: Sentence, fact: AttributionFact) -> "Token | None":
    """The noun or pronoun that the other words of the source hang on."""
    tokens = sentence.tokens_in(fact.source.span)
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)


def reporting_verb(sentence: Sentence, fact: AttributionFact) -> "Token | None":
    """The verb among the reporting words, where there is one."""
    cue = [t for t in sentence.tokens_in(fact.cue.span) if t.pos_ == "VERB"]
    return cue[0] if cue else None


def is_the_speaker(head: "Token | None", verb: "Token | None") -> bool:
    """Whether the reporting verb has no other subject than the source: in "the decision of Holm
    suggests that", it is the decision that suggests."""
    subject = None if verb is None else own_subject(verb)
    if subject is None or head is None or head in {subject, subject.head}:
        return True
    joined = {subject, *(c for c in subject.children if c.dep_ == "conj")}
    return (
        subject.dep_ == "nsubjpass"
        or is_relative(subject)
        or head in joined
        or (head.dep_ == "appos" and head.head in joined)
    )
