"""`quizzer history`: past quizzes and study sessions, the newest first."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.history_cards import check, orphans, rename, restore
from quizzer.cli.output import print_json

if TYPE_CHECKING:
    from quizzer.store.model import PastSitting


@click.group(invoke_without_command=True)
@click.option("-n", "--count", default=20, show_default=True, type=click.IntRange(1))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a sitting, a line each.")
@click.pass_context
def history(ctx: click.Context, count: int, as_json: bool) -> None:
    """Show past quizzes: when, what, how many answers, and how many were right."""
    if ctx.invoked_subcommand is not None:
        return
    from quizzer.cli.history_file import open_history  # noqa: PLC0415 - help must stay light

    with open_history() as store:
        sittings = store.sittings(limit=count)
    if as_json:
        for past in sittings:
            print_json(_as_object(past))
        return
    for past in sittings:
        click.echo(_line(past))
    if not sittings:
        click.echo("There is no quiz yet. Begin with: quizzer quiz")


for _command in (check, orphans, rename, restore):
    history.add_command(_command)


def right_answers(past: "PastSitting") -> int:
    """How many answers of a sitting stand as right."""
    from quizzer.memory.model import Rating  # noqa: PLC0415

    return sum(review.rating is not Rating.AGAIN for review in past.reviews)


def _line(past: "PastSitting") -> str:
    from quizzer.cli.timezone import local_timezone  # noqa: PLC0415

    started = past.sitting.started_at.astimezone(local_timezone())
    asked, right = len(past.reviews), right_answers(past)
    share = f"{100 * right / asked:3.0f} %" if asked else "  - %"
    decks = ", ".join(Path(name).stem for name in past.sitting.decks)
    left = "" if past.ended_at is not None or past.sitting.origin != "quiz" else "  (left)"
    when = f"{started:%Y-%m-%d %H:%M}"
    return f"{when}  {past.sitting.origin:6}  {right:3} of {asked:3}  {share}  {decks}{left}"


def _as_object(past: "PastSitting") -> dict[str, object]:
    return {
        "session": past.sitting.id,
        "origin": past.sitting.origin,
        "started": past.sitting.started_at.isoformat(),
        "ended": past.ended_at.isoformat() if past.ended_at else None,
        "reason": past.reason,
        "decks": list(past.sitting.decks),
        "asked": len(past.reviews),
        "right": right_answers(past),
    }
