"""Completion of deck names and question ids, asked of real shells."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.person import Person

DECK = """format: 1
id: colors-of-things
title: Colors
questions:
- {id: grass, stem: Which color is grass?, answer: green}
- {id: granite, stem: Which color is granite?, answer: grey}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck, and a `quizzer` on the path."""
    (tmp_path / "colors.yaml").write_text(DECK)
    binary = tmp_path / "bin"
    binary.mkdir()
    script = binary / "quizzer"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m quizzer "$@"\n')
    script.chmod(0o755)
    return tmp_path


def source_of(folder: Path, shell: str) -> str:
    """The script that a shell loads."""
    environment = os.environ | {
        "_QUIZZER_COMPLETE": f"{shell}_source",
        "QUIZZER_HOME": str(folder / "home"),
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
    }
    done = subprocess.run(
        ["quizzer"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
PREPARE = {"bash": "", "zsh": "autoload -U compinit; compinit -u\n", "fish": ""}


@pytest.mark.parametrize("shell", COMMANDS)
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("quizzer quiz colors-", "quizzer quiz colors-of-things"),
        ("quizzer edit gran", "quizzer edit granite"),
        ("quizzer hist", "quizzer history"),
    ],
)
def test_a_real_shell_completes(folder: Path, shell: str, typed: str, completed: str) -> None:
    """One press of Tab writes the rest of a deck's name, a question's id, a command."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = folder / f"complete.{shell}"
    script.write_text(PREPARE[shell] + source_of(folder, shell))
    person = Person(folder)
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    person.starts(COMMANDS[shell], PATH=path, PS1="ready> ", PROMPT="ready> ")
    try:
        if shell != "fish":
            person.sees("ready>")
        person.presses(f". ./{script.name}; echo load''ed\r")
        person.sees("loaded")
        person.looks_again()
        person.presses(f"{typed}\t")
        person.sees(completed)
    finally:
        person.goes()
