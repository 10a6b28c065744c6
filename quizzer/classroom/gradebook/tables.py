"""The marks as CSV and as a workbook: real numbers and dates, and text that stays text."""

import re
from collections.abc import Sequence
from datetime import tzinfo
from io import BytesIO
from typing import TYPE_CHECKING, Any

from quizzer.classroom.gradebook.marks import Book
from quizzer.classroom.gradebook.scale import Scale
from quizzer.classroom.records.model import Drill
from quizzer.exchange.cells import csv_text
from quizzer.extras import require

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a workbook cannot hold."""


def titles(drills: Sequence[Drill], timezone: tzinfo) -> list[str]:
    """A heading for each drill: its day and its deck, numbered where two would be the same."""
    found: list[str] = []
    for drill in drills:
        title = f"{drill.started_at.astimezone(timezone):%Y-%m-%d} {drill.deck.title}"
        same = sum(one == title or one.startswith(f"{title} (") for one in found)
        found.append(f"{title} ({same + 1})" if same else title)
    return found


def csv_table(book: Book, scale: Scale, timezone: tzinfo) -> str:
    """A row a student: percentages with one decimal, empty where absent; the mean; the mark."""
    rows = [("class", "student", *titles(book.drills, timezone), "mean", "mark")]
    for row in book.rows:
        shares = [None if mark is None else mark.share for mark in (*row.marks,)]
        numbers = ["" if one is None else f"{100 * one:.1f}" for one in (*shares, row.mean)]
        mark = "" if row.mean is None else scale.mark(row.mean)
        rows.append((row.student.class_name, row.student.name, *numbers, mark))
    return csv_text(rows)


def workbook(book: Book, scale: Scale, timezone: tzinfo) -> bytes:
    """An XLSX file: the sheet `Marks`, and `Drills` with what was asked when.

    Raises:
        QuizzerError: openpyxl is not installed.
    """
    require("openpyxl", "classroom", "quizzer", "a workbook", "G111", "use --csv")
    from openpyxl import Workbook  # noqa: PLC0415 - 100 ms that only a workbook needs

    made = Workbook()
    marks = made.active
    marks.title = "Marks"
    _fill_marks(marks, book, scale, timezone)
    _fill_drills(made.create_sheet("Drills"), book, timezone)
    # The time of making would make the same marks another file.
    made.properties.creator = "quizzer"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _fill_marks(sheet: "Worksheet", book: Book, scale: Scale, timezone: tzinfo) -> None:
    heads = ["Class", "Student", *titles(book.drills, timezone), "Mean", "Mark"]
    from openpyxl.styles import Alignment  # noqa: PLC0415

    centered = Alignment(horizontal="center")
    _heading(sheet, heads)
    for number, row in enumerate(book.rows, start=2):
        _text(sheet, number, 1, row.student.class_name)
        _text(sheet, number, 2, row.student.name)
        shares = [None if mark is None else mark.share for mark in row.marks]
        for place, share in enumerate((*shares, row.mean), start=3):
            if share is not None:
                cell = sheet.cell(number, place, round(share, 6))
                cell.number_format = "0.0%"
        if row.mean is not None:
            _text(sheet, number, len(heads), scale.mark(row.mean)).alignment = centered
    sheet.freeze_panes = "C2"
    _widths(sheet, [10, 26, *[14] * len(book.drills), 9, 8])


def _fill_drills(sheet: "Worksheet", book: Book, timezone: tzinfo) -> None:
    _heading(sheet, ["Day", "Deck", "Class", "How", "Questions", "Students", "Mean"])
    for number, drill in enumerate(book.drills, start=2):
        place = number - 2
        marks = [row.marks[place] for row in book.rows]
        shares = [mark.share for mark in marks if mark is not None]
        day = drill.started_at.astimezone(timezone).date()
        sheet.cell(number, 1, day).number_format = "yyyy-mm-dd"
        for column, text in enumerate((drill.deck.title, drill.class_name, drill.origin), start=2):
            _text(sheet, number, column, text)
        sheet.cell(number, 5, max((mark.of for mark in marks if mark is not None), default=0))
        sheet.cell(number, 6, len(shares))
        if shares:
            sheet.cell(number, 7, round(sum(shares) / len(shares), 6)).number_format = "0.0%"
    sheet.freeze_panes = "A2"
    _widths(sheet, [12, 44, 10, 8, 11, 10, 9])


def _heading(sheet: "Worksheet", heads: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    for place, head in enumerate(heads, start=1):
        cell = _text(sheet, 1, place, head)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    # Programs that read the file do not make room for wrapped lines by themselves.
    sheet.row_dimensions[1].height = 15 * min(max(1 + len(head) // 10 for head in heads), 8)
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"


def _text(sheet: "Worksheet", row: int, column: int, text: str) -> Any:
    """A cell that holds text as text, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = _FORBIDDEN.sub("\ufffd", text)
    # openpyxl takes what begins with = for a formula, and some words for errors.
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _widths(sheet: "Worksheet", widths: Sequence[int]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
