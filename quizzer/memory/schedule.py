"""The next state of a card from a review: steps within the day, FSRS over days."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple, assert_never

from quizzer.memory.day import StudyDays, instant_of, microseconds_of
from quizzer.memory.fsrs import engine_of, interval_days
from quizzer.memory.fuzz import fuzzed
from quizzer.memory.model import (
    CardKey,
    CardState,
    Learning,
    New,
    Rating,
    Relearning,
    Remembered,
)
from quizzer.memory.settings import Settings

AGAIN, HARD, EASY = int(Rating.AGAIN), int(Rating.HARD), int(Rating.EASY)

LEARNING, REMEMBERED, RELEARNING = 1, 2, 3
"""The phases of a card that was reviewed."""


class Standing(NamedTuple):
    """How far a card has come; when it is due follows from this and the last review."""

    phase: int
    step: int
    stability: float
    difficulty: float
    last_day: int
    reps: int
    lapses: int


Entry = tuple[int, int, int, int | None]
"""What a schedule needs of a review: its rating, its instant in microseconds since 1970, how many
options the answer was chosen from, and the study day that was noted for the card."""

_NEW = New()


class Schedule:
    """The rules of some settings, ready for many reviews."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.days = StudyDays(settings.timezone, settings.rollover_hour)
        self._engine = engine_of(settings.parameters)
        self._counts = (0, len(settings.learning_steps), 0, len(settings.relearning_steps))

    def replayed(self, card: CardKey, log: Iterable[Entry], before: CardState = _NEW) -> CardState:
        """The state of a card after reviews in the order of time."""
        standing, last = _standing(before), None
        for last in log:
            has_day = last[3] is not None
            standing = self._advance(standing, last[0], self.days.of(last[1]), has_day)
        if standing is None or last is None:
            return before
        return self._state(card, standing, *last)

    def _advance(self, before: Standing | None, rating: int, day: int, has_day: bool) -> Standing:
        # A card that was given a day has left its steps, whichever there were.
        if before is None:
            stability, difficulty = self._engine(None, None, rating, 0)
            phase, step, reps, lapses = LEARNING, 0, 0, 0
        else:
            phase, step, stability, difficulty, last_day, reps, lapses = before
            # A clock that runs backwards counts as no time passed.
            elapsed = day - last_day if day > last_day else 0
            stability, difficulty = self._engine(stability, difficulty, rating, elapsed)
        if phase == REMEMBERED:
            if rating != AGAIN:
                return Standing(REMEMBERED, 0, stability, difficulty, day, reps + 1, lapses)
            has_steps = self._counts[RELEARNING] and not has_day
            phase = RELEARNING if has_steps else REMEMBERED
            return Standing(phase, 0, stability, difficulty, day, reps + 1, lapses + 1)
        following = None if has_day else next_step(step, rating, self._counts[phase])
        reps = reps + 1 if phase == RELEARNING or following is None else reps
        if following is None:
            return Standing(REMEMBERED, 0, stability, difficulty, day, reps, lapses)
        return Standing(phase, following, stability, difficulty, day, reps, lapses)

    def _state(
        self,
        card: CardKey,
        standing: Standing,
        rating: int,
        at: int,
        options: int,
        noted: int | None,
    ) -> CardState:
        phase, step, stability, difficulty, day, reps, lapses = standing
        settings = self.settings
        if phase == REMEMBERED and noted is not None:
            return Remembered(stability, difficulty, noted, day, reps, lapses)
        if phase == REMEMBERED:
            interval = interval_after(stability, options, settings)
            due = day + fuzzed(interval, settings.longest, card, reps)
            return Remembered(stability, difficulty, due, day, reps, lapses)
        steps = settings.learning_steps if phase == LEARNING else settings.relearning_steps
        due_at = instant_of(at) + _wait(step, rating, steps)
        if phase == LEARNING:
            return Learning(step, stability, difficulty, due_at, day)
        return Relearning(step, stability, difficulty, due_at, day, reps, lapses)


def interval_after(stability: float, options: int, settings: Settings) -> float:
    """Days until a card of this stability is due, before any fuzz.

    A right choice among `options` may have been a guess, by the chance of one in `options`.
    """
    interval = interval_days(stability, settings.retention, settings.parameters)
    return interval * (1 - 1 / options) if options > 1 else interval


@lru_cache(maxsize=16)
def schedule_of(settings: Settings) -> Schedule:
    """The rules of some settings, made once."""
    return Schedule(settings)


def reviewed(
    card: CardKey,
    state: CardState,
    rating: Rating,
    at: datetime,
    settings: Settings,
    options: int = 0,
    due_day: int | None = None,
) -> CardState:
    """The state after a review at `at`.

    `due_day` is the study day that was noted for the card when it was reviewed: the card has then
    left its steps, whichever there were; without it the formula and the fuzz of the present
    settings decide.

    `options` is how many options the answer was chosen from, 0 if none: a right choice may have
    been a guess, so the interval after it is shortened by the chance of one, 1 in `options`.
    A clock that runs backwards counts as no time passed.
    """
    entry = (int(rating), microseconds_of(at), options, due_day)
    return schedule_of(settings).replayed(card, [entry], state)


def _standing(state: CardState) -> Standing | None:
    match state:
        case New():
            return None
        case Learning(step, stability, difficulty, _, last_day):
            return Standing(LEARNING, step, stability, difficulty, last_day, 0, 0)
        case Remembered(stability, difficulty, _, last_day, reps, lapses):
            return Standing(REMEMBERED, 0, stability, difficulty, last_day, reps, lapses)
        case Relearning(step, stability, difficulty, _, last_day, reps, lapses):
            return Standing(RELEARNING, step, stability, difficulty, last_day, reps, lapses)
    assert_never(state)


def next_step(step: int, rating: int, count: int) -> int | None:
    """The step that follows among `count`; None when the steps are over."""
    if count == 0 or rating == EASY:
        return None
    if rating == AGAIN:
        return 0
    if rating == HARD:
        return min(step, count - 1)
    return step + 1 if step + 1 < count else None


def _wait(step: int, rating: int, steps: tuple[timedelta, ...]) -> timedelta:
    """How long until a step; as in Anki, the first step's Hard lies between the first two."""
    if rating == HARD and step == 0 and len(steps) > 1:
        return (steps[0] + steps[1]) / 2
    return steps[step]
