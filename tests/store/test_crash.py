"""Whatever ends the program, what it said is safe is there, once, and the file is sound."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.diagnostics import QuizzerError
from quizzer.store.store import Store
from tests.store.crash import Acknowledged, killed, verify
from tests.store.test_store import REVIEW, SITTING

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")


def survive(home: Path, kills: int) -> None:
    """Kills as often and looks after each time, at everything that was ever acknowledged."""
    chance = random.Random(kills)
    all_told = Acknowledged()
    for number in range(kills):
        told = killed(home, seed=number, seconds=chance.uniform(0, 0.12))
        assert told.refusals == []
        all_told.answers += told.answers
        all_told.undone += told.undone
        # A file that grows for ever would only slow the check of all that came before.
        if verify(home, all_told) > 3000:
            home = home.with_name(f"home-{number}")
            all_told = Acknowledged()
    assert all_told.answers or kills > 100


def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    """SIGKILL at random moments among answers, undoing, overruling, copies and rebuilding."""
    survive(tmp_path / "home", 20)


@pytest.mark.long
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    """The same, fifty times as long."""
    survive(tmp_path / "home", 1000)


def fill(home: Path, elsewhere: Path, rounds: int, largest: int | None) -> None:
    """Answers until the disk takes no more, with kills on the way; looks after each time."""
    chance = random.Random(rounds)
    refused = 0
    for number in range(rounds):
        here = home / str(number)
        told = killed(here, number, chance.choice([0.05, 0.3, 2.5]), largest)
        assert not any("crash" in words for words in told.refusals), told.refusals
        refused += len(told.refusals)
        for words in told.refusals:
            assert "disk" in words
            assert "not saved" in words
        # The looking itself needs room.
        shutil.copytree(here, elsewhere / str(number))
        verify(elsewhere / str(number), told)
        for path in sorted(here.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
    assert refused, "the disk never got full"


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path, tmp_path: Path) -> None:
    """A real disk of 512 kB."""
    fill(small_disk, tmp_path, 6, None)


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    """Where no disk can be mounted: the system refuses to let any file grow beyond 300 kB."""
    fill(tmp_path / "disk", tmp_path, 6, 300_000)


_ANSWER = """
import sys
from dataclasses import replace
from pathlib import Path
from quizzer.memory.settings import Settings
from quizzer.store.store import Store
from tests.store.test_store import REVIEW, SITTING
path, name = Path(sys.argv[1]), sys.argv[2]
sys.stdin.read()
with Store(path, lambda _: Settings()) as store:
    store.begin(replace(SITTING, id=name))
    for number in range(60):
        store.append(replace(REVIEW, id=f"{name}-{number}", session_id=name))
        if number % 10 == 0:
            store.undo(f"{name}-{number}", REVIEW.at)
"""


def test_programs_that_answer_at_once_all_keep_their_answers(tmp_path: Path) -> None:
    """Four processes and one file: each waits its turn, and nothing is lost or doubled."""
    path = tmp_path / "history.db"
    Store(path).close()
    root = Path(__file__).parents[2]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _ANSWER, str(path), f"p{number}"],
            stdin=subprocess.PIPE,
            cwd=root,
        )
        for number in range(4)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.close()
    assert [program.wait() for program in programs] == [0] * 4
    verify_all(path)


def verify_all(path: Path) -> None:
    """All 240 answers are there, 24 of them taken back."""
    with Store(path) as store:
        assert store.problems() == []
        assert store.count() == 240
        assert len(store.reviews()) == 216


def test_a_history_that_is_in_use_elsewhere_says_so(tmp_path: Path) -> None:
    """Somebody who holds the file for longer than anyone should wait is named."""
    path = tmp_path / "history.db"
    with Store(path) as store, Store(path) as other:
        store.read("PRAGMA busy_timeout = 1")
        with other.transaction(), pytest.raises(QuizzerError, match="another program"):
            store.begin(SITTING)
        store.begin(SITTING)
        store.append(REVIEW)
        assert store.reviews() == [REVIEW]
