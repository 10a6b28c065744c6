"""Questions about when something happened."""

import pytest

from tests.questions.material import deck_of

LEAD = "Ingrid Solberg, the prime minister of Norway, met Lars Holm in Bergen. "


def date_stems(text: str) -> list[str]:
    """The stems of the date questions about the sentence behind the lead."""
    return [q.stem for q in deck_of(LEAD + text).deck.questions if q.kind == "date"]


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Solberg broke with President Dahl Monday over the ferry between Bergen and Aarhus.",
         "On what date did Ingrid Solberg break with President Dahl over the ferry between Bergen"
         " and Aarhus?"),
        ("Denmark sold more than 300,000 last year.",
         "In what year did Denmark sell more than 300,000?"),
        ("The mayor of Bergen saw Lars Holm May 3, two days after Solberg sold the ferry line.",
         "On what date did the mayor of Bergen see Lars Holm?"),
        ("Lars Holm resigned Monday, one day after his birthday, as head of the Bergen choir.",
         "On what date did Lars Holm resign as head of the Bergen choir?"),
        ("Lars Holm was last seen near the port of Bergen on May 3, the day before Solberg sold"
         " the ferry line.",
         "As of May 2019, on what date was Lars Holm last seen near the port of Bergen?"),
    ],
)  # fmt: skip
def test_only_the_date_is_taken_out(sentence: str, stem: str) -> None:
    """A name or a number beside the date stays, a second date counted from it goes."""
    assert stem in date_stems(sentence)


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("On Friday, the Bergen Port Authority planned to build 32 boats for divers.",
         "As reported in May 2019, on what date was the Bergen Port Authority due to build 32"
         " boats for divers?"),
        ("On Friday, the mayors of Bergen and Aarhus planned to build 32 boats for divers.",
         "As reported in May 2019, on what date were the mayors of Bergen and Aarhus due to build"
         " 32 boats for divers?"),
    ],
)  # fmt: skip
def test_a_plan_is_asked_for_by_its_day(sentence: str, stem: str) -> None:
    """`Plan` would ask for the day on which the plan was made; whether it was kept is not told."""
    assert stem in date_stems(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "As the Bergen Post reported on Monday, many engineers doubt that the ferry will come.",
        "Lars Holm was hired by the Bergen Port Authority and fired by it on Monday.",
        "Lars Holm, who was born in Bergen, meets the king of Norway on Monday.",
    ],
)
def test_no_date_is_asked_for(sentence: str) -> None:
    """Not in a clause that lacks its object or its verb, and not where the day is to come."""
    assert date_stems(sentence) == []
