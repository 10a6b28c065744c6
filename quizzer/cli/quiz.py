"""`quizzer quiz`: a scored quiz over one deck or several, on a terminal or line by line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck

if TYPE_CHECKING:
    from quizzer.cli.asking import Plan


MODES = ("choice", "type", "flip")
"""The ways of asking, as the option names them."""


def read_time(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """A length of time (`90`, `90s`, `10m`, `1h`) in milliseconds.

    Raises:
        click.BadParameter: the text is no time.
    """
    if value is None:
        return None
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(s|m|min|h)?", value.strip())
    if match is None or not float(match.group(1)):
        raise click.BadParameter(f"'{value}' is no time; write 90s, 10m or 1h.")
    factor = {"s": 1, None: 1, "m": 60, "min": 60, "h": 3600}[match.group(2)]
    return round(float(match.group(1)) * factor * 1000)


def read_share(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """A share of the whole (`80%`, `80`, `0.8`) from 0 to 1.

    Raises:
        click.BadParameter: the text is no share.
    """
    if value is None:
        return None
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", value.strip())
    share = float(match.group(1)) if match else -1.0
    if match and (match.group(2) or share > 1):
        share /= 100
    if not 0 < share <= 1:
        raise click.BadParameter(f"'{value}' is no share; write 80% or 0.8.")
    return share


def read_modes(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Ways of asking in order of preference: `type,choice`.

    Raises:
        click.BadParameter: one of them is unknown.
    """
    if value is None:
        return None
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    if not names or not set(names) <= set(MODES):
        raise click.BadParameter(f"choose from {', '.join(MODES)}.")
    return names


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("-n", "--count", type=click.IntRange(1), help="Ask this many questions.")
@click.option("--seed", help="Ask the same questions in the same order as with this seed.")
@click.option("--kinds", metavar="A,B", help="Only these kinds: date, figure, attribution ...")
@click.option(
    "--mode",
    "modes",
    metavar="A,B",
    callback=read_modes,
    help="How to ask: choice, type or flip, or some.",
)
@click.option(
    "--time-limit", metavar="TIME", callback=read_time, help="Stop after 90s, 10m, 1h ..."
)
@click.option(
    "--pass-mark",
    metavar="SHARE",
    callback=read_share,
    help="The share that passes, as 80%; exit 4 below it.",
)
@click.option("--confidence", is_flag=True, help="Also ask how sure you are.")
@click.option("--adaptive", is_flag=True, help="Stop as soon as the score is clear.")
@click.option("--retry", "retries", is_flag=True, help="Ask missed questions again at the end.")
@click.option("--resume", is_flag=True, help="Go on with the quiz that was left last.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def quiz(
    *,
    decks: tuple[str, ...],
    count: int | None,
    seed: str | None,
    kinds: str | None,
    modes: tuple[str, ...] | None,
    time_limit: int | None,
    pass_mark: float | None,
    confidence: bool,
    adaptive: bool,
    retries: bool,
    resume: bool,
    plain: bool,
    as_json: bool,
) -> int:
    """Answer questions and see the score.

    DECK is a file, or the name of a deck in ./decks or among your own; without one, pick from a
    list. Every answer is saved before you see whether it was right, so you can stop at any time.
    """
    from quizzer.cli import asking  # noqa: PLC0415 - help must not load a quiz

    if resume:
        plan = asking.plan_of_left_quiz()
    else:
        paths = [_find(name) for name in decks] or _pick(plain or as_json)
        if not paths:
            return 0
        plan = asking.plan_of(
            paths,
            count=count,
            seed=seed,
            kinds=kinds,
            modes=modes,
            time_limit_ms=time_limit,
            pass_mark=pass_mark,
            asks_confidence=confidence,
            is_adaptive=adaptive,
            retries=retries,
        )
    return _ask(plan, plain=plain, as_json=as_json)


def _find(name: str) -> Path:
    from quizzer.cli.decks import find_deck  # noqa: PLC0415

    return find_deck(name)


def _pick(plain: bool) -> list[Path]:
    from quizzer.cli.picking import pick_decks  # noqa: PLC0415 - only without a deck

    return pick_decks(plain=plain)


def _ask(plan: "Plan", *, plain: bool, as_json: bool) -> int:
    from quizzer.cli.asking import ask  # noqa: PLC0415

    runner: Callable[..., int] = ask
    return runner(plan, plain=plain, as_json=as_json)
