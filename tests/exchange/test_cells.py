"""Cells that spreadsheets take for text, and from which what was written can be got back."""

import csv
from io import StringIO

from hypothesis import example, given
from hypothesis import strategies as st

from quizzer.exchange.cells import csv_text, harmless, meant

TEXTS = st.text(min_size=1, max_size=20)


@given(TEXTS)
def test_no_cell_begins_a_formula(text: str) -> None:
    """Whatever stands first, spaces and invisible characters set aside."""
    assert not harmless(text).lstrip(" \u00a0\u200b\ufeff\x00").startswith(tuple("=+-@\t\r\n"))
    assert harmless(text) in (text, f"'{text}")


@given(st.text(alphabet=" '=@a", max_size=5) | TEXTS)
@example("' =1")
def test_what_was_written_can_be_got_back(text: str) -> None:
    """Also where it had apostrophes of its own; so two texts never become one cell."""
    assert meant(harmless(text)) == text


def test_a_table_keeps_numbers_and_guards_texts() -> None:
    """Numbers may be negative; quotation marks and line ends are CSV's own."""
    text = csv_text([("name", "points"), ('=HYPERLINK("x")', -1.5), ('say "a,b"', 2)])
    rows = list(csv.reader(StringIO(text)))
    assert rows[1:] == [['\'=HYPERLINK("x")', "-1.5"], ['say "a,b"', "2"]]
    assert csv_text([("a", "b")], line_end="\r\n") == "a,b\r\n"
