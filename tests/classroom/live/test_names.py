"""Nicknames are text, short, and fit for a class."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.live.names import LONGEST, clean_name


@pytest.mark.parametrize(
    "name",
    [
        "Ida",
        "O'Brien",
        "Anne-Marie",
        "Zoë",
        "日本",
        "محمد",
        "🙂",
        "Mr Dickens",
        "Scunthorpe",
        "<b>",
    ],
)
def test_names_are_kept(name: str) -> None:
    """Apostrophes, other scripts and even markup, which is shown as the text that it is."""
    assert clean_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "\u200b",
        "x" * 25,
        "x" * 10_000,
        "...",
        "f.u.c.k",
        "Sh1t",
        "F U C K",
        "Şhit",
        "Fuuuck",
        "a55",
        "Asss",
    ],
)
def test_names_are_refused(name: str) -> None:
    """Empty, invisible, too long, rude in whatever dress."""
    assert clean_name(name) is None


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("\x1b[31mIda\x07", "[31mIda"),
        ("\u202eadI", "adI"),
        ("I\u200bd\u00ada", "Ida"),
        ("Ida\n  Berg", "Ida Berg"),
        ("Ida\u00a0Berg", "Ida Berg"),
        ("e" + "\u0301" * 20, "é\u0301\u0301"),
    ],
)
def test_what_steers_a_terminal_or_hides_is_dropped(raw: str, name: str) -> None:
    """Escapes, direction marks, zero widths, towers of accents."""
    assert clean_name(raw) == name


@given(st.text(max_size=60))
def test_a_clean_name_is_clean_and_stays_so(raw: str) -> None:
    """Cleaning twice is cleaning once; nothing invisible is left, and it is short."""
    name = clean_name(raw)
    if name is None:
        return
    assert clean_name(name) == name
    assert 1 <= len(name) <= LONGEST
    assert not any(unicodedata.category(letter).startswith("C") for letter in name)
