"""What may be changed in a true statement so that the article contradicts it."""

import pytest

from quizzer.questions.grammar.clauses import clause_of
from quizzer.questions.several.falsehoods import falsified
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
        found.add(falsified(desk, sentence, clause, text.rstrip(".")))
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


def test_neither_end_of_a_comparison_is_changed() -> None:
    """A lead of 30 to 40 would be seen to be wrong."""
    assert not falsehoods("The old ferry line leads the new one by 50 to 40 ships.")


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm opened the quay with a speech.",
        "Norway opened the quay with a feast.",
        "Lars Holm opened the quay before Ingrid Solberg gave a speech.",
    ],
)
def test_neither_the_doer_nor_the_order_of_deeds_is_changed(text: str) -> None:
    """The article does not say that nobody else did it, and the order turned round is absurd."""
    assert not falsehoods(text)


def test_what_is_told_of_a_part_is_not_turned_round() -> None:
    """Many of the smallest quays may be closed as well; of all of the largest it is told."""
    assert not falsehoods("The storm closed many of the largest quays of Bergen.")
    assert falsehoods("The storm closed the largest quays of Bergen.") == {
        "The storm closed the smallest quays of Bergen"
    }


@pytest.mark.parametrize(
    ("text", "is_turned"),
    [
        ("Lars Holm won gold at the games in Aarhus.", False),
        ("Storvik Motors lost money on the old harbour.", False),
        ("Lars Holm won the election in Aarhus.", True),
    ],
)
def test_only_a_contest_is_won_or_lost(text: str, is_turned: bool) -> None:
    """Nobody loses a medal, and no firm wins money by a slump."""
    assert bool(falsehoods(text)) is is_turned
