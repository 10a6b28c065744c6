"""`quizzer import`: tables of questions and answers, and what Anki exports, become decks."""

from pathlib import Path

import click

TABLES = (".csv", ".tsv", ".txt")
"""Endings of tables."""


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", metavar="DECK", help="The deck, or a folder for several [default: here]."
)
@click.option("--yes", is_flag=True, help="Anki: take edits without asking.")
def import_(file: str, output: str | None, yes: bool) -> None:
    """Make decks from what Anki exports (apkg, colpkg, collection.anki2), or from a table.

    From Anki come cards, media, tags and reviews. Questions that went there from here are known
    again: edits made in Anki are shown as a diff before they are written, and reviews join your
    history once.

    Tables are CSV, TSV as Quizlet writes it, and Anki's text export. A heading row with question
    and answer (and id, accept, distractors, explanation, kind, tags) tells the columns; without
    one, the first is the question and the second the answer.
    """
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415 - help must stay light

    source = Path(file)
    ending = source.suffix.lower()
    if ending in TABLES:
        _import_table(source, output)
        return
    from quizzer.cli.anki_import import SUFFIXES, import_anki  # noqa: PLC0415

    if ending not in SUFFIXES:
        endings = ", ".join((*SUFFIXES, *TABLES))
        hint = f"save it as CSV, or export it from Anki; known endings: {endings}"
        raise QuizzerError.at(file, "this is nothing to import", hint, "X203")
    import_anki(source, output, yes=yes)


def _import_table(source: Path, output: str | None) -> None:
    from quizzer.cli.make import save_deck, slug  # noqa: PLC0415
    from quizzer.deck.files import read_text  # noqa: PLC0415
    from quizzer.exchange.anki_text import is_anki_text, read_anki_text  # noqa: PLC0415
    from quizzer.exchange.tables import read_table  # noqa: PLC0415

    path = Path(output) if output else source.with_suffix(".yaml")
    text = read_text(source)
    read = read_anki_text if is_anki_text(text) else read_table
    deck = read(text, str(source), slug(path.stem))
    save_deck(deck, path)
    count = len(deck.questions)
    click.echo(f"{path}: {count} question{'' if count == 1 else 's'}.\nNext: quizzer quiz {path}")
