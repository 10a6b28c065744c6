"""A learner's parameters are taken only where they surely predict later answers better."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.memory.fitting import FEWEST, FOLDS, Step, Target, judged, predicted, targets_of
from quizzer.memory.fsrs import DEFAULT_PARAMETERS, Memory, next_memory, retrievability
from quizzer.memory.model import CardKey, Rating
from quizzer.memory.settings import Settings
from tests.memory.learners import LEARNERS, answers_of
from tests.stats.logs import answer, in_order


def test_what_is_predicted_is_the_first_answer_of_a_later_day() -> None:
    """Answers of the same day lead to it, but are no target themselves."""
    log = in_order([answer("a", 0), answer("a", 0, False, minutes=5), answer("a", 3, False)])
    (target,) = targets_of(log, Settings())
    assert target.history == ((3, 0), (1, 0), (1, 3))
    assert not target.recalled


def test_a_day_begins_at_the_set_hour() -> None:
    """Half past three belongs to the day before."""
    log = in_order([answer("a", 0), answer("a", 0, minutes=15 * 60 + 30)])
    assert targets_of(log, Settings()) == []
    assert len(targets_of(log, Settings(rollover_hour=3))) == 1


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.sampled_from(list(Rating))),
        max_size=30,
    )
)
def test_predictions_are_those_of_a_replay_from_the_beginning(
    reviews: list[tuple[str, int, Rating]],
) -> None:
    """Going on from where the last target of a card stood changes nothing."""
    day, log = 0, []
    for number, (card, gap, rating) in enumerate(reviews):
        day += gap
        log.append(answer(card, day, rating=rating, minutes=number))
    targets = targets_of(log, Settings())
    for target, found in zip(targets, predicted(targets, DEFAULT_PARAMETERS), strict=True):
        memory: Memory | None = None
        for rating, elapsed in target.history[:-1]:
            memory = next_memory(memory, Rating(rating), elapsed)
        assert memory is not None
        chance = retrievability(memory.stability, target.history[-1][1])
        assert found.chance == pytest.approx(chance)
        assert found.recalled == target.recalled


def test_too_few_answers_teach_nothing() -> None:
    """Below the stated number nobody is asked to fit."""
    target = Target(CardKey("d", "a"), ((3, 0), (3, 2)))

    def fails(histories: Sequence[Sequence[Step]]) -> tuple[float, ...]:
        raise AssertionError

    assert judged([target] * (FEWEST - 1), DEFAULT_PARAMETERS, fails) is None


def test_no_fold_sees_its_own_answers() -> None:
    """What is fitted for a fold ends where the fold begins."""
    targets = targets_of(answers_of(LEARNERS["forgets fast"], seed=1, cards=300), Settings())
    seen: list[int] = []

    def counting(histories: Sequence[Sequence[Step]]) -> tuple[float, ...]:
        seen.append(len(histories))
        return DEFAULT_PARAMETERS

    verdict = judged(targets, DEFAULT_PARAMETERS, counting)
    assert verdict is not None
    size = len(targets) / (FOLDS + 1)
    assert seen == [*(round(size * part) for part in range(1, FOLDS + 1)), len(targets)]
    assert (verdict.gain, verdict.is_taken) == (0, False)


def test_true_parameters_are_taken_and_foolish_ones_are_not() -> None:
    """The gate opens for what predicts better, and for nothing else."""
    true = LEARNERS["forgets fast"]
    targets = targets_of(answers_of(true, seed=2, cards=300), Settings())
    good = judged(targets, DEFAULT_PARAMETERS, lambda histories: true)
    bad = judged(targets, true, lambda histories: DEFAULT_PARAMETERS)
    assert good is not None
    assert bad is not None
    assert good.is_taken
    assert good.gain > 0
    assert not bad.is_taken


@settings(deadline=None, max_examples=5)
@given(st.integers(0, 1000))
def test_a_learner_like_the_default_keeps_it(seed: int) -> None:
    """The true parameters are the present ones, so others can't surely win."""
    targets = targets_of(answers_of(DEFAULT_PARAMETERS, seed=seed, cards=120), Settings())
    verdict = judged(targets, DEFAULT_PARAMETERS, lambda histories: LEARNERS["forgets fast"])
    assert verdict is None or not verdict.is_taken


def test_the_engine_recovers_a_learner() -> None:
    """The real fit wins for a learner whose memory differs, and always gives the same numbers."""
    pytest.importorskip("fsrs_rs_python")
    targets = targets_of(answers_of(LEARNERS["forgets fast"], seed=3, cards=400), Settings())
    verdict = judged(targets, DEFAULT_PARAMETERS)
    assert verdict is not None
    assert verdict.is_taken
    assert judged(targets, DEFAULT_PARAMETERS) == verdict
