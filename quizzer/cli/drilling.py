"""From a deck and options to a drill that runs: what `quizzer drill` does once it is called."""

import asyncio
import json
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli import clock
from quizzer.cli.drill_words import Watcher, opening_lines, parting_lines
from quizzer.cli.home import home
from quizzer.cli.output import is_plain
from quizzer.cli.sources import parse_kinds
from quizzer.diagnostics import QuizzerError
from quizzer.extras import require

if TYPE_CHECKING:
    import socket

    from quizzer.classroom.live.journal import Journal
    from quizzer.classroom.live.model import Game
    from quizzer.classroom.live.room import Room
    from quizzer.classroom.live.serve import Hall

INTERRUPTED = 130
FIRST_PORT = 8000
RACE_LIMIT_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the options ask for; without a deck, the drill that was left goes on."""

    deck: Path | None
    count: int | None
    kinds: str | None
    seed: str | None
    mode: str
    modes: tuple[str, ...]
    limit_ms: int | None
    teams: tuple[str, ...]
    class_name: str
    has_ranking: bool
    has_streaks: bool
    extra_time: Mapping[str, float]
    is_locked: bool
    host: str
    port: int | None


def drill_class(wish: Wish, *, plain: bool) -> int:
    """Runs the drill until its end; returns the exit code.

    Raises:
        QuizzerError: the extra is missing, the deck cannot be used, there is nothing to resume,
            no port is free.
    """
    for module in ("starlette", "uvicorn", "websockets", "segno"):
        require(module, "classroom", "quizzer drill", "a live drill", "L101")
    from quizzer.classroom.live.serve import prepare_interpreter, raise_file_limit  # noqa: PLC0415

    raise_file_limit()
    hall, secret = _hall(wish)
    prepare_interpreter()
    is_bare = is_plain(plain)
    for line in opening_lines(hall, secret, with_picture=not is_bare):
        click.echo(line)
    watcher = Watcher(is_bare=is_bare)
    room, is_interrupted = asyncio.run(_run(hall, watcher))
    watcher.end()
    for line in parting_lines(room.game, is_interrupted=is_interrupted):
        click.echo(line)
    return INTERRUPTED if is_interrupted else 0


async def _run(hall: "Hall", watcher: Watcher) -> "tuple[Room, bool]":
    from quizzer.classroom.live.serve import run  # noqa: PLC0415

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows knows no such handlers; there Ctrl-C reaches the loop as an exception.
        if hasattr(signal, "SIGHUP"):
            loop.add_signal_handler(number, stop.set)
    room = await run(hall, watcher, stop)
    return room, stop.is_set()


def _hall(wish: Wish) -> "tuple[Hall, str]":
    from quizzer.classroom.live.addresses import lan_address, machine_names, url  # noqa: PLC0415
    from quizzer.classroom.live.room import Clock, Place  # noqa: PLC0415
    from quizzer.classroom.live.serve import Hall  # noqa: PLC0415
    from quizzer.classroom.live.tokens import digest, new_id, new_token  # noqa: PLC0415
    from quizzer.classroom.records.model import folded_name  # noqa: PLC0415
    from quizzer.classroom.records.records import FILE_NAME  # noqa: PLC0415

    log = home() / FILE_NAME
    secret = new_token()
    if wish.deck is None:
        game, journal, listener = _left(log, wish)
    else:
        game, journal, listener = _new(wish.deck, wish, digest(secret))
    port = listener.getsockname()[1]
    shown = lan_address() if wish.host in ("0.0.0.0", "::") else wish.host
    place = Place(
        code=journal.drill.code,
        join_url=url(shown, port, journal.drill.code),
        boot=new_id(),
        new_token=new_token,
        new_id=new_id,
        extra_time={folded_name(name): factor for name, factor in wish.extra_time.items()},
    )
    hall = Hall(
        game=replace(game, is_locked=wish.is_locked),
        journal=journal,
        place=place,
        clock=Clock(clock.elapsed_ms, clock.now),
        log=log,
        sockets=[listener],
        names=machine_names(),
        # After a restart the secret in the terminal is new; the open host's page keeps its own.
        host_hashes=(journal.drill.host_hash, digest(secret)),
    )
    return hall, secret


def _new(path: Path, wish: Wish, host_hash: str) -> "tuple[Game, Journal, socket.socket]":
    from quizzer.classroom.live.addresses import PORTS_TRIED, listen  # noqa: PLC0415
    from quizzer.classroom.live.journal import Journal, settings_json  # noqa: PLC0415
    from quizzer.classroom.live.model import DrillMode, Settings  # noqa: PLC0415
    from quizzer.classroom.live.plan import drawn_deck, new_game  # noqa: PLC0415
    from quizzer.classroom.live.tokens import new_code, new_id  # noqa: PLC0415
    from quizzer.classroom.records.model import LIVE, Drill  # noqa: PLC0415
    from quizzer.deck.files import load_deck, source_text  # noqa: PLC0415
    from quizzer.quiz.model import Mode  # noqa: PLC0415
    from quizzer.quiz.passages import passages_of  # noqa: PLC0415

    mode = DrillMode(wish.mode)
    default = RACE_LIMIT_MS if mode is DrillMode.RACE else None
    settings = Settings(
        mode=mode,
        seed=wish.seed or os.urandom(3).hex(),
        limit_ms=wish.limit_ms or default,
        modes=tuple(map(Mode, wish.modes)),
        teams=wish.teams,
        has_ranking=wish.has_ranking,
        has_streaks=wish.has_streaks,
    )
    deck = load_deck(path)
    text = source_text(deck, path)
    wanted = parse_kinds(wish.kinds)
    fitting = tuple(one for one in deck.questions if wanted is None or one.kind in wanted)
    drawn = drawn_deck(replace(deck, questions=fitting), settings, wish.count)
    if not drawn.questions:
        hint = "leave out --kinds or --ask, or take another deck"
        raise QuizzerError.at(str(path), "no question fits what was asked for", hint, "L104")
    passages = {one.id: passages_of(one, text) for one in drawn.questions}
    ports = [wish.port] if wish.port else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    listener = listen(wish.host, ports)
    more = {"host": wish.host, "port": listener.getsockname()[1]}
    drill = Drill(
        id=new_id(),
        code=new_code(),
        deck=drawn,
        passages=passages,
        origin=LIVE,
        mode=mode,
        class_name=wish.class_name,
        seed=settings.seed,
        settings=settings_json(settings, **more),
        host_hash=host_hash,
        started_at=clock.now(),
    )
    return new_game(drawn, settings, passages), Journal(drill), listener


def _left(log: Path, wish: Wish) -> "tuple[Game, Journal, socket.socket]":
    from quizzer.classroom.live.addresses import listen  # noqa: PLC0415
    from quizzer.classroom.live.journal import left_drill, restored  # noqa: PLC0415
    from quizzer.classroom.records.records import Records  # noqa: PLC0415

    with Records(log) as records:
        drill = left_drill(records)
        if drill is None:
            hint = "begin one: quizzer drill DECK"
            raise QuizzerError.at("--resume", "no drill was left unfinished", hint, "L103")
        game, journal = restored(records, drill)
    # The phones know the old port, so it must be that one unless the host says otherwise.
    port = wish.port or json.loads(drill.settings)["port"]
    return game, journal, listen(wish.host, [port])
