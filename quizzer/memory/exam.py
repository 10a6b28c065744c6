"""What to review today so that most is recalled on the day of an exam.

Ordinary scheduling keeps recall high for ever; before an exam only one day counts, and the time
until then. A review today is worth what it adds to the expected recall of its card on that day,
by FSRS. It is held against the reviews that the card gets later in any case, for the greatest gain
right away is often the wrong one: a weak card that is caught today makes all its later reviews
worth more, and one that was reviewed yesterday learns little from another. The reviews worth most
come first, up to the number that a day has room for.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quizzer.memory.fsrs import Memory, next_memory, retrievability
from quizzer.memory.model import CardState, New, Rating
from quizzer.memory.settings import Settings

T = TypeVar("T")

FIRST_CHANCE = 0.6
"""How likely a question is taken to be answered right at the first meeting."""

_LATER_TURNS = 2
"""So many later reviews of a card are foreseen; more of them find no better plans."""

Known = tuple[Memory, int]
"""A memory, and the study day of its last review."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The chance that a card is recalled on the exam's day, if nothing is asked later: without and
    with a review today."""

    without: float
    reviewed: float

    @property
    def gain(self) -> float:
        """What a review today adds if it is the last."""
        return self.reviewed - self.without


def known_of(state: CardState) -> Known | None:
    """What is known of a card; None before the first meeting."""
    if isinstance(state, New):
        return None
    return Memory(state.stability, state.difficulty), state.last_day


def outlook(state: CardState, today: int, exam_day: int, settings: Settings) -> Outlook:
    """How a card will stand on the study day of the exam."""
    known = known_of(state)
    return Outlook(
        without=recall(known, (), exam_day, settings),
        reviewed=recall(known, (today,), exam_day, settings),
    )


def later_turns(today: int, exam_day: int, cards: int, a_day: float) -> tuple[int, ...]:
    """The study days on which a card comes round again, if each of `cards` gets its turn.

    At `a_day` reviews a day a turn comes every `cards / a_day` days; two at most are foreseen, and
    part the time until the exam evenly.
    """
    left = exam_day - today
    count = min(_LATER_TURNS, int((left - 1) // max(1.0, cards / a_day)))
    return tuple(today + round(left * turn / (count + 1)) for turn in range(1, count + 1))


def worth(
    state: CardState, today: int, exam_day: int, settings: Settings, turns: Sequence[int] = ()
) -> float:
    """What a review today adds to the expected recall on the exam's day, if the card is reviewed
    on the later days `turns` in any case."""
    known = known_of(state)
    with_it = recall(known, (today, *turns), exam_day, settings)
    return with_it - recall(known, turns, exam_day, settings)


def recall(known: Known | None, days: Sequence[int], exam_day: int, settings: Settings) -> float:
    """The expected recall on the exam's day of a card that is reviewed on those days, in order.

    The mean over all that may happen there: Good by the chance of recall, or else Again. A card
    that was never met is not recalled.
    """
    if days:
        chance, good, again = review_on(known, days[0], settings)
        rest = days[1:]
        return chance * recall((good, days[0]), rest, exam_day, settings) + (1 - chance) * recall(
            (again, days[0]), rest, exam_day, settings
        )
    if known is None:
        return 0.0
    memory, last = known
    return retrievability(memory.stability, exam_day - last, settings.parameters)


def review_on(known: Known | None, day: int, settings: Settings) -> tuple[float, Memory, Memory]:
    """The chance of recall at a review on that day, and the memory after Good and after Again."""
    parameters = settings.parameters
    memory, elapsed, chance = None, 0, FIRST_CHANCE
    if known is not None:
        memory, elapsed = known[0], max(0, day - known[1])
        chance = retrievability(memory.stability, elapsed, parameters)
    good = next_memory(memory, Rating.GOOD, elapsed, parameters)
    return chance, good, next_memory(memory, Rating.AGAIN, elapsed, parameters)


def best(
    worths: Iterable[tuple[T, float]], most: int, admit: Callable[[T], bool] = lambda one: True
) -> list[T]:
    """Those whose review is worth most, the best first; equal ones in the order given.

    None that is worth nothing, and only those that `admit` lets through, which is asked in order.
    """
    ranked = sorted(worths, key=lambda entry: -entry[1])
    taken: list[T] = []
    for one, value in ranked:
        if len(taken) >= most or value <= 0:
            break
        if admit(one):
            taken.append(one)
    return taken


def expected(outlooks: Iterable[Outlook], *, reviewed: Iterable[Outlook] = ()) -> float:
    """How many cards will be recalled on the day, if the `reviewed` of them are reviewed today."""
    return sum(one.without for one in outlooks) + sum(one.gain for one in reviewed)
