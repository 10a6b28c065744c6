"""Words that hang in the air, in made decks and in decks written by hand."""

import pytest

from quizzer.deck.model import Answer, Question, TextAnswer, TruthAnswer
from quizzer.questions.review.hanging import hanging
from quizzer.questions.review.rules import Case, DeckIndex

SOMEBODY = TextAnswer("Ida Lund")


def reasons(stem: str, answer: Answer = SOMEBODY, kind: str = "event") -> list[str]:
    """Why the stem hangs in the air."""
    question = Question(id="asked", stem=stem, answer=answer, kind=kind)
    return list(hanging(Case(question, DeckIndex(()))))


@pytest.mark.parametrize(
    ("stem", "is_stopped"),
    [
        ("As reported in May 2019, who said that the shipments were late again?", True),
        ('In news of May 2019, who said: "The lack of it all is deplorable."', True),
        ("According to Erik Dahl in May 2019, who was replaced over his health?", True),
        ("As reported in May 2019, who said that Bergen was late again?", False),
        ("As reported in May 2019, who said that 40 of 90 old ferries were late again?", False),
        ('In news of May 2019, who said: "NATO is late."', False),
        (
            "As reported in May 2019, who said that wooden ferries burn more cheap oil than"
            " modern harbour trains?",
            False,
        ),
    ],
)
def test_a_stem_has_a_topic(stem: str, is_stopped: bool) -> None:
    """Beside time and claimant a name, figures, or enough words that tell what it is about."""
    assert any("of a topic" in reason for reason in reasons(stem)) is is_stopped


@pytest.mark.parametrize(
    ("stem", "is_hollow"),
    [
        ("Who had the right of first refusal in Bergen?", True),
        ("How many boats did Storvik Motors sell in Bergen on the first day?", True),
        ("How many boats did Storvik Motors sell on the first day of the Bergen fair?", False),
        ("In what year did Erik Dahl release his returns?", True),
        ("In what year did Erik Dahl release his tax returns?", False),
        ("Who praised Erik Dahl's comments before the council of Bergen?", True),
        ("Who praised Erik Dahl's comments on the harbour of Bergen?", False),
        ("Who went on to discuss the ferries of Bergen?", True),
        ("Who declared in Bergen that it is a matter of days?", True),
        ("Who declared in Bergen that it is a matter of days before Erik Dahl sails?", False),
        ('Who said: "Everybody in Bergen knew what came in Round 2."', True),
        ("According to a new poll in May 2019, who won the latest race in Bergen?", True),
        ("Who won the latest race in Bergen on 3 May 2019?", False),
        ("If Erik Dahl becomes mayor, in what year would Bergen get a tram?", True),
        ("According to Lars Holm, who gets a tram if Bergen pays?", False),
        ("Whose plan is an alternative to Erik Dahl's?", True),
        ("Who led Bergen in the polls of the past two weeks?", True),
        ("Who has praised Lars Holm since Erik Dahl, at the debate in Bergen?", True),
    ],
)
def test_a_stem_is_not_hollow(stem: str, is_hollow: bool) -> None:
    """Nouns and verbs have what they need, and nothing holds only on the day of the article."""
    assert (reasons(stem) != []) is is_hollow


@pytest.mark.parametrize(
    ("stem", "hangs"),
    [
        ("Who signed the agreement during the war in Bergen?", True),
        ("Who praised the deadline, as Lars Holm did?", True),
        ('As reported in May 2019, who said: "The plan is unfair to fathers in Bergen."', True),
        ('As reported in May 2019, who called it "the plan" of Bergen?', False),
        ("Who signed the agreement on the ferries of Bergen?", False),
        ("Who praised the deadline for the ferries of Bergen?", False),
        ("Who threw the report card of Lars Holm into the fjord?", False),
        ("Who broke an agreement with Bergen before the agreement was a year old?", False),
    ],
)
def test_a_noun_with_the_has_its_complement(stem: str, hangs: bool) -> None:
    """What the noun needs stands behind it, or it was told before."""
    assert (reasons(stem) != []) is hangs


