"""What may be changed in a true statement so that the article contradicts it."""

import pytest

from quizzer.questions.clauses import clause_of
from quizzer.questions.distractors import Pools
from quizzer.questions.falsehoods import falsified, is_of_one
from tests.questions.material import desk_of

PEOPLE = (
    "The harbour of Bergen\n\nIngrid Solberg, Lars Holm and Maria Lindqvist met in Norway and"
    " Denmark on 2 May 2019.\n\n"
)


def falsehoods(text: str) -> set[str]:
    """The false forms of the last sentence, over some seeds."""
    found = set()
    for seed in range(6):
        desk = desk_of(PEOPLE + text + "\n", seed)
        sentence = desk.reading.sentences[-1]
        clause = clause_of(sentence.parse.root)
        assert clause is not None
        found.add(falsified(desk, Pools(desk), sentence, clause, text.rstrip(".")))
    return found - {None}


@pytest.mark.parametrize(
    "hedge", ["more than", "over", "at least", "up to", "nearly", "about", "almost", "as many as",
              "fewer than", "some", "roughly"],
)  # fmt: skip
def test_a_number_under_a_hedge_stays(hedge: str) -> None:
    """Who has more than 15 ships may have 20, and about 40 may be 42."""
    assert falsehoods(f"The new ferry line has {hedge} 40 ships in the north sea.") <= {
        f"The new ferry line has {hedge} 40 ships in the south sea"
    }


def test_an_exact_number_may_change() -> None:
    """Without a hedge the article contradicts any other number."""
    found = falsehoods("The new ferry line has 40 ships in the long fjord.")
    assert found
    assert all("40 ships" not in words for words in found)


def test_a_date_is_not_changed() -> None:
    """A day or a year a little off is nothing that anybody should have to know."""
    assert not falsehoods("The engineers closed the long quay on 12 May 2018.")


def test_who_is_met_keeps_the_place() -> None:
    """Only the doer of a deed is changed, for another may betray himself in any other place."""
    found = falsehoods("Lars Holm met Maria Lindqvist and other sailors of the old harbour.")
    assert all("Maria Lindqvist" in words for words in found)


def test_neither_end_of_a_comparison_is_changed() -> None:
    """A lead of 30 to 40 would be seen to be wrong."""
    assert not falsehoods("The old ferry line leads the new one by 50 to 40 ships.")


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm knew the quay well.",
        "Lars Holm has acknowledged the costs of the quay.",
        "Lars Holm is a lawyer with a boat.",
        "Lars Holm liked the quay.",
        "Norway has been proud of the quay.",
    ],
)
def test_what_may_be_true_of_several_keeps_its_doer(text: str) -> None:
    """The article does not say that nobody else is a lawyer or knew it."""
    assert not falsehoods(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm opened the quay with a speech.",
        "Lars Holm is the director of the quay.",
        'Lars Holm said the quay was "a gift for the town."',
    ],
)
def test_a_deed_a_post_and_a_saying_have_one_doer(text: str) -> None:
    """Another person in his place makes the statement false."""
    found = falsehoods(text)
    assert found
    assert all("Holm" not in words for words in found)


def test_nobody_takes_a_place_who_did_the_like() -> None:
    """Where the article says that Solberg opened something too, she may have opened this."""
    text = "Ingrid Solberg opened a museum.\n\nLars Holm opened the quay with a speech."
    assert not any("Ingrid" in words for words in falsehoods_of_last(text))


def falsehoods_of_last(text: str) -> set[str]:
    """As `falsehoods`, of a text of several paragraphs."""
    found = set()
    for seed in range(6):
        desk = desk_of(PEOPLE + text + "\n", seed)
        sentence = desk.reading.sentences[-1]
        clause = clause_of(sentence.parse.root)
        assert clause is not None
        assert is_of_one(clause)
        found.add(falsified(desk, Pools(desk), sentence, clause, sentence.text.rstrip(".")))
    return found - {None}
