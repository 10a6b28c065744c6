"""Decks are found by the heads of their files, which are read without YAML."""

from pathlib import Path

from quizzer.cli.decks import read_head
from tests.cli.test_study import DECK


def test_decks_are_told_from_other_yaml(tmp_path: Path) -> None:
    """Only what has the format's line is a deck, whatever comes before it."""
    (tmp_path / "a.yml").write_text("\ufeff# mine\n" + DECK)
    (tmp_path / "other.yaml").write_text("services: {}\n")
    (tmp_path / "c.yaml").mkdir()
    head = read_head(tmp_path / "a.yml")
    assert head is not None
    assert (head.id, head.title, head.questions) == ("d", "Colors", ("sky", "grass"))
    assert read_head(tmp_path / "other.yaml") is None
    assert read_head(tmp_path / "c.yaml") is None


def test_a_deck_without_id_or_title_goes_by_its_file(tmp_path: Path) -> None:
    """A deck in the making is listed too."""
    path = tmp_path / "colors.yaml"
    path.write_text("format: 1\nquestions: []\n")
    head = read_head(path)
    assert head is not None
    assert (head.id, head.title, head.questions) == ("colors", "colors", ())
