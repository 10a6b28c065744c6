"""`quizzer export` from the outside: files, messages, exit codes, and what stays untouched."""

import json
import os
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizzer.cli.main import root
from quizzer.diagnostics import QuizzerError
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.store.model import Sitting
from quizzer.store.store import Store
from tests.exchange.judge import bring_in, collection

DECK = """\
format: 1
id: tides
title: Tides
questions:
- id: moon
  stem: What pulls the sea most?
  answer: the Moon
  distractors: [the Sun, the wind]
- id: spring
  stem: What is the highest tide called?
  answer: spring tide
"""


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck in a folder of its own, which is also the home of all state."""
    monkeypatch.setenv("QUIZZER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "tides.yaml"
    path.write_text(DECK)
    return path


def export(*arguments: str) -> str:
    """What the command prints; errors are raised as they are."""
    return CliRunner().invoke(root, ["export", *arguments], catch_exceptions=False).output


def test_a_package_is_written_and_anki_takes_it(deck: Path, tmp_path: Path) -> None:
    """The notes arrive, and the message says what to do next."""
    output = export(str(deck), "-o", str(tmp_path / "t.apkg"))
    assert "t.apkg: 2 notes." in output
    assert "File > Import" in output
    with collection() as anki:
        assert bring_in(anki, (tmp_path / "t.apkg").read_bytes())["new"] == 2


def test_exporting_twice_gives_the_same_bytes(deck: Path) -> None:
    """The time of the export does not get into the package."""
    export(str(deck), "-o", "one.apkg")
    export(str(deck), "-o", "two.apkg")
    assert Path("one.apkg").read_bytes() == Path("two.apkg").read_bytes()


def test_progress_goes_along_and_the_ticks_are_named(deck: Path, tmp_path: Path) -> None:
    """Reviews of the history are in the package; other decks' reviews are not."""
    with Store(tmp_path / "home" / "history.db") as store:
        at = datetime(2026, 1, 5, 12, tzinfo=UTC)
        store.begin(Sitting(id="s", origin="study", started_at=at, decks=("tides",)))
        for number, deck_id in enumerate(["tides", "tides", "other"]):
            store.append(
                Review(
                    id=f"r{number}",
                    card=CardKey(deck_id, "moon"),
                    at=at + timedelta(days=number),
                    rating=Rating.GOOD,
                    verdict="right",
                    response="the Moon",
                    duration_ms=900,
                    mode="choice",
                    options=3,
                    scheduler="fsrs-6",
                    session_id="s",
                    origin="study",
                )
            )
    output = export(str(deck), "--progress", "--retention", "0.85", "-o", "t.apkg")
    assert "2 notes, 2 reviews" in output
    assert "Import any learning progress" in output
    with collection() as anki:
        bring_in(anki, Path("t.apkg").read_bytes(), progress=True)
        assert anki.db.scalar("select count() from revlog") == 2


def test_a_dry_run_writes_nothing(deck: Path, tmp_path: Path) -> None:
    """It says what would be added, and leaves the collection and the folder as they are."""
    with collection(tmp_path) as anki:
        assert anki.note_count() == 0
    before = (tmp_path / "collection.anki2").read_bytes()
    arguments = [str(deck), "--dry-run", "--against", str(tmp_path / "collection.anki2")]
    assert "add" in export(*arguments)
    lines = [json.loads(line) for line in export(*arguments, "--json").splitlines()]
    assert lines == [{"note": f"tides/{name}", "fate": "add"} for name in ("moon", "spring")]
    assert (tmp_path / "collection.anki2").read_bytes() == before
    assert not list(tmp_path.glob("*.apkg"))
    assert not (tmp_path / "home" / "anki").exists()


@pytest.mark.parametrize(
    "arguments",
    [("--dry-run",), ("--against", "x"), ("--to", "csv", "--progress"), ("--to", "nothing")],
)
def test_calls_that_make_no_sense_are_refused(deck: Path, arguments: tuple[str, ...]) -> None:
    """Options that do not go together end with exit code 2."""
    result = CliRunner().invoke(root, ["export", str(deck), *arguments])
    assert result.exit_code == 2


def test_a_failed_push_is_not_remembered(deck: Path, tmp_path: Path) -> None:
    """When Anki does not answer, the next export still counts as the first."""
    with pytest.raises(QuizzerError, match="start Anki"):
        export(str(deck), "--to", "anki", "--address", "http://127.0.0.1:9")
    assert not (tmp_path / "home" / "anki").exists()


