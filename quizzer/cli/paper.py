"""`quizzer paper` and `quizzer mark`: a deck on paper, and the answer sheets back."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.sources import parse_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizzer.classroom.marking import Marked
    from quizzer.deck.model import Deck, Question

MOST_FORMS = 100

_DECK = click.argument("deck")
_FORMS = click.option(
    "--forms", default=1, show_default=True, type=click.IntRange(1, MOST_FORMS), help="How many."
)
_COUNT = click.option("-n", "--count", type=click.IntRange(1), help="Only so many questions.")
_KINDS = click.option("--kinds", metavar="A,B", help="Only these kinds: date, figure ...")
_SEED = click.option("--seed", default="1", show_default=True, help="Another seed, other forms.")
_WORKSHEET = click.option(
    "--worksheet", is_flag=True, help="Lines to write on instead of options to choose from."
)


@click.command()
@_DECK
@click.option("-o", "--output", required=True, metavar="FILE.pdf", help="Where the paper goes.")
@_FORMS
@_COUNT
@_KINDS
@_SEED
@_WORKSHEET
@click.option("--sheet", is_flag=True, help="Add an answer sheet behind each form.")
@click.option("--cards", is_flag=True, help="Cards to cut out, for printing on both sides.")
def paper(
    deck: str,
    output: str,
    forms: int,
    count: int | None,
    kinds: str | None,
    seed: str,
    worksheet: bool,
    sheet: bool,
    cards: bool,
) -> None:
    """Print a deck: forms with shuffled questions and options, their keys, or cards.

    The keys go into a file of their own beside the forms. The same deck, seed and options give
    the same forms for ever, so `quizzer mark` needs nothing but them.
    """
    from quizzer.classroom.forms import make_forms  # noqa: PLC0415
    from quizzer.classroom.paper import cards_pdf, forms_pdf, keys_pdf  # noqa: PLC0415
    from quizzer.deck.files import save_bytes  # noqa: PLC0415

    loaded, questions = _questions(deck, count, kinds, seed)
    target = Path(output)
    if cards:
        save_bytes(target, cards_pdf(loaded, questions))
        click.echo(
            f"{target}: {len(questions)} cards. Print on both sides, turned on the long edge."
        )
        return
    made = make_forms(loaded, questions, forms, seed, is_worksheet=worksheet)
    keys = target.with_name(f"{target.stem}-key{target.suffix}")
    pages, key_pages = forms_pdf(loaded, made, with_sheet=sheet), keys_pdf(loaded, made, seed)
    save_bytes(target, pages)
    save_bytes(keys, key_pages)
    codes = made[0].code if len(made) == 1 else f"{made[0].code} to {made[-1].code}"
    click.echo(f"{target}: {len(questions)} questions, form {codes}.\n{keys}: the keys.")
    click.echo("Next: type the sheets into a CSV file student,form,1,2,3,... and quizzer mark it.")


@click.command()
@_DECK
@click.argument("answers", metavar="ANSWERS.csv")
@_FORMS
@_COUNT
@_KINDS
@_SEED
@_WORKSHEET
@click.option("--class", "class_name", metavar="NAME", help="Record the marks for this class.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="When it was [default: today].")
@click.option("--csv", "as_csv", is_flag=True, help="A table for a gradebook.")
def mark(
    deck: str,
    answers: str,
    forms: int,
    count: int | None,
    kinds: str | None,
    seed: str,
    worksheet: bool,
    class_name: str | None,
    date: "datetime | None",
    as_csv: bool,
) -> None:
    """Mark answer sheets that were typed into a CSV file: student,form,1,2,3,...

    Give the same --forms, -n, --kinds, --seed and --worksheet as for `quizzer paper`. A line is
    a letter, letters in order, `1C 2A`, or words; words are graded as in a quiz.

    With --class the marks are kept for `quizzer grades` and `quizzer items`; marking the same
    test of the same class again corrects them.
    """
    from quizzer.classroom.answer_table import read_sheets  # noqa: PLC0415
    from quizzer.classroom.forms import make_forms  # noqa: PLC0415
    from quizzer.classroom.marking import mark_sheet  # noqa: PLC0415
    from quizzer.cli.decks import find_deck  # noqa: PLC0415
    from quizzer.deck.files import read_text, source_text  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.quiz.grading.known import Known  # noqa: PLC0415

    if class_name is not None and not class_name.strip():
        raise click.UsageError("--class needs a name, as 7b.")
    loaded, questions = _questions(deck, count, kinds, seed)
    made = {
        form.code: form
        for form in make_forms(loaded, questions, forms, seed, is_worksheet=worksheet)
    }
    known = Known.of_answers((one.answer for one in loaded.questions), loaded.language)
    marked = []
    for sheet in read_sheets(read_text(Path(answers)), answers):
        form = made.get(sheet.form)
        if form is None:
            hint = f"the forms are {', '.join(made)}; give the --forms of the paper"
            raise QuizzerError.at(sheet.place, f"there is no form {sheet.form!r}", hint, "P204")
        marked.append(mark_sheet(sheet.student, form, sheet.answers, loaded.language, known))
    if as_csv:
        from quizzer.exchange.cells import csv_text  # noqa: PLC0415 - only for a table

        heads = ("student", "form", "points", "of", "percent")
        click.echo(csv_text([heads, *map(_row, marked)]), nl=False)
    else:
        for one in marked:
            click.echo(_words(one))
    if class_name is not None:
        # On standard error where the output is a table for another program.
        text = source_text(loaded, find_deck(deck))
        _record(
            *(marked, loaded, questions, seed, class_name.strip(), date), text=text, quiet=as_csv
        )
    elif not as_csv:
        click.echo("Nothing is recorded. To keep these marks: the same again with --class NAME")


def _row(one: "Marked") -> list[object]:
    of = len(one.grades)
    percent = f"{100 * one.points / of:.0f}"
    return [one.student, one.form.code, f"{one.points:g}", of, percent]


def _words(one: "Marked") -> str:
    wrong = [
        f"{item.number} ({item.key})"
        for item, grade in zip(one.form.items, one.grades, strict=True)
        if grade.score < 1
    ]
    missed = f"  not right: {', '.join(wrong)}" if wrong else ""
    return f"{one.student}: {one.points:g} of {len(one.grades)}, form {one.form.code}{missed}"


def _record(
    marked: "Sequence[Marked]",
    deck: "Deck",
    questions: "Sequence[Question]",
    seed: str,
    class_name: str,
    date: "datetime | None",
    *,
    text: str | None,
    quiet: bool,
) -> None:
    from datetime import UTC  # noqa: PLC0415

    from quizzer.classroom.recording import record_paper  # noqa: PLC0415
    from quizzer.cli import clock  # noqa: PLC0415
    from quizzer.cli.classroom_file import open_classroom  # noqa: PLC0415
    from quizzer.cli.wording import counted  # noqa: PLC0415

    with open_classroom() as records:
        done = record_paper(
            records,
            marked,
            deck=deck,
            questions=questions,
            text=text,
            seed=seed,
            class_name=class_name,
            # Noon, which is the same day nearly everywhere.
            written_at=date.replace(hour=12, tzinfo=UTC) if date else clock.now(),
        )
    what = "Corrected" if done.is_again else "Recorded"
    click.echo(f"{what}: {counted(len(marked), 'sheet')} of class {class_name}.", err=quiet)
    for name in done.left:
        hint = f"to delete it: quizzer forget {shlex.quote(name)} --class {shlex.quote(class_name)}"
        click.echo(f"Kept from before, not in this table: {name} ({hint})", err=quiet)
    click.echo(f"Next: quizzer grades --class {shlex.quote(class_name)}", err=quiet)


def _questions(
    deck: str, count: int | None, kinds: str | None, seed: str
) -> "tuple[Deck, Sequence[Question]]":
    from quizzer.cli.decks import find_deck  # noqa: PLC0415
    from quizzer.deck.files import load_deck  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.seeded import seeded_order  # noqa: PLC0415

    loaded = load_deck(find_deck(deck))
    wanted = parse_kinds(kinds)
    chosen = {one.id: one for one in loaded.questions if not wanted or one.kind in wanted}
    if not chosen:
        raise QuizzerError.at(deck, "no question is of these kinds", "leave --kinds out", "P205")
    ids = seeded_order(chosen, "paper", seed, loaded.id)[:count]
    return loaded, [chosen[identity] for identity in ids]
