"""Somebody at a real pseudo-terminal, who sees a screen and presses keys."""

import os
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from quizzer.store.store import Store

UNSET = ("NO_COLOR", "ACCESSIBLE", "VISUAL", "EDITOR", "COLUMNS", "LINES", "LANG", "LC_ALL")


class Person:
    """One person in a folder of their own, with an empty history there."""

    def __init__(self, folder: Path, *, columns: int = 80, rows: int = 24):
        self.folder = folder
        self.columns, self.rows = columns, rows
        self.raw = ""
        self.child: pexpect.spawn[str]

    def sits_down(self, *arguments: str, **variables: str) -> None:
        """Starts the program."""
        self.starts([sys.executable, "-m", "quizzer", *arguments], **variables)

    def starts(self, command: Sequence[str], **variables: str) -> None:
        """Starts any program in the window."""
        environment = {name: text for name, text in os.environ.items() if name not in UNSET}
        environment |= {
            "QUIZZER_HOME": str(self.folder / "home"),
            "TERM": "xterm-256color",
            "PYTHONUTF8": "1",
        }
        self.screen = pyte.Screen(self.columns, self.rows)
        self.stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=str(self.folder),
            env=environment | variables,
            dimensions=(self.rows, self.columns),
            encoding="utf-8",
        )
        self.modes = self.terminal_modes()

    def terminal_modes(self) -> list[Any]:
        """How the terminal is set, as `stty` would tell."""
        return termios.tcgetattr(self.child.child_fd)

    @property
    def shown(self) -> str:
        """The whole screen."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def sees(self, *texts: str) -> str:
        """Looks until one of the texts stands on the screen, line ends aside; gives the screen."""
        while not any(text in " ".join(self.shown.split()) for text in texts):
            try:
                self._read(20)
            except (pexpect.EOF, pexpect.TIMEOUT):
                pytest.fail(f"none of {texts} came; the screen:\n{self.shown}")
        return self.shown

    def looks_until(self, is_there: Callable[[str], bool]) -> str:
        """Looks until the screen is as wanted, or for as long as anything can take."""
        while not is_there(self.shown):
            try:
                self._read(10)
            except (pexpect.EOF, pexpect.TIMEOUT):
                break
        return self.shown

    def looks_again(self) -> str:
        """The screen once what is under way has arrived."""
        try:
            while True:
                self._read(0.05)
        except (pexpect.EOF, pexpect.TIMEOUT):
            return self.shown

    def _read(self, timeout: float) -> None:
        part = self.child.read_nonblocking(4096, timeout=timeout)
        self.raw += part
        self.stream.feed(part)

    def presses(self, keys: str) -> None:
        """Sends keys."""
        self.child.send(keys)

    def leaves(self) -> int | None:
        """Reads to the end and gives the exit code; `modes_left` is how the terminal is then."""
        try:
            while True:
                self._read(30)
        except pexpect.EOF:
            pass
        self.modes_left = self.terminal_modes()
        self.child.close()
        code: int | None = self.child.exitstatus
        return code

    def answers(self) -> list[str]:
        """What the log holds."""
        with Store(self.folder / "home" / "history.db") as store:
            return [review.response for review in store.reviews()]

    def goes(self) -> None:
        """Ends whatever still runs."""
        if hasattr(self, "child"):
            self.child.close(force=True)
