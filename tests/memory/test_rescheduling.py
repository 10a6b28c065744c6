"""Cards get the days that new settings ask for, without a flood and without churning."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.fuzz import fuzz_range
from quizzer.memory.model import CardKey, Remembered
from quizzer.memory.rescheduling import load_of, moves_of
from quizzer.memory.schedule import interval_after
from quizzer.memory.settings import Settings

TODAY = 1000
CARDS = st.dictionaries(
    st.integers(0, 400).map(lambda n: CardKey("deck", f"q{n}")),
    st.builds(
        Remembered,
        st.floats(0.5, 400),
        st.just(5.0),
        st.integers(TODAY - 30, TODAY + 400),
        st.integers(TODAY - 300, TODAY),
        st.integers(1, 9),
        st.just(0),
    ),
    max_size=60,
)


@given(CARDS, st.floats(0.7, 0.97), st.integers(1, 20))
def test_no_card_is_moved_to_today_or_before_or_past_its_range(
    cards: dict[CardKey, Remembered], retention: float, most: int
) -> None:
    """What is late stays; what should have been due is spread from tomorrow on."""
    settings = Settings(retention=retention)
    for move in moves_of(cards, {}, TODAY, settings, most):
        state = cards[move.card]
        assert state.due_day == move.old_day > TODAY
        assert move.new_day > TODAY
        interval = interval_after(state.stability, 0, settings)
        _, upper = fuzz_range(interval, settings.longest)
        assert move.new_day <= max(state.last_day + upper, move.old_day)


@given(CARDS, st.floats(0.7, 0.97), st.integers(1, 20))
def test_a_second_time_moves_only_what_had_no_room(
    cards: dict[CardKey, Remembered], retention: float, most: int
) -> None:
    """Cards within the fuzz of their interval stay where they are."""
    settings = Settings(retention=retention)
    moved = dict(cards)
    for move in moves_of(cards, {}, TODAY, settings, most):
        moved[move.card] = Remembered(
            *(getattr(moved[move.card], name) for name in ("stability", "difficulty")),
            move.new_day,
            *(getattr(moved[move.card], name) for name in ("last_day", "reps", "lapses")),
        )
    for move in moves_of(moved, {}, TODAY, settings, most):
        state = moved[move.card]
        _, upper = fuzz_range(interval_after(state.stability, 0, settings), settings.longest)
        assert state.last_day + upper < state.due_day


def test_a_flood_is_spread() -> None:
    """A hundred cards that should be due by now come ten a day, the weakest first."""
    cards = {
        CardKey("deck", f"q{n}"): Remembered(5.0 + n / 100, 5.0, TODAY + 60, TODAY - 40, 3, 0)
        for n in range(100)
    }
    moves = moves_of(cards, {}, TODAY, Settings(), 10)
    assert Counter(move.new_day for move in moves) == {TODAY + 1 + day: 10 for day in range(10)}
    first = [int(move.card.question_id[1:]) for move in moves if move.new_day == TODAY + 1]
    assert sorted(first) == list(range(10))
    assert load_of([move.new_day for move in moves], TODAY) == [10] * 10 + [0] * 4


def test_a_card_that_was_chosen_keeps_its_shorter_wait() -> None:
    """Its interval is shortened by the chance of a guess, so nothing has to move."""
    key = CardKey("deck", "q")
    settings = Settings()
    half = round(interval_after(40.0, 2, settings))
    cards = {key: Remembered(40.0, 5.0, TODAY + half, TODAY, 3, 0)}
    assert moves_of(cards, {key: 2}, TODAY, settings, 10) == []
    assert len(moves_of(cards, {}, TODAY, settings, 10)) == 1
