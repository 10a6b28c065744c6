"""Seeded orders are permutations, repeatable, and stable under edits."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.seeded import seeded_number, seeded_order

ITEMS = st.lists(st.text(max_size=8), unique=True, max_size=12)


@given(ITEMS, st.integers())
def test_an_order_is_a_permutation(items: list[str], seed: int) -> None:
    """Nothing is lost and nothing is added."""
    assert sorted(seeded_order(items, seed)) == sorted(items)


@given(ITEMS, st.integers())
def test_an_order_depends_on_the_seed_alone(items: list[str], seed: int) -> None:
    """The order in which the items came in makes no difference."""
    assert seeded_order(reversed(items), seed) == seeded_order(items, seed)


@given(ITEMS.filter(len), st.integers())
def test_taking_an_item_away_leaves_the_others_in_order(items: list[str], seed: int) -> None:
    """An edit of one option does not move the rest."""
    order = seeded_order(items, seed)
    assert seeded_order(items[1:], seed) == [item for item in order if item != items[0]]


def test_the_key_lands_everywhere_equally_often() -> None:
    """Over 4,000 seeds each of four places gets a quarter, within four standard deviations."""
    places = [seeded_order(["key", "a", "b", "c"], seed).index("key") for seed in range(4000)]
    assert all(abs(places.count(place) - 1000) < 4 * 27.4 for place in range(4))


def test_parts_do_not_run_into_one_another() -> None:
    """("a", "bc") and ("ab", "c") give different numbers."""
    assert seeded_number("a", "bc") != seeded_number("ab", "c")


def test_a_number_never_changes() -> None:
    """Decks and printed papers depend on it: this value is for ever."""
    assert seeded_number(7, "question", "option") == 4230296869631032143
