"""Log loss, AUC and calibration, against their definitions and a plain count of pairs."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.scoring import Prediction, Share, auc, calibration, log_loss, score

FOUND = st.lists(st.builds(Prediction, st.sampled_from([i / 20 for i in range(21)]), st.booleans()))


def test_log_loss_is_the_mean_surprise() -> None:
    """Two predictions, counted by hand; certainty that is wrong costs much and not everything."""
    found = [Prediction(0.9, True), Prediction(0.8, False)]
    assert log_loss(found) == pytest.approx(-(log(0.9) + log(0.2)) / 2)
    assert log_loss([Prediction(1.0, False)]) == pytest.approx(-log(1e-4))
    assert log_loss([]) is None


@given(FOUND)
def test_auc_counts_pairs(found: list[Prediction]) -> None:
    """Of all pairs of a recalled and a forgotten card, the share that is in order."""
    pairs = [(a.chance, b.chance) for a in found if a.recalled for b in found if not b.recalled]
    if not pairs:
        assert auc(found) is None
        return
    wins = sum((a > b) + (a == b) / 2 for a, b in pairs)
    assert auc(found) == pytest.approx(wins / len(pairs))


@given(FOUND)
def test_every_prediction_stands_in_one_bin(found: list[Prediction]) -> None:
    """Nothing is lost or counted twice, and a bin's mean lies within it."""
    bins = calibration(found)
    assert sum(one.actual.total for one in bins) == len(found)
    assert sum(one.actual.part for one in bins) == sum(one.recalled for one in found)
    assert all(one.low - 1e-9 <= one.predicted <= one.high + 1e-9 for one in bins)
    assert score(found).count == len(found)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(part: int, more: int) -> None:
    """Wilson's interval lies in 0 to 1, holds the share, and is all of it for nothing."""
    share = Share(part, part + more)
    low, high = share.interval()
    assert 0 <= low <= high <= 1
    if share.value is not None:
        assert low - 1e-9 <= share.value <= high + 1e-9


def test_the_interval_is_wilsons() -> None:
    """8 of 10: the textbook's figures."""
    low, high = Share(8, 10).interval()
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
