"""Files are read with one clear line for what is wrong, and written whole or not at all."""

import os
import subprocess
from pathlib import Path

import pytest

from quizzer.deck.files import digest, load_deck, open_deck, save_text, source_text
from quizzer.deck.model import Deck, Source
from quizzer.diagnostics import QuizzerError

DECK = "format: 1\nid: d\ntitle: D\nquestions: []\n"


def refusal(path: Path) -> str:
    """The one line with which a file is refused, without its folder."""
    with pytest.raises(QuizzerError) as caught:
        open_deck(path)
    (diagnostic,) = caught.value.diagnostics
    return str(diagnostic).removeprefix(f"{path.parent}/")


def test_a_deck_is_loaded(tmp_path: Path) -> None:
    """The usual case."""
    (tmp_path / "d.yaml").write_text(DECK)
    assert load_deck(tmp_path / "d.yaml") == Deck(id="d", title="D")


def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path) -> None:
    """Missing, a folder, empty, binary, another encoding: each says what to do."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.yaml").write_text(" \n")
    (tmp_path / "binary.yaml").write_bytes(b"\x89PNG\0\0\0")
    assert refusal(tmp_path / "none.yaml").startswith("none.yaml: there is no such file; check")
    assert refusal(tmp_path / "folder").startswith("folder: this is a folder; name")
    assert refusal(tmp_path / "empty.yaml").startswith("empty.yaml: the file is empty; name")
    assert refusal(tmp_path / "binary.yaml").startswith("binary.yaml: this is a binary file; name")
    assert "no file name" in refusal(tmp_path / "a\0b")


def test_a_pipe_or_a_device_is_refused(tmp_path: Path) -> None:
    """Reading one could wait for ever or never end."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "a device or a pipe" in refusal(tmp_path / "pipe.yaml")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Its size is enough; the file here has no content on disk."""
    with (tmp_path / "huge.yaml").open("wb") as stream:
        stream.truncate(65_000_000)
    assert "has 65 MB; a deck has at most 64 MB" in refusal(tmp_path / "huge.yaml")


def test_loading_a_deck_with_mistakes_names_them_all(tmp_path: Path) -> None:
    """The error carries every diagnostic."""
    (tmp_path / "d.yaml").write_text("format: 1\nid: a b\ntitel: D\nquestions: []\n")
    with pytest.raises(QuizzerError) as caught:
        load_deck(tmp_path / "d.yaml")
    assert [one.code for one in caught.value.diagnostics] == ["D021", "D026", "D020"]


def test_the_source_is_found_from_the_deck(tmp_path: Path) -> None:
    """Line ends and a byte order mark do not count as changes."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r")
    deck = Deck(id="d", title="D", source=Source(path="sources/a.txt"))
    assert source_text(deck, tmp_path / "d.yaml") == "one\ntwo\n"
    assert source_text(Deck(id="d", title="D"), tmp_path / "d.yaml") is None
    assert digest("one\n") == digest("one\n") != digest("one")


def test_writing_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """Rights stay, a link stays a link."""
    target = tmp_path / "real.yaml"
    target.write_text("old")
    target.chmod(0o640)
    (tmp_path / "link.yaml").symlink_to(target)
    save_text(tmp_path / "link.yaml", "new ä\n")
    assert target.read_bytes() == "new ä\n".encode()
    assert (tmp_path / "link.yaml").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "real.yaml"]


def test_a_missing_or_wrong_folder_is_refused(tmp_path: Path) -> None:
    """Nothing is made on the way."""
    with pytest.raises(QuizzerError, match="cannot be written"):
        save_text(tmp_path / "none" / "d.yaml", "x")
    with pytest.raises(QuizzerError, match="this is a folder"):
        save_text(tmp_path, "x")
    assert os.listdir(tmp_path) == []


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    """The old file stays as it was, and no half-written one is left."""
    target = small_disk / "d.yaml"
    save_text(target, "old")
    with pytest.raises(QuizzerError, match="No space left"):
        save_text(target, "x" * 1_000_000)
    assert target.read_text() == "old"
    assert os.listdir(small_disk) == ["d.yaml"]


def test_a_read_only_disk_is_refused(small_disk: Path) -> None:
    """Even root cannot write there; one line says so."""
    target = small_disk / "d.yaml"
    save_text(target, "old")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(QuizzerError, match="Read-only"):
        save_text(target, "new")
    assert target.read_text() == "old"
