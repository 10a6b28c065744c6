"""Publication dates in the lines around an article."""

import pytest

from quizzer.article.published import find_in_dateline, find_published, parse_day


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2025.03.19 11:53", "2025-03-19"),
        ("2025-03-19T11:53:00Z", "2025-03-19"),
        ("2025/3/9", "2025-03-09"),
        ("2025年3月19日", "2025-03-19"),
        ("March 19, 2025", "2025-03-19"),
        ("Mar. 19, 2025 at 4:05 p.m. ET", "2025-03-19"),
        ("Published 19 March 2025", "2025-03-19"),
        ("Wednesday, 19th of March 2025", "2025-03-19"),
        ("19-Mar-2025", "2025-03-19"),
        ("19.03.2025, 11:53", "2025-03-19"),
        ("19/03/2025", "2025-03-19"),
        ("03/19/2025", "2025-03-19"),
        ("By Ann Lee | Sept 9, 2016 | Politics", "2016-09-09"),
        ("Published: March 2025", "2025-03"),
    ],
)
def test_usual_forms_are_read(line: str, date: str) -> None:
    """Each form has the day that a reader sees in it."""
    assert str(find_published([line])) == date


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2025",
        "30 February 2025",
        "Call 2025.13.40 now",
        "Page 3 of 12",
        "The treaty was signed in the town hall by both sides on 4 May 1920, after long talks",
        "He was born on 4 May 1920.",
    ],
)
def test_doubtful_dates_are_left_alone(line: str) -> None:
    """What has two readings, does not exist, or is part of a sentence is no publication date."""
    assert find_published([line]) is None


def test_published_wins_over_updated() -> None:
    """A later update does not move the day of an article."""
    lines = ["Updated 21 March 2025", "Published 19 March 2025"]
    assert str(find_published(lines)) == "2025-03-19"


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("LIMA (AP) - Sept. 9, 2016 - The river rose.", "2016-09-09"),
        ("LIMA, Peru, 9 May 2016 (AP) -- The river rose.", "2016-05-09"),
        ("LIMA (AP) - The river rose on 9 May 2016.", None),
        ("The river rose on 9 May 2016 - again.", None),
    ],
)
def test_a_dateline_gives_its_own_date_only(opening: str, date: str | None) -> None:
    """A date counts in a dateline, not in the sentence behind it."""
    found = find_in_dateline(opening)
    assert (found and str(found)) == date


def test_a_field_may_hold_any_form() -> None:
    """Front matter is written by people and by programs."""
    assert str(parse_day("2024-06-12 09:15:00 +0200")) == "2024-06-12"
    assert str(parse_day("June 12, 2024")) == "2024-06-12"
    assert parse_day("soon") is None
