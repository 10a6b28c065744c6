"""What the shorter interval after a right choice does for learners who guess."""

import pytest

from quizzer.memory.settings import Settings
from tests.memory.guessers import Asking, true_retention


@pytest.mark.parametrize("options", [2, 3, 4])
def test_the_policy_brings_retention_nearer_to_what_is_wanted(options: int) -> None:
    """With guessing learners, shortened intervals keep more of what is due than plain ones do,
    and miss the wanted retention by less."""
    settings = Settings()
    shorter, plain = (
        true_retention(asking, options, settings, cards=150, seed=1)
        for asking in (Asking.SHORTER, Asking.PLAIN)
    )
    assert shorter > plain
    assert abs(shorter - settings.retention) < abs(plain - settings.retention)
