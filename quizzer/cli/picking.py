"""Choosing decks from a list: with search on a terminal, by number line by line."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from quizzer.cli.decks import DeckHead, all_decks
from quizzer.cli.output import is_plain
from quizzer.cli.wording import safe
from quizzer.diagnostics import QuizzerError


def pick_decks(*, plain: bool) -> list[Path]:
    """The decks that the learner picks; empty when none was.

    Raises:
        QuizzerError: there are no decks to pick from.
        KeyboardInterrupt: Ctrl-C.
    """
    heads = all_decks()
    if not heads:
        raise QuizzerError.at(
            "quiz", "there are no decks yet", "make one: quizzer make ARTICLE, or quizzer new DECK"
        )
    if len(heads) == 1:
        return [heads[0].path]
    if is_plain(plain):
        return _pick_by_number(heads, to_error=plain)
    return _pick_on_terminal(heads)


def _pick_by_number(heads: list[DeckHead], *, to_error: bool) -> list[Path]:
    for number, head in enumerate(heads, start=1):
        click.echo(f"{number}. {_label(head)}", err=to_error)
    click.echo("Which deck? Numbers, with spaces between:", err=to_error)
    while sys.stdin is not None:
        line = sys.stdin.readline()
        if not line.strip():
            return []
        numbers = line.replace(",", " ").split()
        if all(n.isdecimal() and 1 <= int(n) <= len(heads) for n in numbers):
            return [heads[int(n) - 1].path for n in numbers]
        click.echo(f"Type numbers from 1 to {len(heads)}.", err=to_error)
    return []


def _pick_on_terminal(heads: list[DeckHead]) -> list[Path]:
    import questionary  # noqa: PLC0415 - 80 ms, only where a list is shown

    choices = [questionary.Choice(_label(head), value=head.path) for head in heads]
    picked = ask_select("Which deck? Type to search", choices, use_search_filter=True)
    return [] if picked is None else [picked]


def ask_select(
    message: str, choices: Sequence[object], *, use_search_filter: bool = False
) -> Path | None:
    """One of some choices on a terminal; None after Esc or Ctrl-D.

    Raises:
        KeyboardInterrupt: Ctrl-C.
    """
    import questionary  # noqa: PLC0415

    from quizzer.cli.terminal.prompts import STYLE, with_escape  # noqa: PLC0415

    question = questionary.select(
        message,
        choices=choices,  # type: ignore[arg-type]
        style=STYLE,
        use_search_filter=use_search_filter,
        use_jk_keys=False,
        instruction="(arrows and Enter; Esc leaves)",
    )
    picked = with_escape(question).unsafe_ask()
    return picked if isinstance(picked, Path) else None


def _label(head: DeckHead) -> str:
    count = len(head.questions)
    return safe(f"{head.title} ({count} question{'' if count == 1 else 's'})")
