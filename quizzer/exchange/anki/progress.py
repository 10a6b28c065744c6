"""Our memory of a deck in Anki's terms: card states, due days, the log, and the deck's options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import assert_never

from quizzer.exchange.anki.rows import (
    CREATION_DATE,
    DAY_LEARNING,
    LEARNING,
    RELEARNING,
    REVIEW,
    SUSPENDED,
    CardRow,
    default_preset,
)
from quizzer.memory.day import day_number, microseconds_of
from quizzer.memory.model import (
    CardState,
    Learning,
    New,
    Relearning,
    Remembered,
    Review,
)
from quizzer.memory.settings import Settings

_CREATED = (CREATION_DATE - date(1970, 1, 1)).days
"""The study day on which the written collection was made; Anki counts due days from it."""

_NEW = New()

FACTOR = 2500
"""The ease that SM-2 would start with; Anki wants one even where FSRS plans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A learner's memory of one deck.

    `states` and `suspended` go by question id, and `last` (when each was reviewed last) too;
    `reviews` are those of the deck's cards, by time.
    """

    states: Mapping[str, CardState]
    reviews: Sequence[Review]
    settings: Settings
    suspended: frozenset[str] = field(default_factory=frozenset)
    last: Mapping[str, datetime] = field(init=False)

    def __post_init__(self) -> None:
        # Sorting what is in order already costs next to nothing.
        by_time = sorted(self.reviews, key=attrgetter("at"))
        object.__setattr__(self, "reviews", by_time)
        last = {review.card.question_id: review.at for review in by_time}
        object.__setattr__(self, "last", last)

    def day_of(self, instant: datetime) -> int:
        """The study day that `instant` belongs to, counted as states count days."""
        return day_number(instant, self.settings.timezone, self.settings.rollover_hour)


class CardRows:
    """Makes the rows of a deck's cards."""

    def __init__(self, progress: Progress):
        self._progress = progress
        settings = progress.settings
        self._shared = f'"dr":{settings.retention:.2f},"decay":{settings.parameters[20]:.3f}'

    def row(self, question_id: str, position: int) -> CardRow:
        """The row of a question's card; `position` counts the deck's questions from 1."""
        memory = self._progress
        state = memory.states.get(question_id, _NEW)
        row = self._row(state, position, memory.last.get(question_id))
        return row._replace(queue=SUSPENDED) if question_id in memory.suspended else row

    def _row(self, state: CardState, position: int, last: datetime | None) -> CardRow:
        settings = self._progress.settings
        match state:
            case Remembered():
                # Nearly all cards; taking the state apart in the pattern costs twice the time.
                data = self._memory(state.stability, state.difficulty, last)
                interval, due = state.due_day - state.last_day, state.due_day - _CREATED
                reps, lapses = state.reps, state.lapses
                return CardRow(REVIEW, REVIEW, due, max(interval, 1), FACTOR, reps, lapses, 0, data)
            case New():
                return CardRow.new(position)
            case Learning(step, stability, difficulty, due_at, last_day):
                left = _steps_left(step, len(settings.learning_steps))
                queue, due = self._step_due(due_at, last_day)
                data = self._memory(stability, difficulty, last)
                return CardRow(LEARNING, queue, due, 0, 0, 0, 0, left, data)
            case Relearning(step, stability, difficulty, due_at, last_day, reps, lapses):
                left = _steps_left(step, len(settings.relearning_steps))
                queue, due = self._step_due(due_at, last_day)
                data = self._memory(stability, difficulty, last)
                return CardRow(RELEARNING, queue, due, 1, FACTOR, reps, lapses, left, data)
            case _:
                assert_never(state)

    def _step_due(self, due_at: datetime, last_day: int) -> tuple[int, int]:
        day = self._progress.day_of(due_at)
        if day > last_day:
            return DAY_LEARNING, day - _CREATED
        return LEARNING, microseconds_of(due_at) // 1_000_000

    def _memory(self, stability: float, difficulty: float, last: datetime | None) -> str:
        """What json.dumps would give, in a fifth of its time."""
        reviewed = "" if last is None else f',"lrt":{microseconds_of(last) // 1_000_000}'
        return f'{{"s":{stability:.4f},"d":{difficulty:.3f},{self._shared}{reviewed}}}'


def _steps_left(step: int, steps: int) -> int:
    """How many steps are left, in all and (a thousandfold) today, as Anki packs it."""
    return 1001 * max(steps - step, 1)


def milliseconds(instant: datetime) -> int:
    """Whole milliseconds since 1970: the id of a review in Anki."""
    return (microseconds_of(instant) + 500) // 1000


def preset_of(progress: Progress) -> dict[str, object]:
    """The deck's options: steps, retention and FSRS parameters."""
    default = default_preset(1, "")
    new, lapse = default["new"], default["lapse"]
    assert isinstance(new, dict)
    assert isinstance(lapse, dict)
    return {
        "new": {**new, "delays": _minutes(progress.settings.learning_steps)},
        "lapse": {**lapse, "delays": _minutes(progress.settings.relearning_steps)},
        "fsrsParams6": list(progress.settings.parameters),
        "desiredRetention": progress.settings.retention,
    }


def _minutes(steps: tuple[timedelta, ...]) -> list[float]:
    return [step.total_seconds() / 60 for step in steps]
