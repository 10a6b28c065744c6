"""Loads a live drill: everybody answers every question at the same moment.

The server is `quizzer drill` in a process of its own; the players are this process, on the same
machine, each from a loopback address of its own. Beside it, as the limit, the same clients talk to
a bare echo server: the same web server and sockets, no game, no log. Two drills on one log run at
the same time, too. Prints a table; exits with 1 when a bar is missed or an answer is lost.

    python tests/bench/bench_drill.py            30, 100, 300 and 1,000 players
    python tests/bench/bench_drill.py --smoke    20 players, seconds
"""

import argparse
import asyncio
import base64
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizzer.classroom.live.serve import raise_file_limit
from quizzer.classroom.records.records import FILE_NAME, Records
from tests.classroom.live.clients import Wire, host, seat
from tests.classroom.live.serving import Process, process

ECHO = """
import asyncio, sys, uvicorn
async def app(scope, receive, send):
    assert (await receive())["type"] == "websocket.connect"
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message["text"]})
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), http="h11", ws="websockets-sansio",
            ws_per_message_deflate=False, lifespan="off", log_level="critical", loop="asyncio",
            ws_ping_interval=None, backlog=2048)
"""
BARS_MS = {300: 60.0, 1000: 150.0}
"""Acknowledged within so many milliseconds at the 99th percentile."""

MOST_MB = 120.0
QUESTIONS = 8


class Lean(asyncio.Protocol):
    """A WebSocket client that costs next to nothing: one whole text frame out, frames in."""

    def __init__(self) -> None:
        self.upgraded = asyncio.get_running_loop().create_future()
        self.on_text: Callable[[bytes, float], None] = lambda text, at: None
        self.buffer = b""
        self.transport: asyncio.Transport | None = None

    @classmethod
    async def open(cls, port: int, path: str, cookie: str, source: str) -> "Lean":
        """Connects and upgrades."""
        loop = asyncio.get_running_loop()
        _, made = await loop.create_connection(cls, "127.0.0.1", port, local_addr=(source, 0))
        key = base64.b64encode(os.urandom(16)).decode()
        made.transport.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            f"Cookie: {cookie}\r\n\r\n".encode()
        )
        await made.upgraded
        return made

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        if not self.upgraded.done():
            self.upgraded.set_exception(ConnectionError("refused"))

    def data_received(self, data: bytes) -> None:
        at = time.perf_counter()
        self.buffer += data
        if not self.upgraded.done():
            head, end, rest = self.buffer.partition(b"\r\n\r\n")
            if not end:
                return
            assert b" 101 " in head.split(b"\r\n")[0], head
            self.buffer = rest
            self.upgraded.set_result(None)
        while (size := self._frame_size()) is not None:
            start, end_ = size
            kind, payload = self.buffer[0] & 15, self.buffer[start:end_]
            self.buffer = self.buffer[end_:]
            if kind == 1:
                self.on_text(payload, at)
            elif kind == 9:
                self._send(10, payload)

    def _frame_size(self) -> tuple[int, int] | None:
        buffer = self.buffer
        if len(buffer) < 2:
            return None
        length, start = buffer[1] & 127, 2
        if length == 126:
            start, length = 4, int.from_bytes(buffer[2:4], "big")
        elif length == 127:
            start, length = 10, int.from_bytes(buffer[2:10], "big")
        return (start, start + length) if len(buffer) >= start + length else None

    def text(self, message: str) -> None:
        """Sends a short text."""
        self._send(1, message.encode())

    def _send(self, kind: int, data: bytes) -> None:
        assert self.transport is not None
        assert len(data) < 126
        # A mask of zeros is a mask, and leaves the bytes as they are.
        self.transport.write(bytes((0x80 | kind, 0x80 | len(data))) + bytes(4) + data)

    def close(self) -> None:
        """Leaves."""
        assert self.transport is not None
        self.transport.abort()


@dataclass
class Measured:
    """Milliseconds until each reply, until the question was there, and what was used."""

    replies: list[float] = field(default_factory=list)
    reached: list[float] = field(default_factory=list)
    joined_s: float = 0.0
    memory_mb: float = 0.0
    cpu_ms: float = 0.0
    stored: int = 0
    is_mixed: bool = False


