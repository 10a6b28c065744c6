"""A player without a browser: addresses as people type them, and a whole game over plain lines."""

import asyncio
import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.live.client import Address, read_address
from quizzer.deck.write import write_deck
from quizzer.diagnostics import QuizzerError
from tests.classroom.live.clients import host
from tests.classroom.live.material import DECK
from tests.classroom.live.serving import Process, process


@pytest.mark.parametrize(
    ("typed", "base", "code"),
    [
        ("192.168.1.20:8000/K7F3Q", "http://192.168.1.20:8000", "K7F3Q"),
        ("http://192.168.1.20:8000/k7f3q", "http://192.168.1.20:8000", "K7F3Q"),
        ("localhost:8000", "http://localhost:8000", ""),
        (" laptop.local:8000/ ", "http://laptop.local:8000", ""),
        ("http://[fe80::1]:8000/K7F3Q", "http://[fe80::1]:8000", "K7F3Q"),
    ],
)
def test_an_address_is_read_as_the_screen_shows_it(typed: str, base: str, code: str) -> None:
    """With or without http, with or without the code."""
    assert read_address(typed) == Address(base, code)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_is_refused(typed: str) -> None:
    """Nothing but the one refusal comes of it."""
    with contextlib.suppress(QuizzerError):
        assert read_address(typed).base.startswith(("http://", "https://"))


def join(home: Path, drill: Process, *arguments: str) -> subprocess.Popen[str]:
    """`quizzer join` with lines for standard input."""
    address = f"127.0.0.1:{drill.port}/{drill.code}"
    return subprocess.Popen(
        [sys.executable, "-m", "quizzer", "join", address, *arguments],
        env=os.environ | {"QUIZZER_HOME": str(home), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def read_until(player: subprocess.Popen[str], words: str) -> str:
    """What a player printed, up to a line with these words."""
    assert player.stdout is not None
    told = ""
    while words not in told:
        line = player.stdout.readline()
        assert line, f"ended without {words!r}: {told}"
        told += line
    return told


def type_line(player: subprocess.Popen[str], line: str) -> None:
    """Types a line."""
    assert player.stdin is not None
    player.stdin.write(f"{line}\n")
    player.stdin.flush()


def test_a_terminal_plays_along_and_gets_its_seat_back(tmp_path: Path) -> None:
    """From the lobby to the end; a second start takes the same seat without asking for a name."""
    deck = tmp_path / "voyage.yaml"
    deck.write_text(write_deck(DECK), "utf-8")
    with process(tmp_path / "home", str(deck), "--seed", "1", "-n", "1", "--ask", "type") as drill:

        def do(*verbs: str) -> None:
            async def command() -> None:
                teacher = await host(drill.port, drill.secret)
                for verb in verbs:
                    assert (await teacher.do(verb))["t"] == "ack"
                await teacher.close()

            asyncio.run(command())

        first = join(tmp_path / "player", drill, "--name", "Ida")
        read_until(first, "You are in.")
        first.kill()
        first.communicate()
        player = join(tmp_path / "player", drill)
        read_until(player, "It begins when the teacher starts.")
        do("next")
        assert "?" in read_until(player, "Question 1 of 1")
        type_line(player, "Quillon")
        read_until(player, "Your answer is in.")
        read_until(player, "You have ")
        do("next", "next")
        read_until(player, "The end.")
        do("end")
        assert player.wait(20) == 0
        player.communicate()
        lines = subprocess.run(
            [sys.executable, "-m", "quizzer", "join", "nowhere:x"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert lines.returncode == 1
        assert "no address" in lines.stderr
