"""What cited words can hold: numbers and dates in all their forms, and not the others."""

from decimal import Decimal

import pytest

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, NumberAnswer, TextAnswer
from quizzer.deck.support import unsupported_part


@pytest.mark.parametrize(
    ("number", "cited", "held"),
    [
        ("-5", "It was -5 degrees.", True),
        ("-5", "It was minus five degrees.", True),
        ("150", "One hundred and fifty people came.", True),
        ("1250", "One thousand two hundred and fifty people came.", True),
        ("1250", "It cost 1 250 crowns.", True),
        ("1250", "It cost 1,250 crowns.", True),
        ("1.5", "It took an hour and a half.", True),
        ("2.5", "It took two and a half hours.", True),
        ("2300000000", "It cost $2.3 billion.", True),
        ("1.5", "a 1.5-hour call", True),
        ("2", "It was the second call.", True),
        ("12", "A dozen people came.", True),
        ("151", "One hundred and fifty people came.", False),
        ("1.5", "It took two hours.", False),
        ("300", "Thirty people came.", False),
    ],
)
def test_numbers(number: str, cited: str, held: bool) -> None:
    """Signs, words, thousands, halves and scales."""
    answer = NumberAnswer(Decimal(number))
    assert (unsupported_part(answer, cited, cited) is None) is held


@pytest.mark.parametrize(
    ("date", "cited", "held"),
    [
        ("2021-05-04", "On 4 May 2021 it sailed.", True),
        ("2021-05-04", "On May 4, 2021, it sailed.", True),
        ("2021-05-04", "On May 4th it sailed.", True),
        ("2021-05-04", "It sailed from May 1 to 4.", True),
        ("2021-05-04", "On 4 May 2019 it sailed.", False),
        ("2021-05-04", "On 9 June 2019 he said that it sailed.", False),
        ("2021-05-04", "It sailed on Tuesday.", True),
        ("2021-05-04", "It sailed the same day.", True),
        ("2021", "In 1850 it sank after a storm.", False),
        ("2021", "It sank last year.", True),
        ("2021-05", "It sank in May.", True),
        ("2021-05", "It sank in June.", False),
    ],
)
def test_dates(date: str, cited: str, held: bool) -> None:
    """Written forms count, other days and years do not, relative words are let pass."""
    answer = DateAnswer(PartialDate.parse(date))
    assert (unsupported_part(answer, cited, cited) is None) is held


def test_names() -> None:
    """A word of the name is enough, or the whole name elsewhere in the source."""
    assert unsupported_part(TextAnswer("Ida Moe"), "Moe spoke.", "Moe spoke.") is None
    assert unsupported_part(TextAnswer("Ida Moe"), "She spoke.", "Ida Moe came. She spoke.") is None
    assert unsupported_part(TextAnswer("Per Lund"), "She spoke.", "Ida Moe came.") == "Per Lund"


def test_abbreviations_hold_what_they_stand_for() -> None:
    """`Wis.` may be Wisconsin, and is not Ohio."""
    cited = "Rep. Moe (D-Wis.) came with Sen. Lund (R-N.C.)."
    assert unsupported_part(TextAnswer("Wisconsin"), cited, cited) is None
    assert unsupported_part(TextAnswer("North Carolina"), cited, cited) is None
    assert unsupported_part(TextAnswer("Ohio"), cited, cited) == "Ohio"
