"""The plan for an exam: its figures are true to FSRS, and it beats ordinary scheduling."""

from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.exam import Outlook, best, expected, later_turns, outlook, worth
from quizzer.memory.exam_ahead import Choose, by_due, by_plan
from quizzer.memory.model import New, Remembered
from tests.memory.exam_play import SETTINGS, by_gain, recalled
from tests.memory.learners import LEARNERS

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


@given(STATES, st.integers(1, 365))
def test_chances_are_chances(state: New | Remembered, left: int) -> None:
    """Both lie between 0 and 1, and a new card is not known by itself."""
    found = outlook(state, 1000, 1000 + left, SETTINGS)
    assert 0 <= found.without <= 1
    assert 0 <= found.reviewed <= 1
    assert not isinstance(state, New) or found.without == 0


@given(STATES, st.integers(1, 365), st.integers(1, 500), st.integers(1, 90))
def test_without_later_turns_worth_is_the_gain(
    state: New | Remembered, left: int, cards: int, a_day: int
) -> None:
    """And with them it is still a difference of two chances."""
    found = outlook(state, 1000, 1000 + left, SETTINGS)
    assert worth(state, 1000, 1000 + left, SETTINGS) == pytest.approx(found.gain)
    turns = later_turns(1000, 1000 + left, cards, a_day)
    assert -1 <= worth(state, 1000, 1000 + left, SETTINGS, turns) <= 1


@given(st.integers(1, 365), st.integers(1, 500), st.floats(0.1, 90))
def test_turns_lie_between_today_and_the_exam(left: int, cards: int, a_day: float) -> None:
    """Two at most, in order, and none where the card's turn would not come again."""
    turns = later_turns(1000, 1000 + left, cards, a_day)
    assert len(turns) <= 2
    assert list(turns) == sorted(set(turns))
    assert all(1000 < day < 1000 + left for day in turns)
    assert not turns or cards / a_day < left


@given(st.lists(st.floats(-1, 1)), st.integers(0, 9))
def test_the_best_are_taken(values: list[float], most: int) -> None:
    """Never more than there is room for, none without worth, and nothing better is left out."""
    taken = best(list(enumerate(values)), most)
    assert len(taken) == len(set(taken)) == min(most, sum(value > 0 for value in values))
    left = [value for place, value in enumerate(values) if place not in taken]
    assert all(values[place] > 0 for place in taken)
    assert not taken or min(values[place] for place in taken) >= max([*left, 0])


def test_who_is_not_admitted_makes_room() -> None:
    """The next best comes instead."""
    assert best([("a", 0.9), ("b", 0.8), ("c", 0.7)], 2, lambda one: one != "b") == ["a", "c"]


def test_what_is_expected_adds_up() -> None:
    """The reviewed ones count as reviewed, the others as they are."""
    one, two = Outlook(0.2, 0.9), Outlook(0.5, 0.6)
    assert expected([one, two]) == pytest.approx(0.7)
    assert expected([one, two], reviewed=[one]) == pytest.approx(1.4)


def mean(choose: Choose, cards: int, days: int, a_day: int) -> float:
    """Over eight learners: four whose memory is as foreseen, four with another memory."""
    alike = [recalled(choose, cards=cards, days=days, a_day=a_day, seed=n) for n in range(4)]
    others = [
        recalled(choose, cards=cards, days=days, a_day=a_day, seed=9, true=true, met=0.3)
        for true in LEARNERS.values()
    ]
    return fmean(alike + others)


@pytest.mark.parametrize(
    ("cards", "days", "a_day"), [(60, 20, 8), (60, 20, 30), (50, 30, 5), (40, 60, 3), (30, 60, 20)]
)
def test_the_plan_beats_what_is_due(cards: int, days: int, a_day: int) -> None:
    """With the same room for reviews a day, more is recalled on the day of the exam."""
    assert mean(by_plan, cards, days, a_day) > mean(by_due, cards, days, a_day)


@pytest.mark.parametrize(("cards", "days", "a_day"), [(60, 30, 8), (60, 60, 4)])
def test_looking_ahead_beats_the_gain_of_today(cards: int, days: int, a_day: int) -> None:
    """Where room is scarce but not hopeless, the later turns decide what today is worth."""
    assert mean(by_plan, cards, days, a_day) > mean(by_gain, cards, days, a_day)
