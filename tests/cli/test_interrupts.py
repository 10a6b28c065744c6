"""At every prompt: Ctrl-C, Ctrl-D, a closed window, a suspension, another size. Nothing is lost,
the terminal is as it was, and the exit code tells what happened."""

import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizzer.deck.files import load_deck
from quizzer.deck.model import Source
from quizzer.deck.write import write_deck
from tests.cli.person import Person
from tests.cli.sittings import DECK, TEXT
from tests.cli.test_make import ARTICLE

ENTER, ESCAPE, CTRL_C, CTRL_D, CTRL_Z = "\r", "\x1b", "\x03", "\x04", "\x1a"
CHOICE = ("quiz", "light.yaml", "--seed", "7", "--mode", "choice")
TYPE = ("quiz", "light.yaml", "--seed", "7", "--mode", "type")
FLIP = ("quiz", "light.yaml", "--seed", "7", "--mode", "flip")
Steps = tuple[tuple[str, str], ...]

PLACES: dict[str, tuple[tuple[str, ...], Steps, int]] = {
    "choice": (CHOICE, (("", "1-3 answer"),), 0),
    "order": (CHOICE, (("1", "I was right"), (ENTER, "in order"), ("2", "1. flame")), 1),
    "pairs": (
        CHOICE,
        (
            ("1", "I was"),
            (ENTER, "in order"),
            ("123", "3. smoke"),
            (ENTER, "I was"),
            (ENTER, "belongs"),
            ("1", "north → cliff"),
        ),
        2,
    ),
    "help": (CHOICE, (("", "1-3 answer"), ("?", "Backspace")), 0),
    "typing": (TYPE, (("", "Enter answer"), ("Ad", "› Ad")), 0),
    "commands": (TYPE, (("", "Enter answer"), (ESCAPE, "back to typing")), 0),
    "card": (FLIP, (("", "turn the card"),), 0),
    "turned": (FLIP, (("", "turn the card"), (ENTER, "Did you know")), 0),
    "how sure": ((*TYPE, "--confidence"), (("", "Enter answer"), ("Ada\r", "How sure")), 0),
    "near miss": (TYPE, (("", "Enter answer"), ("Ada\r", "Did you mean")), 1),
    "verdict": (CHOICE, (("2", "I was wrong"),), 1),
    "last verdict": ((*CHOICE, "-n", "1"), (("2", "I was wrong"),), 1),
    "picker": (("quiz",), (("", "Which deck"), ("li", "/ li")), 0),
    "start page": ((), (("", "any other key leaves"),), 0),
}


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    """Somebody with a deck of every kind of question."""
    (tmp_path / "light.md").write_text(TEXT)
    deck = replace(DECK, source=Source(title="The lighthouse", path="light.md"))
    (tmp_path / "light.yaml").write_text(write_deck(deck))
    (tmp_path / "other.yaml").write_text("format: 1\nid: o\ntitle: Other\nquestions: []\n")
    somebody = Person(tmp_path)
    yield somebody
    somebody.goes()


def goes_to(person: Person, place: str) -> int:
    """Plays up to a prompt; gives how many answers the log must hold."""
    arguments, steps, count = PLACES[place]
    person.sits_down(*arguments)
    person.sees("1 of", "Which deck", "Your decks")
    for keys, text in steps:
        person.presses(keys)
        person.sees(text)
    # Whatever draws the prompt must have taken over the terminal before it is interrupted.
    person.looks_again()
    return count


