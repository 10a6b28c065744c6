"""Clauses cut to their core."""

import pytest

from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import clause_of
from quizzer.questions.grammar.shortening import core_of, first_of_several
from quizzer.questions.grammar.wording import render
from tests.questions.material import deck_of, desk_of

LEAD = "Ingrid Solberg met Lars Holm in Bergen. "


def core(text: str) -> str:
    """The core of the last sentence's main clause, as it stands."""
    desk = desk_of(LEAD + text)
    sentence = desk.reading.sentences[-1]
    assert sentence.parse.root.pos_ in VERBAL
    clause = clause_of(sentence.parse.root)
    assert clause is not None
    return render(core_of(desk, sentence, clause).tokens)


def test_a_clause_of_time_that_hangs_in_the_air_goes() -> None:
    """The rest stands alone, so it may be asked about."""
    text = "Lars Holm opened the ferry line between Bergen and Aarhus while they watched."
    assert core(text) == "Lars Holm opened the ferry line between Bergen and Aarhus"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The old nets of Bergen were used again.", " were used again"),
        ("The ferry line between Bergen and Aarhus was again praised.", " was praised"),
        ("By comparison, the ferry line between Bergen and Aarhus was praised.", " was praised"),
    ],
)
def test_again_stays_where_it_makes_the_sense(text: str, left: str) -> None:
    """What is used again is not merely used; praise that comes again is praise."""
    assert core(text).endswith(left)


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm praised the ferry line between Bergen and Aarhus in the report on 3 May 2018.",
        "It is a matter of days before they open the ferry line between Bergen and Aarhus.",
        "They opened the ferry line between Bergen and Aarhus.",
    ],
)
def test_what_the_sense_hangs_on_stays(text: str) -> None:
    """Dates, what "it" stands for, and the subject are no ornament."""
    assert core(text) == text.rstrip(".")


def test_of_two_places_of_several_things_neither_goes() -> None:
    """The two museums are not both in Norway."""
    text = (
        "Ingrid Solberg promised to hunt down and bring to court in Bergen all those who were"
        " responsible for the fires at the two large ferry museums in Norway and Denmark."
    )
    assert core(text) == text.rstrip(".")


def test_a_comma_closes_an_aside() -> None:
    """What follows an aside goes on with the sentence, though the parser takes it for the aside."""
    found = "\n".join(
        question.stem
        for question in deck_of(
            "Ingrid Solberg met Lars Holm in Bergen. The Bergen Port Authority kept the first trip"
            " of the Nordic Star, painted white, for the ferry show of Aarhus."
        ).deck.questions
    )
    assert "Nordic Star for the ferry show" in found


def test_the_first_of_several_keeps_its_own_verb(nlp) -> None:
    """A clause that is the second of two is not cut down to its subject."""
    doc = nlp("Lars Holm won the vote in 2011 and lost the seat to Solberg in 2015.")
    clause = clause_of(next(t for t in doc if t.text == "lost"))
    assert clause is not None
    assert clause.verb in first_of_several(clause).tokens


def test_a_bound_that_the_sense_needs_stays() -> None:
    """Of what holds only until something comes, no part holds alone; a deed does."""
    needed = (
        "Lars Holm declared on 3 May 2018 that it is a matter of days before they open the ferry"
        " line between Bergen and Aarhus."
    )
    denied = "Nobody can leave the harbour of Bergen by any ship before they have paid the fee."
    done = "Lars Holm opened the ferry line between Bergen and Aarhus before they came home."
    assert core(needed) == needed.rstrip(".")
    assert core(denied) == denied.rstrip(".")
    assert core(done) == "Lars Holm opened the ferry line between Bergen and Aarhus"


@pytest.mark.parametrize(
    "text",
    [
        "And shipping giants Holm's are listed as giving a large sum to the museum of Bergen.",
        "Plus fast ferry makers Holm are known for the large museum in Bergen.",
        "But Lars Holm opened the ferry line between Bergen and Aarhus in the spring.",
    ],
)
def test_a_word_that_ties_the_sentence_to_the_one_before_goes(text: str) -> None:
    """Whatever the parser hangs it on, no clause opens with it."""
    assert core(text) == text.split(" ", 1)[1].rstrip(".")


@pytest.mark.parametrize(
    ("verb", "is_clause"), [("have tried to open", False), ("has tried to open", True)]
)
def test_a_verb_of_several_is_not_lent_the_subject_of_one(verb: str, *, is_clause: bool) -> None:
    """It is the captains who have tried."""
    desk = desk_of(f"The captains say he will have a better life in Oslo and {verb} a museum.")
    tried = next(t for t in desk.reading.sentences[0].tokens if t.text == "tried")
    clause = clause_of(tried)
    assert (clause is not None and clause.subject.text == "he") == is_clause
