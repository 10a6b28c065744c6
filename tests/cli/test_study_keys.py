"""Study at a terminal: why now, leaving out, and taking that back, at a key each."""

from pathlib import Path

import pytest

from tests.cli.test_make import quizzer
from tests.cli.person import Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody who studies three questions."""
    somebody = Person(tmp_path)
    somebody.sits_down("study", "colors.yaml")
    return somebody


def test_w_tells_why_and_b_leaves_out(person: Person) -> None:
    """The reason stands below the options; a buried question makes room for the next."""
    person.sees("color is the sky")
    assert "why now" in person.sees("bury")
    person.presses("w")
    assert "color is the sky" in person.sees("You have not met this one yet.")
    person.presses("b")
    assert "color is grass" in person.sees("Left out until tomorrow.")
    person.presses("u")
    person.sees("color is the sky")
    person.presses("x")
    assert "color is grass" in person.sees("Left out until you call it back")
    person.presses("q")
    assert person.leaves() == 0
    assert quizzer(person.folder, "suspend").stdout == b"d/sky\n"


def test_the_last_question_can_be_left_out(person: Person) -> None:
    """Then the sitting is over."""
    for text in ("color is the sky", "color is grass", "color is coal"):
        person.sees(text)
        person.presses("\x1b" if "coal" in text else "")
        if "coal" in text:
            person.sees("Esc")
        person.presses("b")
    assert person.leaves() == 0
