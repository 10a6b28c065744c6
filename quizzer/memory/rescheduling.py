"""Another day for cards whose settings or parameters changed, without a flood.

A card keeps the day that its last answer gave it until this step is asked for. What would be due
by now is spread over the coming days, the least likely to be recalled first, so that no day
gets more than a stated number.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizzer.memory.balance import balanced
from quizzer.memory.fsrs import retrievability
from quizzer.memory.fuzz import fuzz_range
from quizzer.memory.model import CardKey, Remembered
from quizzer.memory.schedule import interval_after
from quizzer.memory.settings import Settings

SHOWN_DAYS = 14
"""So many coming days are shown before and after."""


@dataclass(frozen=True, slots=True)
class Move:
    """A card that gets another study day."""

    card: CardKey
    old_day: int
    new_day: int


def moves_of(
    cards: Mapping[CardKey, Remembered],
    options: Mapping[CardKey, int],
    today: int,
    settings: Settings,
    most_a_day: int,
) -> list[Move]:
    """The moves that bring cards to the days which the present settings would give them.

    `options` is among how many options each card was last answered. Cards that are due today or
    late stay: they are asked anyway. So do cards whose day lies within the fuzz of their new
    interval. Of the others none is moved to today or before, and those that would be go to the
    first days that have room below `most_a_day` cards.
    """
    load = Counter(state.due_day for state in cards.values())
    coming = {key: state for key, state in cards.items() if state.due_day > today}
    moves, overdue = [], []
    for key, state in sorted(coming.items()):
        interval = interval_after(state.stability, options.get(key, 0), settings)
        lower, upper = fuzz_range(interval, settings.longest)
        if lower <= state.due_day - state.last_day <= upper:
            continue
        load[state.due_day] -= 1
        day = balanced(
            interval, settings.longest, key, state.reps, state.last_day, lambda a, b: load
        )
        if day <= today:
            overdue.append((key, state))
            continue
        load[day] += 1
        moves.append(Move(key, state.due_day, day))
    overdue.sort(key=lambda entry: (_chance(entry[1], today, settings), entry[0]))
    day = today + 1
    for key, state in overdue:
        while load[day] >= most_a_day and day < state.due_day:
            day += 1
        # No card waits longer than it did before.
        new_day = min(day, state.due_day)
        load[new_day] += 1
        moves.append(Move(key, state.due_day, new_day))
    return [move for move in moves if move.new_day != move.old_day]


def load_of(days: Sequence[int], today: int) -> list[int]:
    """How many of some due days fall on each of the coming days, tomorrow first."""
    counts = Counter(days)
    return [counts[today + offset] for offset in range(1, SHOWN_DAYS + 1)]


def _chance(state: Remembered, today: int, settings: Settings) -> float:
    return retrievability(state.stability, today - state.last_day, settings.parameters)
