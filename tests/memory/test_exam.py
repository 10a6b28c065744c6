"""The plan for an exam: gains are true to FSRS, and it beats ordinary scheduling for equal time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.exam import Outlook, best, expected, outlook
from quizzer.memory.model import New, Remembered
from tests.memory.exam_play import SETTINGS, Choose, by_due, by_plan, curve

STATES = st.one_of(
    st.just(New()),
    st.builds(
        Remembered,
        st.floats(0.1, 1000),
        st.floats(1, 10),
        st.integers(900, 1400),
        st.integers(700, 1000),
        st.integers(1, 20),
        st.integers(0, 9),
    ),
)


@given(STATES, st.integers(0, 365))
def test_chances_are_chances(state: New | Remembered, left: int) -> None:
    """Both lie between 0 and 1, and a new card is not known by itself."""
    found = outlook(state, 1000, 1000 + left, SETTINGS)
    assert 0 <= found.without <= 1
    assert 0 <= found.reviewed <= 1
    assert not isinstance(state, New) or found.without == 0


@given(st.lists(st.tuples(st.integers(), st.floats(0, 1), st.floats(0, 1))), st.integers(0, 9))
def test_the_best_are_taken(rows: list[tuple[int, float, float]], most: int) -> None:
    """Never more than there is room for, none without a gain, and nothing better is left out."""
    outlooks = [(n, Outlook(a, b)) for n, (_, a, b) in enumerate(rows)]
    taken = best(outlooks, most)
    assert len(taken) <= most
    gains = {n: found.gain for n, found in outlooks}
    assert all(gains[n] > 0 for n in taken)
    if len(taken) == most and taken:
        assert min(gains[n] for n in taken) >= max(
            (gain for n, gain in gains.items() if n not in taken), default=0
        )


def test_what_is_expected_adds_up() -> None:
    """The reviewed ones count as reviewed, the others as they are."""
    one, two = Outlook(0.2, 0.9), Outlook(0.5, 0.6)
    assert expected([one, two]) == pytest.approx(0.7)
    assert expected([one, two], reviewed=[one]) == pytest.approx(1.4)


@pytest.mark.parametrize(("cards", "days", "most"), [(60, 20, 8), (100, 30, 10), (40, 60, 3)])
def test_the_plan_beats_what_is_due(cards: int, days: int, most: int) -> None:
    """With the same room for reviews a day, more is recalled on the day of the exam."""

    def mean(choose: Choose) -> float:
        found = [curve(choose, cards=cards, days=days, most=most, seed=seed) for seed in range(8)]
        return sum(one[-1] for one in found) / len(found)

    assert mean(by_plan) > mean(by_due)
