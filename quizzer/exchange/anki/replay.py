"""Card states from a log, for cards that leave for Anki: FSRS on whole study days, without fuzz."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from quizzer.memory.model import CardState, Learning, Rating, Relearning, Remembered, Review

if TYPE_CHECKING:
    from collections.abc import Callable

    from fsrs import Card, Scheduler

_DAY = timedelta(days=1)
# The FSRS library counts days of 24 hours, so each study day is handed to it as one instant.
_NOON = datetime(1970, 1, 1, 12, tzinfo=UTC)


def states_of(
    reviews: Iterable[Review],
    day_of: "Callable[[datetime], int]",
    *,
    retention: float = 0.9,
    parameters: tuple[float, ...] = (),
) -> dict[str, CardState]:
    """The state of each reviewed question, by its id.

    `day_of` numbers study days; the states' days are in its count. Steps are Anki's own: 1 and 10
    minutes while learning, 10 minutes after a lapse.
    """
    from fsrs import Scheduler  # noqa: PLC0415 - only where progress goes along
    from fsrs.scheduler import DEFAULT_PARAMETERS  # noqa: PLC0415

    scheduler = Scheduler(
        parameters=parameters or DEFAULT_PARAMETERS,
        desired_retention=retention,
        learning_steps=(timedelta(minutes=1), timedelta(minutes=10)),
        relearning_steps=(timedelta(minutes=10),),
        enable_fuzzing=False,
    )
    logs: dict[str, list[Review]] = {}
    for review in sorted(reviews, key=lambda one: (one.at, one.id)):
        logs.setdefault(review.card.question_id, []).append(review)
    return {name: _replayed(log, day_of, scheduler) for name, log in logs.items()}


def _replayed(
    log: list[Review], day_of: "Callable[[datetime], int]", scheduler: "Scheduler"
) -> CardState:
    from fsrs import Card, State  # noqa: PLC0415
    from fsrs import Rating as FsrsRating  # noqa: PLC0415

    card = Card(card_id=1, due=_NOON)
    day, lapses = 0, 0
    for review in log:
        day = day_of(review.at)
        was_known = card.state is State.Review
        lapses += was_known and review.rating is Rating.AGAIN
        card, _ = scheduler.review_card(card, FsrsRating(int(review.rating)), _NOON + day * _DAY)
    return _state(card, log[-1].at, day, len(log), lapses)


def _state(card: "Card", at: datetime, day: int, reps: int, lapses: int) -> CardState:
    from fsrs import State  # noqa: PLC0415

    stability, difficulty = card.stability, card.difficulty
    assert stability is not None
    assert difficulty is not None
    wait = card.due - (_NOON + day * _DAY)
    if card.state is State.Review:
        return Remembered(
            stability=stability,
            difficulty=difficulty,
            due_day=day + wait.days,
            last_day=day,
            reps=reps,
            lapses=lapses,
        )
    if card.state is State.Learning:
        return Learning(card.step or 0, stability, difficulty, at + wait, day)
    return Relearning(card.step or 0, stability, difficulty, at + wait, day, reps, lapses)
