"""The commands in the documentation are run, and their shown output is compared.

A fence that opens with ```console holds commands (`$ ...`) and, if any is shown, their output;
`...` in shown output stands for anything. All fences of one page run in one folder, in order.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def shown_commands(page: Path) -> list[tuple[str, str]]:
    """The commands of a page with the output that it shows for each."""
    commands: list[tuple[str, str]] = []
    for fence in FENCE.findall(page.read_text("utf-8")):
        for part in re.split(r"^\$ ", fence, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = f"{command[:-1]}{more.strip()}"
            commands.append((command, output.strip()))
    return commands


def matches(shown: str, printed: str) -> bool:
    """Whether printed output is what is shown, `...` standing for anything."""
    pattern = ".*".join(re.escape(part.strip()) for part in shown.split("..."))
    folded = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch(pattern, folded, re.DOTALL) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_work(page: Path, tmp_path: Path) -> None:
    """Each command exits with 0 and prints what the page shows."""
    commands = shown_commands(page)
    if not commands:
        pytest.skip("the page shows no command")
    shutil.copytree(ROOT / "decks", tmp_path / "decks")
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "QUIZZER_HOME": str(tmp_path / "home"),
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    for command, shown in commands:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout}"
        if shown:
            assert matches(shown, done.stdout), f"$ {command}\n{done.stdout}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_reference(name: str) -> None:
    """`docs/commands.md` has a heading for each command."""
    assert f"\n## quizzer {name}\n" in (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_every_link_between_pages_leads_somewhere() -> None:
    """A relative link names a file that exists."""
    for page in PAGES:
        prose = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", prose):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_code_is_documented() -> None:
    """Each code that the program can give stands in a row of a table."""
    sources = [path.read_text("utf-8") for path in (ROOT / "quizzer").rglob("*.py")]
    codes = {
        code for text in sources for code in re.findall(r'"([ADEGLPSX]\d{3}|[FI]\d{1,2})"', text)
    }
    pages = [page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md")]
    rows = {code for text in pages for code in re.findall(r"^\| `?([A-Z]\d+)`? \|", text, re.M)}
    assert codes
    assert codes <= rows
