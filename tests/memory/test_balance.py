"""The day a card is given: within its fuzz, rather where little is due, the same every time."""

from collections import Counter
from collections.abc import Mapping
from statistics import pvariance

from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.balance import balanced
from quizzer.memory.fuzz import fuzz_range, fuzzed
from quizzer.memory.model import CardKey

LONGEST = 36_500
INTERVALS = st.floats(1, 2000, allow_nan=False)
LOADS = st.dictionaries(st.integers(0, 2100), st.integers(0, 500))


@given(INTERVALS, LOADS, st.integers(0, 100), st.integers(1, LONGEST))
def test_the_day_lies_in_the_range(
    interval: float, due: Mapping[int, int], reps: int, longest: int
) -> None:
    """Whatever is due, and however short the longest wait is."""
    lower, upper = fuzz_range(interval, longest)
    card = CardKey("deck", "q")
    day = balanced(interval, longest, card, reps, 0, lambda first, last: due)
    assert lower <= day <= upper
    assert balanced(interval, longest, card, reps, 0, lambda first, last: due) == day


@given(INTERVALS, st.integers(0, 50))
def test_only_the_days_of_the_range_are_asked_for(interval: float, today: int) -> None:
    """The load of other days is nobody's business."""
    asked: list[tuple[int, int]] = []

    def load(first: int, last: int) -> Mapping[int, int]:
        asked.append((first, last))
        return {}

    balanced(interval, LONGEST, CardKey("deck", "q"), 1, today, load)
    lower, upper = fuzz_range(interval, LONGEST)
    assert asked == ([] if lower == upper else [(today + lower, today + upper)])


def test_the_load_is_more_even_than_by_fuzz_alone() -> None:
    """Three hundred cards of thirty days: their days differ less in load."""
    cards = [CardKey("deck", f"q{number}") for number in range(300)]
    by_fuzz = Counter(fuzzed(30, LONGEST, card, 1) for card in cards)
    even: Counter[int] = Counter()
    for card in cards:
        even[balanced(30, LONGEST, card, 1, 0, lambda first, last: even)] += 1
    lower, upper = fuzz_range(30, LONGEST)
    days = range(lower, upper + 1)
    assert pvariance([even[day] for day in days]) < pvariance([by_fuzz[day] for day in days])


def test_a_full_day_is_avoided() -> None:
    """With a hundred cards on all days but one, that one is taken nearly always."""
    lower, upper = fuzz_range(30, LONGEST)
    due = {day: 100 for day in range(lower, upper + 1) if day != 30}
    cards = [CardKey("deck", f"q{number}") for number in range(100)]
    found = Counter(balanced(30, LONGEST, card, 1, 0, lambda first, last: due) for card in cards)
    assert found[30] > 95
