"""Plays the days before an exam with learners whose memory is not what the schedule thinks."""

from collections.abc import Sequence

from quizzer.memory.exam import Known, best, known_of, outlook, review_on
from quizzer.memory.exam_ahead import Card, Choose, Until
from quizzer.memory.fsrs import DEFAULT_PARAMETERS, Memory, interval_days, retrievability
from quizzer.memory.model import New, Remembered
from quizzer.memory.settings import Settings
from quizzer.seeded import seeded_number

SETTINGS = Settings()
FIRST_DAY = 1000

Parameters = tuple[float, ...]


def by_gain(cards: Sequence[Card], day: int, until: Until, most: int) -> list[int]:
    """What adds most if it were the last review: the plan without a look ahead."""
    found = [outlook(state, day, until.exam_day, own).gain for state, own in cards]
    return best(list(enumerate(found)), most)


def recalled(
    choose: Choose,
    *,
    cards: int,
    days: int,
    a_day: int,
    seed: int,
    true: Parameters = DEFAULT_PARAMETERS,
    met: float = 0.0,
) -> float:
    """The share of cards truly recalled on the exam's day, of which `met` were known before.

    The schedule goes by the default parameters; the learner's memory follows the `true` ones.
    """
    until = Until(FIRST_DAY, FIRST_DAY + days, a_day)
    shown: list[Card] = [(New(), SETTINGS) for _ in range(cards)]
    own: dict[int, Known] = {}
    for place in range(round(cards * met)):
        stability = 100 ** _draw(seed, place, "stability")
        difficulty = 2 + 7 * _draw(seed, place, "difficulty")
        last = FIRST_DAY - 1 - round(1.5 * stability * _draw(seed, place, "last"))
        own[place] = Memory(stability, difficulty), last
        shown[place] = _after(Memory(stability, difficulty), last)
    settings = Settings(parameters=true)
    for day in range(until.today, until.exam_day):
        for place in choose(shown, day, until, a_day):
            chance, good, again = review_on(own.get(place), day, settings)
            is_known = _draw(seed, place, day) < chance
            own[place] = (good if is_known else again), day
            _, good, again = review_on(known_of(shown[place][0]), day, SETTINGS)
            shown[place] = _after(good if is_known else again, day)
    return (
        sum(
            retrievability(memory.stability, until.exam_day - last, true)
            for memory, last in own.values()
        )
        / cards
    )


def _after(memory: Memory, day: int) -> Card:
    due = day + max(1, round(interval_days(memory.stability, SETTINGS.retention)))
    return Remembered(memory.stability, memory.difficulty, due, day, 1, 0), SETTINGS


def _draw(*parts: object) -> float:
    return seeded_number("exam", *parts) / 2**64
