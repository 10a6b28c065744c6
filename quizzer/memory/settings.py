"""What a learner may set for a deck: steps, retention, limits, and when a day begins."""

from dataclasses import dataclass, field
from datetime import UTC, timedelta, tzinfo
from hashlib import sha256

from quizzer.memory.fsrs import DEFAULT_PARAMETERS, LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How cards of a deck are scheduled.

    `retention` is the share of due cards that should still be known (0.7 to 0.99); steps are
    waits within a day; limits count cards a day. `typed_from` is the stability in days from which
    a card is asked by typing instead of choosing.
    """

    retention: float = 0.9
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = 4
    timezone: tzinfo = field(default=UTC)
    longest: int = LONGEST
    typed_from: float = 7.0
    leech_lapses: int = 8
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS

    @property
    def digest(self) -> str:
        """A name for all that the states of cards depend on: states that were computed by other
        settings have another."""
        rules = (
            self.parameters,
            self.retention,
            self.learning_steps,
            self.relearning_steps,
            self.longest,
            self.rollover_hour,
            str(self.timezone),
        )
        return sha256(repr(("states 1", rules)).encode()).hexdigest()[:32]
