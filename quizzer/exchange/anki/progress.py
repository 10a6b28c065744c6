"""Our memory of a deck in Anki's terms: card states, due days, the log, and the deck's options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import assert_never

from quizzer.exchange.anki.rows import (
    CREATION_DATE,
    DAY_LEARNING,
    LEARNING,
    RELEARNING,
    REVIEW,
    SUSPENDED,
    CardRow,
    ReviewRow,
    default_preset,
)
from quizzer.memory.day import day_number
from quizzer.memory.model import (
    CardState,
    Learning,
    New,
    Rating,
    Relearning,
    Remembered,
    Review,
)
from quizzer.memory.schedule import next_step
from quizzer.memory.settings import Settings

_CREATED = (CREATION_DATE - date(1970, 1, 1)).days
"""The study day on which the written collection was made; Anki counts due days from it."""

# What the log calls the types of cards: 0 learning, 1 review, 2 relearning.
_LOGGED = {LEARNING: 0, REVIEW: 1, RELEARNING: 2}
_NEW = New()

_FACTOR = 2500
"""The ease that SM-2 would start with; Anki wants one even where FSRS plans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A learner's memory of one deck.

    `states` and `suspended` go by question id; `reviews` are those of the deck's cards, and
    `logs` the same by question, by time.
    """

    states: Mapping[str, CardState]
    reviews: Sequence[Review]
    settings: Settings
    suspended: frozenset[str] = field(default_factory=frozenset)
    logs: Mapping[str, Sequence[Review]] = field(init=False)

    def __post_init__(self) -> None:
        logs: dict[str, list[Review]] = {}
        for review in sorted(self.reviews, key=lambda one: (one.at, one.id)):
            logs.setdefault(review.card.question_id, []).append(review)
        object.__setattr__(self, "logs", logs)

    def day_of(self, instant: datetime) -> int:
        """The study day that `instant` belongs to, counted as states count days."""
        return day_number(instant, self.settings.timezone, self.settings.rollover_hour)


def card_row(question_id: str, position: int, progress: Progress) -> CardRow:
    """The row of a question's card; `position` counts the deck's questions from 1."""
    log = progress.logs.get(question_id)
    last = log[-1].at if log else None
    row = _card_row(progress.states.get(question_id, _NEW), position, last, progress)
    return _suspended(row) if question_id in progress.suspended else row


def review_rows(question_id: str, progress: Progress) -> list[ReviewRow]:
    """The question's log, oldest first; ids are made unique when they are written."""
    return _log(progress.logs.get(question_id, ()), progress)


def _card_row(
    state: CardState, position: int, last: datetime | None, progress: Progress
) -> CardRow:
    match state:
        case New():
            return CardRow.new(position)
        case Learning(step, stability, difficulty, due_at, last_day):
            left = max(len(progress.settings.learning_steps) - step, 1)
            queue, due = _step_due(due_at, last_day, progress)
            return CardRow(
                type=LEARNING,
                queue=queue,
                due=due,
                left=left + 1000 * left,
                memory=_memory(stability, difficulty, last, progress),
            )
        case Remembered(stability, difficulty, due_day, last_day, reps, lapses):
            return CardRow(
                type=REVIEW,
                queue=REVIEW,
                due=due_day - _CREATED,
                interval=max(due_day - last_day, 1),
                factor=_FACTOR,
                reps=reps,
                lapses=lapses,
                memory=_memory(stability, difficulty, last, progress),
            )
        case Relearning(step, stability, difficulty, due_at, last_day, reps, lapses):
            left = max(len(progress.settings.relearning_steps) - step, 1)
            queue, due = _step_due(due_at, last_day, progress)
            return CardRow(
                type=RELEARNING,
                queue=queue,
                due=due,
                interval=1,
                factor=_FACTOR,
                reps=reps,
                lapses=lapses,
                left=left + 1000 * left,
                memory=_memory(stability, difficulty, last, progress),
            )
        case _:
            assert_never(state)


def _step_due(due_at: datetime, last_day: int, progress: Progress) -> tuple[int, int]:
    day = progress.day_of(due_at)
    if day > last_day:
        return DAY_LEARNING, day - _CREATED
    return LEARNING, int(due_at.timestamp())


def _memory(
    stability: float, difficulty: float, last: datetime | None, progress: Progress
) -> tuple[tuple[str, float], ...]:
    entries: list[tuple[str, float]] = [
        ("s", round(stability, 4)),
        ("d", round(difficulty, 3)),
        ("dr", round(progress.settings.retention, 2)),
    ]
    entries.append(("decay", round(progress.settings.parameters[20], 3)))
    if last is not None:
        entries.append(("lrt", int(last.timestamp())))
    return tuple(entries)


def _suspended(row: CardRow) -> CardRow:
    return CardRow(
        type=row.type,
        queue=SUSPENDED,
        due=row.due,
        interval=row.interval,
        factor=row.factor,
        reps=row.reps,
        lapses=row.lapses,
        left=row.left,
        memory=row.memory,
    )


def _log(reviews: Sequence[Review], progress: Progress) -> list[ReviewRow]:
    days = [progress.day_of(review.at) for review in reviews]
    rows: list[ReviewRow] = []
    phase, step, interval = LEARNING, 0, 0
    for review, day, after in zip(reviews, days, [*days[1:], *days[-1:]], strict=True):
        # Seconds are negative; what is asked again on the same day was in its steps.
        following = after - day if after > day else -600
        rows.append(
            ReviewRow(
                milliseconds(review.at),
                int(review.rating),
                following,
                interval,
                0 if phase == LEARNING else _FACTOR,
                max(review.duration_ms, 0),
                _LOGGED[phase],
            )
        )
        interval = following
        phase, step = _after(phase, step, review, progress.settings)
    return rows


def _after(phase: int, step: int, review: Review, settings: Settings) -> tuple[int, int]:
    """What kind of card it is after a review, and at which step.

    Anki takes an answer while learning that follows one while reviewing for a new beginning, so
    the log must say what the card was, and not what a calendar would have made of it.
    """
    if phase == REVIEW and review.rating is not Rating.AGAIN:
        return REVIEW, 0
    if review.due_day is not None:
        return REVIEW, 0
    if phase == REVIEW:
        return (RELEARNING, 0) if settings.relearning_steps else (REVIEW, 0)
    steps = settings.learning_steps if phase == LEARNING else settings.relearning_steps
    following = next_step(step, int(review.rating), len(steps))
    return (REVIEW, 0) if following is None else (phase, following)


def milliseconds(instant: datetime) -> int:
    """Whole milliseconds since 1970: the id of a review in Anki."""
    return round(instant.timestamp() * 1000)


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
