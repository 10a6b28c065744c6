"""Tables that a spreadsheet will open: CSV whose text stays text."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

_FORMULA = re.compile(r"[ \u00a0\u200b\ufeff\x00']*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet reads as a formula, full-width forms included: spaces before it are skipped
by some programs, control characters by others. Apostrophes before it are part of the rule, so that
what was written can always be got back."""


def csv_text(rows: Iterable[Iterable[object]], line_end: str = "\n") -> str:
    """Rows as CSV (RFC 4180, but for the line's end), with all texts harmless."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator=line_end)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe is put before one.

    >>> harmless("=1+1"), harmless(" =1+1"), harmless("O'Brien")
    ("'=1+1", "' =1+1", "O'Brien")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def meant(cell: str) -> str:
    """What a cell held before an apostrophe kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
