"""Who "the senator" and "the Norwegian premier" are."""

import pytest

from tests.questions.material import person_meant

TWO_SENATORS = (
    "Sen. Maria Lindqvist (R-Maine) and former Sen. Erik Dahl of Ohio met in Bergen. "
    "Conservative nominee Lars Holm opened the harbour. "
)


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The Conservative nominee left Bergen.", "nominee", "Lars Holm"),
        ("The former senator left Bergen.", "senator", "Erik Dahl"),
        ("The Maine senator left Bergen.", "senator", "Maria Lindqvist"),
        ("The Republican senator left Bergen.", "senator", "Maria Lindqvist"),
        ("The nominee left Bergen.", "nominee", "Lars Holm"),
    ],
)
def test_words_that_were_said_of_one_person_mean_that_person(
    text: str, noun: str, name: str
) -> None:
    """All the words of the phrase must have been said of the person."""
    assert person_meant(TWO_SENATORS + text, noun) == name


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The Liberal nominee left Bergen.", "nominee"),
        ("The mayor left Bergen.", "mayor"),
        ("The nominee of the Liberals left Bergen.", "nominee"),
        ("A nominee left Bergen.", "nominee"),
    ],
)
def test_words_that_were_said_of_nobody_mean_nobody(text: str, noun: str) -> None:
    """Another party, another office, no article."""
    assert person_meant(TWO_SENATORS + text, noun) is None


def test_of_two_who_hold_an_office_the_bare_noun_means_neither() -> None:
    """`the senator` after two of them is nobody."""
    text = "Sen. Maria Lindqvist and Sen. Erik Dahl met in Bergen. The senator left."
    assert person_meant(text, "senator") is None
