"""Names asked for where they stand."""

import pytest

from quizzer.deck.model import TextAnswer
from quizzer.questions.done.in_place import in_place
from quizzer.questions.grammar.clauses import clause_of
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
        ("The captain was arrested by the FBI.", "the FBI", "organization", "which organization"),
        ("The captain told the story on MSNBC.", "MSNBC", "organization", "which network"),
        ("The captain taught at Storvik School 285.", "Storvik School 285", "organization",
         "which school"),
        ("The captain wrote the Harbours Act of 1921.", "the Harbours Act", "none", "which act"),
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
        ("The captain wrote to the Kremlin.", "the Kremlin", "organization"),
        ("The captain met Erik Dahl of the Harbour Times.", "Erik Dahl", "person"),
        ("The captain lived in Uptown for three years.", "Uptown", "place GPE"),
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


def test_several_names_of_a_clause_are_asked_for_where_they_stand() -> None:
    """A second wh-phrase asks another thing; a gap beside one would only be a poorer form."""
    text = (
        "Ingrid Solberg wrote to Erik Dahl. Lars Holm gave the ferry school of Norway three boats"
        " and a long list of the old ports of Ohio."
    )
    stems = [q.stem for q in deck_of(text).deck.questions if "ferry school" in q.stem]
    assert sum("which" in stem for stem in stems) >= 2
    assert not any("of ____" in stem for stem in stems)


def test_a_room_of_the_house_is_not_asked_for() -> None:
    """Everybody knows where a president receives his guests."""
    text = (
        "Ingrid Solberg brought three long letters from the fishermen to the Oval Office in 2018."
    )
    assert not any("Oval" in str(q.answer) for q in deck_of(text).deck.questions)


def test_what_is_done_to_many_states_is_no_question_for_one() -> None:
    """Two rivals contest more than one state, but a dated visit has one goal."""
    text = "Ingrid Solberg and Lars Holm are heavily contesting Ohio with many long speeches."
    assert not any(q.answer == TextAnswer("Ohio") for q in deck_of(text).deck.questions)


def test_of_two_names_of_which_one_is_left_out_neither_is_asked_for() -> None:
    """The boat was sold to the other country as well."""
    text = (
        "Ingrid Solberg met Lars Holm in Bergen. Lars Holm in May 2019 promised to hunt down and"
        " bring to court all those who were responsible for selling the boat of a small school to"
        " Denmark and Sweden."
    )
    questions = deck_of(text).deck.questions
    assert any(q.stem.endswith("to Denmark?") for q in questions)
    assert TextAnswer("Denmark") not in [q.answer for q in questions]


def test_a_war_gets_no_gap() -> None:
    """A gap does not tell that a war is meant: it may be a year, or the winter."""
    text = (
        "Ingrid Solberg met Lars Holm in Bergen. Lars Holm has sold boats to fishermen and old"
        " sails to small schools since the end of World War II."
    )
    assert not any("____" in q.stem for q in deck_of(text).deck.questions)


def test_the_key_of_a_question_in_place_has_no_article() -> None:
    """As options have none, and a key with one would stand out among them."""
    text = (
        "Lars Holm said that Ida Dahl was the first of his cousins to come to the United States in"
        " May 2018.\n\nLars Holm helped shape the Harbours Reform Act of 2010 with three fishermen."
    )
    keys = [
        question.answer.text
        for question in deck_of(text).deck.questions
        if isinstance(question.answer, TextAnswer) and " which " in question.stem
    ]
    assert "United States" in keys
    assert not any(key.lower().startswith("the ") for key in keys)
