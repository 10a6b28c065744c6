"""`quizzer import`: tables of questions and answers become a deck."""

from pathlib import Path

import click


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="DECK", help="Where the deck goes [default: beside it].")
def import_(file: str, output: str | None) -> None:
    """Make a deck from a table: CSV, or TSV as Quizlet writes it.

    A heading row with question and answer (and id, distractors, explanation, kind) tells the
    columns; without one, the first is the question and the second the answer.
    """
    from quizzer.cli.make import save_deck, slug  # noqa: PLC0415 - help must stay light
    from quizzer.deck.files import read_text  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.exchange.tables import read_table  # noqa: PLC0415

    source = Path(file)
    if source.suffix.lower() not in (".csv", ".tsv", ".txt"):
        hint = "export it from its program as CSV or as text with tabs"
        raise QuizzerError.at(file, "this is no table", hint, "X203")
    path = Path(output) if output else source.with_suffix(".yaml")
    deck = read_table(read_text(source), file, slug(path.stem))
    save_deck(deck, path)
    count = len(deck.questions)
    click.echo(f"{path}: {count} question{'' if count == 1 else 's'}.\nNext: quizzer quiz {path}")
