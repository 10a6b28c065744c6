"""Who said: "..."?"""

import pytest

from tests.questions.material import deck_of

INTRODUCTION = "Oslo gets a bridge\n\nIngrid Solberg met Lars Holm in Bergen on 3 May 2019.\n\n"


def quoted(text: str) -> list[str]:
    """The stems that quote somebody."""
    stems = [q.stem for q in deck_of(INTRODUCTION + text + "\n").deck.questions]
    return [stem for stem in stems if 'said: "' in stem or 'Holm: "' in stem]


@pytest.mark.parametrize(
    "text",
    [
        '"The ferry line will help the farmers of Norway and Denmark," Ingrid Solberg said.',
        '"There is no better harbour in Norway than the harbour of Bergen," Lars Holm said.',
        '"The farmers of Norway are losing the best fields of Bergen," Ingrid Solberg said.',
    ],
)
def test_a_sentence_that_stands_alone_is_quoted(text: str) -> None:
    """A whole sentence with somebody or something in it."""
    assert len(quoted(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"It will help the farmers of Norway and Denmark," Ingrid Solberg said.',
        '"The ferry opens the harbour of Bergen tomorrow," Ingrid Solberg said.',
        'Ingrid Solberg said that if "the ferry line helps the farmers of Norway, we are glad."',
        '"The farmers of Norway would like to do so," Ingrid Solberg said.',
        '"The farmers of Norway had to sell the boats of Bergen last year," Ingrid Solberg said.',
        '"Most farmers of Norway in the long run cannot handle it," Ingrid Solberg said.',
        '"What makes this new for Norway is the harbour of Bergen," Ingrid Solberg said.',
        '"Fine words," Ingrid Solberg said.',
    ],
)
def test_what_hangs_in_the_air_is_not_quoted(text: str) -> None:
    """A pronoun, a day counted from today, the middle of a sentence, too few words."""
    assert quoted(text) == []


def test_he_in_a_quotation_gets_his_name_before_it() -> None:
    """`Who said of Lars Holm: "He ..."?`, where nobody else can be meant."""
    text = (
        "Lars Holm opened the ferry line.\n\n"
        '"He has done more for the harbour of Bergen than all ministers," Ingrid Solberg said.'
    )
    assert any("said of Lars Holm:" in stem for stem in quoted(text))


def test_the_same_quoted_words_are_asked_once() -> None:
    """Words that two sentences quote give one question about who said them."""
    text = (
        'Lars Holm called the new ferry of Bergen "a rusty old bathtub" in Oslo.\n\n'
        "Lars Holm said that the Norwegian harbour office had bought"
        ' "a rusty old bathtub" for tourists.'
    )
    questions = deck_of(INTRODUCTION + text + "\n").deck.questions
    assert sum("bathtub" in q.stem and q.kind == "attribution" for q in questions) == 1


def test_the_evidence_holds_the_words_that_are_quoted() -> None:
    """A sentence that goes on behind "she said" is cited too."""
    text = (
        '"It rains," Ingrid Solberg said. "Then there is fog. The farmers of Norway need a new'
        ' bridge in Bergen."'
    )
    deck = deck_of(INTRODUCTION + text + "\n")
    asked = next(q for q in deck.deck.questions if "need a new bridge" in q.stem)
    whole = INTRODUCTION + text
    assert any("need a new" in span.of(whole) for span in asked.evidence)
