"""Whose proposal, whose initiative, and what is said inside what another says."""

import pytest

from quizzer.deck.model import AllAnswer, TextAnswer
from tests.questions.material import deck_of

TALKS = """Ministers talk about the strait

Norwegian Prime Minister Ingrid Solberg and Danish Prime Minister Lars Holm held a meeting in \
Bergen on 12 May 2019.

{}
"""


def keys(sentence: str) -> dict[str, object]:
    """The stems and keys of the deck about the meeting, with one more paragraph."""
    made = deck_of(TALKS.format(sentence))
    return {question.stem: question.answer for question in made.deck.questions}


def key_of(sentence: str, words: str) -> object:
    """The key of the one question that holds the words; None where nothing holds them."""
    found = [key for stem, key in keys(sentence).items() if words in stem]
    assert len(found) < 2, found
    return found[0] if found else None


@pytest.mark.parametrize(
    ("sentence", "words", "key"),
    [
        (
            "Solberg gave a constructive response to Holm's initiative on fishing rights.",
            "to whose initiative on fishing rights did Ingrid Solberg give a constructive response",
            "Lars Holm",
        ),
        (
            "Solberg put conditions on Holm's 20-day truce proposal.",
            "on whose 20-day truce proposal did Ingrid Solberg put conditions",
            "Lars Holm",
        ),
        (
            "In response to Holm's recent call to preserve the seals of Greenland, Solberg said"
            " Norway is willing to close the harbour.",
            "who issued the call to preserve the seals of Greenland",
            "Lars Holm",
        ),
    ],
)
def test_acts_that_are_nouns(sentence: str, words: str, key: str) -> None:
    """Somebody's initiative, proposal or call is asked for by its owner."""
    assert key_of(sentence, words) == TextAnswer(key)


def test_a_telephone_call_is_no_act_of_speech() -> None:
    """Only a call to do something is one."""
    assert key_of("Solberg praised Holm's call with the mayor of Aarhus.", "the call") is None


def test_a_claim_inside_a_claim_asks_only_what_is_claimed() -> None:
    """Holm tells what Sweden will support, not who made the proposal."""
    stems = keys("According to Holm, Sweden will support Solberg's proposal to dredge Bergen.")
    assert not any("made the proposal" in stem for stem in stems)
    asked = next(stem for stem in stems if "whose proposal to dredge Bergen" in stem)
    assert asked.startswith("According to Lars Holm in May 2019, ")
    assert stems[asked] == TextAnswer("Ingrid Solberg")


def test_what_experts_say_of_a_plan_does_not_tell_whose_it_was() -> None:
    """That a proposal was vague is their claim, and no more."""
    stems = keys("According to engineers, Solberg's proposal for cheaper new ferries was vague.")
    assert not any("made the proposal" in stem for stem in stems)


def test_two_sides_are_the_two_who_met() -> None:
    """What both did, by what somebody says, is asked as a pair with that claimant."""
    sentence = (
        "The European Union released a statement saying that Solberg met Danish Prime Minister"
        " Holm, and that the two sides talked about cheaper ferries between Norway"
        " and Denmark, and that they both agreed that Greenland needs a new lighthouse."
        " The European Union sent the statement to Oslo. The European"
        " Union praised Oslo."
    )
    pair = AllAnswer(("Ingrid Solberg", "Lars Holm"))
    claimed = [stem for stem, key in keys(sentence).items() if key == pair and "cheaper" in stem]
    assert claimed
    assert all("European Union" in stem for stem in claimed)


def test_a_list_is_asked_by_its_first_part() -> None:
    """Several conditions say nothing; the first of them does."""
    sentence = (
        "In response to Holm's proposal, the Norwegian side emphasized several key conditions: the"
        " need for a survey of all wrecks near Greenland, and a ban on large nets near Skagen."
    )
    stems = keys(sentence)
    assert not any("conditions" in stem for stem in stems)
    key = next(key for stem, key in stems.items() if "the need for a survey" in stem)
    assert key == TextAnswer("the Norwegian side")


@pytest.mark.parametrize(
    "sentence",
    [
        "Solberg said that Norway is ready to take the necessary steps.",
        "Solberg said that the ministers of Norway discussed several issues.",
        "Solberg said that the papers of Norway praised the Head of State's visit to Oslo.",
    ],
)
def test_words_that_leave_open_what_they_mean(sentence: str) -> None:
    """The necessary steps, several issues and the head of state hang in the air."""
    words = ("necessary steps", "several issues", "Head of State")
    assert not any(word in stem for stem in keys(sentence) for word in words)


def test_an_article_about_one_meeting_says_so() -> None:
    """A stem without a date names the meeting and its day instead of the month."""
    stems = keys("Solberg proposed that Norway and Denmark share the costs of a new ferry line.")
    asked = next(stem for stem in stems if "who proposed that Norway" in stem)
    assert "the meeting of 12 May 2019" in asked
