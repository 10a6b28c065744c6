"""`quizzer config`: a commented file to change, checked when it is used."""

from pathlib import Path

import pytest

from tests.cli.test_make import quizzer
from tests.cli.test_study import DECK


def test_a_starter_is_written_once_and_then_checked(tmp_path: Path) -> None:
    """The second call leaves the file alone and says that it is good."""
    where = tmp_path / "home" / "config.yaml"
    assert quizzer(tmp_path, "config", "--path").stdout.decode().strip() == str(where)
    assert not where.exists()
    assert b"written" in quizzer(tmp_path, "config").stdout
    where.write_text("new_per_day: 1\n")
    assert b"all good" in quizzer(tmp_path, "config").stdout
    assert where.read_text() == "new_per_day: 1\n"


def test_a_mistake_is_named_wherever_the_file_is_used(tmp_path: Path) -> None:
    """Exit 1 and one line with its place, also from `due`."""
    where = tmp_path / "home" / "config.yaml"
    where.parent.mkdir()
    where.write_text("new_per_day: many\n")
    (tmp_path / "colors.yaml").write_text(DECK)
    for command in (["config"], ["due", "colors.yaml"]):
        done = quizzer(tmp_path, *command)
        assert done.returncode == 1
        assert done.stderr.decode().startswith(f"{where}:1:14: 'many' is not a whole number")


def test_settings_change_what_is_asked(tmp_path: Path) -> None:
    """One new question a day is one new question a day."""
    where = tmp_path / "home" / "config.yaml"
    where.parent.mkdir()
    where.write_text("new_per_day: 1\n")
    (tmp_path / "colors.yaml").write_text(DECK)
    assert b"1 new" in quizzer(tmp_path, "due", "colors.yaml").stdout
    where.write_text("decks:\n  d: {new_per_day: 0}\n")
    assert b"0 new" in quizzer(tmp_path, "due", "colors.yaml").stdout


def test_editing_checks_on_return(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor opens the file; what it leaves behind is checked like any other."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "retention: 2" > "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    done = quizzer(tmp_path, "config", "--edit")
    assert done.returncode == 1
    assert b"config.yaml:1:12: `retention` cannot be 2" in done.stderr
