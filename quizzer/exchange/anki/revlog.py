"""Our log of reviews as the rows of Anki's, in the order of time.

Anki takes the instant of a review for its id and drops one whose id is taken, so ids are moved on
by milliseconds where they must. It takes an answer while learning that follows one while reviewing
for a new beginning, so a row says what the card was, and not what a calendar would make of it.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from operator import itemgetter

from quizzer.exchange.anki.progress import FACTOR, Progress
from quizzer.exchange.anki.rows import LEARNING, RELEARNING, REVIEW
from quizzer.memory.day import StudyDays, microseconds_of
from quizzer.memory.model import Rating, Remembered
from quizzer.memory.schedule import next_step
from quizzer.memory.settings import Settings

Row = tuple[int, ...]
"""id (milliseconds since 1970), card, rating, interval and the one before (days, or negative
seconds within steps), ease, duration in milliseconds, and what the card was."""

# Types of cards (1 learning, 2 review, 3 relearning) are one less in the log.
assert (LEARNING, REVIEW, RELEARNING) == (1, 2, 3)
_STEP = -600
_AGAIN = int(Rating.AGAIN)


def revlog_rows(decks: Iterable[tuple[Progress, Mapping[str, int]]]) -> Iterator[Row]:
    """The rows of table revlog for decks with the ids of their cards by question id.

    Reviews of questions without a card are left out.
    """
    last = 0
    for row in merge(*(_rows(memory, cards) for memory, cards in decks), key=itemgetter(0)):
        if row[0] > last:
            last = row[0]
            yield row
        else:
            last += 1
            yield (last, *row[1:])


def _rows(progress: Progress, cards: Mapping[str, int]) -> Iterator[Row]:
    log = _Log(progress, cards)
    ids, settings = list(cards.values()), progress.settings
    # What each card is before its next review: its phase, its step, and its interval.
    phases, steps, intervals = [LEARNING] * len(ids), [0] * len(ids), [0] * len(ids)
    for review, place, at, day, gap in zip(
        progress.reviews, log.places, log.micros, log.days, log.gaps, strict=True
    ):
        if place < 0:
            continue
        phase, due_day, rating = phases[place], review.due_day, int(review.rating)
        if phase != REVIEW or rating == _AGAIN:
            has_day = due_day is not None
            phases[place], steps[place] = _after(phase, steps[place], rating, has_day, settings)
        before = intervals[place]
        if phases[place] != REVIEW:
            interval = _STEP
        else:
            interval = gap if due_day is None else max(due_day - day, 1)
        intervals[place] = interval
        yield (
            (at + 500) // 1000,
            ids[place],
            rating,
            interval,
            before,
            0 if phase == LEARNING else FACTOR,
            review.duration_ms if review.duration_ms > 0 else 0,
            phase - 1,
        )


class _Log:
    """Four numbers a review: the card's place among all (-1 for none), the instant in microseconds,
    the study day, and in how many days the card came again, or is due."""

    def __init__(self, progress: Progress, cards: Mapping[str, int]):
        settings, index = progress.settings, {name: n for n, name in enumerate(cards)}
        day_of = StudyDays(settings.timezone, settings.rollover_hour).of
        reviews = progress.reviews
        self.places = array("q", [index.get(one.card.question_id, -1) for one in reviews])
        self.micros = array("q", [microseconds_of(one.at) for one in reviews])
        self.days = array("q", map(day_of, self.micros))
        self.gaps = array("q", self.days)
        later = [0] * len(index)
        for name, state in progress.states.items():
            if isinstance(state, Remembered) and name in index:
                later[index[name]] = state.due_day
        for n in range(len(reviews) - 1, -1, -1):
            place, day = self.places[n], self.days[n]
            if place >= 0:
                gap = later[place] - day
                self.gaps[n] = gap if gap > 0 else 1
                later[place] = day


def _after(
    phase: int, step: int, rating: int, has_day: bool, settings: Settings
) -> tuple[int, int]:
    """What a card is after a review, and at which step."""
    if has_day:
        return REVIEW, 0
    if phase == REVIEW:  # and forgotten
        return (RELEARNING, 0) if settings.relearning_steps else (REVIEW, 0)
    steps = settings.learning_steps if phase == LEARNING else settings.relearning_steps
    following = next_step(step, rating, len(steps))
    return (REVIEW, 0) if following is None else (phase, following)
