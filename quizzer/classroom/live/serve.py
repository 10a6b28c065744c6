"""Runs a drill: the log is opened, the server listens, until the host ends it or it is stopped."""

import asyncio
import gc
import logging
import socket
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from quizzer.classroom.live.app import Drill, application
from quizzer.classroom.live.committer import Committer
from quizzer.classroom.live.journal import Journal
from quizzer.classroom.live.model import Game
from quizzer.classroom.live.patience import ImpatientProtocol
from quizzer.classroom.live.protocol import LARGEST
from quizzer.classroom.live.qr import svg
from quizzer.classroom.live.room import Clock, Place, Room

PING_S = 10.0
"""A connection that does not answer a ping for so long is dead."""

FILES_WANTED = 4096
"""Open files that a thousand players and their pages need; some systems give 256."""

_LAST_WORDS_S = 0.3
_WATCH_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """What a drill is run with."""

    game: Game
    journal: Journal
    place: Place
    clock: Clock
    log: Path
    sockets: Sequence[socket.socket]
    names: tuple[str, ...]
    host_hashes: tuple[str, ...]


async def run(hall: Hall, watch: Callable[[Room], None], stop: asyncio.Event) -> Room:
    """Serves until the drill is over or `stop` is set; `watch` is called to show how it goes.

    When it is stopped, everything is stored, and the players are told to wait.

    Raises:
        QuizzerError: the log cannot be used, or could not be written to until the end.
    """
    committer = Committer(hall.log)
    await committer.open()
    try:
        await committer.call(lambda log: log.save([hall.journal.drill]))
        room = Room(hall.game, hall.journal, hall.place, hall.clock, committer)
        drill = Drill(room, hall.host_hashes, svg(hall.place.join_url))
        server = _Server(_config(drill, hall.names))
        with _faults_to(room):
            await _serve(server, room, hall, watch, stop)
    finally:
        await committer.close()
    return room


async def _serve(
    server: uvicorn.Server,
    room: Room,
    hall: Hall,
    watch: Callable[[Room], None],
    stop: asyncio.Event,
) -> None:
    # A group, so that a clock that breaks ends the drill instead of standing still unnoticed.
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(room.keep_time()),
            group.create_task(_watch(room, watch)),
            group.create_task(_exit_when(room.is_over, server)),
            group.create_task(_exit_when(stop, server, room)),
        ]
        await server.serve(sockets=list(hall.sockets))
        for task in tasks:
            task.cancel()


@contextmanager
def _faults_to(room: Room) -> Iterator[None]:
    """Shows the host an error of ours in the server's code, which answers with status 500."""
    handler = _Faults(room)
    logger = logging.getLogger("uvicorn.error")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Faults(logging.Handler):
    def __init__(self, room: Room):
        super().__init__(logging.ERROR)
        self._room = room

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps what went wrong; what a broken client sends is not our error."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and not isinstance(error, UnicodeError):
            trace = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(trace.filename).name}:{trace.lineno}"
            self._room.fault = f"{type(error).__name__} at {where}: {error}"


class _Server(uvicorn.Server):
    """Leaves signals to whoever started it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures none."""
        yield


def _config(drill: Drill, names: tuple[str, ...]) -> uvicorn.Config:
    return uvicorn.Config(
        application(drill, names),
        loop="asyncio",
        http=ImpatientProtocol,
        ws="websockets-sansio",
        ws_max_size=LARGEST,
        ws_ping_interval=PING_S,
        ws_ping_timeout=PING_S,
        # Compression would cost 40 kB a connection and hardly shorten such small messages.
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=16_384,
    )


async def _watch(room: Room, watch: Callable[[Room], None]) -> None:
    while True:
        watch(room)
        await asyncio.sleep(_WATCH_S)


async def _exit_when(
    event: asyncio.Event, server: uvicorn.Server, room: Room | None = None
) -> None:
    await event.wait()
    if room is not None:
        room.dismiss("stop")
    # Time for the goodbye to reach the phones.
    await asyncio.sleep(_LAST_WORDS_S)
    server.should_exit = True


def prepare_interpreter() -> None:
    """Makes Python fit for a server in which a thousand things happen at once.

    A thread that stores answers gets its turn after 0.5 ms instead of 5, since storing needs a
    dozen turns; and the search for unreachable cycles, of which hardly any are made, no longer
    goes through everything that was loaded, nor in the middle of a volley of answers.
    """
    sys.setswitchinterval(0.0005)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def raise_file_limit() -> int | None:
    """Asks the system for enough open files; how many there may be now, None where unknown."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(FILES_WANTED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
