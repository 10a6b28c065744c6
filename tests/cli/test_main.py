"""The front door: version, help, typing mistakes, light start-up."""

import subprocess
import sys

import pytest

from quizzer import __version__
from quizzer.cli.main import COMMANDS

HEAVY = ("spacy", "questionary", "prompt_toolkit", "peewee", "starlette", "yaml", "rich", "fsrs")


def quizzer(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as a person would, with standard input closed."""
    return subprocess.run(
        [sys.executable, "-m", "quizzer", *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_version() -> None:
    """`quizzer --version` prints the name and the version and exits 0."""
    done = quizzer("--version")
    assert (done.returncode, done.stdout) == (0, f"quizzer {__version__}\n")


def test_importing_quizzer_is_light() -> None:
    """Neither the package nor its front door pulls in a heavy library."""
    script = "import sys, quizzer, quizzer.cli.main; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not set(HEAVY) & set(done.stdout.split())


def test_help_lists_every_command() -> None:
    """`quizzer --help` names all commands."""
    done = quizzer("--help")
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Each command explains itself."""
    done = quizzer(name, "--help")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5


def test_a_mistyped_command_gets_a_suggestion() -> None:
    """The call is at fault: exit 2, and the likely name is offered."""
    done = quizzer("chekc")
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr
