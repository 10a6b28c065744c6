"""Stores records in a thread of its own; whatever waits at the same time is one transaction.

That is what lets a thousand answers that come at once be on disk within a few milliseconds: one
wait for the disk instead of a thousand. Nothing is acknowledged before its transaction is done.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from quizzer.classroom.records.records import Records
from quizzer.classroom.records.statements import Record
from quizzer.diagnostics import QuizzerError

T = TypeVar("T")

RETRY_S = 1.0
"""Seconds until what could not be stored is tried again."""


class Committer:
    """One writer of the classroom's log; `trouble` says why nothing can be stored, if so."""

    def __init__(self, path: Path, retry_s: float = RETRY_S):
        self.trouble = ""
        self.on_trouble: Callable[[], None] = lambda: None
        self._retry_s = retry_s
        self._path = path
        self._is_closing = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="log")
        self._records: Records | None = None
        self._waiting: list[Record] = []
        self._batch = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Opens the log.

        Raises:
            QuizzerError: it cannot be used.
        """
        loop = asyncio.get_running_loop()
        self._records = await loop.run_in_executor(self._thread, Records, self._path)

    async def call(self, work: Callable[[Records], T]) -> T:
        """What `work` returns, done with the log in its thread.

        Raises:
            QuizzerError: the log cannot be used.
        """
        assert self._records is not None
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, work, self._records)

    async def store(self, records: Sequence[Record]) -> None:
        """Returns when `records`, and all given before them, are on disk."""
        if not records and self._writer is None:
            return
        self._waiting += records
        batch = self._batch
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        await batch.wait()

    async def close(self) -> None:
        """Stores what still waits, and lets go of the file.

        Raises:
            QuizzerError: it could not be stored; none of it was acknowledged.
        """
        self._is_closing = True
        try:
            if self._writer is not None:
                await self._writer
        finally:
            await self.call(lambda log: log.close())
            self._thread.shutdown()

    async def _write(self) -> None:
        while self._waiting:
            records, batch = self._waiting, self._batch
            self._waiting, self._batch = [], asyncio.Event()
            await self._save(records)
            batch.set()
        # Whoever had nothing to store waited for those before; these are done.
        self._batch.set()
        self._batch = asyncio.Event()
        self._writer = None

    async def _save(self, records: Sequence[Record]) -> None:
        while True:
            try:
                await self.call(lambda log: log.save(records))
            except QuizzerError as error:
                if self._is_closing:
                    raise
                # The answers stay in memory, unacknowledged, until there is room again.
                self._tell(str(error.diagnostics[0]))
                await asyncio.sleep(self._retry_s)
            else:
                self._tell("")
                return

    def _tell(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.on_trouble()
