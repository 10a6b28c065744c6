"""`quizzer items`: what the answers of a class say about each question."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.output import print_json

if TYPE_CHECKING:
    from quizzer.classroom.items.gather import DeckAnalysis
    from quizzer.classroom.items.model import ItemStats


@click.command()
@click.argument("deck", required=False, shell_complete=complete_deck)
@click.option("--class", "class_name", metavar="NAME", help="Only the drills of this class.")
@click.option("--html", metavar="FILE", help="A page with plots, to read or print.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a deck, a line each.")
def items(deck: str | None, class_name: str | None, html: str | None, as_json: bool) -> None:
    """Item analysis over all drills of a deck, live and on paper, or of every deck.

    Shows how easy each question is, how well it tells strong students from weak ones, and which
    questions to look at: a key that may be wrong, an option that may be right as well, a
    question that gives its answer away.
    """
    from quizzer.classroom.items.gather import analyse_decks  # noqa: PLC0415 - help stays light
    from quizzer.cli.classroom_file import drills_of, open_classroom  # noqa: PLC0415

    with open_classroom() as records:
        analyses = analyse_decks(records, drills_of(records, class_name, deck))
    if html:
        from quizzer.classroom.items.page import items_page  # noqa: PLC0415
        from quizzer.deck.files import save_bytes  # noqa: PLC0415

        save_bytes(Path(html), items_page(analyses).encode())
    if as_json:
        for one in analyses:
            print_json(_as_object(one))
        return
    for one in analyses:
        _show(one)
    click.echo("p: share of points got. r: correlation with the score on the other questions.")
    click.echo(
        f"{html}: the page, with plots." if html else "Next: quizzer items --html items.html"
    )


def _show(found: "DeckAnalysis") -> None:
    from quizzer.classroom.items.page import reliability_words  # noqa: PLC0415
    from quizzer.cli.wording import counted  # noqa: PLC0415

    analysis, stems = found.analysis, {one.id: one.stem for one in found.deck.questions}
    counts = f"{counted(analysis.students, 'student')}, {counted(len(analysis.items), 'question')}"
    click.echo(f"{found.deck.title}: {counts}")
    for one in found.drills:
        name = f"{one.drill.started_at:%Y-%m-%d} {one.drill.class_name}".strip()
        students = counted(one.reliability.students, "student")
        click.echo(
            f"  {name}, {one.drill.origin}, {students}: {reliability_words(one.reliability)}"
        )
    if analysis.flagged:
        click.echo("Look at these:")
    for item in analysis.flagged:
        for flag in item.flags:
            click.echo(f"  {item.question_id}: {_clipped(stems[item.question_id], 60)}")
            click.echo(f"    {flag.reason}")
    click.echo("     p      r    n  question")
    for item in analysis.items:
        click.echo(_line(item, stems[item.question_id]))


def _line(item: "ItemStats", stem: str) -> str:
    mark = "!" if item.flags else " "
    r = "     -" if item.r_rest is None else f"{item.r_rest:6.2f}"
    return f"{mark} {item.p:.2f} {r} {item.n:4}  {item.question_id}: {_clipped(stem, 50)}"


def _clipped(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 3].rstrip()}..."


def _as_object(found: "DeckAnalysis") -> dict[str, object]:
    stems = {question.id: question.stem for question in found.deck.questions}
    return {
        "deck": found.deck.id,
        "title": found.deck.title,
        "students": found.analysis.students,
        "drills": [
            {
                "drill": one.drill.id,
                "class": one.drill.class_name,
                "origin": one.drill.origin,
                "started": one.drill.started_at.isoformat(),
                "reliability": asdict(one.reliability),
            }
            for one in found.drills
        ],
        "items": [
            {"stem": stems[item.question_id], **asdict(item)} for item in found.analysis.items
        ],
    }
