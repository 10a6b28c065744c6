"""Whom an attribution is asked for."""

import pytest

from quizzer.questions.said.speakers import goes_on, speaker_of
from tests.questions.material import desk_of

PERSONS = "Ingrid Solberg met Lars Holm and Kaarlo Virtanen in Bergen. "


def source(text: str) -> str | None:
    """The source of the last attribution of the text."""
    desk = desk_of(PERSONS + text)
    fact = desk.reading.attributions[-1]
    found = speaker_of(desk, fact)
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Virtanen said that the ferry was late.", "Kaarlo Virtanen"),
        ('"The ferry was late again this week," said Mr. Holm, 82.', "Lars Holm"),
        ("Mr. Holm of the Ice Club said that the ferry was late.", "Lars Holm"),
        (
            "Holm and Solberg said that the ferry was late.",
            "Lars Holm and Ingrid Solberg",
        ),
        ("Norway and Denmark said that the ferry was late.", "Norway and Denmark"),
    ],
)
def test_a_name_is_found_whatever_stands_beside_it(text: str, name: str) -> None:
    """A courtesy title, an age, a body, a partner."""
    assert source(text) == name


def test_a_title_that_does_not_fit_names_nobody() -> None:
    """`Mr. Solberg` is not Ingrid."""
    assert source("Mr. Solberg said that the ferry was late.") is None


def test_a_woman_with_one_stray_he_keeps_her_surname() -> None:
    """One pronoun that means somebody else does not take the name from its only bearer."""
    text = "Solberg told a fisherman that he had to leave Bergen. Solberg said that it rained."
    assert source(text) == "Ingrid Solberg"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Republicans said that the ferry was late.", "Republicans"),
        (
            "The Bergen Herald printed the list. The newspaper reported that the ferry was late.",
            "Bergen Herald",
        ),
        ("A Statnor/Bergen Herald poll showed that most people like the ferry.",
         "a Statnor/Bergen Herald poll"),
    ],
)  # fmt: skip
def test_bodies_and_papers_are_named(text: str, name: str) -> None:
    """The members of a party, the newspaper named before, a poll of two."""
    assert source(text) == name


def test_a_group_without_an_owner_is_not_asked_for() -> None:
    """Nobody can type "police officials", and experts are any."""
    assert source("Police officials said that the ferry was late.") is None
    assert source("Experts said that the ferry was late.") is None
    assert source("Holm supporters and fishermen said that the ferry was late.") is None


def test_a_group_and_a_body_go_on_speaking() -> None:
    """`they` and `it` are who spoke in the sentence before, where that was a group or a body."""
    texts = {
        "Holm and Virtanen said that it rained. They added that the ferry was late.":
            "Lars Holm and Kaarlo Virtanen",
        "The Bergen Herald reported that it rained. It added that the ferry was late.":
            "Bergen Herald",
    }  # fmt: skip
    for text, name in texts.items():
        desk = desk_of(PERSONS + text)
        found = goes_on(desk, desk.reading.attributions[-1])
        assert found is not None
        assert found.name == name
    desk = desk_of(PERSONS + "Holm said that it rained. They added that the ferry was late.")
    assert goes_on(desk, desk.reading.attributions[-1]) is None


def test_a_surname_of_two_is_that_of_the_one_just_named() -> None:
    """Of two who bear it, the one named in full before; of two both named there, nobody."""
    text = "Maria Dahl spoke in Oslo. Dahl said that the ferry was late."
    assert source("Erik Dahl stayed at home. " + text) is None
    assert source("Erik Dahl stayed at home. " + "It rained in Bergen. " * 9 + text) == "Maria Dahl"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Liberal Lars Holm won. The Liberal nominee said that it rained.", "Lars Holm"),
        ("Liberal Lars Holm won. The Socialist nominee said that it rained.", None),
        (
            "Liberal Lars Holm won. Liberal Ingrid Solberg won. The Liberal nominee said that it"
            " rained.",
            None,
        ),
    ],
)
def test_a_nominee_is_the_one_of_the_party_just_named(text: str, name: str | None) -> None:
    """What the article says of a person's party tells who its nominee is."""
    assert source(text) == name


def test_british_titles_have_no_full_stop() -> None:
    """`Mr Holm` is as much Lars Holm as `Mr. Holm`."""
    assert source("Mr Holm said that the ferry was late.") == "Lars Holm"


@pytest.mark.parametrize(
    "between",
    [
        "That could help the fishermen of the coast.",
        "The storm had sunk many boats.",
    ],
)
def test_a_thing_between_two_remarks_is_no_other_speaker(between: str) -> None:
    """`he said` goes back over a sentence about a thing to whoever spoke before."""
    assert source(f"Holm said that it rained. {between} It was late, he said.") == "Lars Holm"


def test_whoever_tells_of_anothers_words_goes_on_speaking() -> None:
    """ "Holm said that Virtanen had called for it. He said ...": Holm speaks."""
    text = "Holm said that Virtanen had called for a ferry. He said it was late."
    assert source(text) == "Lars Holm"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The decision by Lars Holm to wait suggests that the ferry is late.", None),
        ("A fisherman, Lars Holm, suggests that the ferry is late.", "Lars Holm"),
    ],
)
def test_whoever_decided_does_not_say_what_the_decision_suggests(
    text: str, name: str | None
) -> None:
    """The subject of the reporting verb speaks, or the name beside it; not the name within it."""
    assert source(text) == name


def test_a_question_is_no_epithet_of_a_person() -> None:
    """ "The central issue, Lars Holm, ..." makes him no person called an issue."""
    text = "The central issue, Lars Holm, divided Oslo. The issue showed that it was late."
    assert source(text) is None


def test_a_body_taken_for_a_person_is_asked_for_as_a_body() -> None:
    """The article before it tells."""
    text = "According to Virta Consult, prices rose. The numbers of the Virta Consult poll are new."
    desk = desk_of(PERSONS + text)
    desk.people.full["Virta Consult"] = "Virta Consult"
    desk.people.posing = frozenset({"Virta Consult"})
    found = speaker_of(desk, desk.reading.attributions[-1])
    assert found is not None
    assert (found.name, found.wh) == ("Virta Consult", "which organization")
