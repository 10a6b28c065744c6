"""What the words of a stem say of the number asked for."""

from decimal import Decimal

import pytest

from quizzer.questions.options.near_numbers import near_numbers
from quizzer.questions.options.stem_bounds import bounds_of


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("stem", "key", "side"),
    [
        ("A poll shows Holm leading Dahl ____ percent to 31 percent.", "36", "above 31"),
        ("A poll shows Holm leading Dahl 36 percent to ____ percent.", "31", "below 36"),
        ("The number of ferries rose from 20 to ____ in 2018.", "24", "above 20"),
        ("The number of ferries fell from ____ to 20 in 2018.", "24", "above 20"),
        ("The port counted ____ ships, up from 310 in 2017.", "350", "above 310"),
        ("The firm was fined 90 million, including a record ____ penalty.", "60", "below 90"),
    ],
)
def test_no_option_contradicts_the_stem(stem: str, key: str, side: str, seed: int) -> None:
    """Whoever leads has more, and what rose was less before."""
    made = near_numbers(Decimal(key), seed, stem, bounds_of(stem, Decimal(key), None))
    word, limit = side.split()
    assert len(set(made)) == 3
    for number in map(Decimal, made):
        assert number > Decimal(limit) if word == "above" else number < Decimal(limit)


def test_no_option_stands_in_the_stem() -> None:
    """A number that the stem gives to something else would be seen to be wrong."""
    stem = "The port has ____ cranes and 40 tugs."
    for seed in range(9):
        assert "40" not in near_numbers(Decimal(30), seed, stem, bounds_of(stem, Decimal(30), None))


def test_a_percentage_stays_below_a_hundred() -> None:
    """Unless it is more itself."""
    assert bounds_of("____ percent of ships", Decimal(95), "percent").most == 100
    assert bounds_of("____ percent of ships", Decimal(120), "percent").most is None


def test_the_article_before_a_gap_fits_every_option() -> None:
    """`a ____ percent rise` has no 8 or 11 among its options, `an ____` nothing else."""
    plain = bounds_of("Sales saw a ____ percent rise.", Decimal(10), "percent")
    assert not plain.allow(Decimal(8))
    assert not plain.allow(Decimal(11))
    assert plain.allow(Decimal(12))
    vowel = bounds_of("The port needs an ____ million dollar loan.", Decimal(8), "million")
    assert vowel.allow(Decimal(80))
    assert not vowel.allow(Decimal(9))


def test_nothing_counted_is_one() -> None:
    """`1 bouts` would be seen to be wrong; 1 percent would not."""
    assert not bounds_of("Holm had ____ bouts of flu.", Decimal(3), None).allow(Decimal(1))
    assert bounds_of("Only ____ percent of ships sank.", Decimal(3), "percent").allow(Decimal(1))


def test_millions_stay_below_a_billion() -> None:
    """Nobody writes 1100 million beside 916 million."""
    assert bounds_of("a ____ loss", Decimal(916), "million US dollars").most == 1000
    assert bounds_of("a ____ loss", Decimal(916), None).most is None
