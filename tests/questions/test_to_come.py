"""Days that were to come when the article was written, on 14 May 2019."""

import pytest

from tests.questions.material import deck_of

INTRODUCTION = "Ingrid Solberg met Lars Holm in Bergen. "


def stems(text: str) -> list[str]:
    """The stems of the deck made of an introduction and `text`, without their openings."""
    found = [q.stem for q in deck_of(INTRODUCTION + text).deck.questions]
    return [stem for stem in found if "Solberg meet" not in stem and "olberg met" not in stem]


@pytest.mark.parametrize(
    ("told", "as_then"),
    [
        (
            "Lars Holm is expected to call for a ban on tall ships at a meeting in Oslo on Sunday.",
            "who was expected to call for a ban on tall ships at a meeting in Oslo on 19 May 2019?",
        ),
        (
            "Solberg is scheduled to speak with sailors at the Nordic Museum in Oslo later today.",
            "who was scheduled to speak with sailors at the Nordic Museum in Oslo on 14 May 2019?",
        ),
        (
            "Ingrid Solberg will open the ferry line between Bergen and Aarhus on 30 May 2019.",
            "on what date was Ingrid Solberg to open the ferry line between Bergen and Aarhus?",
        ),
        (
            "Ingrid Solberg and Lars Holm will meet at the Nordic Museum in Oslo on 30 May 2019.",
            "on what date were Ingrid Solberg and Lars Holm to meet at the Nordic Museum in Oslo?",
        ),
        (
            "Lars Holm will visit the museum in Oslo and open a line to Aarhus in June 2019.",
            "in what month was Lars Holm to open a line to Aarhus?",
        ),
        (
            "Lars Holm said that Denmark will open four ferry lines to Bergen on 30 May 2019.",
            "who said that Denmark would open four ferry lines to Bergen on 30 May 2019?",
        ),
        (
            "Lars Holm said that Denmark will open six lines between Oslo and Aarhus in June 2019.",
            "how many lines between Oslo and Aarhus would Denmark open in June 2019?",
        ),
    ],
)
def test_what_was_to_come_is_told_as_it_was_then(told: str, as_then: str) -> None:
    """The verb looks back, and the opening says from when."""
    found = [stem for stem in stems(told) if stem.endswith(as_then)]
    assert found
    assert all(" May 2019, " in stem.removesuffix(as_then) for stem in found)


@pytest.mark.parametrize(
    "told",
    [
        "Ingrid Solberg opened the ferry line between Bergen and Aarhus on 3 May 2019.",
        "Lars Holm was expected to call for a ban on tall ships in Oslo on 3 May 2019.",
    ],
)
def test_what_was_gone_stays_as_it_is(told: str) -> None:
    """It needs neither another verb nor an opening."""
    about = told.rstrip(".").split(" ", 2)[2].split(" on 3")[0]
    found = stems(told)
    assert f"Who {about} on 3 May 2019?" in found


def test_quoted_words_keep_their_verbs() -> None:
    """Nobody said that they were to open anything."""
    told = '"We will open four ferry lines to Aarhus on 30 May 2019," Lars Holm said in Oslo.'
    assert any(
        stem.endswith('said: "We will open four ferry lines to Aarhus on 30 May 2019."')
        for stem in stems(told)
    )


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        ("Lars Holm will face the winner of the primary on 10 August 2019 in Oslo.", False),
        ("Lars Holm will open the large old museum of Aarhus on 10 August 2019.", True),
    ],
)
def test_the_day_of_a_contest_is_not_that_of_the_deed(told: str, *, is_asked: bool) -> None:
    """It is the primary that is held on that day."""
    assert any("on what date" in stem for stem in stems(told)) == is_asked


@pytest.mark.parametrize(("place", "is_asked"), [("", False), (" in Denmark", True)])
def test_a_primary_on_a_day_needs_its_place(place: str, *, is_asked: bool) -> None:
    """Several are held on one day."""
    told = f"Lars Holm will face the winner of the Labour primary on 10 August 2019{place}."
    assert bool(stems(told)) == is_asked


@pytest.mark.parametrize(
    ("told", "is_dated"),
    [
        ("Lars Holm vowed to open four ferry lines between Oslo and Aarhus by 2023.", False),
        ("Lars Holm vowed on 3 May 2019 to open four ferry lines to Aarhus by 2023.", True),
    ],
)
def test_a_day_to_come_does_not_date_the_vow(told: str, *, is_dated: bool) -> None:
    """When it was vowed is told by another date, or by the opening."""
    found = [stem for stem in stems(told) if "who vowed" in stem.lower()]
    assert found
    assert all(stem.startswith("Who vowed") == is_dated for stem in found)


def test_weeks_to_come_are_days_to_come() -> None:
    """The verb looks back at them too."""
    told = "Lars Holm will visit the Nordic Museum in Aarhus next week with 40 sailors."
    assert any("who was to visit the Nordic Museum" in stem for stem in stems(told))


@pytest.mark.parametrize(("day", "is_asked"), [("Wednesday", False), ("Thursday", True)])
def test_the_weekday_of_the_next_day_may_be_that_day(day: str, *, is_asked: bool) -> None:
    """On a Tuesday one writes for the papers of Wednesday; Thursday is the last one gone."""
    told = f"Lars Holm headed {day} to Aarhus with sailors for a visit to the Nordic Museum."
    assert any(stem.startswith("On what date did Lars Holm") for stem in stems(told)) == is_asked