def test_what_is_always_so_needs_no_names() -> None:
    """Decks by hand ask about the world; what somebody once did is another matter."""
    assert reasons("How many legs does a spider have?") == []
    assert reasons("Who has lost a leg, as was reported?") != []


def test_the_doer_of_a_statement_is_no_topic() -> None:
    """In true or false the person at the front is what is asked."""
    stem = "True or false: Lars Holm was late again."
    assert reasons(stem, TruthAnswer(value=True)) != []
    assert reasons(stem) == []


def test_a_role_needs_no_topic() -> None:
    """Whoever asks for an office names nothing else."""
    stem = "In an article of May 2019, who was described as a harbour pilot?"
    assert reasons(stem, kind="role") == []
    assert reasons(stem) != []


@pytest.mark.parametrize(
    ("stem", "hangs"),
    [
        ("Who praised Lars Holm at the Monday night debate in Bergen?", True),
        ("Who met Lars Holm on Friday in Bergen?", True),
        ("Who met Lars Holm in Bergen on Friday 13 May 2019?", False),
        ("Who opens the museum of Bergen every Sunday?", False),
        ("In what year did Lars Holm open his shop in Bergen on Black Friday?", False),
        ("Which newspaper, the Sunday Times or the Post, praised Lars Holm?", False),
        ("Whose car was seen in Bergen in the weeks?", True),
        ("Whose car was seen in Bergen in the weeks before Lars Holm died?", False),
        ("The elections of Norway are ____ months away.", True),
        ("Which town lies two hours away from Bergen by ferry?", False),
        ("Who called the decision of 23 May 2019 a gift for Bergen?", True),
        ("Who called the decision on the ferries of Bergen a gift?", False),
        ("Who saw the attack of 23 May 2019 in Bergen?", False),
        ("As reported in May 2019, how many in Bergen cheered wildly as Lars Holm?", True),
        ("As reported in May 2019, which man of Bergen is known as Lars Holm?", False),
        ("On what date did the Bergen Herald report?", True),
        ("On what date did the Bergen Herald report the fire in Bergen?", False),
        ("On what date did Lars Holm wrap up some unfinished business?", True),
        ("On what date did Lars Holm finish their discussion?", True),
        ("On what date did Lars Holm finish their discussion about the ferries?", False),
        ("As reported in May 2019, who said that the old church should stand elsewhere?", True),
        ("As reported in May 2019, who came from Bergen and elsewhere to see old ships?", False),
    ],
)
def test_times_and_places_that_only_the_article_tells(stem: str, hangs: bool) -> None:
    """A weekday without its date, weeks before nothing, business that is left, elsewhere."""
    assert (reasons(stem) != []) is hangs


@pytest.mark.parametrize(
    ("stem", "is_hollow"),
    [
        ("As reported in May 2019, who has commented on the port of Bergen?", True),
        ("As reported in May 2019, who briefly spoke of the port of Bergen?", True),
        ("True or false: As reported in May 2019, Lars Holm spoke near the port.", True),
        ("As reported in May 2019, who spoke with Lars Holm by telephone?", False),
        ("As reported in May 2019, who spoke out against the port of Bergen?", False),
    ],
)
def test_speaking_without_what_was_said_is_hollow(stem: str, *, is_hollow: bool) -> None:
    """That somebody spoke is nothing to remember; with whom may be."""
    assert (reasons(stem) != []) == is_hollow


def test_a_report_of_a_report_is_hollow() -> None:
    """Who said that somebody else reports something is asked of neither."""
    assert reasons("In an article of May 2019, who said that Statnor reports that the port grows?")
    plain = "In an article of May 2019, who said that the report on the port is late?"
    assert not [reason for reason in reasons(plain) if "report" in reason]
