"""Counts of the dead and hurt, and other figures that are no question."""

from quizzer.deck.model import NumberAnswer
from tests.questions.material import deck_of


def figures(text: str) -> dict[str, int]:
    """The stems about figures with their keys."""
    return {
        question.stem: int(question.answer.number)
        for question in deck_of(text).deck.questions
        if isinstance(question.answer, NumberAnswer)
    }


def test_two_tolls_of_one_accident_are_no_question() -> None:
    """Whichever of the two the key would be."""
    text = (
        "The explosion at the harbour of Bergen killed 203 people on Monday, the Port Authority"
        " of Bergen said.\n\nIda Holm visited Bergen. The blast in Bergen killed 253 people and"
        " destroyed the Harbour Hotel, Mayor Ida Holm said."
    )
    assert not any(key in {203, 253} for key in figures(text).values())
    assert not any("203" in q.stem or "253" in q.stem for q in deck_of(text).deck.questions)


def test_tolls_of_two_places_are_two() -> None:
    """Nobody takes one for the other."""
    text = (
        "The explosion at the harbour of Kenya killed 203 people.\n\n"
        "The explosion at the harbour of Tanzania killed 253 people."
    )
    assert {203, 253} <= set(figures(text).values())


def test_a_toll_has_the_day_of_the_report() -> None:
    """It may have grown since; a count of ships has not, nor an old toll."""
    stems = figures(
        "The explosion at the harbour of Bergen killed at least 203 people."
        " The Harbour Hotel of Bergen bought 40 boats.\n\n"
        "The explosion at the harbour of Tanzania killed 17 people on 3 February 1998."
    )
    by_key = {key: stem for stem, key in stems.items()}
    assert by_key[203].startswith("As reported on 14 May 2019, ")
    assert "14 May 2019" not in by_key[40]
    assert "14 May 2019" not in by_key[17]


def test_measures_told_in_passing_are_not_asked() -> None:
    """Storeys, pages and ages; the length of a truce is."""
    text = (
        "Ida Holm opened the 22-story Harbour Tower of Bergen. Ida Holm read the 340-page report"
        " of Statnor in Bergen. Lars Dahl met 61-year-old Ida Holm at the harbour of Bergen."
        " Norway and Denmark agreed to a 45-day truce on the fish of Bergen."
    )
    assert set(figures(text).values()) == {45}


def test_the_number_of_a_product_is_not_asked() -> None:
    """It belongs to the name; the number of those sold does not."""
    text = "Statnor sold 40 boats in Bergen. Ida Holm opened the new Statnor 2 harbour of Bergen."
    assert set(figures(text).values()) == {40}


def test_a_toll_of_others_is_another() -> None:
    """Americans among the dead are not the dead, nor one town's dead those of two."""
    text = (
        "The explosion in Kenya killed 203 people.\n\nThe blast in Kenya killed 253 Americans.\n\n"
        "The explosions in Kenya and Tanzania killed 280 people."
    )
    assert {203, 253} <= set(figures(text).values())
    assert not any("only count" in drop.reason for drop in deck_of(text).dropped)


def test_a_toll_of_months_ago_has_the_day_of_the_report_in_whatever_form() -> None:
    """Counts of the dead go up and down for months; after years they are settled."""
    text = (
        "Ingrid Solberg met Lars Holm in Bergen. Nearly simultaneous fires at ferry stations in"
        " Bergen and Aarhus on {} killed 258 people, including 12 Danes, and injured 500 people."
    )
    recent = [q.stem for q in deck_of(text.format("March 2")).deck.questions]
    settled = [q.stem for q in deck_of(text.format("March 2, 2017")).deck.questions]
    assert any("on what date" in stem.lower() for stem in recent)
    assert all("14 May 2019" in stem for stem in recent if "people" in stem)
    assert settled
    assert not any("14 May 2019" in stem for stem in settled)
