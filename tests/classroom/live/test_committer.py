"""What waits at the same time is stored together, and nothing is acknowledged before."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizzer.classroom.live.committer import Committer
from quizzer.classroom.records.model import Student
from quizzer.classroom.records.records import Records
from quizzer.diagnostics import QuizzerError
from tests.classroom.records.test_records import ANSWER, ASKED, DRILL, IDA, SEAT


class Counted(Committer):
    """Counts transactions, and can be told to fail."""

    def __init__(self, path: Path):
        super().__init__(path, retry_s=0.01)
        self.transactions = 0
        self.failures = 0

    async def call(self, work: Any) -> Any:
        """As it is, or as with a full disk."""
        self.transactions += 1
        if self.failures:
            self.failures -= 1
            raise QuizzerError.at("classroom.sqlite3", "the disk is full", "make room", "S105")
        return await super().call(work)


def test_a_hundred_at_once_are_few_transactions(tmp_path: Path) -> None:
    """And all are on disk when the waiting is over."""
    path = tmp_path / "log.sqlite3"

    async def store() -> int:
        committer = Counted(path)
        await committer.open()
        await committer.store([DRILL, ASKED])
        pupils = [Student(id=f"s{n}", class_name="7b", name=f"S{n}") for n in range(100)]
        await committer.store([*pupils, *(replace(SEAT, student_id=one.id) for one in pupils)])
        before = committer.transactions
        await asyncio.gather(
            *(committer.store([replace(ANSWER, student_id=one.id)]) for one in pupils)
        )
        used = committer.transactions - before
        with Records(path) as records:
            assert len(records.answers("d1")) == 100
        await committer.close()
        return used

    assert asyncio.run(store()) <= 2


def test_a_full_disk_holds_the_acknowledgement_until_there_is_room(tmp_path: Path) -> None:
    """Nothing is lost, nothing is acknowledged early, and the host is told."""

    async def store() -> list[str]:
        told: list[str] = []
        committer = Counted(tmp_path / "log.sqlite3")
        committer.on_trouble = lambda: told.append(committer.trouble)
        await committer.open()
        committer.failures = 3
        await committer.store([DRILL])
        assert committer.failures == 0
        with Records(tmp_path / "log.sqlite3") as records:
            assert records.drills() == [DRILL]
        await committer.close()
        return told

    full, clear = asyncio.run(store())
    assert "disk is full" in full
    assert clear == ""


def test_who_has_nothing_to_store_waits_for_what_was_before(tmp_path: Path) -> None:
    """An answer that is sent again is acknowledged when the first one is on disk."""

    async def store() -> None:
        committer = Committer(tmp_path / "log.sqlite3")
        await committer.open()
        await committer.store([])
        first = asyncio.create_task(committer.store([DRILL, IDA]))
        await asyncio.sleep(0)
        await committer.store([])
        assert first.done()
        await committer.close()

    asyncio.run(store())


def test_closing_with_a_full_disk_says_so(tmp_path: Path) -> None:
    """The program ends, with an error instead of for ever."""

    async def store() -> None:
        committer = Counted(tmp_path / "log.sqlite3")
        await committer.open()
        committer.failures = 1
        waiting = asyncio.create_task(committer.store([DRILL]))
        await asyncio.sleep(0)
        try:
            await committer.close()
        finally:
            assert not waiting.done()
            waiting.cancel()

    with pytest.raises(QuizzerError, match="disk is full"):
        asyncio.run(store())


def test_a_real_full_disk(small_disk: Path) -> None:
    """Records that do not fit are refused with a remedy, and what fitted is there."""

    stored: list[str] = []

    async def fill() -> None:
        committer = Committer(small_disk / "log.sqlite3")
        await committer.open()
        await committer.call(lambda log: log.save([DRILL]))
        try:
            for number in range(2000):
                student = Student(id=f"s{number}", class_name="7b", name=f"{number} {'x' * 2000}")
                await committer.call(lambda log, one=student: log.save([one]))
                stored.append(student.id)
        finally:
            await committer.close()

    with pytest.raises(QuizzerError, match="disk is full"):
        asyncio.run(fill())
    assert len(stored) > 10
