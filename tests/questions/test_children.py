"""The children whom an article names, and what it calls them afterwards."""

import pytest

from quizzer.questions.grammar.wording import render
from tests.questions.material import desk_of, person_meant

BOY = (
    "Six-year-old Mattis Lindqvist was found on a raft near Bergen on 4 May 2015. "
    "Rescuers took Mattis to a hospital. "
)


@pytest.mark.parametrize("noun", ["boy", "child"])
def test_the_only_child_named_with_an_age_is_the_boy(noun: str) -> None:
    """The words for a child mean the one whose age the article tells."""
    assert person_meant(f"{BOY}The {noun} asked for bread.", noun) == "Mattis Lindqvist"


def test_an_age_behind_the_name_tells_as_well() -> None:
    """`Mattis Lindqvist, 6,` is a child."""
    text = "Mattis Lindqvist, 6, was found near Bergen. The boy asked for bread."
    assert person_meant(text, "boy") == "Mattis Lindqvist"


def test_one_young_age_and_the_parents_of_one_tell_who_the_child_is() -> None:
    """The age need not stand beside the name, where the article tells of one alone."""
    text = (
        "The mother of Mattis Lindqvist came to Bergen. She had lost her six-year-old son there. "
        "The boy asked for bread."
    )
    assert person_meant(text, "boy") == "Mattis Lindqvist"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Mattis Lindqvist, 42, was found near Bergen. The boy asked for bread.", "boy"),
        (f"{BOY}Ida Dahl, 7, came too. The child asked for bread.", "child"),
        (f"{BOY}Near him stood another boy. The boy asked for bread.", "boy"),
        (f"{BOY}The older boy asked for bread.", "boy"),
        (f"{BOY}A boy asked for bread.", "boy"),
        (BOY.replace("Mattis", "Maria") + "The boy asked for bread.", "boy"),
        ("The boy asked for bread. " + BOY.replace("Rescuers", "They"), "boy"),
    ],
)
def test_nobody_is_meant_where_it_may_be_another(text: str, noun: str) -> None:
    """A grown man, one of two, one beside another, a girl, one who is named later."""
    assert person_meant(text, noun) is None


def test_a_child_goes_on_under_its_first_name() -> None:
    """One mention by the first name is enough, and the name need not be a known one."""
    text = "Five-year-old Vaiko Lindqvist was found near Bergen. Rescuers took Vaiko to a hospital."
    people = desk_of(text).people
    assert people.name("Vaiko") == "Vaiko Lindqvist"
    assert desk_of(text.replace("Five-year-old", "Fisherman")).people.name("Vaiko") is None


def grounded(text: str) -> str:
    """The last sentence, as it stands alone."""
    desk = desk_of(text)
    sentence = desk.reading.sentences[-1]
    found = desk.grounding.ground(sentence, sentence.tokens)
    assert not found.problems
    return render(sentence.tokens, found.swaps)


def test_an_owner_keeps_its_ending() -> None:
    """The name stands for the noun alone, not for the ending of the possessive."""
    told = grounded(f"{BOY}Reporters met the boy's father in Oslo.")
    assert told == "Reporters met Mattis Lindqvist's father in Oslo."


def test_behind_the_name_the_boy_may_stay() -> None:
    """The name is not put twice."""
    told = grounded(f"{BOY}Relatives of Mattis in Oslo met the boy.")
    assert told == "Relatives of Mattis Lindqvist in Oslo met the boy."
