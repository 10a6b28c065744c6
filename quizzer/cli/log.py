"""`quizzer undo`, `redo`, `merge`, `backup`, `rebuild`: the log, mended, joined, kept."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizzer.memory.model import Review
    from quizzer.store.model import Event

KEPT = 10
"""So many backups that were asked for are kept; the oldest goes."""


@click.command()
@click.argument("count", type=click.IntRange(1), default=1)
def undo(count: int) -> None:
    """Take back the last answers, across sessions; nothing is deleted.

    Buried, suspended and renamed questions count too, in the order of time.
    """
    from quizzer.cli import clock  # noqa: PLC0415 - help must stay light
    from quizzer.cli.history_file import open_history  # noqa: PLC0415

    with open_history() as store:
        last = store.latest(count)
        for entry in last:
            store.undo(entry.id, clock.now())
            click.echo(f"Taken back: {words_of(entry)}.")
    if not last:
        click.echo("There is no answer to take back.")
    else:
        click.echo("Put back with: quizzer redo" + (f" {len(last)}" if len(last) > 1 else ""))


@click.command()
@click.argument("count", type=click.IntRange(1), default=1)
def redo(count: int) -> None:
    """Put back what was taken back last, across sessions."""
    from quizzer.cli import clock  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415

    with open_history() as store:
        last = store.taken_back(count)
        for entry in last:
            store.redo(entry.id, clock.now())
            click.echo(f"Put back: {words_of(entry)}.")
    if not last:
        click.echo("Nothing is taken back.")


def words_of(entry: "Review | Event") -> str:
    """An answer or a decision in a few words."""
    from quizzer.memory.model import Review  # noqa: PLC0415

    if isinstance(entry, Review):
        return f"{entry.card.question_id} ({entry.verdict})"
    if entry.kind == "fit":
        return "fitted parameters" if entry.detail else "the default parameters"
    detail = f" to {entry.detail}" if entry.detail else ""
    return f"{entry.card.question_id} ({entry.kind}{detail})"


@click.command()
@click.argument("other", metavar="OTHER.db")
def merge(other: str) -> None:
    """Add another machine's history to yours; twice changes nothing, and theirs stays as it is."""
    from quizzer.cli import clock  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.progress import progress  # noqa: PLC0415
    from quizzer.store.merge import merge_into  # noqa: PLC0415
    from quizzer.store.today import Today  # noqa: PLC0415

    with open_history() as store:
        with progress("Joining"):
            merged = merge_into(store, Path(other))
        today = Today(store, clock.now())
        with progress("Replaying") as step:
            today.refresh(today.answered_decks(), step)
    click.echo(f"{merged.added} answers added, {merged.known} were here already.")


@click.command()
def rebuild() -> None:
    """Make the states of all cards again from the log.

    They are kept up to date by themselves; this is for whoever wants to be sure.
    """
    from quizzer.cli import clock  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.progress import progress  # noqa: PLC0415
    from quizzer.store.today import Today  # noqa: PLC0415

    begin = clock.elapsed_ms()
    with open_history() as store, progress("Replaying") as step:
        store.rebuild()
        today = Today(store, clock.now())
        decks = today.answered_decks()
        count = today.refresh(decks, step)
    seconds = (clock.elapsed_ms() - begin) / 1000
    what = f"{len(decks)} deck{'' if len(decks) == 1 else 's'}"
    click.echo(f"{count} answers of {what} replayed in {seconds:.1f} seconds.")


@click.command()
@click.option(
    "-o", "--output", metavar="FILE", help="Where to [default: backups in the state folder]."
)
def backup(output: str | None) -> None:
    """Copy the whole history while it stays in use, and check the copy."""
    from quizzer.cli import clock  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.home import backup_folder  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.store.store import Store  # noqa: PLC0415

    folder = backup_folder()
    target = Path(output) if output else folder / f"history-{clock.now():%Y%m%d-%H%M%S}.db"
    if not output:
        folder.mkdir(parents=True, exist_ok=True)
    with open_history() as store:
        store.copy_to(target)
    with Store(target) as copy:
        problems, count = copy.problems(), copy.count()
    if problems:
        hint = "keep it, and restore an older one: quizzer history restore"
        raise QuizzerError.at(str(target), f"the history is damaged: {problems[0]}", hint, "S103")
    click.echo(f"{target}: {count} answers, checked.")
    if not output:
        for old in sorted(folder.glob("history-*.db"))[:-KEPT]:
            old.unlink()
