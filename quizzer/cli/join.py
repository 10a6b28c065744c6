"""`quizzer join`: a player of a drill on a terminal, line by line."""

import json
import queue
import sys
import threading
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from quizzer.classroom.live.client import Client

_END = None
"""What the reader of lines sends when there are no more."""


@click.command()
@click.argument("address")
@click.option("--name", help="Your name; asked for when left out.")
@click.option("--team", default="", help="Your team, where there are teams.")
def join(address: str, name: str | None, team: str) -> int:
    """Take part in a drill from a terminal.

    ADDRESS is what the teacher's screen shows. Answer with a letter (A), several letters (ACD, an
    order in that order, for pairs one letter each), or the words that are asked for. Joining again
    from the same device gives the same seat back.
    """
    from quizzer.classroom.live.client import Client, read_address  # noqa: PLC0415 - help is light

    where = read_address(address)
    code = where.code or click.prompt("Code").strip().upper()
    seats = _Seats()
    client = Client(where.base, seats.cookie(where.base, code))
    if not client.cookie or client.view() is None:
        client = Client(where.base)
        while why := client.join(code, name or click.prompt("Your name"), team):
            click.echo(why.say)
            if name or why.why not in ("name", "taken"):
                return 1
        seats.keep(where.base, code, client.cookie)
    click.echo("You are in. Ctrl-C leaves; the same command brings you back.")
    return _Play(client).run()


class _Seats:
    """The seats that this device has, in a file, so that they survive the program."""

    def __init__(self) -> None:
        from quizzer.cli.home import home  # noqa: PLC0415 - help is light

        self._path = home() / "seats.json"
        try:
            self._all: dict[str, str] = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            self._all = {}

    def cookie(self, base: str, code: str) -> str:
        """What was kept for a drill, or ""."""
        return self._all.get(f"{base}/{code}", "")

    def keep(self, base: str, code: str, cookie: str) -> None:
        """Keeps a seat; only its owner may read the file."""
        self._all[f"{base}/{code}"] = cookie
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        self._path.write_text(json.dumps(self._all), "utf-8")


class _Play:
    """Waits for two things at once: what the server shows, and the lines of the player."""

    def __init__(self, client: "Client"):
        self._client = client
        self._events: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._view: dict[str, Any] = {}
        self._sent = 0
        self._told = ""

    def run(self) -> int:
        """Plays until the drill ends or the lines do; returns the exit code."""
        for work in (self._watch, self._read):
            threading.Thread(target=work, daemon=True).start()
        while True:
            kind, value = self._events.get()
            if kind == "line" and value is _END:
                return 0
            if kind == "line":
                self._answer(value)
            elif kind == "trouble" and self._view.get("phase") == "podium":
                click.echo("The drill is over. Thank you for taking part.")
                return 0
            elif kind == "trouble":
                click.echo(value, err=True)
            elif value is None or value.get("t") == "bye":
                click.echo((value or {}).get("say", "Your seat is gone; join again."))
                return 0
            else:
                self._view = value
                self._tell()

    def _watch(self) -> None:
        from time import sleep  # noqa: PLC0415 - only where one plays

        from quizzer.diagnostics import QuizzerError  # noqa: PLC0415

        is_lost = False
        while True:
            try:
                view = self._client.view()
            except QuizzerError as error:
                if not is_lost:
                    self._events.put(("trouble", f"{error.diagnostics[0].message}; trying again"))
                is_lost = True
                sleep(1)
                continue
            is_lost = False
            self._events.put(("view", view))
            if view is None or view.get("t") == "bye":
                return

    def _read(self) -> None:
        for line in sys.stdin:
            self._events.put(("line", line.strip()))
        self._events.put(("line", _END))

    def _tell(self) -> None:
        from quizzer.cli.join_words import told  # noqa: PLC0415 - help is light

        words = told(self._view)
        if words != self._told:
            self._told = words
            click.echo(f"\n{words}")

    def _answer(self, line: str) -> None:
        from quizzer.cli.join_words import expected, given  # noqa: PLC0415 - help is light

        question = self._view.get("question")
        if self._view.get("phase") == "exam":
            number, _, line = line.partition(" ")
            found = [one for one in self._view["questions"] if str(one["number"]) == number]
            question = found[0] if found else None
        elif self._view.get("phase") != "asking" or self._view.get("given"):
            click.echo("There is nothing to answer now.")
            return
        answer = given(question, line) if question else None
        if question is None or answer is None:
            click.echo(expected(question))
            return
        self._sent += 1
        self._send(question["position"], answer)

    def _send(self, position: int, answer: dict[str, Any]) -> None:
        from quizzer.diagnostics import QuizzerError  # noqa: PLC0415 - help is light

        try:
            reply = self._client.answer(self._sent, position, answer)
        except QuizzerError as error:
            click.echo(f"{error.diagnostics[0].message}; type the answer again", err=True)
            return
        click.echo("Your answer is in." if reply.get("t") == "ack" else reply.get("say", ""))
