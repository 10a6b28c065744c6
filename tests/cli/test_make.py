"""`quizzer make` from a person's view: files in, a deck out, and one line for whatever is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.cli.home import shipped_decks
from quizzer.deck.files import load_deck

ARTICLE = """Second port opens in Norhaven

2021-06-14

Prime Minister Claire Fontaine opened Tarn Port in Norhaven on 12 June 2021. Claire Fontaine said
that Norhaven had paid 48 million euros for Tarn Port. On 3 May 2019, Norhaven and Sweden signed a
treaty about Tarn Port in Stockholm.

Claire Fontaine proposed free ferries between Norhaven and Sweden. Paul Roux, the Swedish foreign
minister, warned that Sweden would not pay for free ferries. According to Paul Roux, Sweden expects
26,000 visitors from Norhaven in 2022. On 11 June 2021, Paul Roux traveled to Norhaven.
"""


def quizzer(folder: Path, *arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs the program in `folder`, with `data` on standard input."""
    environment = os.environ | {"QUIZZER_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-m", "quizzer", *arguments],
        cwd=folder,
        env=environment,
        input=data,
        capture_output=True,
        check=False,
    )


def test_a_text_becomes_a_deck_that_checks_clean(tmp_path: Path) -> None:
    """The road from an article to a deck, with the next step named."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    made = quizzer(tmp_path, "make", "port.txt", "-o", "port.yaml")
    assert made.returncode == 0, made.stderr
    assert b"Next: quizzer quiz port.yaml" in made.stdout
    deck = load_deck(tmp_path / "port.yaml")
    assert len(deck.questions) >= 4
    assert all(question.evidence for question in deck.questions)
    assert deck.source is not None
    assert deck.source.path == "port.txt"
    checked = quizzer(tmp_path, "check", "port.yaml")
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_a_deck_in_another_folder_finds_its_source(tmp_path: Path) -> None:
    """The source's path is seen from the deck."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    (tmp_path / "decks").mkdir()
    quizzer(tmp_path, "make", "port.txt", "-o", "decks/port.yaml")
    assert quizzer(tmp_path, "check", "decks/port.yaml").returncode == 0


def test_standard_input_keeps_its_text_beside_the_deck(tmp_path: Path) -> None:
    """What came through a pipe would be lost otherwise; --no-text says not to."""
    data = ARTICLE.encode()
    made = quizzer(tmp_path, "make", "-", "-o", "a.yaml", data=data)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "a.txt").read_text() == ARTICLE
    assert quizzer(tmp_path, "check", "a.yaml").returncode == 0
    quizzer(tmp_path, "make", "-", "-o", "b.yaml", "--no-text", data=data)
    assert not (tmp_path / "b.txt").exists()
    assert quizzer(tmp_path, "check", "b.yaml").returncode == 0


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever Python's hash seed is."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    decks = []
    for seed in ("0", "1"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "quizzer", "make", "port.txt", "-o", "a.yaml"]
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
        decks.append((tmp_path / "a.yaml").read_bytes())
    assert decks[0] == decks[1]


def test_options_choose_what_comes_out(tmp_path: Path) -> None:
    """Number, kinds and title are the caller's."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    quizzer(tmp_path, "make", "port.txt", "-o", "a.yaml", "-n", "2", "--title", "My port")
    deck = load_deck(tmp_path / "a.yaml")
    assert (len(deck.questions), deck.title) == (2, "My port")
    quizzer(tmp_path, "make", "port.txt", "-o", "b.yaml", "--kinds", "figure")
    assert {question.kind for question in load_deck(tmp_path / "b.yaml").questions} == {"figure"}


def test_an_edited_deck_is_kept(tmp_path: Path) -> None:
    """Making it again puts the old file aside and says so; an unchanged one stays alone."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    quizzer(tmp_path, "make", "port.txt", "-o", "a.yaml")
    quizzer(tmp_path, "make", "port.txt", "-o", "a.yaml")
    assert not (tmp_path / "a.yaml.bak").exists()
    edited = (tmp_path / "a.yaml").read_text() + "# mine\n"
    (tmp_path / "a.yaml").write_text(edited)
    made = quizzer(tmp_path, "make", "port.txt", "-o", "a.yaml")
    assert (tmp_path / "a.yaml.bak").read_text() == edited
    assert b"a.yaml.bak" in made.stderr


def test_verbose_names_what_was_left_out(tmp_path: Path) -> None:
    """Each candidate that a check stopped stands on a line of its own."""
    (tmp_path / "port.txt").write_text(ARTICLE + "\nHe said that it would never work.\n")
    made = quizzer(tmp_path, "make", "port.txt", "-o", "a.yaml", "--verbose")
    assert b"  left out, " in made.stdout


