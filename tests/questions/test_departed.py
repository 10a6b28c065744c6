"""Persons of the past who act no more."""

import pytest

from quizzer.questions.options.departed import had_died


@pytest.mark.parametrize("name", ["John F. Kennedy", "Richard M. Nixon", "Osama bin Laden"])
def test_who_had_died(name: str) -> None:
    """Whatever the middle names."""
    assert had_died(name, 2016)


@pytest.mark.parametrize(("name", "year"), [("Nelson Mandela", 2012), ("Ida Kennedy", 2016)])
def test_who_was_alive(name: str, year: int) -> None:
    """Not yet, or somebody else of that surname."""
    assert not had_died(name, year)
