"""`undo`, `merge` and `backup` on histories that quizzes made."""

from pathlib import Path

from tests.cli.test_make import quizzer
from tests.cli.test_study import DECK


def test_undo_backup_and_merge(tmp_path: Path) -> None:
    """An answer is taken back, kept in a copy, and joined from another machine."""
    (tmp_path / "colors.yaml").write_text(DECK)
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "--seed", "1", data=b"1\n\n1\n\n")
    kept = quizzer(tmp_path, "backup", "-o", "copy.db")
    assert kept.stdout == b"copy.db: 2 answers, checked.\n"
    assert quizzer(tmp_path, "undo").stdout.startswith(b"Taken back: ")
    assert quizzer(tmp_path, "undo", "9").stdout.count(b"Taken back: ") == 1
    assert b"no answer to take back" in quizzer(tmp_path, "undo").stdout
    merged = quizzer(tmp_path, "merge", "copy.db")
    assert merged.stdout == b"0 answers added, 2 were here already.\n"


def test_backups_rotate(tmp_path: Path) -> None:
    """The newest stay; one is made without naming a place."""
    folder = tmp_path / "home" / "backups"
    folder.mkdir(parents=True)
    for number in range(12):
        (folder / f"history-20200101-0000{number:02}.db").touch()
    done = quizzer(tmp_path, "backup")
    assert done.returncode == 0, done.stderr
    assert len(list(folder.iterdir())) == 10


def test_undo_and_redo_go_any_number_of_steps_across_sessions(tmp_path: Path) -> None:
    """Three answers of two quizzes are taken back and put back; the counts say so."""
    (tmp_path / "colors.yaml").write_text(DECK)
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "--seed", "1", data=b"1\n\n1\n\n")
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "-n", "1", data=b"1\n\n")
    before = quizzer(tmp_path, "history", "--json").stdout
    taken = quizzer(tmp_path, "undo", "3").stdout
    assert taken.count(b"Taken back: ") == 3
    assert b"quizzer redo 3" in taken
    assert quizzer(tmp_path, "history", "--json").stdout != before
    assert b"0 in learning, 2 new" in quizzer(tmp_path, "due", "colors.yaml").stdout
    assert quizzer(tmp_path, "redo", "3").stdout.count(b"Put back: ") == 3
    assert quizzer(tmp_path, "history", "--json").stdout == before
    assert b"Nothing is taken back" in quizzer(tmp_path, "redo").stdout


def test_rebuilding_changes_nothing(tmp_path: Path) -> None:
    """What waits is the same before and after."""
    (tmp_path / "colors.yaml").write_text(DECK)
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "--seed", "1", data=b"1\n\n1\n\n")
    before = quizzer(tmp_path, "due", "--json").stdout
    assert quizzer(tmp_path, "rebuild").stdout.startswith(b"2 answers of 1 deck replayed")
    assert quizzer(tmp_path, "due", "--json").stdout == before
