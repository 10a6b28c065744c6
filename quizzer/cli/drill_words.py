"""What the terminal of a drill says: how to join, how it goes, how it ended."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from quizzer.cli.wording import counted, safe

if TYPE_CHECKING:
    from quizzer.classroom.live.model import Game
    from quizzer.classroom.live.room import Room
    from quizzer.classroom.live.serve import Hall

SHOWN = 10
"""Lines of the final ranking."""


def opening_lines(hall: "Hall", secret: str, *, with_picture: bool) -> Iterator[str]:
    """Where students join, and where the host steers."""
    from quizzer.classroom.live.addresses import url  # noqa: PLC0415
    from quizzer.classroom.live.qr import half_blocks  # noqa: PLC0415

    game, place = hall.game, hall.place
    port = hall.sockets[0].getsockname()[1]
    asked = counted(len(game.deck.questions), "question")
    yield f"{safe(game.deck.title)}: {asked}, {game.settings.mode}"
    if with_picture:
        yield half_blocks(place.join_url)
    yield f"Join:  {place.join_url}"
    yield f"Code:  {place.code}"
    yield f"Host:  {url('localhost', port, f'host/{secret}')}"
    if game.closed or game.players:
        yield f"Back with all their points: {counted(len(game.players), 'player')}."
    yield "Open the host's page on this machine and begin there. Ctrl-C leaves; all is saved."


def parting_lines(game: "Game", *, is_interrupted: bool) -> Iterator[str]:
    """The ranking, and how to go on."""
    from quizzer.classroom.live.standings import ranked  # noqa: PLC0415

    if is_interrupted:
        yield "Stopped; every answer is saved. Go on with: quizzer drill --resume"
        return
    if game.settings.has_ranking and game.closed:
        for one in ranked(game)[:SHOWN]:
            points = f"{one.total.points} points, {one.total.right} right"
            yield f"{one.place:3}. {safe(one.player.name)}: {points}"
    players = counted(len(game.players), "player")
    answers = counted(sum(len(given) for given in game.answers.values()), "answer")
    yield f"The drill is over: {players}, {answers} saved."


class Watcher:
    """Shows how the drill goes: a line that changes, or line after line where it can't."""

    def __init__(self, *, is_bare: bool):
        self._is_bare = is_bare
        self._said = ""

    def __call__(self, room: "Room") -> None:
        """Says where the drill stands, if that is news."""
        line = _state(room.game, with_counts=not self._is_bare)
        if room.trouble:
            line = f"NOT SAVED, trying again: {room.trouble}"
        if room.fault:
            click.echo(
                f"\nAn error of quizzer's own, please report it: {safe(room.fault)}", err=True
            )
            room.fault = ""
        if line == self._said:
            return
        self._said = line
        # On a terminal the line is written over the one before.
        click.echo(line if self._is_bare else f"\r\x1b[K{line}", nl=self._is_bare)

    def end(self) -> None:
        """Leaves the line that changes."""
        if not self._is_bare:
            click.echo()


def _state(game: "Game", *, with_counts: bool) -> str:
    from quizzer.classroom.live.views import host_view, shared_view  # noqa: PLC0415

    view = host_view(game, shared_view(game), 0)
    there = sum(not one.is_kicked for one in game.players.values())
    answered = f", {view['answered']} of {view['present']} answered" if with_counts else ""
    question = view["question"]
    number = f"Question {question['number']} of {question['total']}" if question else ""
    match view["phase"]:
        case "lobby":
            return f"Lobby: {counted(there, 'player')}."
        case "asking" | "waiting":
            return f"{number}{answered}."
        case "exam":
            return f"Exam{answered}."
        case "paused":
            return "Paused."
        case "revealed":
            return f"{number}: the answer is shown."
        case "standings":
            return "Standings."
        case _:
            return "Podium."
