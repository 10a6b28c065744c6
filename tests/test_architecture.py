"""The shape of the code: size of files, what stands at the top, what the project may not name."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "quizzer").rglob("*.py"))
TOP = {
    "quizzer",
    "decks",
    "tests",
    "docs",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_stays_below_400_lines(path: Path) -> None:
    """Longer files have more than one subject."""
    assert len(path.read_text("utf-8").splitlines()) < 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is(path: Path) -> None:
    """Each module opens with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_nothing_else_stands_at_the_top() -> None:
    """The folder listing tells the story; only dot files may join it."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    tops = {name.split("/")[0] for name in listed if not name.startswith(".")}
    assert tops <= TOP
