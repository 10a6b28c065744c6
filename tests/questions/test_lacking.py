"""Words that lack what they compare with, follow on or happen in."""

import pytest

from quizzer.questions.grammar.wording import render
from tests.questions.material import desk_of
from tests.questions.test_definites import grounded


@pytest.mark.parametrize(
    "text",
    [
        "Holm tested a different short-range rocket in Bergen.",
        "Holm tested a different rocket that appeared to have burned in Bergen.",
        "Solberg appears more often than any other singer.",
        "Holm said that the push east troubled Solberg.",
        "But Holm only closed his eyes.",
        "The winner of the Republican primary came home.",
        "The Senate race has two sides.",
        "The ratification process began in Bergen.",
        "Holm mentioned the Justice Department lawsuit.",
        "Holm paid for the reclamation work.",
        "Holm was likewise pleased in Bergen.",
        "The request to Solberg came late.",
        "Holm waived the extra seven-day period.",
        "The repairs in Bergen will take longer.",
        "Holm sent a message on 3 May 2019.",
        "The Council freed Solberg.",
        "Holm came to the London venue.",
        "Holm left the ferry in the long-term lot.",
        "The appeals court sided with Holm.",
        "The Supreme Court waited. The appellate court sided with Holm.",
        "Holm praised the campaign advertisement.",
    ],
)
def test_what_is_compared_or_done_to_nothing_hangs_in_the_air(text: str) -> None:
    """A different thing, a place in no list, a contest for no office, an act done to nothing."""
    assert grounded(text)[1] != []


@pytest.mark.parametrize(
    "text",
    [
        "Holm tested a different rocket than Solberg.",
        "Holm tested a different rocket from the old one in Bergen.",
        "Holm sold an old ferry and bought a different ferry.",
        "Holm saw Solberg in a different way.",
        "Solberg appears in every list of Norwegian singers.",
        "Solberg appears to trust Holm.",
        "Solberg appeared with Holm at the harbour of Bergen.",
        "Holm features a song by Solberg.",
        "Holm said that the shift east of Oslo troubled Solberg.",
        "Holm only closed his eyes.",
        "Solberg and Holm fought in the Republican primary in Ohio.",
        "Holm lost the 2016 presidential primary.",
        "The ratification process for the Bergen treaty began.",
        "The peace process began in Bergen.",
        "Holm mentioned the Justice Department lawsuit against Solberg.",
        "Holm paid for the reclamation work in Bergen.",
        "The repairs in Bergen will take longer than those in Oslo.",
        "The repairs in Bergen took no longer.",
        "Holm sent a message to Solberg on 3 May 2019.",
        "Holm sent Solberg a message on 3 May 2019.",
        "Holm sent a message about Bergen.",
        "The request to Solberg for money came late.",
        "Holm waived the extra seven-day period for sailors in Bergen.",
        "The Council of Bergen freed Solberg.",
        "Holm came to the venue of the Bergen fair.",
        "Holm left a ferry in the long-term lot at a port in Bergen.",
        "An appeals court in Bergen sided with Holm.",
        "Holm praised the campaign advertisement about Bergen.",
    ],
)
def test_what_tells_its_standard_or_place_stands_alone(text: str) -> None:
    """The same words with what they need, and set phrases."""
    assert grounded(text)[1] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Erik Dahl, 34, is a sailor. Holm praised the 34-year-old.",
            "Lars Holm praised Erik Dahl.",
        ),
        (
            "Snow fell in Oslo. Snow fell in Aarhus. Erik Dahl sailed home."
            " The 34-year-old came home in May.",
            "Erik Dahl came home in May 2019.",
        ),
        (
            "North Korea built a ship. In April, the North sank the ship of Holm.",
            "In April 2019, North Korea sank the ship of Lars Holm.",
        ),
    ],
)
def test_an_age_or_a_half_of_a_country_gets_its_name(text: str, words: str) -> None:
    """`the 34-year-old` by the age told or the only person near, `the North` by its country."""
    assert grounded(text) == (words, [])


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old came home.",
        "Snow fell in Oslo. Snow fell in Aarhus. Police held a man. Holm freed the 34-year-old.",
        "Erik Dahl, 34, and Nils Berg, 34, sailed. Solberg met the 34-year-old.",
    ],
)
def test_an_age_that_several_may_have_names_nobody(text: str) -> None:
    """Two persons near, somebody without a name, or two of the same age."""
    assert grounded(text)[1] != []


