"""States for the export are what the official program computes from the same log."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from quizzer.memory.model import Rating, Remembered, Review
from quizzer.memory.replay import replay
from quizzer.memory.settings import Settings
from tests.exchange.judge import bring_in, collection
from tests.exchange.test_progress import NOW, package, progress, review

PLANS = {
    "first": [(40, "GOOD"), (40, "GOOD"), (35, "GOOD"), (20, "HARD"), (3, "EASY")],
    "second": [(30, "EASY"), (20, "AGAIN"), (20, "GOOD"), (10, "GOOD")],
    "third": [(25, "AGAIN"), (25, "GOOD"), (25, "GOOD"), (24, "GOOD")],
}


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
    log = sorted(logs(), key=lambda one: one.at)
    ours = {card.question_id: state for card, state in replay(log, Settings()).items()}
    with collection() as anki:
        bring_in(anki, package(progress(ours, log, ZoneInfo("UTC"))), progress=True)
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
