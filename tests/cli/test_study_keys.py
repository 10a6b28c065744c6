"""Study at a terminal: why now, leaving out, and taking that back, at a key each."""

from pathlib import Path

import pytest

from tests.cli.person import Person
from tests.cli.test_make import quizzer
from tests.cli.test_study import DECK


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody who studies three questions."""
    (tmp_path / "colors.yaml").write_text(DECK + "- {id: coal, stem: And coal?, answer: black}\n")
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
    person.sees("color is the sky")
    person.presses("b")
    person.sees("color is grass")
    person.presses("b")
    person.sees("And coal?")
    person.presses("\x1b")  # takes the note away
    person.presses("\x1b")
    person.sees("back to typing")
    person.presses("b")
    assert person.leaves() == 0
