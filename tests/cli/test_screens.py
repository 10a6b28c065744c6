"""What people see, screen by screen, on terminals of 40, 80 and 160 columns.

Each scene is played on a real pseudo-terminal and held against `golden/SCENE-COLUMNS.txt`. After a
change that is meant, `pytest tests/cli/test_screens.py --update-golden` writes the files anew; look
at what changed before you keep it.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from quizzer.cli.start import Row, start_lines
from quizzer.deck.model import Source
from quizzer.deck.write import write_deck
from tests.cli.person import Person
from tests.cli.sittings import DECK, TEXT

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (40, 80, 160)

EAST = """format: 1
id: east
title: 東京とカイロ and a title that is far too long for the first line of a narrow terminal
questions:
- id: tokyo
  stem: 日本の首都はどこですか。とても長い質問なので、狭い端末では一行に収まりません。
  answer: 東京
  distractors: [大阪, 京都, 名古屋という名前の大きな都市で、その説明も一行には収まりません]
- id: cairo
  stem: ما هي عاصمة مصر؟
  answer: القاهرة
  distractors: [بغداد, دمشق]
- id: long
  stem: >-
    Which of these very long answers, each of which needs more than a line of a narrow terminal,
    names Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft rightly?
  answer: >-
    The association of subordinate officials of the head office of the Danube steamboat services
  distractors:
  - The head office of the Danube steamboat electrical services and of their buildings
  - Neither
"""
COAL = """format: 1
id: coal
title: Coal and snow
questions:
- {id: coal, stem: Which color is coal?, answer: jet black}
- {id: snow, stem: Which color is snow?, answer: white}
"""
BROKEN = """format: 1
id: broken
title: Broken
questions:
- id: one
  stem: What is it?
  anwser: this
- id: one
  stem: What else?
  answer: {date: 2025-02-31}
"""


@dataclass(frozen=True)
class Scene:
    """What is called, and what is pressed once a text has come."""

    name: str
    arguments: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    first: str
    rows: int = 22


ENTER, ESCAPE, DOWN, BACK = "\r", "\x1b", "\x1b[B", "\x7f"
QUIZ = ("quiz", "light.yaml", "--seed", "7")
NEXT = (ENTER, "?")
SCENES = (
    Scene(
        "study",
        ("study", "coal.yaml"),
        (
            (ESCAPE, "h hint"),
            ("h", "Hint: "),
            ("jet black\r", "counts as hard"),
            (ENTER, "2 of 2"),
            ("white\r", "e easy"),
            ("e", "not easy"),
            (ENTER, "Again 1 of 2"),
            ("coal\r", "I was right"),
            (ENTER, "color is coal"),
            (ESCAPE, "h hint"),
            ("?", "any key"),
        ),
        "of 2",
        rows=30,
    ),
    Scene(
        "choice",
        (*QUIZ, "--mode", "choice"),
        (
            ("?", "Backspace"),
            ("x", "1-3 answer"),
            ("s", "once you have"),
            ("2", "I was wrong"),
            ("s", "s less"),
            (ENTER, "order"),
            ("1", "1. spark"),
            (ENTER, "Still to place"),
            ("3", "2. smoke"),
            ("2", "3. flame"),
            (ENTER, "I was right"),
            (ENTER, "belongs"),
            (DOWN, "› 1"),
            ("2", "north → beach"),
            (BACK, "north → ?"),
            ("12", "south → beach"),
            (ENTER, "Enter next"),
            (ENTER, "4 of 6"),
            ("1", "Enter next"),
            ("o", "as you say"),
            (ENTER, "5 of 6"),
            ("1", "[x]"),
            (ENTER, "Enter next"),
            (ENTER, "6 of 6"),
            ("0", "Passed"),
            (ENTER, "points"),
        ),
        "of 6",
    ),
    Scene(
        "type",
        (*QUIZ, "--mode", "type", "--confidence", "--pass-mark", "60%"),
        (
            (ENTER, "passes"),
            ("Ada Brendt\r", "How sure"),
            ("4", "typo"),
            (ENTER, "a number"),
            ("221\r", "How sure"),
            ("1", "too high"),
            ("o", "as you say"),
            ("u", "a number"),
            ("two hundred and twelve\r", "How sure"),
            ("2", "Right"),
            (ENTER, "in order"),
            (ESCAPE, "back to typing"),
            ("0", "Passed"),
            (ENTER, "4 of 7"),
            ("north: cliff\r", "How sure"),
            ("3", "Partly"),
            (ENTER, "5 of 7"),
            ("perhaps\r", "How sure"),
            ("4", "answer true or false"),
            (ENTER, "6 of 7"),
            ("red\r", "How sure"),
            ("1", "Partly"),
            (ENTER, "7 of 7"),
            ("May 1871\r", "How sure"),
            ("3", "Partly"),
            (ENTER, "points"),
        ),
        "of 7",
    ),
    Scene(
        "near",
        (*QUIZ, "--mode", "type", "-n", "1"),
        (("Ada\r", "Did you mean"), ("y", "you meant it"), (ENTER, "points")),
        "of 1",
    ),
    Scene(
        "card",
        (*QUIZ, "--mode", "flip", "-n", "2", "--retry"),
        (
            (ENTER, "Did you know"),
            ("s", "lit on"),
            ("n", "2 of 2"),
            (ENTER, "Did you know"),
            ("y", "Second try"),
            (ENTER, "Did you know"),
            ("y", "points"),
        ),
        "1 of 2",
    ),
    Scene(
        "leave",
        (*QUIZ, "--mode", "choice"),
        (("2", "I was wrong"), (ENTER, "order"), ("q", "--resume")),
        "of 6",
    ),
    Scene(
        "east",
        ("quiz", "east.yaml", "--seed", "2"),
        (
            ("1", "Enter next"),
            (ENTER, "2 of 3"),
            ("1", "Enter next"),
            (ENTER, "3 of 3"),
            ("1", "next"),
        ),
        "of 3",
    ),
    Scene("picker", ("quiz",), (("ligh", "/ ligh"),), "Which deck"),
)
MESSAGES = (
    "quiz nix.yaml",
    "quiz lihgt",
    "quiz light.yaml --kinds weather",
    "quiz light.yaml --mode sing",
    "quiz light.yaml --time-limit soon",
    "quiz light.yaml --pass-mark 0",
    "quiz --resume",
    "quiz broken.yaml",
    "check broken.yaml",
    "edit nix",
    "new mine",
    "new mine",
    "check mine.yaml",
    "history",
    "undo",
    "due",
    "study",
    "chekc",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with decks."""
    (tmp_path / "light.md").write_text(TEXT)
    deck = replace(DECK, source=Source(title="The lighthouse", path="light.md"))
    (tmp_path / "light.yaml").write_text(write_deck(deck))
    (tmp_path / "east.yaml").write_text(EAST)
    (tmp_path / "broken.yaml").write_text(BROKEN)
    (tmp_path / "coal.yaml").write_text(COAL)
    return tmp_path


