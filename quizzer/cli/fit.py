"""`quizzer fit` and `quizzer reschedule`: parameters from the learner's own answers, and days."""

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quizzer.cli.output import print_json

if TYPE_CHECKING:
    from quizzer.memory.fitting import Verdict
    from quizzer.memory.model import CardKey
    from quizzer.memory.rescheduling import Move
    from quizzer.memory.scoring import Score
    from quizzer.store.store import Store


@click.command()
@click.option("--dry-run", is_flag=True, help="Only show what a fit would be worth.")
@click.option("--reset", is_flag=True, help="Go back to the default parameters.")
@click.option("--json", "as_json", is_flag=True, help="The comparison as one JSON object.")
def fit(dry_run: bool, reset: bool, as_json: bool) -> None:
    """Fit the schedule to your own memory, if that surely predicts your answers better.

    The fit is tried on later answers that it has not seen, and taken only if it wins there.
    Days that cards were given stay; `quizzer reschedule` moves them. `quizzer undo` takes it back.
    """
    from quizzer.cli.history_file import open_history  # noqa: PLC0415 - help must stay light
    from quizzer.extras import require  # noqa: PLC0415
    from quizzer.memory.fitting import FEWEST, judged, targets_of  # noqa: PLC0415

    with open_history() as store:
        if reset:
            _note(store, "")
            click.echo("The default parameters are in force again.")
            return
        require("fsrs_rs_python", "fit", "quizzer fit", "fitting", "S301")
        settings = store.cache.settings_of("")
        targets = targets_of(store.reviews(learner=""), settings)
        from quizzer.cli.progress import progress  # noqa: PLC0415

        with progress("Fitting") as step:
            verdict = judged(targets, settings.parameters, on_fold=step)
        if verdict is None:
            click.echo(
                f"There are {len(targets)} answers on a later day than the one before;"
                f" {FEWEST} are needed. Go on with: quizzer study"
            )
            return
        is_noted = verdict.is_taken and not dry_run
        if is_noted:
            _note(store, json.dumps(verdict.parameters))
    if as_json:
        print_json(_as_object(verdict, is_noted))
    else:
        _show(verdict, is_noted)


@click.command()
@click.option("--yes", is_flag=True, help="Move them; without it, only show what would move.")
@click.option("--undo", "is_undo", is_flag=True, help="Take the last rescheduling back, exactly.")
@click.option("--most", type=click.IntRange(1), help="Cards a day at most [default: the limit].")
def reschedule(yes: bool, is_undo: bool, most: int | None) -> None:
    """Give cards the days that the present settings and parameters ask for.

    Nothing moves without --yes. What would be due at once is spread over the coming days.
    """
    from quizzer.cli import clock  # noqa: PLC0415 - help must stay light
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.memory.day import day_number  # noqa: PLC0415
    from quizzer.memory.model import Remembered  # noqa: PLC0415
    from quizzer.memory.rescheduling import moves_of  # noqa: PLC0415
    from quizzer.store.today import Today  # noqa: PLC0415

    with open_history() as store:
        if is_undo:
            _take_back(store)
            return
        now = clock.now()
        waiting = Today(store, now)
        decks = waiting.answered_decks()
        waiting.refresh(decks)
        moves: list[Move] = []
        before: list[int] = []
        common = store.cache.settings_of("")
        today = day_number(now, common.timezone, common.rollover_hour)
        for deck_id in decks:
            settings = store.cache.settings_of(deck_id)
            cards = {
                card.key: card.state
                for card in waiting.cards(deck_id)
                if isinstance(card.state, Remembered)
            }
            before += [state.due_day for state in cards.values()]
            most_a_day = most or settings.reviews_per_day
            moves += moves_of(cards, _options(store, deck_id), today, settings, most_a_day)
        if not moves:
            click.echo("Every card has the day that the settings ask for.")
            return
        _show_moves(moves, before, today)
        if not yes:
            click.echo("Nothing was moved. To move them: quizzer reschedule --yes")
            return
        _move(store, moves)
    click.echo("Moved. To take it back: quizzer reschedule --undo")


def _note(store: "Store", detail: str) -> None:
    from quizzer.cli.suspending import decision  # noqa: PLC0415
    from quizzer.memory.model import CardKey  # noqa: PLC0415
    from quizzer.store.model import EventKind  # noqa: PLC0415

    store.note([replace(decision(EventKind.FIT, CardKey("", "")), detail=detail)])


