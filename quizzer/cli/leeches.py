"""What is said after studying: when the next step is due, and which questions are leeches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizzer.cli import clock
from quizzer.cli.config import load_config
from quizzer.cli.history_file import open_history

if TYPE_CHECKING:
    from quizzer.memory.model import Card, CardKey
    from quizzer.memory.queue import Candidate

_SOON = 120
"""Minutes; a later step is not worth waiting for."""


def say_what_follows(chosen: "Sequence[Candidate]", *, is_asking: bool) -> None:
    """Names leeches among the questions that were just asked, and the next step.

    A leech is offered for editing where `is_asking` says that somebody is there to answer.
    """
    from quizzer.store.today import Today  # noqa: PLC0415 - the sitting has opened it before

    before = {one.card: _lapses(one) for one in chosen}
    with open_history() as store:
        today = Today(store, clock.now())
        today.refresh(sorted({key.deck_id for key in before}))
        cards = [card for key in before if (card := store.cache.card(key)) is not None]
        steps = [today.next_step(deck_id) for deck_id in {key.deck_id for key in before}]
    due = [at for at in steps if at is not None]
    minutes = -(-(min(due) - today.now).total_seconds() // 60) if due else _SOON
    if minutes < _SOON:
        click.echo(f"The next one comes back in {minutes:.0f} min: quizzer study")
    for card in cards:
        if is_leech(card) and card.lapses > before[card.key]:
            _offer(card.key, card.lapses, is_asking=is_asking)


def is_leech(card: "Card") -> bool:
    """Whether a card was forgotten so often that its wording is at fault."""
    return card.lapses >= load_config().of(card.key.deck_id).leech_lapses


def _lapses(one: "Candidate") -> int:
    from quizzer.memory.model import Relearning, Remembered  # noqa: PLC0415

    return one.state.lapses if isinstance(one.state, Remembered | Relearning) else 0


def _offer(key: "CardKey", lapses: int, *, is_asking: bool) -> None:
    name = f"{key.deck_id}/{key.question_id}"
    often = "once" if lapses == 1 else f"{lapses} times"
    click.echo(f"{name} is a leech: forgotten {often}. A clearer question may stick.")
    if is_asking and click.confirm("Edit it now?", default=False):
        from quizzer.cli.main import run  # noqa: PLC0415

        run(["edit", name])
    else:
        click.echo(f"Reword it: quizzer edit {name}   or leave it out: quizzer suspend {name}")