BAD = {
    "missing": (["make", "none.txt"], b"none.txt"),
    "folder": (["make", "folder"], b"folder"),
    "empty": (["make", "empty.txt"], b"empty.txt"),
    "binary": (["make", "binary.txt"], b"binary.txt"),
    "encoding": (["make", "latin.txt"], b"latin.txt:1:"),
    "50 MB": (["make", "huge.txt"], b"huge.txt"),
    "no article": (["make", "menu.html"], b"menu.html"),
    "empty pipe": (["make", "-"], b""),
    "no folder for the deck": (["make", "port.txt", "-o", "none/a.yaml"], b"none/a.yaml"),
    "deck is a folder": (["make", "port.txt", "-o", "folder"], b"folder"),
    "facts of nothing": (["facts", "none.txt"], b"none.txt"),
    "check of nothing": (["check", "none.yaml"], b"none.yaml"),
    "quiz of nothing": (["quiz", "none.yaml"], b"none.yaml"),
}


@pytest.mark.parametrize(("arguments", "place"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line(tmp_path: Path, arguments: list[str], place: bytes) -> None:
    """Exit 1, one line on standard error with the place, nothing written."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "port.txt").write_text(ARTICLE)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "latin.txt").write_bytes("Les élèves sont arrivés.".encode("latin-1"))
    (tmp_path / "huge.txt").write_bytes(b"The sea is wide. " * 3_000_000)
    (tmp_path / "menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    before = sorted(tmp_path.iterdir())
    done = quizzer(tmp_path, *arguments)
    lines = done.stderr.splitlines()
    assert done.returncode == 1, done.stderr
    assert len([line for line in lines if not line.startswith(b"  ")]) == 1, done.stderr
    assert place in lines[0]
    assert [path for path in sorted(tmp_path.iterdir()) if path.name != "home"] == before


def test_a_wrong_date_is_a_fault_of_the_call(tmp_path: Path) -> None:
    """Exit 2, like every option that cannot be understood."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    done = quizzer(tmp_path, "make", "port.txt", "--published", "2021-13-01")
    assert done.returncode == 2
    assert b"no month 13" in done.stderr


@pytest.mark.parametrize("name", ["phone-call", "apollo-11"])
def test_the_shipped_decks_come_out_the_same(tmp_path: Path, name: str) -> None:
    """What lies in decks/ is what the program makes of decks/sources/, byte for byte."""
    sources = tmp_path / "decks" / "sources"
    sources.mkdir(parents=True)
    source = shipped_decks() / "sources" / f"{name}.md"
    (sources / source.name).write_bytes(source.read_bytes())
    done = quizzer(tmp_path, "make", f"decks/sources/{name}.md", "-o", f"decks/{name}.yaml")
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "decks" / f"{name}.yaml").read_text("utf-8")
    assert made == (shipped_decks() / f"{name}.yaml").read_text("utf-8")


def test_review_drops_edits_and_goes_on_later(tmp_path: Path) -> None:
    """Leaving halfway keeps what was decided; the same call asks only for the rest."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    call = ["make", "port.txt", "-o", "a.yaml", "--review"]
    first = quizzer(tmp_path, *call, data=b"d\na\nq\n")
    assert first.returncode == 0, first.stderr
    kept = load_deck(tmp_path / "a.yaml").questions
    assert len(kept) == 1
    second = quizzer(tmp_path, *call, data=b"a\n" * 50)
    assert b"2 were decided before" in second.stdout
    quizzer(tmp_path, "make", "port.txt", "-o", "all.yaml")
    everything = load_deck(tmp_path / "all.yaml").questions
    assert load_deck(tmp_path / "a.yaml").questions == everything[1:]
    assert not (tmp_path / "a.yaml.dropped").exists()


def test_review_edits_in_the_users_editor(tmp_path: Path) -> None:
    """What the editor leaves is what the deck gets."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^  stem: .*/  stem: Edited?/' \"$1\"\n")
    editor.chmod(0o755)
    environment = os.environ | {"EDITOR": str(editor), "QUIZZER_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-m", "quizzer", "make", "port.txt", "-o", "a.yaml", "--review"]
    subprocess.run(
        command, cwd=tmp_path, env=environment, input=b"e\nq\n", capture_output=True, check=True
    )
    assert [question.stem for question in load_deck(tmp_path / "a.yaml").questions] == ["Edited?"]
