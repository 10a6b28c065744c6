"""The days until an exam, played ahead: by the exam plan, and by ordinary scheduling.

A learner is simulated whose memory follows FSRS with the learner's own parameters; both ways get
the same room for reviews a day, and the same luck. Of many cards a sample is played.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from quizzer.memory.exam import best, known_of, later_turns, recall, review_on, worth
from quizzer.memory.fsrs import interval_days, retrievability
from quizzer.memory.model import CardState, New, Remembered
from quizzer.memory.settings import Settings
from quizzer.seeded import seeded_number

_EFFORT = 3000
"""So many cards times days are played: a second or two, and within a point of the truth."""

_FEWEST, _MOST_ROUNDS = 40, 6
"""A sample is no smaller; a smaller deck is played several times."""


@dataclass(frozen=True, slots=True)
class Until:
    """A plan's frame: study days, and the room for reviews on each day until the exam's."""

    today: int
    exam_day: int
    a_day: float

    @property
    def left(self) -> int:
        """Days of study, today among them; the exam's own is none."""
        return self.exam_day - self.today


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many cards are expected to be recalled on the exam's day, after each day of study from
    today on."""

    by_plan: tuple[float, ...]
    by_due: tuple[float, ...]


Card = tuple[CardState, Settings]
"""A card as the learner has it, and the settings of its deck."""

Choose = Callable[[Sequence[Card], int, Until, int], list[int]]
"""Picks places of cards for a study day: from all cards, the day, the frame, how many at most."""


def played_ahead(cards: Sequence[Card], until: Until) -> Ahead:
    """What to expect of the exam plan and of ordinary scheduling, for at least one card."""
    size = min(len(cards), max(_FEWEST, _EFFORT // until.left))
    order = sorted(range(len(cards)), key=lambda place: seeded_number("exam sample", place))
    sample = [cards[place] for place in sorted(order[:size])]
    rounds = max(1, min(_MOST_ROUNDS, _EFFORT // (size * until.left)))
    frame = Until(until.today, until.exam_day, until.a_day * size / len(cards))

    def curve(choose: Choose) -> tuple[float, ...]:
        found = [played(sample, choose, frame, seed) for seed in range(rounds)]
        return tuple(fmean(day) * len(cards) for day in zip(*found, strict=True))

    return Ahead(curve(by_plan), curve(by_due))


def played(cards: Sequence[Card], choose: Choose, until: Until, seed: int) -> list[float]:
    """The share of cards expected to be recalled on the exam's day, after each day of study."""
    now = list(cards)
    shares = []
    for day in range(until.today, until.exam_day):
        done = day - until.today
        most = int(until.a_day * (done + 1)) - int(until.a_day * done)
        for place in choose(now, day, until, most):
            now[place] = _reviewed(now[place], day, seed, place)
        shares.append(fmean(recall(known_of(state), (), until.exam_day, own) for state, own in now))
    return shares


def by_plan(cards: Sequence[Card], day: int, until: Until, most: int) -> list[int]:
    """The exam plan."""
    turns = later_turns(day, until.exam_day, len(cards), until.a_day)
    found: dict[Card, float] = {}
    for one in cards:
        if one not in found and not _is_done(one[0], day):
            found[one] = worth(one[0], day, until.exam_day, one[1], turns)
    places = enumerate(cards)
    return best([(place, found[one]) for place, one in places if one in found], most)


def by_due(cards: Sequence[Card], day: int, until: Until, most: int) -> list[int]:
    """Ordinary scheduling: what is due, the least certain first, then new cards."""
    due, new = [], []
    for place, (state, settings) in enumerate(cards):
        if isinstance(state, New):
            new.append(place)
        elif not _is_done(state, day) and _due_day(state) <= day:
            chance = retrievability(state.stability, day - state.last_day, settings.parameters)
            due.append((chance, place))
    return [*(place for _, place in sorted(due)), *new][:most]


def _is_done(state: CardState, day: int) -> bool:
    return not isinstance(state, New) and state.last_day >= day


def _due_day(state: CardState) -> int:
    """Steps go on with the next sitting."""
    return state.due_day if isinstance(state, Remembered) else 0


def _reviewed(card: Card, day: int, seed: int, place: int) -> Card:
    state, settings = card
    chance, good, again = review_on(known_of(state), day, settings)
    memory = good if seeded_number("exam", seed, place, day) / 2**64 < chance else again
    interval = interval_days(memory.stability, settings.retention, settings.parameters)
    due = day + max(1, round(interval))
    return Remembered(memory.stability, memory.difficulty, due, day, 1, 0), settings
