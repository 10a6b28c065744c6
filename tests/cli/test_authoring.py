"""`new`, `edit`, `history` and the start page."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.test_make import quizzer
from tests.cli.test_study import DECK


def test_a_new_deck_is_ready_to_use(tmp_path: Path) -> None:
    """It checks clean as it stands, and is never written over."""
    done = quizzer(tmp_path, "new", "my-capitals")
    assert done.returncode == 0, done.stderr
    assert quizzer(tmp_path, "check", "my-capitals.yaml").returncode == 0
    again = quizzer(tmp_path, "new", "my-capitals.yaml")
    assert again.returncode == 1
    assert b"there is such a file already" in again.stderr


def edited(folder: Path, name: str, script: str) -> subprocess.CompletedProcess[bytes]:
    """Runs `edit` with a shell script in the editor's place."""
    editor = folder / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o755)
    environment = os.environ | {"EDITOR": str(editor), "QUIZZER_HOME": str(folder / "home")}
    environment.pop("VISUAL", None)
    return subprocess.run(
        [sys.executable, "-m", "quizzer", "edit", name],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )


def test_edit_opens_the_question_at_its_line(tmp_path: Path) -> None:
    """The editor gets +LINE and the file; what it leaves is checked."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = edited(tmp_path, "grass", 'echo "$@" > called')
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "called").read_text() == f"+6 {tmp_path / 'colors.yaml'}\n"
    bad = edited(tmp_path, "d/grass", "sed -i 's/answer: green/anwser: green/' $2")
    assert bad.returncode == 1
    assert b"did you mean `answer`?" in bad.stderr


def test_an_editor_that_fails_is_one_line(tmp_path: Path) -> None:
    """Nothing is lost and the remedy is named."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = edited(tmp_path, "grass", "exit 3")
    assert done.returncode == 1
    assert b"set EDITOR" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_history_lists_what_was_asked(tmp_path: Path) -> None:
    """The newest first, for people and for programs."""
    (tmp_path / "colors.yaml").write_text(DECK)
    assert b"no quiz yet" in quizzer(tmp_path, "history").stdout
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "--seed", "1", data=b"1\n\n1\n\n")
    (entry,) = map(json.loads, quizzer(tmp_path, "history", "--json").stdout.splitlines())
    assert (entry["origin"], entry["asked"]) == ("quiz", 2)
    assert b" of   2 " in quizzer(tmp_path, "history").stdout


def test_the_start_page_names_decks_and_the_next_step(tmp_path: Path) -> None:
    """`quizzer` alone is a friendly beginning."""
    (tmp_path / "colors.yaml").write_text(DECK)
    first = quizzer(tmp_path)
    assert first.returncode == 0, first.stderr
    assert b"  Colors: 2 questions\n" in first.stdout
    assert b"Next: quizzer quiz" in first.stdout
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "--seed", "1", data=b"1\n\n1\n\n")
    assert b"last time" in quizzer(tmp_path).stdout
