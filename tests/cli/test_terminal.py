"""The one-key front end on a pseudo-terminal: keys, leaving, interrupts, sizes, no color."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizzer.memory.model import Rating
from quizzer.store.store import Store
from tests.cli.person import Person
from tests.cli.test_make import ARTICLE

DECK = """format: 1
id: d
title: Colors
questions:
- {id: sky, stem: Which color is the sky?, answer: blue, distractors: [red, green]}
- {id: grass, stem: Which color is grass?, answer: green, distractors: [red, blue]}
- {id: coal, stem: Which color is coal?, answer: black}
"""


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    """Somebody with an empty history; whatever still runs is ended."""
    somebody = Person(tmp_path)
    (tmp_path / "colors.yaml").write_text(DECK)
    yield somebody
    somebody.goes()


QUIZ = ("quiz", "colors.yaml", "--seed", "1", "--mode", "choice")


def test_a_quiz_by_single_keys(person: Person) -> None:
    """A digit answers at once, Enter goes on, the score comes at the end."""
    person.sits_down(*QUIZ)
    for place in (1, 2):
        person.sees(f"{place} of 2")
        person.presses("1")
        person.sees("Enter next")
        person.presses("\r")
    person.sees("of 2 points")
    assert person.leaves() == 0
    assert len(person.answers()) == 2


def test_a_typed_answer(person: Person) -> None:
    """Letters are typed and Enter answers; the answer is in the log as it was typed."""
    person.sits_down("quiz", "colors.yaml", "--mode", "type", "-n", "1", "--seed", "3")
    person.sees("Which color")
    person.presses("mauve\r")
    person.sees("Wrong")
    person.presses("\x03")
    assert person.leaves() == 130
    assert person.answers() == ["mauve"]


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("\x03", 130), ("\x04", 0)])
def test_leaving_keeps_every_answer(person: Person, key: str, code: int) -> None:
    """q, Ctrl-C and Ctrl-D leave with what was answered, and say how to go on."""
    person.sits_down(*QUIZ)
    person.sees("1 of 2")
    person.presses("2")
    person.sees("Enter next")
    person.presses("\r")
    person.sees("2 of 2")
    person.presses(key)
    person.sees("--resume")
    assert person.leaves() == code
    assert len(person.answers()) == 1
    person.sits_down("quiz", "--resume")
    person.sees("2 of 2")
    person.presses("1")
    person.sees("Enter next")
    person.presses("\r")
    assert person.leaves() == 0
    assert len(person.answers()) == 2


def test_undo_takes_the_answer_back(person: Person) -> None:
    """The same question is asked again, and the log counts one answer."""
    person.sits_down(*QUIZ, "-n", "1")
    person.sees("1-3 answer")
    person.presses("1")
    person.sees("Enter next")
    person.presses("u")
    person.sees("1-3 answer")
    person.presses("2")
    person.sees("Enter next")
    person.presses("\r")
    assert person.leaves() == 0
    assert len(person.answers()) == 1


def test_overruling_is_kept_with_the_verdict(person: Person) -> None:
    """Whoever was right after all says so with one key; the log has both verdicts."""
    person.sits_down("quiz", "colors.yaml", "--mode", "type", "-n", "1", "--seed", "3")
    person.sees("Which color")
    person.presses("mauve\r")
    person.sees("Wrong")
    person.presses("o")
    person.sees("I was wrong")
    person.presses("\r")
    assert person.leaves() == 0
    with Store(person.folder / "home" / "history.db") as store:
        (review,) = store.reviews()
    assert (review.verdict, review.rating) == ("wrong", Rating.GOOD)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_a_sudden_end_loses_nothing(person: Person, number: signal.Signals) -> None:
    """A closed window, a stopped system, a crash: what was judged is in the log."""
    person.sits_down(*QUIZ)
    person.sees("1 of 2")
    person.presses("1")
    person.sees("Enter next")
    person.child.kill(number)
    person.leaves()
    assert len(person.answers()) == 1


def test_help_and_resizing(person: Person) -> None:
    """? shows the keys; a narrower window is drawn anew and goes on."""
    person.sits_down(*QUIZ)
    person.sees("1 of 2")
    person.presses("?")
    person.sees("overrule")
    person.presses("x")
    person.sees("1-3 answer")
    person.screen.resize(24, 40)
    person.child.setwinsize(24, 40)
    person.presses("1")
    shown = person.sees("Right", "Wrong")
    assert "Which color" in shown
    person.presses("q")
    assert person.leaves() == 0


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_not_one_escape_byte(person: Person, variables: dict[str, str]) -> None:
    """Whoever asks for plain text gets nothing else, on a terminal too."""
    person.sits_down("quiz", "colors.yaml", "--seed", "1", "-n", "1", **variables)
    person.sees("Which color")
    person.presses("1\r")
    person.sees("Right", "Wrong")
    person.presses("\x04")
    person.leaves()
    assert "\x1b" not in person.raw


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
@pytest.mark.parametrize(
    ("arguments", "seen", "keys"),
    [
        ((), "Next: quizzer quiz", ""),
        (("quiz",), "Which deck", "\r"),
        (("make", "port.txt", "-o", "port.yaml", "--review"), "accept, edit, drop", "q\r"),
        (("check", "colors.yaml"), "all good", ""),
        (("quiz", "nothing.yaml"), "no such file", ""),
    ],
    ids=["start", "picker", "review", "check", "error"],
)
def test_not_one_escape_byte_anywhere(
    person: Person, variables: dict[str, str], arguments: tuple[str, ...], seen: str, keys: str
) -> None:
    """Start page, picker, progress, review and messages keep to text as well."""
    (person.folder / "port.txt").write_text(ARTICLE)
    person.sits_down(*arguments, **variables)
    person.sees(seen)
    person.presses(keys)
    person.leaves()
    assert "\x1b" not in person.raw


def test_the_terminal_is_restored(person: Person) -> None:
    """After Ctrl-C the cursor shows again."""
    person.sits_down(*QUIZ)
    person.sees("1 of 2")
    person.presses("\x03")
    assert person.leaves() == 130
    assert person.raw.rfind("\x1b[?25h") >= person.raw.rfind("\x1b[?25l")


def test_a_deck_that_changes_meanwhile_harms_nothing(person: Person) -> None:
    """The quiz goes on with what it loaded; resuming passes over what is gone."""
    person.sits_down(*QUIZ)
    person.sees("1 of 2")
    (person.folder / "colors.yaml").write_text("format: 1\nid: d\n")
    person.presses("1")
    person.sees("Enter next")
    person.presses("\r")
    person.sees("2 of 2")
    person.presses("q")
    assert person.leaves() == 0
    kept = [line for line in DECK.splitlines(keepends=True) if "grass" not in line]
    (person.folder / "colors.yaml").write_text("".join(kept))
    person.sits_down("quiz", "--resume")
    person.presses("q")
    assert person.leaves() == 0
    assert "Traceback" not in person.raw
