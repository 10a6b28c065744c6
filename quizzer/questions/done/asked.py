"""A part of a clause that can be asked for, and the words that ask for it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a clause that can be asked for.

    `tokens` leave the clause, `wh` asks for them. An empty `key` stands for `tokens` themselves.
    """

    tokens: tuple["Token", ...]
    wh: str
    key: str
    pool: str
    kind: str
    form: str
    is_subject: bool = False
    accept: tuple[str, ...] = ()
    weight: float = 1.0
    both: tuple[str, ...] = ()
    """The two names, where two are asked for."""
    rest: tuple["Token", ...] = ()
    """The tokens among `tokens` that the question keeps behind the wh-phrase: whose *policies*."""
    is_plural: bool = False
    """Whether the verb keeps its plural behind the wh-phrase."""

    @property
    def gone(self) -> frozenset[int]:
        """The places of the tokens that the question does without."""
        return frozenset(t.i for t in self.tokens) - frozenset(t.i for t in self.rest)

    @property
    def key_tokens(self) -> tuple["Token", ...]:
        """The tokens of the answer, where it is given in the words of the clause."""
        first = self.tokens[0]
        opens = (
            first.dep_ in {"prep", "agent"}
            and len(self.tokens) > 1
            and self.wh.startswith(first.lower_)
        )
        return self.tokens[1:] if opens else self.tokens
