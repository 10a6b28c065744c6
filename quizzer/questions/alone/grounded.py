"""What came out of making words stand alone: replacements, and what still hangs in the air."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.deck.model import Span as Stretch

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


@dataclass(slots=True)
class Grounded:
    """What to put in the place of which token, and why the words would not stand alone.

    `problems` are a flaw's code, a space and what is wrong, `culprits` the tokens at fault, where
    each problem has one; `speaker` is the person asked for; `asks_for_several` tells that a group
    is asked for; `told` holds the names that the words give in full.
    """

    swaps: dict[int, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    culprits: list[int] = field(default_factory=list)
    speaker: str | None = None
    asks_for_body: bool = False
    asks_for_several: bool = False
    both: tuple[str, ...] = ()
    """The two persons or countries asked for, whom `their` may mean."""
    has_date: bool = False
    is_to_come: bool = False
    """Whether the words tell of a day that was to come when the article was written."""
    has_name: bool = False
    told: set[str] = field(default_factory=set)
    neutral: set[int] = field(default_factory=set)
    """Pronouns that `they` stands for, because the person asked for is meant."""
    cited: set[Stretch] = field(default_factory=set)
    """Other sentences that the words rest on."""
    weekday_of: list[tuple["Token", tuple["Token", ...]]] = field(default_factory=list)
    """Nouns that a weekday owns ("Monday's debate"), with the tokens of the weekday."""
    day_of: dict[int, str] = field(default_factory=dict)
    """The places of such nouns whose day is surely gone, with the words for it."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of those asked for, which no other words of the stem may tell."""
        return (self.speaker, *self.both) if self.speaker is not None else self.both

    @property
    def is_dated(self) -> bool:
        """Whether the words say themselves when they were true."""
        return self.has_date and not self.is_to_come

    def blame(self, token: "Token", problem: str) -> None:
        """Notes a problem and the token that it is about."""
        self.problems.append(problem)
        self.culprits.append(token.i)
