"""Plays the days before an exam: the same reviews a day, by the exam plan or by what is due."""

from collections.abc import Callable

from quizzer.memory.exam import best, outlook
from quizzer.memory.fsrs import interval_days, next_memory, retrievability
from quizzer.memory.model import CardState, New, Rating, Remembered
from quizzer.memory.settings import Settings
from quizzer.seeded import seeded_number

Choose = Callable[[list[CardState], int, int, int], list[int]]
"""Picks places of cards from their states, today, the exam's day, and how many at most."""

SETTINGS = Settings()


def by_plan(states: list[CardState], today: int, exam_day: int, most: int) -> list[int]:
    """The exam plan."""
    found = [(n, outlook(one, today, exam_day, SETTINGS)) for n, one in enumerate(states)]
    return best(found, most)


def by_due(states: list[CardState], today: int, exam_day: int, most: int) -> list[int]:
    """Ordinary scheduling: what is due, the least certain first, then new ones."""
    due = [
        (retrievability(one.stability, today - one.last_day), n)
        for n, one in enumerate(states)
        if isinstance(one, Remembered) and one.due_day <= today
    ]
    new = [n for n, one in enumerate(states) if isinstance(one, New)]
    return ([n for _, n in sorted(due)] + new)[:most]


def curve(choose: Choose, *, cards: int, days: int, most: int, seed: int) -> list[float]:
    """The share of cards that would be recalled on the exam's day, after each day of study."""
    states: list[CardState] = [New() for _ in range(cards)]
    shares = []
    for today in range(days):
        for place in choose(states, today, days, most):
            states[place] = _after(states[place], today, seed, place)
        known = [
            0.0 if isinstance(one, New) else retrievability(one.stability, days - one.last_day)
            for one in states
        ]
        shares.append(sum(known) / cards)
    return shares


def _after(state: CardState, today: int, seed: int, place: int) -> CardState:
    if isinstance(state, New):
        memory, reps, lapses = next_memory(None, Rating.GOOD, 0), 1, 0
    else:
        assert isinstance(state, Remembered)
        chance = retrievability(state.stability, today - state.last_day)
        is_recalled = seeded_number("exam", seed, place, today) / 2**64 < chance
        rating = Rating.GOOD if is_recalled else Rating.AGAIN
        memory = next_memory(state, rating, today - state.last_day)  # type: ignore[arg-type]
        reps, lapses = state.reps + 1, state.lapses + (not is_recalled)
    due = today + max(1, round(interval_days(memory.stability, SETTINGS.retention)))
    return Remembered(memory.stability, memory.difficulty, due, today, reps, lapses)
