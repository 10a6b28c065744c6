"""Marks over drills: who was there, who was not, and what counts."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.gradebook.marks import make_book
from quizzer.classroom.gradebook.scale import NAMED, parse_scale
from quizzer.diagnostics import QuizzerError
from tests.classroom.classroom import MAY, RIGHT, class_of, sit
from tests.classroom.items.test_gather import live


def test_marks_by_student_over_drills(tmp_path: Path) -> None:
    """Drills from the oldest on; whoever was absent has no mark, and the mean leaves it out."""
    with class_of(tmp_path) as records:
        sit(records, {"Per": RIGHT}, seed="2", at=MAY + timedelta(days=1))
        sit(records, {"Ida": RIGHT, "Per": {"largest": "Pacific"}})
        book = make_book(records, records.drills())
        strict = make_book(records, records.drills(), absent_is_zero=True)
    ida, per = book.rows
    assert [None if mark is None else mark.points for mark in ida.marks] == [4, None]
    assert [None if mark is None else mark.share for mark in per.marks] == [0.2, 0.8]
    assert (ida.mean, per.mean) == (pytest.approx(0.8), pytest.approx(0.5))
    assert strict.rows[0].mean == pytest.approx(0.4)


def test_second_rounds_and_what_the_host_took_out_do_not_count(tmp_path: Path) -> None:
    """Of the live drill only the first round of the first question is left."""
    with class_of(tmp_path) as records:
        sit(records, {"Ida": {}, "Per": {}})
        live(records, {"Ida": 1.0, "Per": 0.0})
        ida, per = make_book(records, records.drills()).rows
    assert [(m.points, m.of) for m in ida.marks if m] == [(0, 5), (1, 1)]
    assert [(m.points, m.of) for m in per.marks if m] == [(0, 5), (0, 1)]


def test_who_was_sent_out_has_no_mark(tmp_path: Path) -> None:
    """A kicked player's seat is no mark of 0."""
    with class_of(tmp_path) as records:
        sit(records, {"Ida": RIGHT})
        live(records, {"Ida": 0.0}, is_kicked=True)
        (ida,) = make_book(records, records.drills()).rows
    assert ida.marks[1] is None


@pytest.mark.parametrize(
    ("scale", "share", "mark"),
    [
        ("letters", 0.9, "A"),
        ("letters", 0.8999, "B"),
        ("letters", 0.0, "F"),
        ("1-6", 0.92, "1"),
        ("1-6", 0.299, "6"),
        ("plus-minus", 0.87, "B+"),
        ("pass", 0.6, "pass"),
        ("very good:75, good: 50%,poor:0", 0.5, "good"),
        ("letters", 1 / 3 + 1 / 3 + 7 / 30, "A"),
    ],
)
def test_scales(scale: str, share: float, mark: str) -> None:
    """A step is reached at its percentage, and sums of thirds do not miss it."""
    assert parse_scale(scale).mark(share) == mark


@given(st.floats(0, 1))
def test_every_share_has_a_mark(share: float) -> None:
    """On every scale, and more is never worse."""
    for scale in NAMED.values():
        names = [name for name, _ in scale.steps]
        assert names.index(scale.mark(1)) <= names.index(scale.mark(share))


@pytest.mark.parametrize(
    "text", ["", "A", "A:x,B:0", "A:50,B:60,C:0", "A:90,B:10", "A:120,B:0", ":0"]
)
def test_what_is_no_scale_is_refused(text: str) -> None:
    """One line with an example."""
    with pytest.raises(QuizzerError, match="write it as A:90"):
        parse_scale(text)
