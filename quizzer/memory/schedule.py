"""The next state of a card from a review: steps within the day, FSRS over days."""

from datetime import datetime, timedelta
from typing import assert_never

from quizzer.memory.day import day_number
from quizzer.memory.fsrs import Memory, interval_days, next_memory
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

    `due_day` is the study day that was noted for the card when it was reviewed; without it the
    formula and the fuzz of the present settings decide.

    `options` is how many options the answer was chosen from, 0 if none: a right choice may have
    been a guess, so the interval after it is shortened by the chance of one, 1 in `options`.
    A clock that runs backwards counts as no time passed.
    """
    day = day_number(at, settings.timezone, settings.rollover_hour)
    match state:
        case New():
            memory = next_memory(None, rating, 0, settings.parameters)
            return _learn(card, memory, 0, rating, at, day, settings, options, due_day)
        case Learning(step=step):
            memory = _remembered(state, rating, day, settings)
            return _learn(card, memory, step, rating, at, day, settings, options, due_day)
        case Remembered(reps=reps, lapses=lapses):
            memory = _remembered(state, rating, day, settings)
            if rating is Rating.AGAIN and settings.relearning_steps:
                due = at + settings.relearning_steps[0]
                return _relearning(memory, 0, due, day, reps + 1, lapses + 1)
            lapsed = lapses + (rating is Rating.AGAIN)
            return _graduated(card, memory, day, reps + 1, lapsed, settings, options, due_day)
        case Relearning(step=step, reps=reps, lapses=lapses):
            memory = _remembered(state, rating, day, settings)
            wait = _wait(step, rating, settings.relearning_steps)
            if wait is None:
                return _graduated(card, memory, day, reps + 1, lapses, settings, options, due_day)
            return _relearning(memory, wait[0], at + wait[1], day, reps + 1, lapses)
    assert_never(state)


def previews(
    card: CardKey, state: CardState, at: datetime, settings: Settings
) -> dict[Rating, CardState]:
    """What each of the four ratings would lead to."""
    return {rating: reviewed(card, state, rating, at, settings) for rating in Rating}


def _remembered(
    state: Learning | Remembered | Relearning, rating: Rating, day: int, settings: Settings
) -> Memory:
    elapsed = max(0, day - state.last_day)
    memory = Memory(state.stability, state.difficulty)
    return next_memory(memory, rating, elapsed, settings.parameters)


def _learn(
    card: CardKey,
    memory: Memory,
    step: int,
    rating: Rating,
    at: datetime,
    day: int,
    settings: Settings,
    options: int,
    noted: int | None,
) -> CardState:
    wait = _wait(step, rating, settings.learning_steps)
    if wait is None:
        return _graduated(card, memory, day, 1, 0, settings, options, noted)
    return Learning(
        step=wait[0],
        stability=memory.stability,
        difficulty=memory.difficulty,
        due_at=at + wait[1],
        last_day=day,
    )


def _wait(step: int, rating: Rating, steps: tuple[timedelta, ...]) -> tuple[int, timedelta] | None:
    """The next step and how long until then; None when there are no more."""
    if not steps or rating is Rating.EASY:
        return None
    if rating is Rating.AGAIN:
        return 0, steps[0]
    if rating is Rating.HARD:
        here = min(step, len(steps) - 1)
        # As in Anki: the first step's Hard lies between the first two.
        wait = (steps[0] + steps[1]) / 2 if here == 0 and len(steps) > 1 else steps[here]
        return here, wait
    return (step + 1, steps[step + 1]) if step + 1 < len(steps) else None


def _relearning(
    memory: Memory, step: int, due: datetime, day: int, reps: int, lapses: int
) -> Relearning:
    return Relearning(
        step=step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due_at=due,
        last_day=day,
        reps=reps,
        lapses=lapses,
    )


def _graduated(
    card: CardKey,
    memory: Memory,
    day: int,
    reps: int,
    lapses: int,
    settings: Settings,
    options: int,
    noted: int | None,
) -> Remembered:
    due = noted
    if due is None:
        interval = interval_days(memory.stability, settings.retention, settings.parameters)
        if options > 1:
            interval *= 1 - 1 / options
        due = day + fuzzed(interval, settings.longest, card, reps)
    return Remembered(
        stability=memory.stability,
        difficulty=memory.difficulty,
        due_day=due,
        last_day=day,
        reps=reps,
        lapses=lapses,
    )
