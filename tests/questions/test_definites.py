"""Nouns with "the" and words of time: what stands alone, and what gets a name."""

import pytest

from quizzer.questions.grammar.wording import render
from tests.questions.material import desk_of

INTRODUCTION = "Ingrid Solberg met Lars Holm in Bergen. "


def grounded(text: str) -> tuple[str, list[str]]:
    """The last sentence of the text, made to stand alone: its words and its problems."""
    desk = desk_of(INTRODUCTION + text)
    last = desk.reading.sentences[-1]
    found = desk.grounding.ground(last, list(last.tokens))
    return " ".join(render(last.tokens, found.swaps).split()), found.problems


@pytest.mark.parametrize(
    "text",
    [
        "Holm worked in the private sector.",
        "Holm said that the top 1 percent paid too little.",
        "Holm stayed on the sidelines.",
        "Holm was the one who called Solberg.",
        "Holm praised Solberg and others.",
        "Holm owned an 18th-century house in Bergen.",
    ],
)
def test_what_is_clear_by_itself_may_stay(text: str) -> None:
    """Set phrases, and words that say themselves who or what is meant."""
    assert grounded(text)[1] == []


@pytest.mark.parametrize(
    "text", ["Holm worked in the sector.", "Holm praised the one.", "Others praised Holm."]
)
def test_what_only_points_hangs_in_the_air(text: str) -> None:
    """The same words without what tells them apart."""
    assert grounded(text)[1] != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In recent weeks, Holm has attacked Solberg.", "Lars Holm has attacked Ingrid Solberg."),
        ("Even Holm attacked Solberg.", "Lars Holm attacked Ingrid Solberg."),
        (
            "Holm came to Bergen last weekend.",
            "Lars Holm came to Bergen on the weekend of 11 May 2019.",
        ),
        (
            "The Dahl campaign hired a boat. The campaign sailed to Bergen.",
            "the Dahl campaign sailed to Bergen.",
        ),
    ],
)
def test_words_get_what_they_mean(text: str, words: str) -> None:
    """A time that says little goes, a weekend gets its date, a campaign its name."""
    assert grounded(text) == (words, [])


def test_a_weekend_that_may_be_gone_or_to_come_hangs_in_the_air() -> None:
    """`this weekend` is left to those who know the day of reading."""
    assert grounded("Holm came to Bergen this weekend.")[1] != []


def test_of_two_campaigns_the_bare_noun_means_neither() -> None:
    """Two campaigns in a row leave `the campaign` open."""
    text = "The Dahl campaign hired a boat. The Solberg campaign hired two. The campaign sailed."
    assert grounded(text)[1] != []


@pytest.mark.parametrize(
    "text",
    [
        "Eight other people drowned near Bergen.",
        "The fire in Bergen injured 40 others.",
        "Only 19 percent knew that Lars Holm sold ferries.",
        "At least 74 were killed in Bergen.",
        "Lars Holm asked the mayor of Bergen to reconsider.",
        "Lars Holm got an order from Oslo.",
        "Solberg compared the planets.",
        "On Monday, Lars Holm warned Ingrid Solberg.",
        "Lars Holm moved elsewhere with Ingrid Solberg.",
        "Leaders found little to praise in Bergen.",
        "Lars Holm published the police videos in Bergen.",
        "Lars Holm mentioned a conversation in Bergen.",
    ],
)
def test_what_lacks_its_other_half_hangs_in_the_air(text: str) -> None:
    """Others than whom, a share of what, killed by what, reconsider what."""
    assert any(problem.startswith("F4") for problem in grounded(text)[1])


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm and eight other people drowned near Bergen.",
        "The fire in Bergen killed nine people and injured 40 others.",
        "Only 19 percent of the voters in Bergen knew Lars Holm.",
        "At least 74 were killed in Bergen by a fire.",
        "At least 74 were killed in Bergen in 1990.",
        "Lars Holm asked the mayor of Bergen to reconsider ferry fares.",
        "Lars Holm called for law and order in Bergen.",
        "On Monday, Lars Holm warned Ingrid Solberg about ice in Bergen.",
        "Lars Holm told Ingrid Solberg that Bergen was cold.",
        "Lars Holm sells ferries in Bergen and elsewhere.",
        "Norwegian leaders found little to praise in Bergen.",
        "Lars Holm published a video of Ingrid Solberg.",
        "Lars Holm is in possession of a video that shows Ingrid Solberg.",
        "Lars Holm mentioned a conversation with Ingrid Solberg.",
    ],
)
def test_the_other_half_may_stand_beside_it(text: str) -> None:
    """The same words with what they compare with, are part of, or rest on."""
    assert grounded(text)[1] == []


def test_a_body_that_every_state_has_gets_its_state() -> None:
    """The one country that stands near; with two of them nobody can tell."""
    words, problems = grounded("Denmark waited. The National Assembly praised Holm.")
    assert words.startswith("the Danish National Assembly")
    assert problems == []
    assert "Danish government" in grounded("Denmark waited. Holm praised the government.")[0]
    both = "Denmark waited for Norway. The National Assembly praised Holm."
    assert grounded(both)[1] == ["F4 realm: Assembly"]
    own = "Norway saw that Danish voters and the National Assembly praised Holm."
    assert "Danish National" not in grounded(own)[0]


def test_an_administration_is_told_by_a_surname_that_two_bear() -> None:
    """Everybody knows whose it is; whose trial it is, nobody does."""
    two = "Maria Holm stayed in Bergen. "
    assert grounded(f"{two}The Holm administration praised Bergen.")[1] == []
    problems = grounded(f"{two}The Holm murder trial began in Bergen.")[1]
    assert any("name" in problem for problem in problems)


def test_a_day_told_before_the_deed_tells_which_it_was() -> None:
    """The clause around it may hold the date."""
    text = "In contrast to 6 May 1990, when 74 people were arrested, Bergen was quiet on 7 May."
    assert not any("vague" in problem for problem in grounded(text)[1])
