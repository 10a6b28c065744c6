"""`quizzer grades`: marks by student over drills, for a gradebook, the students and oneself."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.output import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from quizzer.classroom.gradebook.marks import Book, Row
    from quizzer.classroom.gradebook.misses import ToRepeat
    from quizzer.classroom.gradebook.scale import Scale
    from quizzer.classroom.records.model import Drill
    from quizzer.classroom.records.records import Records

_WIDTH = 100
"""Columns of the table that is printed; a gradebook is for more."""


@click.command()
@click.option("--class", "class_name", metavar="NAME", help="Only this class.")
@click.option("--deck", metavar="DECK", help="Only drills of this deck.")
@click.option("--student", metavar="NAME", help="Only this student.")
@click.option(
    "--scale",
    default="letters",
    show_default=True,
    help="letters, plus-minus, 1-6, pass, or your own as A:90,B:80,F:0.",
)
@click.option("--absent", type=click.Choice(["blank", "zero"]), default="blank", show_default=True)
@click.option("--pseudonyms", is_flag=True, help="Other names, the same each time.")
@click.option("--csv", "csv_file", metavar="FILE", help="A table for a gradebook.")
@click.option("--xlsx", metavar="FILE", help="A workbook.")
@click.option("--pages", metavar="FOLDER", help="A page a student: marks, and what to repeat.")
@click.option("--misses", metavar="FOLDER", help="What each student missed, to study.")
@click.option("--export", metavar="FILE", help="All data of --student, as JSON, to hand over.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a student, a line each.")
def grades(
    class_name: str | None,
    deck: str | None,
    student: str | None,
    scale: str,
    absent: str,
    pseudonyms: bool,
    csv_file: str | None,
    xlsx: str | None,
    pages: str | None,
    misses: str | None,
    export: str | None,
    as_json: bool,
) -> None:
    """Marks by student over all drills, live and on paper.

    A mark is what a student got of the points of a drill; speed never counts. What was not
    answered is 0 for who was there; drills a student was absent from are left out of the mean.
    """
    from quizzer.classroom.gradebook.marks import make_book  # noqa: PLC0415 - help stays light
    from quizzer.classroom.gradebook.scale import parse_scale  # noqa: PLC0415
    from quizzer.cli.classroom_file import drills_of, open_classroom  # noqa: PLC0415
    from quizzer.cli.students import find_student, pseudonym_key  # noqa: PLC0415
    from quizzer.cli.timezone import local_timezone  # noqa: PLC0415

    if export and (student is None or pseudonyms):
        raise click.UsageError("--export needs --student NAME, and no --pseudonyms.")
    steps, timezone = parse_scale(scale), local_timezone()
    with open_classroom() as records:
        drills = drills_of(records, class_name, deck)
        book = make_book(records, drills, absent_is_zero=absent == "zero")
        if student is not None:
            one = find_student(records, student, class_name)
            if export:
                _export(records, one.name, one.class_name, export)
            book = _only(book, one.id)
        real = book
        if pseudonyms:
            from quizzer.classroom.gradebook.pseudonyms import disguised_book  # noqa: PLC0415

            book = disguised_book(real, pseudonym_key())
        found = _to_repeat(records, drills, book) if pages or misses else []
    _save_tables(book, steps, timezone, csv_file, xlsx)
    if pages:
        _save_pages(Path(pages), book, found, steps, timezone)
    if misses:
        from quizzer.cli.handing_out import hand_out  # noqa: PLC0415

        hand_out(Path(misses), found, timezone)
    if as_json:
        for row in book.rows:
            print_json(_as_object(row, book, steps))
    elif not any((csv_file, xlsx, pages, misses, export)):
        _show(book, steps, timezone)


def _only(book: "Book", student_id: str) -> "Book":
    from dataclasses import replace  # noqa: PLC0415

    return replace(book, rows=tuple(row for row in book.rows if row.student.id == student_id))


def _to_repeat(records: "Records", drills: "Sequence[Drill]", book: "Book") -> "list[ToRepeat]":
    from quizzer.classroom.gradebook.misses import to_repeat  # noqa: PLC0415

    return to_repeat(records, drills, [row.student for row in book.rows])


def _export(records: "Records", name: str, class_name: str, target: str) -> None:
    import json  # noqa: PLC0415

    from quizzer.classroom.gradebook.person import person_data  # noqa: PLC0415
    from quizzer.deck.files import save_bytes  # noqa: PLC0415

    student = records.student(class_name, name)
    assert student is not None
    text = json.dumps(person_data(records, student), ensure_ascii=False, indent=2)
    save_bytes(Path(target), f"{text}\n".encode("utf-8", "backslashreplace"))
    click.echo(f"{target}: all data of {name}.", err=True)


def _save_tables(
    book: "Book", scale: "Scale", timezone: "tzinfo", csv_file: str | None, xlsx: str | None
) -> None:
    from quizzer.classroom.gradebook.tables import csv_table, workbook  # noqa: PLC0415
    from quizzer.cli.wording import counted  # noqa: PLC0415
    from quizzer.deck.files import save_bytes  # noqa: PLC0415

    counts = f"{counted(len(book.rows), 'student')}, {counted(len(book.drills), 'drill')}"
    if csv_file:
        # With a mark of order, by which spreadsheets know that the file is in UTF-8.
        text = csv_table(book, scale, timezone)
        save_bytes(Path(csv_file), text.encode("utf-8-sig", "replace"))
        click.echo(f"{csv_file}: {counts}.", err=True)
    if xlsx:
        save_bytes(Path(xlsx), workbook(book, scale, timezone))
        click.echo(f"{xlsx}: {counts}.", err=True)


def _save_pages(
    folder: Path, book: "Book", found: "list[ToRepeat]", scale: "Scale", timezone: "tzinfo"
) -> None:
    from quizzer.classroom.gradebook.pages import student_page  # noqa: PLC0415
    from quizzer.cli.handing_out import folder_names  # noqa: PLC0415
    from quizzer.cli.wording import counted  # noqa: PLC0415
    from quizzer.deck.files import save_bytes  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    names = folder_names([row.student for row in book.rows])
    for row, one in zip(book.rows, found, strict=True):
        path = folder / f"{names[row.student.id]}.html"
        save_bytes(path, student_page(row, book, one, scale, timezone).encode("utf-8", "replace"))
    click.echo(f"{folder}: {counted(len(book.rows), 'page')}.", err=True)


def _show(book: "Book", scale: "Scale", timezone: "tzinfo") -> None:
    width = max([len("student"), *(len(_shown(row)) for row in book.rows)])
    width = min(width, 30)
    most = max(1, (_WIDTH - width - 16) // 8)
    shown = book.drills[-most:]
    for number, drill in enumerate(shown, start=1):
        day = drill.started_at.astimezone(timezone)
        named = f" {drill.class_name}" if drill.class_name else ""
        click.echo(f"  {number}: {day:%Y-%m-%d}{named}, {drill.deck.title} ({drill.origin})")
    heads = "".join(f"{number:>8}" for number in range(1, len(shown) + 1))
    click.echo(f"{'student':{width}}{heads}    mean  mark")
    for row in book.rows:
        click.echo(_line(row, len(shown), width, scale))
    left = len(book.drills) - len(shown)
    if left:
        click.echo(f"Not shown: {left} earlier, which count in the mean.")
    click.echo("Next: quizzer grades --xlsx marks.xlsx, or --pages FOLDER for the students")


def _line(row: "Row", shown: int, width: int, scale: "Scale") -> str:
    shares = [None if mark is None else mark.share for mark in row.marks[-shown:]]
    cells = "".join("       -" if one is None else f"{100 * one:6.0f} %" for one in shares)
    mean = "       -" if row.mean is None else f"{100 * row.mean:6.1f} %"
    mark = "" if row.mean is None else scale.mark(row.mean)
    return f"{_shown(row)[:width]:{width}}{cells}{mean}  {mark}"


def _shown(row: "Row") -> str:
    from quizzer.cli.wording import safe  # noqa: PLC0415

    return safe(row.student.name)


def _as_object(row: "Row", book: "Book", scale: "Scale") -> dict[str, object]:
    return {
        "student": row.student.name,
        "class": row.student.class_name,
        "drills": [
            {"drill": drill.id, "deck": drill.deck.id, "points": mark.points, "of": mark.of}
            for drill, mark in zip(book.drills, row.marks, strict=True)
            if mark is not None
        ],
        "mean": row.mean,
        "mark": None if row.mean is None else scale.mark(row.mean),
    }
