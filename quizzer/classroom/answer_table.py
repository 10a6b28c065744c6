"""The table of typed-in answer sheets: `student,form,1,2,3,...`, a row a sheet."""

import csv
import io
from dataclasses import dataclass

from quizzer.diagnostics import Place, QuizzerError


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a student wrote, in the order of the form."""

    student: str
    form: str
    answers: tuple[str, ...]
    place: Place


def read_sheets(text: str, name: str) -> tuple[Sheet, ...]:
    """The sheets of a CSV file, which may use commas, semicolons or tabs.

    Raises:
        QuizzerError: the heading row lacks `student` or `form`, a cell is missing, or a student
            stands there twice.
    """
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    heading = [cell.strip().lower() for cell in rows[0]] if rows else []
    if heading[:2] != ["student", "form"]:
        hint = "begin with the row student,form,1,2,3,..."
        raise QuizzerError.at(Place(name, 1, 1), "there is no heading row", hint, "P201")
    sheets: dict[str, Sheet] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        place = Place(name, number, 1)
        if len(cells) < 2 or not cells[0] or not cells[1]:
            hint = "each row begins with a student and a form"
            raise QuizzerError.at(place, "the row is short", hint, "P202")
        if cells[0] in sheets:
            message = f"{cells[0]!r} stands here a second time"
            raise QuizzerError.at(place, message, "keep one row a student", "P203")
        sheets[cells[0]] = Sheet(cells[0], cells[1].upper(), tuple(cells[2:]), place)
    if not sheets:
        hint = "write a row for each student below it"
        raise QuizzerError.at(
            Place(name, 1, 1), "there is no sheet below the heading", hint, "P207"
        )
    return tuple(sheets.values())
