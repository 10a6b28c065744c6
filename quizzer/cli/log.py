"""`quizzer undo`, `quizzer merge` and `quizzer backup`: the log, mended, joined, kept."""

from pathlib import Path

import click

KEPT = 10
"""So many backups are kept; the oldest goes."""


@click.command()
@click.argument("count", type=click.IntRange(1), default=1)
def undo(count: int) -> None:
    """Take back the last answers, across sessions; nothing is deleted."""
    from quizzer.cli import clock  # noqa: PLC0415 - help must stay light
    from quizzer.cli.history_file import open_history  # noqa: PLC0415

    with open_history() as store:
        last = store.reviews(learner="")[-count:]
        for review in reversed(last):
            store.undo(review.id, clock.now())
            click.echo(f"Taken back: {review.card.question_id} ({review.verdict}).")
    if not last:
        click.echo("There is no answer to take back.")


@click.command()
@click.argument("other", metavar="OTHER.db")
def merge(other: str) -> None:
    """Add another machine's history to yours; twice changes nothing, and theirs stays as it is."""
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.store.merge import merge_into  # noqa: PLC0415

    with open_history() as store:
        merged = merge_into(store, Path(other))
    click.echo(f"{merged.added} answers added, {merged.known} were here already.")


@click.command()
@click.option(
    "-o", "--output", metavar="FILE", help="Where to [default: backups in the state folder]."
)
def backup(output: str | None) -> None:
    """Copy the whole history while it stays in use, and check the copy."""
    from quizzer.cli import clock  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.home import home  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.store.store import Store  # noqa: PLC0415

    folder = home() / "backups"
    target = Path(output) if output else folder / f"history-{clock.now():%Y%m%d-%H%M%S}.db"
    if not output:
        folder.mkdir(parents=True, exist_ok=True)
    with open_history() as store:
        store.copy_to(target)
    with Store(target) as copy:
        problems, count = copy.problems(), copy.count()
    if problems:
        hint = "keep it, and restore an older backup"
        raise QuizzerError.at(str(target), f"the history is damaged: {problems[0]}", hint, "S103")
    click.echo(f"{target}: {count} answers, checked.")
    if not output:
        for old in sorted(folder.glob("history-*.db"))[:-KEPT]:
            old.unlink()
