"""The laws of the points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.live.scoring import (
    accuracy_points,
    race_points,
    streak_bonus,
    team_points,
)

credits = st.floats(0, 1)
limits = st.integers(1_000, 600_000)
times = st.integers(0, 700_000)


@pytest.mark.parametrize(
    ("elapsed_ms", "points"),
    [(0, 1000), (499, 1000), (2_000, 967), (15_000, 750), (30_000, 500), (31_000, 500)],
)
def test_race_points_by_the_table(elapsed_ms: int, points: int) -> None:
    """The examples of the documentation, at 30 seconds."""
    assert race_points(1.0, elapsed_ms, 30_000) == points


@given(credits, times, times, limits)
def test_race_points_never_rise_with_time(credit: float, one: int, other: int, limit: int) -> None:
    """Who is slower never earns more."""
    early, late = sorted((one, other))
    assert race_points(credit, early, limit) >= race_points(credit, late, limit)


@given(credits, credits, times, limits)
def test_points_never_fall_with_credit(one: float, other: float, time: int, limit: int) -> None:
    """A better answer never earns less, in either mode."""
    worse, better = sorted((one, other))
    assert race_points(worse, time, limit) <= race_points(better, time, limit)
    assert accuracy_points(worse) <= accuracy_points(better)


@given(credits, times, limits)
def test_points_stay_within_bounds(credit: float, time: int, limit: int) -> None:
    """Between half and all of the credit's share in a race; exactly its share otherwise."""
    share = 1000 * credit
    assert share / 2 - 0.5 <= race_points(credit, time, limit) <= share + 0.5
    assert abs(accuracy_points(credit) - 100 * credit) <= 0.5


@given(st.integers(0, 100))
def test_a_streak_bonus_grows_to_its_ceiling(streak: int) -> None:
    """A hundred more each time, up to five hundred, nothing for the first."""
    steps = [streak_bonus(n + 1) - streak_bonus(n) for n in range(streak + 1)]
    assert all(one in (0, 100) for one in steps)
    assert streak_bonus(streak) == min(100 * max(streak - 1, 0), 500)


@given(st.lists(st.integers(0, 10**6), min_size=1), st.integers(1, 5))
def test_a_team_is_no_better_for_being_large(points: list[int], times: int) -> None:
    """The mean: the same team several times over has the same points, between least and most."""
    assert team_points(points * times) == team_points(points)
    assert min(points) <= team_points(points) <= max(points)


def test_a_team_of_nobody_has_nothing() -> None:
    """No division by zero."""
    assert team_points([]) == 0.0
