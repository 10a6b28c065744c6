"""`quizzer export`: decks for Anki and other programs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.decks import find_deck

if TYPE_CHECKING:
    from quizzer.deck.model import Deck

SUFFIXES = {
    "apkg": ".apkg",
    "anki": "",
    "anki-text": ".txt",
    "csv": ".csv",
    "tsv": ".tsv",
    "gift": ".gift",
    "moodle": ".xml",
    "aiken": ".aiken.txt",
}
"""Every format and the ending of its files; `anki` is a running Anki and has none."""


@click.command()
@click.argument("decks", nargs=-1, required=True, metavar="DECK...", shell_complete=complete_deck)
@click.option("--to", "form", type=click.Choice(list(SUFFIXES)), default="apkg", show_default=True)
@click.option(
    "-o", "--output", metavar="FILE", help="Where it goes [default: here, named like the deck]."
)
@click.option("--progress", is_flag=True, help="Anki: take your history and schedule along.")
@click.option(
    "--retention",
    type=click.FloatRange(0.7, 0.99),
    help="Anki, with --progress: how much you want to remember [default: as in `config`].",
)
@click.option("--under", default="", metavar="NAME", help="Anki: the deck to put them below.")
@click.option("--dry-run", is_flag=True, help="Anki: only say what an import would change.")
@click.option(
    "--against", metavar="COLLECTION", help="With --dry-run: your collection.anki2 (close Anki)."
)
@click.option("--address", default="", metavar="URL", help="Where AnkiConnect listens.")
@click.option("--key", default="", metavar="KEY", help="The API key of AnkiConnect, if it has one.")
@click.option("--json", "as_json", is_flag=True, help="With --dry-run: one JSON object a note.")
def export(
    decks: tuple[str, ...],
    form: str,
    output: str | None,
    progress: bool,
    retention: float | None,
    under: str,
    dry_run: bool,
    against: str | None,
    address: str,
    key: str,
    as_json: bool,
) -> None:
    """Write decks for other programs: Anki, Quizlet (tsv), Moodle (gift, moodle), spreadsheets.

    Several decks go into one Anki package; the other formats take one deck each. Exporting again
    after an edit updates the notes in Anki and keeps the progress made there, and what you edited
    in Anki. `--to anki` hands the notes to an Anki that is running (with AnkiConnect).
    """
    is_anki = form in ("apkg", "anki")
    if dry_run != (against is not None):
        raise click.UsageError("--dry-run and --against go together")
    if not is_anki and (progress or dry_run or under):
        raise click.UsageError(f"--progress, --dry-run and --under are for Anki, not for {form}")
    if not is_anki and len(decks) > 1:
        raise click.UsageError(f"the format {form} takes one deck at a time")
    paths = [find_deck(name) for name in decks]
    if not is_anki:
        _export_text(paths[0], form, output)
        return
    from quizzer.cli.anki import prepare, print_fates, push, save  # noqa: PLC0415 - help stays light

    prepared = prepare(paths, under=under, with_progress=progress, retention=retention)
    if against is not None:
        print_fates(prepared, Path(against), as_json)
    elif form == "anki":
        push(prepared, address, key)
    else:
        save(prepared, Path(output) if output else Path(paths[0].name).with_suffix(".apkg"))


def _export_text(path: Path, form: str, output: str | None) -> None:
    from quizzer.deck.files import load_deck, save_bytes  # noqa: PLC0415

    deck = load_deck(path)
    text, left_out = _as_text(deck, form)
    target = Path(output) if output else Path(path.name).with_suffix(SUFFIXES[form])
    save_bytes(target, text.encode("utf-8"))
    count = len(deck.questions) - len(left_out)
    click.echo(f"{target}: {count} question{'' if count == 1 else 's'}.")
    if left_out:
        click.echo(f"{form} cannot hold {len(left_out)} of them: {', '.join(left_out)}.")


def _as_text(deck: "Deck", form: str) -> tuple[str, tuple[str, ...]]:
    from quizzer.exchange.quiz_formats import (  # noqa: PLC0415
        write_aiken,
        write_gift,
        write_moodle_xml,
    )
    from quizzer.exchange.tables import write_anki_text, write_csv, write_tsv  # noqa: PLC0415

    tables = {"csv": write_csv, "tsv": write_tsv, "anki-text": write_anki_text}
    if form in tables:
        return tables[form](deck), ()
    quizzes = {"gift": write_gift, "moodle": write_moodle_xml, "aiken": write_aiken}
    written = quizzes[form](deck)
    return written.text, written.left_out