def percentile(values: Iterable[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def source_of(number: int) -> str:
    """A loopback address for each player."""
    return f"127.1.{number // 250}.{1 + number % 250}"


async def echo_round(players: int, rounds: int) -> Measured:
    """The limit: the same clients, the same messages, a server that only sends them back."""
    port = 18_741
    child = subprocess.Popen([sys.executable, "-c", ECHO, str(port)])
    try:
        measured = Measured()
        clients = await _connect_echo(port, players)
        for number in range(rounds):
            with _cpu(child.pid, measured):
                await _volley(clients, lambda nth, n=number: answer_text(n, 0), measured.replies)
        measured.memory_mb = memory_of(child.pid)
        for client in clients:
            client.close()
        return measured
    finally:
        child.kill()
        child.wait()


async def _connect_echo(port: int, players: int) -> list[Lean]:
    for _ in range(200):
        try:
            first = await Lean.open(port, "/", "", "127.0.0.1")
            first.close()
            break
        except OSError:
            await asyncio.sleep(0.05)
    return [await Lean.open(port, "/", "", source_of(number)) for number in range(players)]


async def _volley(clients: list[Lean], text: Callable[[int], str], into: list[float]) -> None:
    """All send at once; returns when all have their reply."""
    loop = asyncio.get_running_loop()
    done, left = loop.create_future(), len(clients)
    sent = [0.0] * len(clients)

    def listener(nth: int) -> Callable[[bytes, float], None]:
        def on_text(payload: bytes, at: float) -> None:
            nonlocal left
            if b'"view"' in payload:
                return
            assert b'"refused"' not in payload, payload
            into.append((at - sent[nth]) * 1000)
            left -= 1
            if not left:
                done.set_result(None)

        return on_text

    for nth, client in enumerate(clients):
        client.on_text = listener(nth)
    for nth, client in enumerate(clients):
        sent[nth] = time.perf_counter()
        client.text(text(nth))
    await done


def answer_text(position: int, choice: int) -> str:
    """An answer as it goes over the wire."""
    return json.dumps({"t": "answer", "id": position + 1, "position": position, "choice": [choice]})


async def drill_game(drill: Process, players: int, measured: Measured, name: str) -> None:
    """A whole game over the real server."""
    began = time.perf_counter()
    cookies = await asyncio.gather(
        *(
            seat(drill.port, drill.code, f"{name}{nth}", source=source_of(nth))
            for nth in range(players)
        )
    )
    clients = await asyncio.gather(
        *(
            Lean.open(drill.port, "/play", cookie, source_of(nth))
            for nth, cookie in enumerate(cookies)
        )
    )
    measured.joined_s = time.perf_counter() - began
    teacher = await host(drill.port, drill.secret)
    for position in range(QUESTIONS):
        await _question(clients, teacher, drill.child.pid, position, measured)
    await teacher.do("finish")
    measured.memory_mb = memory_of(drill.child.pid)
    for client in clients:
        client.close()
    await teacher.do("end")
    await teacher.closed()


async def _question(
    clients: list[Lean], teacher: Wire, pid: int, position: int, measured: Measured
) -> None:
    there, left = asyncio.get_running_loop().create_future(), len(clients)
    marker = f'"position":{position},'.encode()

    def on_text(payload: bytes, at: float) -> None:
        nonlocal left
        if b'"phase":"asking"' in payload and marker in payload:
            measured.reached.append((at - asked_at) * 1000)
            left -= 1
            if not left:
                there.set_result(None)

    for client in clients:
        client.on_text = on_text
    asked_at = time.perf_counter()
    await teacher.do("next")
    await there
    with _cpu(pid, measured):
        await _volley(clients, lambda nth: answer_text(position, nth % 2), measured.replies)
    await teacher.until(
        lambda view: view["phase"] == "revealed" and view["question"]["position"] == position
    )


@contextlib.contextmanager
def _cpu(pid: int, measured: Measured) -> Iterator[None]:
    """Counts the processor time that a process uses for a volley of answers."""
    before = _ticks(pid)
    yield
    measured.cpu_ms += (_ticks(pid) - before) * 1000 / os.sysconf("SC_CLK_TCK") / QUESTIONS


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def memory_of(pid: int) -> float:
    """The most memory a process has had, in MB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def write_deck(folder: Path) -> Path:
    """A deck of choices."""
    lines = ["format: 1", "id: load", "title: A deck for measuring", "questions:"]
    for number in range(QUESTIONS):
        lines += [
            f"- id: q{number}",
            f"  stem: Which of these belongs to question {number}, and to no other one?",
            f"  answer: Answer {number}",
            f"  distractors: [First {number}, Second {number}, Third {number}]",
        ]
    path = folder / "load.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


async def play(home: Path, deck: Path, players: int, games: int = 1) -> list[Measured]:
    """So many games at once on one log, each with so many players; then the log is counted."""
    measured = [Measured() for _ in range(games)]
    with contextlib.ExitStack() as stack:
        drills = [
            stack.enter_context(process(home, str(deck), "--no-ranking")) for _ in range(games)
        ]
        await asyncio.gather(
            *(
                drill_game(drill, players, one, f"P{nth}-")
                for nth, (drill, one) in enumerate(zip(drills, measured, strict=True))
            )
        )
        codes = [drill.code for drill in drills]
    with Records(home / FILE_NAME) as records:
        by_code = {drill.code: drill.id for drill in records.drills()}
        for nth, (code, one) in enumerate(zip(codes, measured, strict=True)):
            one.stored = len(records.answers(by_code[code]))
            names = {student.name for student in records.students(by_code[code]).values()}
            one.is_mixed = any(not name.startswith(f"P{nth}-") for name in names)
    return measured


def row(name: str, players: int, one: Measured) -> str:
    """A line of the table."""
    figures = [f"{percentile(one.replies, share):8.1f}" for share in (0.5, 0.95, 0.99, 1.0)]
    reached = f"{percentile(one.reached, 0.99):10.1f}" if one.reached else " " * 10
    kept = f"{one.stored} of {len(one.replies)}" if one.stored else ""
    return (
        f"{name:<10}{players:>8}{''.join(figures)}{reached}{one.joined_s:8.2f}"
        f"{one.cpu_ms:8.1f}{one.memory_mb:8.1f}  {kept}"
    )


def faults(players: int, one: Measured) -> list[str]:
    """Which bars were missed."""
    found = []
    bar = BARS_MS.get(players)
    if bar is not None and percentile(one.replies, 0.99) > bar:
        found.append(f"{players} players: acknowledged in more than {bar:g} ms at p99")
    if one.memory_mb > MOST_MB:
        found.append(f"{players} players: {one.memory_mb:.0f} MB of memory")
    if not one.stored == len(one.replies) == players * QUESTIONS:
        found.append(f"{players} players: {one.stored} answers stored, {len(one.replies)} told")
    if one.is_mixed:
        found.append(f"{players} players: two drills have mixed")
    return found


def main() -> int:
    """Runs it all; the exit code."""
    parser = argparse.ArgumentParser(description="Loads a live drill.")
    parser.add_argument("--smoke", action="store_true", help="20 players, in seconds")
    parser.add_argument("--players", type=int, nargs="+", default=[30, 100, 300, 1000])
    chosen = parser.parse_args()
    sizes = (20,) if chosen.smoke else tuple(chosen.players)
    raise_file_limit()
    print(f"{'':<10}{'players':>8}{'p50 ms':>8}{'p95':>8}{'p99':>8}{'max':>8}", end="")
    print(f"{'asked p99':>10}{'join s':>8}{'CPU ms':>8}{'MB':>8}  stored")
    found = []
    for players in sizes:
        print(row("bare echo", players, asyncio.run(echo_round(players, QUESTIONS))), flush=True)
        with tempfile.TemporaryDirectory() as folder:
            deck = write_deck(Path(folder))
            (one,) = asyncio.run(play(Path(folder), deck, players))
        print(row("drill", players, one), flush=True)
        found += faults(players, one)
    with tempfile.TemporaryDirectory() as folder:
        both = asyncio.run(play(Path(folder), write_deck(Path(folder)), sizes[-1] // 5, 2))
    for one in both:
        print(row("two drills", sizes[-1] // 5, one), flush=True)
        found += faults(sizes[-1] // 5, one)
    for line in found:
        print(f"MISSED: {line}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
