"""`quizzer import`: a table in, a deck out."""

from pathlib import Path

from quizzer.deck.files import load_deck
from tests.cli.test_make import quizzer


def test_a_table_becomes_a_deck(tmp_path: Path) -> None:
    """It checks clean, and an edited deck of that name is kept."""
    (tmp_path / "capitals.csv").write_text("question,answer\nCapital of Peru?,Lima\n")
    done = quizzer(tmp_path, "import", "capitals.csv")
    assert done.returncode == 0, done.stderr
    assert b"Next: quizzer quiz capitals.yaml" in done.stdout
    assert quizzer(tmp_path, "check", "capitals.yaml").returncode == 0
    assert load_deck(tmp_path / "capitals.yaml").questions[0].stem == "Capital of Peru?"


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    """One line with the remedy."""
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    done = quizzer(tmp_path, "import", "a.xlsx")
    assert done.returncode == 1
    assert b"as CSV" in done.stderr
