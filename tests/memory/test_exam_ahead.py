"""The days until an exam, played ahead: what comes out is what the figures of single days say."""

import pytest

from quizzer.memory.exam import outlook
from quizzer.memory.exam_ahead import Card, Until, by_due, by_plan, played_ahead
from quizzer.memory.model import Learning, New, Remembered
from tests.memory.exam_play import SETTINGS
from tests.memory.test_schedule import NOW

NEW: Card = (New(), SETTINGS)


def known(stability: float, last: int, due: int = 1000) -> Card:
    return Remembered(stability, 5.0, due, last, 3, 0), SETTINGS


def test_one_day_before_the_exam_nothing_is_left_to_chance() -> None:
    """With one day of study the curve is what the reviews of that day are worth."""
    cards = [known(5, 990), known(50, 990), known(500, 990)]
    found = played_ahead(cards, Until(1000, 1001, 3))
    assert len(found.by_plan) == len(found.by_due) == 1
    without = sum(outlook(state, 1000, 1001, own).without for state, own in cards)
    assert without < found.by_plan[0] <= 3


def test_more_room_never_teaches_less() -> None:
    """Twice the reviews a day bring at least as much, up to a little luck."""
    few, many = (played_ahead([NEW] * 40, Until(1000, 1020, a_day)) for a_day in (4, 8))
    assert many.by_plan[-1] > few.by_plan[-1]
    assert many.by_due[-1] > few.by_due[-1]
    assert 0 < few.by_plan[0] < few.by_plan[-1] <= 40


def test_a_sample_speaks_for_all() -> None:
    """Many cards are not all played, and the curve is still about all of them."""
    small, large = (played_ahead([NEW] * n, Until(1000, 1060, n // 10)) for n in (50, 500))
    assert large.by_plan[-1] / 500 == pytest.approx(small.by_plan[-1] / 50, abs=0.02)


def test_ordinary_scheduling_asks_the_least_certain_first_and_new_ones_last() -> None:
    """As in ordinary study; what is not due waits, and so does what was met today."""
    steps: Card = (Learning(0, 0.1, 5.0, NOW, 999), SETTINGS)
    cards = [NEW, known(50, 990), known(5, 990), known(5, 1000), known(5, 990, due=1001), steps]
    assert by_due(cards, 1000, Until(1000, 1030, 9), 9) == [5, 2, 1, 0]
    assert by_due(cards, 1000, Until(1000, 1030, 2), 2) == [5, 2]


def test_the_plan_asks_a_card_once_a_day() -> None:
    """Whoever was met today has had the turn."""
    assert by_plan([known(5, 1000), known(5, 999)], 1000, Until(1000, 1030, 9), 9) == [1]
