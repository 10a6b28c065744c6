"""`quizzer study` and `quizzer due` over a real history."""

import json
from pathlib import Path

from tests.cli.test_make import quizzer

DECK = """format: 1
id: d
title: Colors
questions:
- {id: sky, stem: Which color is the sky?, answer: blue, distractors: [red, green]}
- {id: grass, stem: Which color is grass?, answer: green, distractors: [red, blue]}
"""


def test_nothing_answered_yet(tmp_path: Path) -> None:
    """A newcomer is told how to begin."""
    assert b"Begin with: quizzer quiz" in quizzer(tmp_path, "due").stdout
    done = quizzer(tmp_path, "study", "--plain")
    assert done.returncode == 3
    assert b"Begin with: quizzer quiz" in done.stdout


def test_studying_moves_cards_out_of_new(tmp_path: Path) -> None:
    """What was answered is in learning; the counts say so to people and programs."""
    (tmp_path / "colors.yaml").write_text(DECK)
    before = quizzer(tmp_path, "due", "colors.yaml", "--json")
    assert json.loads(before.stdout) == {"d": {"due": 0, "learning": 0, "new": 2}}
    done = quizzer(tmp_path, "study", "colors.yaml", "-n", "1", "--plain", data=b"1\n\n\n")
    assert done.returncode == 0, done.stderr
    after = json.loads(quizzer(tmp_path, "due", "colors.yaml", "--json").stdout)
    assert after["d"]["new"] == 1
    assert b"Colors: " in quizzer(tmp_path, "due").stdout


def test_new_cards_can_be_held_back(tmp_path: Path) -> None:
    """--new 0 asks only what is due."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "study", "colors.yaml", "--new", "0", "--plain")
    assert done.returncode == 3
