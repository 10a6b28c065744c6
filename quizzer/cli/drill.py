"""`quizzer drill`: a live drill for a class, from this machine, with nothing in between."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.quiz import read_modes, read_time

if TYPE_CHECKING:
    from quizzer.cli.drilling import Wish

MODES = ("accuracy", "race", "exam")


def read_teams(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Names of teams, or how many: `Red,Blue`, `4`.

    Raises:
        click.BadParameter: fewer than two teams, or a name twice.
    """
    if value is None:
        return ()
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    if len(names) == 1 and names[0].isdecimal() and 2 <= int(names[0][:3]) <= 26:
        names = tuple(f"Team {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}" for n in range(int(names[0])))
    if len(names) < 2 or len(set(names)) < len(names):
        raise click.BadParameter("name at least two, as Red,Blue, or say how many, from 2 to 26.")
    return names


def read_extra_time(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, float]:
    """Factors of time by name: `Ida=1.5`.

    Raises:
        click.BadParameter: no name, or a factor that is not from 1 to 10.
    """
    factors: dict[str, float] = {}
    for value in values:
        match = re.fullmatch(r"(.*\S)\s*=\s*(\d{1,2}(?:\.\d{1,3})?)", value.strip())
        if match is None or not 1 <= float(match.group(2)) <= 10:
            raise click.BadParameter(f"'{value}' is not NAME=FACTOR; write Ida=1.5 (from 1 to 10).")
        factors[match.group(1)] = float(match.group(2))
    return factors


@click.command()
@click.argument("deck", required=False, shell_complete=complete_deck)
@click.option("-n", "--count", type=click.IntRange(1), help="Ask this many questions.")
@click.option("--kinds", metavar="A,B", help="Only these kinds: date, figure ...")
@click.option("--seed", help="The same questions in the same order as with this seed.")
@click.option(
    "--mode",
    type=click.Choice(MODES),
    default="accuracy",
    show_default=True,
    help="What counts: right answers, speed as well, or an exam at one's own pace.",
)
@click.option(
    "--ask",
    "modes",
    metavar="A,B",
    callback=read_modes,
    help="How to ask: choice, type, or the first of both that fits [default: choice,type].",
)
@click.option(
    "--time",
    "limit",
    metavar="TIME",
    callback=read_time,
    help="Time for a question (in an exam for all), as 30s [default: none; 20s in a race].",
)
@click.option("--teams", metavar="A,B", callback=read_teams, help="Teams by name, or how many.")
@click.option("--class", "class_name", metavar="NAME", default="", help="Which class this is.")
@click.option("--no-ranking", is_flag=True, help="Nobody sees places, and there is no podium.")
@click.option("--no-streaks", is_flag=True, help="Do not count right answers in a row.")
@click.option(
    "--extra-time",
    metavar="NAME=FACTOR",
    multiple=True,
    callback=read_extra_time,
    help="More time for one, which nobody else sees. Give it once for each.",
)
@click.option("--lock", is_flag=True, help="Let nobody new in, once resumed.")
@click.option("--resume", is_flag=True, help="Go on with the drill that was left.")
@click.option("--host", default="0.0.0.0", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port [default: 8000 or the next].")
@click.option("--plain", is_flag=True, help="Line by line, without the code to scan.")
def drill(
    *,
    deck: str | None,
    count: int | None,
    kinds: str | None,
    seed: str | None,
    mode: str,
    modes: tuple[str, ...] | None,
    limit: int | None,
    teams: tuple[str, ...],
    class_name: str,
    no_ranking: bool,
    no_streaks: bool,
    extra_time: dict[str, float],
    lock: bool,
    resume: bool,
    host: str,
    port: int | None,
    plain: bool,
) -> int:
    """Drill a class, live: phones join in the browser, this machine is the server.

    Shows the address, a code and a picture to scan; the drill is steered from the host's page,
    whose address is printed as well. Every answer is saved before it is acknowledged; Ctrl-C
    leaves, and --resume brings everybody back with points and place.
    """
    from quizzer.cli import drilling  # noqa: PLC0415 - help must not load a server

    if resume == (deck is not None):
        raise click.UsageError("Name a deck, or give --resume alone.")
    if modes and "flip" in modes:
        raise click.BadParameter("a class cannot turn cards over.", param_hint="--ask")
    wish: Wish = drilling.Wish(
        deck=None if deck is None else _find(deck),
        count=count,
        kinds=kinds,
        seed=seed,
        mode=mode,
        modes=modes or ("choice", "type"),
        limit_ms=limit,
        teams=teams,
        class_name=" ".join(class_name.split()),
        has_ranking=not no_ranking,
        has_streaks=not no_streaks,
        extra_time=extra_time,
        is_locked=lock,
        host=host,
        port=port,
    )
    return drilling.drill_class(wish, plain=plain)


def _find(name: str) -> Path:
    from quizzer.cli.decks import find_deck  # noqa: PLC0415

    return find_deck(name)