def check_all_is_well(person: Person, count: int) -> None:
    """The terminal is as it was found, and the log holds what was judged."""
    assert person.modes_left == person.modes
    assert person.raw.rfind("\x1b[?25h") >= person.raw.rfind("\x1b[?25l")
    assert person.raw.rfind("\x1b[?1049l") >= person.raw.rfind("\x1b[?1049h")
    assert "Traceback" not in person.raw
    if (person.folder / "home" / "history.db").exists():
        assert len(person.answers()) == count
    else:
        assert count == 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("way", "code"),
    [(CTRL_C, 130), (CTRL_D, 0), (signal.SIGHUP, 129), (signal.SIGTERM, 143)],
    ids=["ctrl-c", "ctrl-d", "hang-up", "term"],
)
def test_leaving_at_a_prompt(person: Person, place: str, way: str | int, code: int) -> None:
    """However one leaves, and wherever one stands."""
    count = goes_to(person, place)
    if isinstance(way, str):
        person.presses(way)
    else:
        person.child.kill(way)
    assert person.leaves() == code
    check_all_is_well(person, count)


@pytest.mark.parametrize("place", ["order", "typing", "turned", "how sure", "near miss", "verdict"])
def test_another_size_at_a_prompt(person: Person, place: str) -> None:
    """A narrower window is drawn anew with all that was there, picks and letters included."""
    count = goes_to(person, place)
    stem = "Which sequence" if place == "order" else "Who kept"
    last = PLACES[place][1][-1][1]
    for columns, rows in ((40, 18), (120, 30)):
        person.screen.resize(rows, columns)
        person.screen.reset()
        person.child.setwinsize(rows, columns)
        person.sees(stem)
        person.sees(last)
    person.presses(CTRL_C)
    assert person.leaves() == 130
    check_all_is_well(person, count)


@pytest.mark.parametrize("place", ["choice", "typing", "near miss", "how sure", "verdict"])
def test_suspended_and_continued(person: Person, place: str) -> None:
    """In a shell Ctrl-Z gives the prompt back with the terminal as it was; fg goes on."""
    arguments, steps, count = PLACES[place]
    person.starts(["/bin/bash", "--norc", "--noprofile", "-i"], PS1="shell> ")
    person.sees("shell>")
    before = person.terminal_modes()
    person.presses(f"{sys.executable} -m quizzer {' '.join(arguments)}\r")
    person.sees("1 of")
    for keys, text in steps:
        person.presses(keys)
        person.sees(text)
    person.looks_again()
    person.presses(CTRL_Z)
    person.sees("Stopped")
    person.looks_again()
    assert person.terminal_modes() == before
    person.presses("fg\r")
    person.sees(steps[-1][1])
    person.looks_again()
    person.presses(CTRL_C)
    person.sees("points", "No answers")
    person.looks_again()
    person.presses("echo code $?\r")
    person.sees("code 130")
    assert person.terminal_modes() == before
    person.presses("exit\r")
    person.leaves()
    if count:
        assert len(person.answers()) == count


def test_ctrl_c_belongs_to_the_editor(person: Person) -> None:
    """While a question is edited, Ctrl-C reaches the editor alone; the deck is checked after."""
    editor = person.folder / "editor"
    editor.write_text("#!/bin/sh\ntrap 'echo was told' INT\necho open\nread a\nread b\n")
    editor.chmod(0o755)
    person.sits_down("edit", "keeper", EDITOR=str(editor))
    person.sees("open")
    person.presses(CTRL_C)
    person.sees("was told")
    person.presses("\r\r")
    assert person.leaves() == 0
    assert "allgood" in "".join(person.shown.split())
    assert person.modes_left == person.modes


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 0), (ESCAPE, 0)])
def test_leaving_a_review_keeps_what_was_decided(person: Person, key: str, code: int) -> None:
    """What was accepted is in the deck, and the terminal is as it was."""
    (person.folder / "port.txt").write_text(ARTICLE)
    person.sits_down("make", "port.txt", "-o", "port.yaml", "--review")
    person.sees("Keep it?")
    person.looks_again()
    person.presses("a\r")
    person.sees("[2 of")
    person.sees("one letter")
    person.looks_again()
    person.presses(key)
    assert person.leaves() == code
    assert "go on later" in " ".join(person.shown.split())
    assert person.modes_left == person.modes
    assert len(load_deck(person.folder / "port.yaml").questions) == 1
