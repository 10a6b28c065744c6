"""The search for cycles rests inside, and goes on as it was before."""

import gc

import pytest

from quizzer.collection import no_collection


def _fail_inside() -> None:
    with no_collection():
        assert not gc.isenabled()
        raise ValueError("broken")


def test_collection_rests_inside_and_goes_on_after() -> None:
    """Also where the work fails."""
    with pytest.raises(ValueError, match="broken"):
        _fail_inside()
    assert gc.isenabled()


def test_collection_that_was_off_stays_off() -> None:
    """Whoever calls may have turned it off for reasons of their own."""
    gc.disable()
    try:
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
