"""Distractors that a learner could believe."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, NumberAnswer, Span, TextAnswer
from quizzer.questions.candidates import Candidate
from quizzer.questions.names.aliases import initials
from quizzer.questions.names.gazetteer import is_same_place, written_out
from quizzer.questions.options.distractors import Pools
from quizzer.questions.options.near_numbers import near_numbers, round_step
from tests.questions.material import HARBOUR, deck_of, desk_of


@given(
    st.decimals(min_value="0.01", max_value=10**9, places=2),
    st.integers(0, 99),
    st.text(max_size=9),
)
def test_numbers_are_near_and_never_the_key(key: Decimal, seed: int, stem: str) -> None:
    """Three different numbers above zero, none the key, in order, with its decimals."""
    made = [Decimal(number) for number in near_numbers(key, seed, stem)]
    assert len(set(made)) == 3
    assert key not in made
    assert all(number > 0 for number in made)
    assert made == sorted(made)
    assert {number.as_tuple().exponent for number in made} == {min(key.as_tuple().exponent, 0)}


@pytest.mark.parametrize(
    ("key", "step"), [("175", "25"), ("1.5", "0.5"), ("30", "10"), ("7", "1"), ("3", "1")]
)
def test_steps_are_as_round_as_the_key(key: str, step: str) -> None:
    """The step between options has the key's roundness."""
    assert round_step(Decimal(key)) == Decimal(step)


@pytest.mark.parametrize("seed", range(9))
@pytest.mark.parametrize(
    ("key", "unit"), [(30, "days"), (48, "hours"), (7, "days"), (24, "months")]
)
def test_a_customary_time_stands_among_such_times(key: int, unit: str, seed: int) -> None:
    """Three other terms, none made by a step: beside 30 days stands 45 or 14, never 40."""
    made = near_numbers(Decimal(key), seed, "stem", unit=unit)
    assert len(set(made)) == 3
    assert str(key) not in made
    assert not {"40", "50", "38"} & set(made)
    assert list(made) == sorted(made, key=int)


def test_a_country_is_written_in_full_among_options() -> None:
    """Initials and full names do not stand side by side."""
    assert written_out("US") == written_out("U.S.") == "United States"
    assert written_out("Norway") == "Norway"


def test_an_acronym_is_its_long_form() -> None:
    """A body and its initials are one, so that neither stands beside the other."""
    assert initials("the Bergen Port Authority") == initials("BPA")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The United States", "U.S.", True),
        ("the UK", "Britain", True),
        ("Norway", "Denmark", False),
    ],
)
def test_a_country_has_many_names(one: str, other: str, same: bool) -> None:
    """Two names of one country never stand side by side."""
    assert is_same_place(one, other) is same


def test_options_have_the_form_of_the_key() -> None:
    """In a whole deck: people stand beside people, days beside days, numbers beside numbers."""
    people = {"Ingrid Solberg", "Lars Holm", "Maria Lindqvist", "Erik Dahl"}
    for question in deck_of(HARBOUR).deck.questions:
        match question.answer:
            case TextAnswer(text) if text in people:
                assert set(question.distractors) <= people - {text}
            case DateAnswer(date):
                assert all(len(other) == len(str(date)) for other in question.distractors)
                assert str(date) not in question.distractors
            case NumberAnswer(number):
                assert f"{number:f}" not in question.distractors
            case _:
                pass


def test_no_date_of_the_stem_is_an_option() -> None:
    """It belongs to something else there."""
    desk = desk_of(HARBOUR)
    place = Span(0, 1)
    asked = Candidate(
        kind="date", form="when", stem="On what date did Holm leave, after he came on 3 May 2019?",
        answer=DateAnswer(PartialDate(2019, 5, 7)), key="2019-05-07", evidence=(place,),
        fact=place, sentence=0, pool="date",
    )  # fmt: skip
    chosen = Pools(desk).choose(asked)
    assert len(chosen) == 3
    assert "2019-05-03" not in chosen
    elsewhere = replace(asked, stem="On what date did Holm leave?")
    assert "2019-05-03" in Pools(desk).choose(elsewhere)
