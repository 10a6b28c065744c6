"""What a learner may type beside the key."""

import pytest

from quizzer.deck.model import Span, TextAnswer
from quizzer.questions.candidates import Candidate
from quizzer.questions.names.accepted import accepted_forms, with_other_names
from tests.questions.material import deck_of, desk_of


def forms(text: str, person: str) -> tuple[str, ...]:
    """The accepted forms of a person's name."""
    return accepted_forms(desk_of(text), person)


def test_the_surname_comes_first() -> None:
    """With every other form that the article uses."""
    text = "Kim Jong Un met Park Geun-hye in Bergen. Park said that Kim was late for the ferry."
    assert forms(text, "Park Geun-hye") == ("Park",)


def test_what_stands_before_a_first_name_is_no_form() -> None:
    """An insult before a name is no other name, a middle name is."""
    text = (
        "Lars Holm visited Bergen. Crooked Lars Holm lied, said Ida Dahl. Lars Erik Holm went"
        " home. Lars Holm slept."
    )
    desk = desk_of(text)
    desk.people.full |= {"Crooked Lars Holm": "Lars Holm", "Lars Erik Holm": "Lars Holm"}
    assert accepted_forms(desk, "Lars Holm") == ("Holm", "Lars Erik Holm")


@pytest.mark.parametrize(
    ("named", "key", "other"),
    [
        ("The FBI", "FBI", "Federal Bureau of Investigation"),
        ("The Justice Department", "Justice Department", "DOJ"),
        ("The European Union", "European Union", "EU"),
    ],
)
def test_a_body_has_its_other_names(named: str, key: str, other: str) -> None:
    """Keys go without the article, and the other names are as right."""
    text = (
        "Lars Holm visited Bergen on 3 May 2019.\n\n"
        f"{named} said that the ferry to Bergen was unsafe. {named} fined the port of Bergen."
    )
    keys = {
        question.answer.text: question.accept
        for question in deck_of(text).deck.questions
        if "which organization" in question.stem.lower()
    }
    assert set(keys) == {key}
    assert other in keys[key]
    assert key not in keys[key]


@pytest.mark.parametrize(
    ("key", "accepted"),
    [
        ("the Norwegian government", ("Norway",)),
        ("the U.S. government", ("United States",)),
        ("the city government", ()),
    ],
)
def test_a_government_may_be_called_by_its_country(key: str, accepted: tuple[str, ...]) -> None:
    """Asked which government, nobody is wrong who types the country."""
    desk = desk_of("Lars Holm met Ida Lund in Bergen.")
    candidate = Candidate(
        kind="event", form="who", stem="Which government offered help?", answer=TextAnswer(key),
        key=key, evidence=(Span(0, 10),), fact=Span(0, 10), sentence=0,
    )  # fmt: skip
    assert with_other_names(candidate, desk) == accepted
