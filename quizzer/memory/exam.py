"""What to review today so that most is recalled on the day of an exam.

Ordinary scheduling keeps recall high for ever; before an exam only one day counts, and the time
until then. Each card is worth what a review today adds to its expected recall on that day, by
FSRS: as good as nothing where it would be known anyway, or would be forgotten again by then. The
cards that gain most come first, up to the number of reviews that a day has room for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from quizzer.memory.fsrs import Memory, next_memory, retrievability
from quizzer.memory.model import CardState, New, Rating
from quizzer.memory.settings import Settings

T = TypeVar("T")

_WORTH_IT = 0.005
"""A review that adds less to the expected recall of its card is left for another day."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The chance that a card is recalled on the exam's day: without and with a review today."""

    without: float
    reviewed: float

    @property
    def gain(self) -> float:
        """What a review today adds."""
        return self.reviewed - self.without


def outlook(state: CardState, today: int, exam_day: int, settings: Settings) -> Outlook:
    """How a card will stand on the study day of the exam.

    A card that was never met is not known without a review; one that is met today is learned in
    its steps.
    """
    left, parameters = exam_day - today, settings.parameters
    if isinstance(state, New):
        learned = next_memory(None, Rating.GOOD, 0, parameters)
        return Outlook(0.0, retrievability(learned.stability, left, parameters))
    elapsed = max(0, today - state.last_day)
    chance = retrievability(state.stability, elapsed, parameters)
    before = Memory(state.stability, state.difficulty)

    def after(rating: Rating) -> float:
        memory = next_memory(before, rating, elapsed, parameters)
        return retrievability(memory.stability, left, parameters)

    return Outlook(
        without=retrievability(state.stability, max(0, exam_day - state.last_day), parameters),
        reviewed=chance * after(Rating.GOOD) + (1 - chance) * after(Rating.AGAIN),
    )


def best(outlooks: Iterable[tuple[T, Outlook]], most: int) -> list[T]:
    """The cards whose review today adds most, the best first; equal ones in the order given."""
    worthy = [(one, found) for one, found in outlooks if found.gain > _WORTH_IT]
    worthy.sort(key=lambda entry: -entry[1].gain)
    return [one for one, _ in worthy[:most]]


def expected(outlooks: Iterable[Outlook], *, reviewed: Iterable[Outlook] = ()) -> float:
    """How many cards will be recalled on the day, if the `reviewed` of them are reviewed today."""
    return sum(one.without for one in outlooks) + sum(one.gain for one in reviewed)