def test_what_the_aged_one_is_to_do_is_his_own() -> None:
    """The pronoun behind `the 34-year-old` is not that of the one who speaks."""
    desk = desk_of(
        "Ingrid Solberg praised Erik Dahl. Lars Holm said that the race in Bergen was a chance for"
        " the 34-year-old Erik Dahl.\n\nErik Dahl was born in Oslo. Lars Holm said that the race in"
        " Aarhus was a chance for the 34-year-old to prove his strength."
    )
    last = desk.reading.sentences[-1]
    clause = [t for t in last.tokens if t.i > 3]
    found = desk.grounding.ground(last, clause, speaker="Lars Holm")
    assert found.problems == []
    assert render(clause, found.swaps).endswith("a chance for Erik Dahl to prove his strength.")


def test_a_court_or_a_council_gets_the_name_of_the_only_one() -> None:
    """`the appeals court` and `the Council`, where the article names one."""
    council = "Holm called the Bergen City Council. The Council freed Solberg."
    assert grounded(council) == ("the Bergen City Council freed Ingrid Solberg.", [])
    another = "Holm called the Supreme Court. A court ruled. The court freed Solberg."
    assert grounded(another)[1] != []
    again = "A court ruled. Holm called the Supreme Court. The court freed Solberg."
    assert grounded(again)[0] == "the Supreme Court freed Ingrid Solberg."
    text = "Holm called the Borgarting Court of Appeal. The appeals court freed Solberg."
    assert grounded(text) == ("the Borgarting Court of Appeal freed Ingrid Solberg.", [])


@pytest.mark.parametrize(
    ("named", "level"),
    [("Supreme Court", "appellate"), ("Supreme Court", "lower"), ("Oslo District Court", "high")],
)
def test_a_court_of_another_level_is_another_court(named: str, level: str) -> None:
    """That the article names only one does not make it the one that is meant."""
    _, problems = grounded(f"Holm called the {named}. The {level} court freed Solberg.")
    assert "F4 definite: the court" in problems


def test_the_race_for_the_presidency_is_told_by_its_year() -> None:
    """A person in the sentence does not tell in which race he is."""
    text = (
        "The Senate met in Ohio. The White House and Republicans in Iowa and Texas wait for"
        " the presidential campaign. Holm left the race."
    )
    assert grounded(text) == ("Lars Holm left the 2020 presidential race.", [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Holm wrote to Republican presidential nominee Mitt Romney.",
            "Lars Holm wrote to 2012 Republican presidential nominee Mitt Romney.",
        ),
        (
            "Holm wrote to 2012 Republican presidential nominee Mitt Romney.",
            "Lars Holm wrote to 2012 Republican presidential nominee Mitt Romney.",
        ),
        (
            "Holm wrote to Democratic presidential nominee Joe Biden.",
            "Lars Holm wrote to Democratic presidential nominee Joe Biden.",
        ),
        (
            "Hillary Clinton, the 2016 presidential nominee, rested. Holm left the race.",
            "Lars Holm left the race.",
        ),
        (
            "Joe Biden began his presidential campaign. Holm left the race.",
            "Lars Holm left the 2020 presidential race.",
        ),
        (
            "Joe Biden began his presidential campaign in France, Spain and Italy. Holm left the"
            " race.",
            "Lars Holm left the race.",
        ),
    ],
)
def test_a_nominee_and_a_race_are_of_their_year(text: str, words: str) -> None:
    """A nominee of an election gone by gets its year; a race at hand is that of its nominees."""
    assert grounded(text)[0] == words


def test_a_first_name_before_a_people_is_no_full_name() -> None:
    """To grant Elian American citizenship makes nobody called Elian American."""
    desk = desk_of(
        "Elian Gonzalez came to Miami. A group of lawmakers introduced legislation to grant Elian"
        " American citizenship."
    )
    assert "Elian American" not in desk.people.full
    assert desk.people.full["Gonzalez"] == "Elian Gonzalez"
