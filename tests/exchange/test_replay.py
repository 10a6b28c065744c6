"""States for the export are what the official program computes from the same log."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quizzer.exchange.anki.progress import collection_day
from quizzer.exchange.anki.replay import states_of
from quizzer.memory.model import CardState, Learning, Rating, Relearning, Remembered, Review
from tests.exchange.judge import bring_in, collection
from tests.exchange.test_progress import NOW, package, progress, review

PLANS = {
    "first": [(40, "GOOD"), (40, "GOOD"), (35, "GOOD"), (20, "HARD"), (3, "EASY")],
    "second": [(30, "EASY"), (20, "AGAIN"), (20, "GOOD"), (10, "GOOD")],
    "third": [(25, "AGAIN"), (25, "GOOD"), (25, "GOOD"), (24, "GOOD")],
}


def day_of(instant: datetime) -> int:
    """Days of the collection, in UTC."""
    return collection_day(instant, ZoneInfo("UTC"))


def logs() -> list[Review]:
    """The plans as reviews, those of one day some minutes apart."""
    noon = NOW.replace(hour=12, minute=0, second=0, microsecond=0)
    return [
        review(name, noon - timedelta(days=ago) + timedelta(minutes=20 * n), Rating[rating], n)
        for name, plan in PLANS.items()
        for n, (ago, rating) in enumerate(plan)
    ]


def test_anki_computes_the_same_states_from_the_log() -> None:
    """Stability and difficulty differ by less than one in ten thousand."""
    ours = states_of(logs(), day_of)
    with collection() as anki:
        bring_in(anki, package(progress(ours, logs(), ZoneInfo("UTC"))), progress=True)
        anki.set_config("fsrs", True)
        cards = anki.find_cards("-is:new")
        assert len(cards) == len(PLANS)
        for identity in cards:
            name = anki.get_card(identity).note()["Identity"].partition("/")[2]
            # Not what we wrote, but what Anki makes of the log.
            computed = anki.compute_memory_state(identity)
            state = ours[name]
            assert isinstance(state, Remembered)
            assert computed.stability == pytest.approx(state.stability, rel=1e-4)
            assert computed.difficulty == pytest.approx(state.difficulty, rel=1e-4)


@pytest.mark.parametrize(
    ("ratings", "kind"),
    [("AGAIN", Learning), ("EASY", Remembered), ("EASY AGAIN", Relearning)],
)
def test_the_steps_are_followed(ratings: str, kind: type[CardState]) -> None:
    """A new card that failed is in its steps; a lapse leads to the relearning steps."""
    at = datetime(2026, 5, 1, 9, tzinfo=UTC)
    log = [
        review("first", at + timedelta(days=30 * n), Rating[rating], n)
        for n, rating in enumerate(ratings.split())
    ]
    state = states_of(log, day_of)["first"]
    assert isinstance(state, kind)
    assert state.last_day == day_of(log[-1].at)
