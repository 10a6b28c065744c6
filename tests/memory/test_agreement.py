"""States against `fsrs-rs`, the engine inside Anki, and the laws that every history obeys."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.memory.day import day_number
from quizzer.memory.fsrs import DEFAULT_PARAMETERS
from quizzer.memory.model import New, Rating, Remembered, Review
from quizzer.memory.replay import replay
from quizzer.memory.schedule import reviewed
from quizzer.memory.settings import Settings
from tests.memory.test_schedule import CARD, log

SETTINGS = Settings(timezone=ZoneInfo("America/New_York"))
HISTORIES = st.lists(
    st.tuples(st.sampled_from(Rating), st.integers(0, 60 * 24 * 400)), min_size=1, max_size=20
)
"""Ratings, and minutes since the review before."""


def dated(history: list[tuple[Rating, int]]) -> list[Review]:
    """Reviews of one card at any minute, over changes of the clock."""
    reviews = log([(rating, 0) for rating, _ in history])
    at, found = reviews[0].at, []
    for review, (_, minutes) in zip(reviews, history, strict=True):
        at += timedelta(minutes=minutes)
        found.append(replace(review, at=at))
    return found


def agree(history: list[tuple[Rating, int]]) -> None:
    """Holds the state after a history against the other engine's, both on study days."""
    engine = pytest.importorskip("fsrs_rs_python")
    reviews = dated(history)
    state = replay(reviews, SETTINGS)[CARD]
    assert not isinstance(state, New)
    days = [day_number(review.at, SETTINGS.timezone) for review in reviews]
    items = [
        engine.FSRSReview(int(review.rating), day - before)
        for review, before, day in zip(reviews, [days[0], *days], days, strict=False)
    ]
    theirs = engine.FSRS(list(DEFAULT_PARAMETERS)).memory_state(engine.FSRSItem(items))
    assert state.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert state.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)


@given(HISTORIES)
def test_states_equal_the_other_engine(history: list[tuple[Rating, int]]) -> None:
    """To one in ten thousand, through steps, lapses and days of 23 and 25 hours."""
    agree(history)


@pytest.mark.long
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(HISTORIES)
def test_ten_thousand_states_equal_the_other_engine(history: list[tuple[Rating, int]]) -> None:
    """The same, a hundred times as long."""
    agree(history)


@given(HISTORIES, st.integers(0, 60 * 24 * 400))
def test_the_interval_grows_with_the_rating(
    history: list[tuple[Rating, int]], minutes: int
) -> None:
    """Of the four answers to one question the better never brings it back sooner."""
    rules = replace(SETTINGS, learning_steps=(), relearning_steps=())
    reviews = dated(history)
    state = replay(reviews, rules)[CARD]
    later = reviews[-1].at + timedelta(minutes=minutes)
    after = [reviewed(CARD, state, rating, later, rules) for rating in Rating]
    days = [one.due_day for one in after if isinstance(one, Remembered)]
    assert len(days) == 4
    assert all(earlier <= later for earlier, later in pairwise(days))


@given(HISTORIES)
def test_every_prefix_of_a_replay_is_the_replay_of_the_prefix(
    history: list[tuple[Rating, int]],
) -> None:
    """State by state: one more review is one more step."""
    reviews = dated(history)
    state = None
    for count, review in enumerate(reviews, start=1):
        state = reviewed(CARD, state or New(), review.rating, review.at, SETTINGS)
        assert replay(reviews[:count], SETTINGS)[CARD] == state
