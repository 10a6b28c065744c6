"""What each answer met is what replay says the card was."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.replay import replay
from quizzer.memory.settings import Settings
from quizzer.stats.observed import Stage, observe
from tests.stats.logs import answer, in_order

SETTINGS = Settings()


def test_a_card_passes_through_its_stages() -> None:
    """New, in its steps, young, forgotten, and mature once its interval is three weeks."""
    log = [answer("a", 0), answer("a", 0, minutes=11), answer("a", 3), answer("a", 14)]
    log += [answer("a", 60), answer("a", 110, False), answer("a", 110, minutes=11)]
    stages = [one.stage for one in observe(log, lambda deck: SETTINGS).answers]
    assert stages[:3] == [Stage.NEW, Stage.LEARNING, Stage.YOUNG]
    assert stages[4:] == [Stage.MATURE, Stage.MATURE, Stage.RELEARNING]


def test_recall_is_predicted_once_a_day_and_card() -> None:
    """A first meeting and whatever follows on the same day has no prediction."""
    log = [answer("a", 0), answer("a", 0, minutes=11), answer("a", 2), answer("a", 2, minutes=5)]
    predicted = [one.predicted for one in observe(log, lambda deck: SETTINGS).answers]
    assert [value is None for value in predicted] == [True, True, False, True]
    assert predicted[2] is not None
    assert 0.5 < predicted[2] < 1


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 90), st.booleans()), max_size=20))
def test_the_states_are_those_of_the_replay(rows: list[tuple[str, int, bool]]) -> None:
    """Reading the log for statistics gives the same cards as reading it to study."""
    log = in_order(answer(name, day, right, minutes=n) for n, (name, day, right) in enumerate(rows))
    told: list[int] = []
    past = observe(log, lambda deck: SETTINGS, told.append)
    assert past.states == replay(log, SETTINGS)
    assert told == list(range(1, len(log) + 1))
