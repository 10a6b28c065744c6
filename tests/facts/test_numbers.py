"""Numbers in digits and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.facts.numbers import number_words, parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("thirty-five", "35"),
        ("1,250.5", "1250.5"),
        ("a dozen", "12"),
        ("Two dozen", "24"),
        ("2.3 million", "2300000"),
        ("a hundred", "100"),
        ("twelve hundred", "1200"),
        ("two hundred thousand and six", "200006"),
        ("3 1/2", "3.5"),
        ("3/4", "0.75"),
        ("5½", "5.5"),
        ("zero", "0"),
    ],
)
def test_numbers_are_read(text: str, number: str) -> None:
    """Digits, words and mixtures of both have the value that a reader gives them."""
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "and",
        "five thirty",
        "million",
        "twenty eleven",
        "one hundred and",
        "1,25",
        "1/0",
        "two million billion",
        "cat",
        "ten-ten",
        "thousand two",
    ],
)
def test_other_words_are_no_numbers(text: str) -> None:
    """What does not add up to one number is none."""
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("second", 2),
        ("21st", 21),
        ("Twenty-first", 21),
        ("hundredth", 100),
        ("12th", 12),
        ("two hundredth", 200),
        ("one hundred and third", 103),
        ("ninetieth", 90),
        ("fortieth", 40),
    ],
)
def test_ordinals_are_read(text: str, place: int) -> None:
    """Ordinals name a place."""
    assert parse_ordinal(text) == place


@pytest.mark.parametrize("text", ["", "one", "secondly", "cat third", "st"])
def test_other_words_are_no_ordinals(text: str) -> None:
    """What names no place is none."""
    assert parse_ordinal(text) is None


@given(st.integers(0, 999_999))
def test_words_come_back_as_the_number(number: int) -> None:
    """Every number below a million can be said and read again."""
    assert parse_number(number_words(number)) == number


@given(st.integers(0, 10**12))
def test_digits_come_back_as_the_number(number: int) -> None:
    """Thousands separators are read."""
    assert parse_number(f"{number:,}") == parse_number(str(number)) == number


@pytest.mark.parametrize("number", [-1, 10**6])
def test_numbers_out_of_reach_are_refused(number: int) -> None:
    """Only what the module can say is said."""
    with pytest.raises(ValueError, match="999999"):
        number_words(number)


@given(st.text())
def test_no_text_crashes(text: str) -> None:
    """Any text is a number, an ordinal, or neither."""
    number, place = parse_number(text), parse_ordinal(text)
    assert number is None or number >= 0
    assert place is None or place >= 0
