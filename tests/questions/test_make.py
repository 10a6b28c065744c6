"""Whole decks: the laws that every one of them keeps."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizzer.questions.grammar.wording import word_count
from quizzer.questions.review.deck import review_question
from tests.questions.material import HARBOUR, deck_of

UNRELATED = [
    "Farmers in Ohio harvested 900 tons of apples in October 2018.",
    "Tadeusz Nowak, the conductor of the Gdansk Opera, said that the season would start late.",
    "Nothing else happened.",
]


@pytest.fixture(scope="module")
def made():
    """The deck of the harbour article."""
    return deck_of(HARBOUR)


def stems(made) -> dict[str, object]:
    """The stems of a deck with their keys."""
    return {question.stem: question.answer for question in made.deck.questions}


@pytest.mark.parametrize(
    ("stem", "answer"),
    [
        ("Which country opened the first ferry line between Bergen and Aarhus in 1921?", "Norway"),
        (
            "In reports on the meeting of 12 May 2019, who proposed that Norway and Denmark share"
            " the costs of a new ferry line?",
            "Ingrid Solberg",
        ),
        ("Who was the Danish prime minister in May 2019?", "Lars Holm"),
    ],
)
def test_who_questions(made, stem: str, answer: str) -> None:
    """Deeds, proposals and offices are asked with the name as the key."""
    assert stems(made)[stem] == TextAnswer(answer)


def test_two_who_act_together_are_both_asked(made) -> None:
    """A pair of subjects is one question with both names."""
    assert stems(made)["Which two people held a meeting in Bergen on 12 May 2019?"] == AllAnswer(
        ("Ingrid Solberg", "Lars Holm")
    )


def test_claims_keep_their_claimants(made) -> None:
    """A number that somebody only states is asked with his name in front."""
    stem = "According to Erik Dahl, how many ships visited Bergen in 2018?"
    answer = stems(made)[stem]
    assert isinstance(answer, NumberAnswer)
    assert answer.number == 350


def test_dates_are_asked(made) -> None:
    """A year is asked as a year, a day as a date."""
    found = {str(a.date) for a in stems(made).values() if isinstance(a, DateAnswer)}
    assert {"1921", "2019-05-12"} <= found


def test_every_key_stands_in_its_evidence(made) -> None:
    """Evidence lies in the text; numbers and years stand in it."""
    for question in made.deck.questions:
        cited = " ".join(span.of(HARBOUR) for span in question.evidence)
        assert cited
        match question.answer:
            case TextAnswer(text):
                assert text.rsplit(maxsplit=1)[-1] in cited
            case NumberAnswer(number):
                assert f"{number:f}" in cited
            case _:
                pass


def test_no_question_breaks_a_fatal_rule(made) -> None:
    """The reviewer finds no fatal flaw in what was made."""
    for question in made.deck.questions:
        found = review_question(question, made.deck, HARBOUR)
        assert not [one for one in found if one.code.startswith("F")], question.stem
        assert word_count(question.stem) <= 35


def test_ids_are_unique(made) -> None:
    """No two questions share an id."""
    ids = [question.id for question in made.deck.questions]
    assert len(ids) == len(set(ids))


def test_the_same_input_gives_the_same_deck(made) -> None:
    """Facts, options and seed decide everything."""
    assert deck_of(HARBOUR) == made


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(UNRELATED), st.integers(1, 5))
def test_an_unrelated_paragraph_changes_no_id(extra: str, place: int) -> None:
    """Questions about single facts keep their ids when a paragraph is put in anywhere.

    Which statements are made hangs on how many there are of the two kinds.
    """
    lines = HARBOUR.split("\n\n")
    longer = "\n\n".join([*lines[:place], extra, *lines[place:]])
    single = {
        (question.id, question.stem)
        for question in deck_of(HARBOUR).deck.questions
        if not isinstance(question.answer, PairsAnswer | OrderAnswer | TruthAnswer)
    }
    assert single <= {(q.id, q.stem) for q in deck_of(longer).deck.questions}


def test_count_takes_the_best(made) -> None:
    """A count limits the deck, and what it keeps is part of the whole."""
    few = deck_of(HARBOUR, count=4).deck.questions
    assert len(few) == 4
    assert {question.id for question in few} <= {q.id for q in made.deck.questions}


def test_kinds_limit_the_deck() -> None:
    """Only the wanted kinds come out."""
    kinds = {q.kind for q in deck_of(HARBOUR, kinds=frozenset({"date", "figure"})).deck.questions}
    assert kinds == {"date", "figure"}


def test_progress_is_reported() -> None:
    """Steps are told in order, up to the last."""
    steps: list[tuple[int, int]] = []
    deck_of(HARBOUR, on_progress=lambda done, of: steps.append((done, of)))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]


def test_what_is_left_out_has_a_reason(made) -> None:
    """Each dropped candidate names the check that stopped it."""
    assert made.dropped
    assert all(dropped.check and dropped.reason for dropped in made.dropped)


def test_an_article_without_facts_gives_an_empty_deck() -> None:
    """Nothing to ask is no error."""
    assert deck_of("It was a nice day.\n").deck.questions == ()


CHRONOLOGY = """A port grows

Norway opened a harbour in Bergen on 3 May 2019. Lars Holm visited a shipyard in Aarhus on \
7 May 2019. Ingrid Solberg signed a contract in Stavanger on 12 May 2019.
"""


def test_dated_deeds_make_a_timeline() -> None:
    """Three events on three days are put in order."""
    orders = [
        q.answer for q in deck_of(CHRONOLOGY).deck.questions if isinstance(q.answer, OrderAnswer)
    ]
    assert len(orders) == 1
    assert [item.split()[0] for item in orders[0].items] == ["Norway", "Lars", "Ingrid"]
