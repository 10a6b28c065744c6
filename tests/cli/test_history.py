"""`quizzer history` and `suspend`: what became of questions, and a file that can be trusted."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.test_make import quizzer
from tests.cli.test_study import DECK


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """A folder with a deck whose two questions were answered."""
    (tmp_path / "colors.yaml").write_text(DECK)
    quizzer(tmp_path, "quiz", "colors.yaml", "--plain", "--seed", "1", data=b"1\n\n1\n\n")
    return tmp_path


def test_a_removed_question_is_an_orphan_until_it_is_renamed(answered: Path) -> None:
    """Its history is listed, goes to the new id when told so, and comes back with undo."""
    assert b"Every answered question" in quizzer(answered, "history", "orphans").stdout
    (answered / "colors.yaml").write_text(DECK.replace("id: sky", "id: heaven"))
    listed = quizzer(answered, "history", "orphans").stdout
    assert listed.startswith(b"d/sky: 1 answer, the last on 20")
    assert b"quizzer history rename DECK OLD NEW" in listed
    assert json.loads(quizzer(answered, "due", "--json").stdout)["d"]["new"] == 1
    assert b"goes along" in quizzer(answered, "history", "rename", "d", "sky", "heaven").stdout
    assert b"Every answered question" in quizzer(answered, "history", "orphans").stdout
    assert json.loads(quizzer(answered, "due", "--json").stdout)["d"]["new"] == 0
    quizzer(answered, "undo")
    assert b"d/sky" in quizzer(answered, "history", "orphans").stdout


def test_a_deck_with_a_new_id_keeps_its_history(answered: Path) -> None:
    """All its questions at once."""
    (answered / "colors.yaml").write_text(DECK.replace("id: d\n", "id: colors\n"))
    assert b"the deck is not here" in quizzer(answered, "history", "orphans").stdout
    done = quizzer(answered, "history", "rename", "d", "colors")
    assert b"d is colors now" in done.stdout
    assert json.loads(quizzer(answered, "due", "--json").stdout)["colors"]["new"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["d", "skye", "grass"], b"did you mean sky?"),
        (["d", "sky", "gras"], b"did you mean grass?"),
        (["e", "sky", "grass"], b"nothing of such a deck was answered"),
        (["d", "no way"], b"this is no id"),
    ],
)
def test_a_rename_that_cannot_be_meant_is_refused(
    answered: Path, words: list[str], said: bytes
) -> None:
    """One line, and nothing is written."""
    done = quizzer(answered, "history", "rename", *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_suspended_questions_rest_until_they_are_called_back(answered: Path) -> None:
    """They are in the list and not in study."""
    extra = "- {id: snow, stem: Which color is snow?, answer: white}\n"
    (answered / "colors.yaml").write_text(DECK + extra)
    assert json.loads(quizzer(answered, "due", "--json").stdout)["d"]["new"] == 1
    quizzer(answered, "suspend", "d/snow")
    assert quizzer(answered, "suspend").stdout == b"d/snow\n"
    assert json.loads(quizzer(answered, "due", "--json").stdout)["d"]["new"] == 0
    quizzer(answered, "suspend", "--end", "snow")
    assert b"No question is suspended" in quizzer(answered, "suspend").stdout
    assert json.loads(quizzer(answered, "due", "--json").stdout)["d"]["new"] == 1


def test_the_check_finds_what_was_damaged_and_a_backup_mends_it(answered: Path) -> None:
    """Overwritten in the middle; restoring brings the answers of the daily copy back."""
    assert b"2 answers, 0 decisions, all good." in quizzer(answered, "history", "check").stdout
    path = answered / "home" / "history.db"
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = os.urandom(len(data) - 8192)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.write_bytes(data)
    found = quizzer(answered, "history", "check")
    assert found.returncode == 1
    assert b"quizzer history restore" in found.stderr
    assert b"2 answers from" in quizzer(answered, "history", "restore").stdout
    assert b"2 answers, 0 decisions, all good." in quizzer(answered, "history", "check").stdout
    assert list((answered / "home").glob("history.db.aside-*"))


def test_restoring_tells_what_to_do_without_a_backup(tmp_path: Path) -> None:
    """And a damaged backup is passed over or refused."""
    done = quizzer(tmp_path, "history", "restore")
    assert (done.returncode, b"there is no backup" in done.stderr) == (1, True)
    (tmp_path / "bad.db").write_bytes(b"no database at all" * 99)
    done = quizzer(tmp_path, "history", "restore", "bad.db")
    assert (done.returncode, b"no history of quizzer" in done.stderr) == (1, True)


def test_the_day_has_one_copy(answered: Path) -> None:
    """It is made after the first sitting, not at the next."""
    folder = answered / "home" / "backups"
    (copy,) = folder.glob("daily-*.db")
    stamp = copy.stat().st_mtime_ns
    quizzer(answered, "quiz", "colors.yaml", "--plain", "-n", "1", data=b"1\n\n")
    assert [one.stat().st_mtime_ns for one in folder.glob("daily-*")] == [stamp]


def test_a_copy_that_fails_loses_no_answer(answered: Path) -> None:
    """The learner hears of it, and the score comes all the same."""
    folder = answered / "home" / "backups"
    shutil.rmtree(folder)
    folder.write_text("in the way")
    done = quizzer(answered, "quiz", "colors.yaml", "--plain", "-n", "1", data=b"1\n\n")
    assert done.returncode == 0
    assert b"The daily backup failed" in done.stderr
    assert b"points" in done.stdout
