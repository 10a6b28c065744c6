"""`quizzer drill` as a command: what it says, what it refuses, how it ends."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.classroom.live.qr import half_blocks, svg
from tests.classroom.live.clients import Wire, host, player
from tests.classroom.live.serving import Process, process

DECK = "apollo-11"


def drill(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command to its end, which must be soon."""
    return subprocess.run(
        [sys.executable, "-m", "quizzer", "drill", *arguments],
        env=os.environ | {"QUIZZER_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "Name a deck, or give --resume alone"),
        ((DECK, "--resume"), 2, "Name a deck, or give --resume alone"),
        (("--resume",), 1, "no drill was left unfinished"),
        (("no-such-deck",), 1, "there is no such deck"),
        ((DECK, "--kinds", "nonsense"), 1, "no question fits"),
        ((DECK, "--teams", "One"), 2, "name at least two"),
        ((DECK, "--teams", "Red,Red"), 2, "name at least two"),
        ((DECK, "--extra-time", "Ida"), 2, "write Ida=1.5"),
        ((DECK, "--extra-time", "Ida=99"), 2, "write Ida=1.5"),
        ((DECK, "--ask", "flip"), 2, "cannot turn cards over"),
        ((DECK, "--time", "soon"), 2, "is no time"),
        ((DECK, "--mode", "chaos"), 2, "accuracy"),
        ((DECK, "--host", "203.0.113.9"), 1, "cannot listen there"),
    ],
)
def test_calls_that_cannot_be(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """One line says what is wrong; never a traceback."""
    done = drill(tmp_path, *arguments)
    assert done.returncode == code, done
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    """The one asked for must be free; otherwise the next free one is taken."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = drill(tmp_path, DECK, "--host", "127.0.0.1", "--port", port)
        assert done.returncode == 1
        assert "cannot listen there" in done.stderr
    with process(tmp_path, DECK) as one, process(tmp_path, DECK) as other_drill:
        assert one.port != other_drill.port


def test_a_drill_to_its_end(tmp_path: Path) -> None:
    """The ranking is printed, and there is nothing to resume."""

    async def play(run: Process) -> None:
        async with asyncio.timeout(60):
            ida = await player(run.port, run.code, "Ida")
            teacher = await host(run.port, run.secret)
            await teacher.do("next")
            await ida.phase("asking")
            await ida.answer(0, choice=[0])
            await teacher.do("finish")
            await ida.phase("podium")
            await teacher.do("end")
            await ida.closed()
            await teacher.closed()

    with process(tmp_path, DECK, "-n", "2", "--seed", "s", "--ask", "choice") as run:
        asyncio.run(play(run))
        assert run.child.wait(20) == 0
        assert run.child.stdout is not None
        said = run.child.stdout.read()
    assert re.search(r"1\. Ida: \d+ points", said)
    assert "1 player, 1 answer saved" in said
    assert drill(tmp_path, "--resume").returncode == 1


def test_ctrl_c_and_resume(tmp_path: Path) -> None:
    """Everything is saved, players are told to wait, and the host's open page stays the host's."""

    async def join(run: Process) -> tuple[Wire, Wire]:
        async with asyncio.timeout(60):
            ida = await player(run.port, run.code, "Ida")
            teacher = await host(run.port, run.secret)
            run.child.send_signal(signal.SIGINT)
            await ida.closed()
            await teacher.closed()
            return ida, teacher

    async def again(run: Process, ida: Wire, teacher: Wire) -> None:
        async with asyncio.timeout(60):
            async with Wire(run.port, "/play", ida.cookie) as back:
                assert (await back.phase("lobby"))["name"] == "Ida"
            async with Wire(run.port, "/host/play", teacher.cookie) as back:
                assert (await back.phase("lobby"))["locked"]
            await (await host(run.port, run.secret)).close()

    with process(tmp_path, DECK) as run:
        ida, teacher = asyncio.run(join(run))
        assert run.child.wait(20) == 130
        assert run.child.stdout is not None
        assert "quizzer drill --resume" in run.child.stdout.read()
    assert ida.byes[-1]["why"] == "stop"
    with process(tmp_path, "--resume", "--lock") as run:
        asyncio.run(again(run, ida, teacher))


def test_no_name_steers_the_terminal(tmp_path: Path) -> None:
    """Not one escape byte reaches it, whatever somebody calls themselves."""

    async def play(run: Process) -> None:
        async with asyncio.timeout(60):
            evil = await player(run.port, run.code, "\x1b]0;owned\x07Eve\x9b31m")
            teacher = await host(run.port, run.secret)
            await teacher.do("next")
            await teacher.do("finish")
            await teacher.do("end")
            await evil.closed()
            await teacher.closed()

    with process(tmp_path, DECK, "-n", "1") as run:
        asyncio.run(play(run))
        assert run.child.wait(20) == 0
        assert run.child.stdout is not None
        said = run.child.stdout.read()
    assert "Eve" in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)


def test_the_code_to_scan() -> None:
    """Both pictures hold the same squares, with light around them."""
    address = "http://192.168.1.20:8000/K7F3Q"
    lines = half_blocks(address).split("\n")
    assert len({len(line) for line in lines}) == 1
    assert lines[0] == "█" * len(lines[0])
    assert set("".join(lines)) == set("█▀▄ ")
    assert svg(address).startswith(b"<svg")
    assert b"script" not in svg(address)
