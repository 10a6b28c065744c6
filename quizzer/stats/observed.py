"""The log read once from its beginning: what each answer met, and what was expected of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizzer.memory.day import day_number
from quizzer.memory.fsrs import retrievability
from quizzer.memory.model import (
    CardKey,
    CardState,
    Learning,
    New,
    Rating,
    Relearning,
    Remembered,
    Review,
)
from quizzer.memory.schedule import reviewed
from quizzer.memory.settings import Settings

MATURE = 21
"""Days; a card whose interval is at least so long is mature, as in Anki."""


class Stage(StrEnum):
    """What a card was when it was answered."""

    NEW = "new"
    LEARNING = "learning"
    YOUNG = "young"
    MATURE = "mature"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Observed:
    """An answer with what was known of its card before it.

    `day` is the study day (see `quizzer.memory.day`). `predicted` is the chance of recall that the
    schedule saw, for the first answer on a day later than the card's last one; otherwise None.
    """

    review: Review
    day: int
    stage: Stage
    predicted: float | None

    @property
    def is_right(self) -> bool:
        """Whether it counts as recalled."""
        return self.review.rating is not Rating.AGAIN


@dataclass(frozen=True, slots=True)
class Past:
    """Every answer in order, and the cards as they are after the last."""

    answers: tuple[Observed, ...]
    states: dict[CardKey, CardState]


def observe(
    reviews: Iterable[Review],
    settings_of: Callable[[str], Settings],
    on_answer: Callable[[int], object] = lambda done: None,
) -> Past:
    """Replays a log, in the order of time.

    `settings_of` gives the settings of a deck by its id; `on_answer` is told how many answers
    are done.
    """
    states: dict[CardKey, CardState] = {}
    answers: list[Observed] = []
    for done, review in enumerate(reviews, start=1):
        state, settings = states.get(review.card, New()), settings_of(review.card.deck_id)
        day = day_number(review.at, settings.timezone, settings.rollover_hour)
        answers.append(Observed(review, day, stage_of(state), _predicted(state, day, settings)))
        states[review.card] = reviewed(
            review.card,
            state,
            review.rating,
            review.at,
            settings,
            review.options,
            review.due_day,
        )
        on_answer(done)
    return Past(tuple(answers), states)


def stage_of(state: CardState) -> Stage:
    """How far a card has come."""
    match state:
        case New():
            return Stage.NEW
        case Learning():
            return Stage.LEARNING
        case Relearning():
            return Stage.RELEARNING
        case Remembered(due_day=due, last_day=last):
            return Stage.MATURE if due - last >= MATURE else Stage.YOUNG


def _predicted(state: CardState, day: int, settings: Settings) -> float | None:
    if isinstance(state, New) or day <= state.last_day:
        return None
    return retrievability(state.stability, day - state.last_day, settings.parameters)