@pytest.mark.parametrize("form", ["csv", "tsv", "anki-text", "gift", "moodle", "aiken"])
def test_every_other_format_is_written(deck: Path, form: str) -> None:
    """The file holds the stem and the key."""
    export(str(deck), "--to", form, "-o", "out.txt")
    text = Path("out.txt").read_text("utf-8")
    assert "What pulls the sea most?" in text
    assert "the Moon" in text


def test_the_side_that_was_edited_last_wins(deck: Path, tmp_path: Path) -> None:
    """A deck edited before the note was edited in Anki does not overwrite it, one after does."""
    export(str(deck), "-o", "first.apkg")
    with collection() as anki:
        bring_in(anki, Path("first.apkg").read_bytes())
        note = anki.get_note(anki.find_notes("Identity:tides/moon")[0])
        note["Stem"] = "Edited in Anki?"
        anki.update_note(note)
        deck.write_text(DECK.replace("What pulls", "Which body pulls").replace("highest", "best"))
        os.utime(deck, (note.mod - 60, note.mod - 60))
        export(str(deck), "-o", "older.apkg")
        bring_in(anki, Path("older.apkg").read_bytes())
        assert anki.get_note(note.id)["Stem"] == "Edited in Anki?"
        spring = anki.get_note(anki.find_notes("Identity:tides/spring")[0])
        assert spring["Stem"] == "What is the best tide called?"


def test_a_later_edit_of_the_deck_wins(deck: Path) -> None:
    """What was edited here after the edit in Anki arrives."""
    export(str(deck), "-o", "first.apkg")
    with collection() as anki:
        bring_in(anki, Path("first.apkg").read_bytes())
        note = anki.get_note(anki.find_notes("Identity:tides/moon")[0])
        note["Stem"] = "Edited in Anki?"
        anki.update_note(note)
        # As if that had been a minute ago, for files cannot come from the future.
        anki.db.execute("update notes set mod = mod - 60 where id = ?", note.id)
        deck.write_text(DECK.replace("What pulls", "Which body pulls"))
        export(str(deck), "-o", "newer.apkg")
        bring_in(anki, Path("newer.apkg").read_bytes())
        assert anki.get_note(note.id)["Stem"] == "Which body pulls the sea most?"


def test_media_beside_the_deck_go_along(deck: Path, tmp_path: Path) -> None:
    """A picture and a sound that a stem names are shown and played; a missing one is named."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "sea-&-sand.png").write_bytes(b"\x89PNG")
    (tmp_path / "wave.mp3").write_bytes(b"ID3")
    stem = '"Which sea is this? ![a \\"calm\\" sea](media/sea-&-sand.png) ![](wave.mp3)"'
    deck.write_text(DECK.replace("What pulls the sea most?", stem))
    export(str(deck), "-o", "t.apkg")
    with collection() as anki:
        bring_in(anki, Path("t.apkg").read_bytes())
        names = {path.name for path in Path(anki.media.dir()).iterdir()}
        assert names == {"sea-&-sand.png", "wave.mp3"}
        output = anki.get_card(anki.find_cards("Identity:tides/moon")[0]).render_output()
        assert '<img src="sea-&amp;-sand.png"' in output.question_text
        assert [tag.filename for tag in output.question_av_tags] == ["wave.mp3"]
    (tmp_path / "wave.mp3").unlink()
    with pytest.raises(QuizzerError, match=r"no medium wave\.mp3"):
        export(str(deck), "-o", "t.apkg")


def test_a_decomposed_name_arrives_composed(deck: Path, tmp_path: Path) -> None:
    """Anki looks for names in NFC, so the file and its mention are both written so."""
    name = unicodedata.normalize("NFD", "café.png")
    (tmp_path / name).write_bytes(b"\x89PNG")
    deck.write_text(DECK.replace("What pulls the sea most?", f"Where is this? ![]({name})"))
    export(str(deck), "-o", "t.apkg")
    with collection() as anki:
        bring_in(anki, Path("t.apkg").read_bytes())
        assert [path.name for path in Path(anki.media.dir()).iterdir()] == ["café.png"]
        assert '<img src="café.png"' in anki.get_note(anki.find_notes("sea OR this")[0])["Stem"]


def test_no_medium_is_taken_from_outside_the_folder(deck: Path, tmp_path: Path) -> None:
    """A path that leads out of the deck's folder is refused."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    path = inner / "tides.yaml"
    path.write_text(DECK.replace("What pulls the sea most?", "What is ![](../secret.png)?"))
    with pytest.raises(QuizzerError, match="no medium"):
        export(str(path), "-o", "t.apkg")