def held_against(request: pytest.FixtureRequest, name: str, text: str) -> None:
    """Compares with the golden file, or writes it."""
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def kept_for(request: pytest.FixtureRequest, name: str) -> str:
    """What the golden file holds; nothing where it is to be written anew."""
    path = GOLDEN / f"{name}.txt"
    is_new = request.config.getoption("--update-golden") or not path.exists()
    return "" if is_new else path.read_text("utf-8")


def settled(screen: str) -> str:
    """A screen without what depends on the hour, the speed and the decks that come along."""
    lines = [
        re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "2026-05-04 12:00", line)
        for line in screen.split("\n")
        if not re.search(r"Half of the answers|Apollo 11|phone call", line)
    ]
    return "\n".join(lines).strip("\n")


def screens(person: Person, scene: Scene, kept: str) -> Iterator[str]:
    """Plays the scene; gives each screen under the key that led to it.

    A screen arrives in pieces; where it was kept, it is looked at until it is as it was.
    """
    expected = iter([f"==={part}" for part in f"\n{kept}".rstrip("\n").split("\n===")[1:]])
    person.sits_down(*scene.arguments)
    person.sees(scene.first)
    yield _screen(person, f"=== quizzer {' '.join(scene.arguments)}", next(expected, None))
    for keys, text in scene.steps:
        person.presses(keys)
        person.sees(text)
        yield _screen(person, f"=== {keys!r}", next(expected, None))


def _screen(person: Person, heading: str, kept: str | None) -> str:
    if kept is None:
        person.looks_again()
    else:
        person.looks_until(lambda shown: f"{heading}\n{settled(shown)}" == kept)
    return f"{heading}\n{settled(person.shown)}"


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_scene_looks_as_it_did(
    scene: Scene, columns: int, folder: Path, request: pytest.FixtureRequest
) -> None:
    """Every screen of the scene is the one that was looked at and kept."""
    person = Person(folder, columns=columns, rows=scene.rows)
    try:
        kept = kept_for(request, f"{scene.name}-{columns}")
        text = "\n".join(screens(person, scene, kept)) + "\n"
    finally:
        person.goes()
    held_against(request, f"{scene.name}-{columns}", text)


@pytest.mark.parametrize("columns", WIDTHS)
def test_messages_read_as_they_did(
    columns: int, folder: Path, request: pytest.FixtureRequest
) -> None:
    """What is said when something is wrong or done: what happened, and what to do."""
    lines = [
        f"printf '%s\\n' '$ quizzer {call}'; {sys.executable} -m quizzer {call}; echo \"[$?]\""
        for call in MESSAGES
    ]
    (folder / "say.sh").write_text("\n".join([*lines, "echo all said"]))
    person = Person(folder, columns=columns, rows=140)
    try:
        person.starts(["/bin/sh", "say.sh"])
        person.sees("all said")
        text = settled(person.looks_again())
    finally:
        person.goes()
    held_against(request, f"messages-{columns}", f"{text}\n")


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_start_page_looks_as_it_did(columns: int, request: pytest.FixtureRequest) -> None:
    """Decks in columns where there is room, in two lines where there is not."""
    rows = [
        Row(title="The phone call of 18 March 2025", questions=80, due=12, last="17 of 20"),
        Row(
            title="東京とカイロ, a deck with a title that is too long for any line",
            questions=3,
            last="1 of 3",
        ),
        Row(title="One", questions=1),
        *(Row(title=f"Deck {number}", questions=number) for number in range(2, 9)),
    ]
    held_against(request, f"start-{columns}", "\n".join(start_lines(rows, columns)) + "\n")