def _show(verdict: "Verdict", is_noted: bool) -> None:
    before, after = verdict.before, verdict.after
    click.echo(f"{before.count} later answers, predicted from those before them alone:")
    click.echo(f"{'':22}{'now':>9}{'fitted':>9}")
    for name, old, new in (
        ("log loss", before.log_loss, after.log_loss),
        ("AUC", before.auc, after.auc),
    ):
        click.echo(f"  {name:20}{_figure(old):>9}{_figure(new):>9}")
    click.echo("  predicted and recalled, now and fitted:")
    for name, score in (("now", before), ("fitted", after)):
        click.echo(f"    {name:8}{_calibration(score)}")
    gain = f"{verdict.gain:+.4f} an answer, surely {verdict.surely:+.4f}"
    click.echo(f"Log loss saved: {gain}; in the latest part {verdict.last_gain:+.4f}.")
    if is_noted:
        click.echo("The fit surely wins, so it is in force. Move cards: quizzer reschedule")
    elif verdict.is_taken:
        click.echo("The fit surely wins. To take it: quizzer fit")
    else:
        click.echo("The fit does not surely win, so everything stays. Try again in some weeks.")


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _calibration(score: "Score") -> str:
    return "  ".join(f"{one.predicted:.0%}/{one.actual.value or 0:.0%}" for one in score.bins)


def _as_object(verdict: "Verdict", is_noted: bool) -> dict[str, object]:
    from quizzer.stats.report import as_object  # noqa: PLC0415

    shown = as_object(verdict)
    assert isinstance(shown, dict)
    return shown | {"is_taken": verdict.is_taken, "is_in_force": is_noted}


def _options(store: "Store", deck_id: str) -> "dict[CardKey, int]":
    """Among how many options each card of a deck was last answered."""
    from quizzer.memory.model import CardKey  # noqa: PLC0415

    sql = """
        SELECT question_id, options, max(at) FROM review WHERE learner = '' AND deck_id = ?
        AND id NOT IN (SELECT id FROM undone) GROUP BY question_id
    """
    return {CardKey(deck_id, row[0]): row[1] for row in store.read(sql, [deck_id])}


def _show_moves(moves: "list[Move]", before: list[int], today: int) -> None:
    from collections import Counter  # noqa: PLC0415

    from quizzer.memory.day import date_of  # noqa: PLC0415
    from quizzer.memory.rescheduling import load_of  # noqa: PLC0415

    changed = Counter(before)
    changed.subtract(move.old_day for move in moves)
    changed.update(move.new_day for move in moves)
    sooner = sum(move.new_day < move.old_day for move in moves)
    click.echo(
        f"{len(moves)} of {len(before)} cards move: {sooner} sooner, {len(moves) - sooner} later."
    )
    click.echo(f"{'cards due on':16}{'before':>8}{'after':>8}")
    rows = zip(load_of(before, today), load_of(list(changed.elements()), today), strict=True)
    for offset, (old, new) in enumerate(rows, start=1):
        day = date_of(today + offset)
        click.echo(f"  {day.day:2} {day:%B %Y}".ljust(16) + f"{old:>8}{new:>8}")


def _move(store: "Store", moves: "list[Move]") -> None:
    from quizzer.cli.clock import now  # noqa: PLC0415
    from quizzer.store.model import Event, EventKind  # noqa: PLC0415

    batch, at = os.urandom(8).hex(), now()
    store.note(
        Event(
            id=f"{EventKind.MOVE}:{batch}:{number}",
            kind=EventKind.MOVE,
            at=at,
            card=move.card,
            detail=str(move.new_day),
        )
        for number, move in enumerate(moves)
    )


def _take_back(store: "Store") -> None:
    """Takes back the moves of the latest rescheduling that stands."""
    from quizzer.cli.clock import now  # noqa: PLC0415
    from quizzer.store.model import EventKind  # noqa: PLC0415

    moves = [event for event in store.events() if event.kind is EventKind.MOVE]
    batches = [event.id.split(":")[1] for event in moves if event.id.count(":") == 2]
    if not batches:
        click.echo("There is no rescheduling to take back.")
        return
    ids = [event.id for event in moves if event.id.split(":")[1] == batches[-1]]
    with store.transaction():
        for identity in ids:
            store.undo(identity, now())
    click.echo(f"Taken back: {len(ids)} cards have their earlier days again.")
