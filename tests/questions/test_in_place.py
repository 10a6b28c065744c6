"""Names asked for where they stand."""

import pytest

from quizzer.deck.model import TextAnswer
from quizzer.questions.clauses import clause_of
from quizzer.questions.in_place import in_place
from tests.questions.material import deck_of


def asked(nlp, text: str, name: str, pool: str) -> str | None:
    """The wh-phrase for a name of a sentence."""
    sentence = next(nlp(text).sents)
    clause = clause_of(sentence.root)
    assert clause is not None
    start = text.index(name)
    words = [t for t in sentence if start <= t.idx < start + len(name) and t.tag_ != "POS"]
    return in_place(clause, words, name, pool)


@pytest.mark.parametrize(
    ("text", "name", "pool", "wh"),
    [
        ("The flood hit three villages on the border of Sweden.", "Sweden", "country",
         "which country"),
        ("The ports of Norway and Denmark opened three new lines.", "Denmark", "country",
         "which other country"),
        ("The villages were flooded by the rivers of Ohio's hills.", "Ohio", "state",
         "which state's"),
        ("The captain sold the boat that had belonged to Dahl.", "Dahl", "person", "whom"),
        ("The captain laughed at Erik Dahl's old boat.", "Erik Dahl", "person", "whose"),
        ("The captain gave the sails to the Institute of Ports.", "the Institute of Ports",
         "organization", "which institute"),
        ("The captain was fined for a breach of the Harbours Act.", "the Harbours Act", "none",
         "which act"),
        ("The fire at the harbour in Bergen woke three villages.", "Bergen", "place GPE",
         "which city or town"),
    ],
)  # fmt: skip
def test_the_wh_phrase_tells_the_kind(nlp, text: str, name: str, pool: str, wh: str) -> None:
    """A reader knows what is asked for, which a gap does not say."""
    assert asked(nlp, text, name, pool) == wh


@pytest.mark.parametrize(
    ("text", "name", "pool"),
    [
        ("The captain says that Norway has closed the port.", "Norway", "country"),
        ("In Norway the captain closed three ports.", "Norway", "country"),
        ("The captain praised the boat of Erik Dahl that won the race.", "Erik Dahl", "person"),
        ("The captain met the pilots of Norway, Sweden and Denmark.", "Norway", "country"),
        ("The captain sailed in northern Norway.", "Norway", "country"),
        ("The captain kept Moscow out of the race.", "Moscow", "place GPE"),
        ("The captain sailed to New York with three nets.", "New York", "place GPE"),
        ("The captain sailed for the Storvik.", "the Storvik", "organization"),
    ],
)
def test_no_wh_phrase_where_it_would_be_torn_or_untrue(
    nlp, text: str, name: str, pool: str
) -> None:
    """Before the verb it belongs to, beside words that lean on it, for a name of two kinds."""
    assert asked(nlp, text, name, pool) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg beat rivals such as Erik Dahl and Maria Lindqvist in three races of 2018.",
        "Ingrid Solberg led a team of Danish engineers to Africa with three boats and forty nets.",
    ],
)
def test_one_example_and_a_continent_are_not_asked_for(text: str) -> None:
    """Other rivals and other places would be as right."""
    questions = deck_of(f"Erik Dahl and Maria Lindqvist met in Oslo. {text}").deck.questions
    keys = [q.answer for q in questions if "2018" in q.stem or "nets" in q.stem]
    assert TextAnswer("Ingrid Solberg") in keys
    assert not any(TextAnswer(n) in keys for n in ("Erik Dahl", "Maria Lindqvist", "Africa"))
