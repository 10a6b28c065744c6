"""Drills that are really served, in the test's own process or in one that can be killed."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from quizzer.classroom.live.addresses import listen
from quizzer.classroom.live.journal import Journal, settings_json
from quizzer.classroom.live.model import Game
from quizzer.classroom.live.room import Clock, Place, Room
from quizzer.classroom.live.serve import Hall, run
from quizzer.classroom.live.tokens import digest, new_id, new_token
from quizzer.classroom.records.model import Drill
from quizzer.classroom.records.records import FILE_NAME
from quizzer.cli import clock

CODE = "K7F3Q"
SECRET = "host-secret-for-tests"


@dataclass
class Moved:
    """A clock that runs by itself and can be moved forward."""

    ahead_ms: int = 0

    def ms(self) -> int:
        """Milliseconds."""
        return time.monotonic_ns() // 1_000_000 + self.ahead_ms


@dataclass(frozen=True)
class Served:
    """A drill that is being served."""

    room: Room
    port: int
    clock: Moved
    log: Path


@asynccontextmanager
async def served(game: Game, folder: Path, **drill: str) -> AsyncIterator[Served]:
    """Serves a game in this process until the block is left."""
    made = Drill(
        id=new_id(),
        code=CODE,
        deck=game.deck,
        passages=dict(game.passages),
        origin="live",
        mode=game.settings.mode,
        seed=game.settings.seed,
        settings=settings_json(game.settings, port=0),
        host_hash=digest(SECRET),
        started_at=clock.now(),
    )
    listener = listen("127.0.0.1", [0])
    port = listener.getsockname()[1]
    moved, stop = Moved(), asyncio.Event()
    rooms: asyncio.Queue[Room] = asyncio.Queue()
    hall = Hall(
        game=game,
        journal=Journal(replace(made, **drill)),
        place=Place(
            code=CODE,
            join_url=f"http://127.0.0.1:{port}/{CODE}",
            boot=new_id(),
            new_token=new_token,
            new_id=new_id,
            extra_time={"per": 2.0},
        ),
        clock=Clock(moved.ms, clock.now),
        log=folder / FILE_NAME,
        sockets=[listener],
        names=(),
        host_hashes=(digest(SECRET),),
    )
    serving = asyncio.create_task(run(hall, rooms.put_nowait, stop))
    room = await rooms.get()
    try:
        yield Served(room, port, moved, hall.log)
    finally:
        stop.set()
        await serving


@dataclass
class Process:
    """`quizzer drill` as a process of its own."""

    child: subprocess.Popen[str]
    port: int
    code: str
    secret: str

    def kill(self) -> None:
        """Ends it as a power failure would."""
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()


@contextmanager
def process(home: Path, *arguments: str) -> Iterator[Process]:
    """Starts `quizzer drill` with some arguments, and ends it with the block."""
    command = [sys.executable, "-m", "quizzer", "drill", "--plain", "--host", "127.0.0.1"]
    child = subprocess.Popen(
        [*command, *arguments],
        env=os.environ | {"QUIZZER_HOME": str(home), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert child.stdout is not None
    told = ""
    try:
        while "Ctrl-C" not in told:
            line = child.stdout.readline()
            assert line, f"ended early: {told}"
            told += line
        join = re.search(r"Join: +http://[^:]+:(\d+)/(\w+)", told)
        door = re.search(r"/host/(\S+)", told)
        assert join, told
        assert door, told
        yield Process(child, int(join.group(1)), join.group(2), door.group(1))
    finally:
        if child.poll() is None:
            child.send_signal(signal.SIGINT)
            child.wait(20)
        child.stdout.close()
