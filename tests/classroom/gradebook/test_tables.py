"""CSV and XLSX: real numbers and dates, and no live formula from any name."""

import csv
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from quizzer.classroom.gradebook.marks import Book, make_book
from quizzer.classroom.gradebook.scale import NAMED
from quizzer.classroom.gradebook.tables import csv_table, workbook
from tests.classroom.classroom import MAY, RIGHT, class_of, sit

NAMES = [
    "=1+1",
    "+49 30",
    "-Per",
    "@Ada",
    '=HYPERLINK("http://x.example","y")',
    "=cmd|' /C calc'!A0",
    "＝1",
    "O'Brien",
    "#N/A",
    "1e5",
    "true",
    'Zoë, "the" Fox',
    "李小龍",
    "bell\x07",
]


def book_of(home: Path) -> Book:
    """Two drills of a class with difficult names, one absent from the second."""
    with class_of(home) as records:
        sit(records, dict.fromkeys(NAMES, RIGHT))
        sit(records, {"=1+1": {}}, seed="2", at=MAY + timedelta(days=1))
        return make_book(records, records.drills())


def test_csv_holds_numbers_and_harmless_names(tmp_path: Path) -> None:
    """A row a student; empty where absent; formulas get an apostrophe."""
    rows = list(csv.reader(StringIO(csv_table(book_of(tmp_path), NAMED["letters"], UTC))))
    assert rows[0] == [
        *("class", "student"),
        *("2026-05-04 Seas & <oceans>", "2026-05-05 Seas & <oceans>", "mean", "mark"),
    ]
    by_name = {row[1]: row for row in rows[1:]}
    assert by_name["'=1+1"][2:] == ["80.0", "0.0", "40.0", "F"]
    assert by_name["O'Brien"][2:] == ["80.0", "", "80.0", "B"]
    assert len(by_name) == len(NAMES)
    for name in by_name:
        assert name[0] not in "=+-@\t\r＝＋－＠"


def test_workbook_holds_numbers_dates_and_text(tmp_path: Path) -> None:
    """As openpyxl reads it back: no formula anywhere, names as they are, percentages, days."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(workbook(book_of(tmp_path), NAMED["letters"], UTC)))
    marks, drills = book["Marks"], book["Drills"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    names = {marks.cell(row, 2).value for row in range(2, marks.max_row + 1)}
    assert names == {name.replace("\x07", "\ufffd") for name in NAMES}
    assert all(marks.cell(row, 2).data_type == "s" for row in range(2, marks.max_row + 1))
    numbers = [marks.cell(row, 3) for row in range(2, marks.max_row + 1)]
    assert all(cell.value == 0.8 and cell.number_format == "0.0%" for cell in numbers)
    assert drills["A2"].value == datetime(2026, 5, 4)
    assert drills["A2"].is_date
    assert (drills["E2"].value, drills["F2"].value) == (5, len(NAMES))
