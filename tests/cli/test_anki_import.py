"""`quizzer import` of decks that others made with Anki."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from anki.collection import Collection

from quizzer.deck.files import load_deck
from tests.cli.test_make import quizzer
from tests.exchange.incoming.author import add_note, export
from tests.exchange.judge import collection


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Two decks with media, a card that was answered, one suspended, one without a back."""
    folder = tmp_path / "anki"
    folder.mkdir()
    with collection(folder) as anki:
        fill(anki)
        return export(anki, tmp_path)


def fill(anki: Collection) -> None:
    name = anki.media.write_data("ein bild (1).png", b"\x89PNG")
    add_note(anki, "Basic", ["Baum?", f'tree <img src="{name}">'], deck="German", tags=["noun"])
    other = add_note(anki, "Basic", ["Haus?", "house"], deck="German::Words")
    add_note(anki, "Basic", ["Nothing?", ""], deck="German")
    card = anki.get_card(anki.find_cards('"deck:German"')[0])
    card.start_timer()
    anki.sched.answerCard(card, 3)
    anki.sched.suspend_cards(other.card_ids())


def files(folder: Path) -> set[str]:
    """All files below a folder, without the state folder."""
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith("home/")}


def test_a_foreign_deck_comes_in_and_a_second_time_changes_nothing(
    package: Path, tmp_path: Path
) -> None:
    """Decks, media, reviews and suspensions; what is left out is named."""
    target = tmp_path / "target"
    target.mkdir()
    done = quizzer(target, "import", str(package), "-o", "decks")
    assert done.returncode == 0, done.stderr
    assert b"Nothing?) is left out: its back is blank" in done.stderr
    assert b"1 review joined your history." in done.stdout
    assert b"1 question suspended as in Anki." in done.stdout
    assert files(target) == {
        *("decks/german.yaml", "decks/german--words.yaml", "decks/media/ein_bild_1_.png")
    }
    deck = load_deck(target / "decks" / "german.yaml")
    assert deck.questions[0].tags == ("noun",)
    assert quizzer(target, "check", "decks/german.yaml").returncode == 0
    before = (target / "decks" / "german.yaml").read_bytes()
    done = quizzer(target, "import", str(package), "-o", "decks")
    assert done.stdout.count(b"nothing to change") == 2
    assert b"0 reviews joined your history, 1 was here already" in done.stdout
    assert (target / "decks" / "german.yaml").read_bytes() == before


def test_what_was_edited_here_is_kept(package: Path, tmp_path: Path) -> None:
    """An import of the same package undoes no edit, and brings back no question taken out."""
    target = tmp_path / "target"
    target.mkdir()
    quizzer(target, "import", str(package))
    path = target / "german.yaml"
    path.write_text(path.read_text().replace("Baum?", "What is Baum?  # better"))
    (target / "german--words.yaml").write_text(
        "format: 1\nid: german--words\ntitle: Words\nquestions: []\n"
    )
    done = quizzer(target, "import", str(package), "--yes")
    assert "What is Baum?" in path.read_text()
    assert done.stdout.count(b"nothing to change") == 2
    assert b"taken out here" in done.stderr


def test_one_file_cannot_hold_two_decks(package: Path, tmp_path: Path) -> None:
    """The error names them, and nothing is written."""
    done = quizzer(tmp_path, "import", str(package), "-o", "all.yaml")
    assert done.returncode == 1
    assert b"name a folder for its 2 decks: German, German::Words" in done.stderr
    assert not (tmp_path / "all.yaml").exists()


def evil(package: Path, target: Path) -> Path:
    """The package in the older form, with media and ids that lead out of every folder."""
    stream = io.BytesIO()
    with collection() as anki:
        add_note(anki, "Basic", ["Who?", 'Ida <img src="../../evil.png"><img src="/tmp/evil.png">'])
        legacy = export(anki, target, "legacy apkg")
    with zipfile.ZipFile(legacy) as old, zipfile.ZipFile(stream, "w") as new:
        new.writestr("collection.anki21", old.read("collection.anki21"))
        new.writestr("media", json.dumps({"0": "../../evil.png", "1": "/tmp/evil.png"}))
        new.writestr("0", b"evil")
        new.writestr("1", b"evil")
        new.writestr("../../slip.txt", b"evil")
    path = target / "evil.apkg"
    path.write_bytes(stream.getvalue())
    return path


def test_nothing_is_written_outside(package: Path, tmp_path: Path) -> None:
    """Whatever paths a package holds, only the deck appears."""
    target = tmp_path / "a" / "b" / "target"
    target.mkdir(parents=True)
    path = evil(package, tmp_path)
    before = files(tmp_path)
    done = quizzer(target, "import", str(path))
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(b"has no name for a file") == 2
    # The state folder of this call lies in the target.
    added = {name for name in files(tmp_path) - before if "/home/" not in name}
    assert added == {"a/b/target/default.yaml"}
    assert not Path("/tmp/evil.png").exists()


@pytest.mark.parametrize("size", [0, 10, 1000, -1])
def test_a_package_that_was_cut_is_one_line(package: Path, tmp_path: Path, size: int) -> None:
    """Exit code 1, what is wrong and what to do, and no file."""
    cut = tmp_path / "cut.apkg"
    cut.write_bytes(package.read_bytes()[:size])
    target = tmp_path / "target"
    target.mkdir()
    done = quizzer(target, "import", str(cut))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.count(b"; ") >= 1
    assert files(target) == set()


def test_an_empty_package_is_named(tmp_path: Path) -> None:
    """There is nothing in it to ask."""
    with collection() as anki:
        path = export(anki, tmp_path, "colpkg")
    done = quizzer(tmp_path, "import", str(path))
    assert done.returncode == 1
    assert b"there is nothing to import in it" in done.stderr
