"""What is sent becomes a response of the right kind, or is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.live.model import DrillMode, Put
from quizzer.classroom.live.replies import chosen, lettered, places_of, typed
from quizzer.classroom.live.step import Refusal
from quizzer.quiz.model import Chosen, Typed
from tests.classroom.live.material import DECK, game_of


def put_of(question_id: str) -> Put:
    """The question as it is put."""
    return game_of(DrillMode.ACCURACY, question_id).puts[0]


@pytest.mark.parametrize(
    ("question_id", "places", "outcome"),
    [
        ("key-zanzibarra", [3], Refusal.OPTION),
        ("key-zanzibarra", [-1], Refusal.OPTION),
        ("key-zanzibarra", [], Refusal.FORM),
        ("key-zanzibarra", [0, 1], Refusal.FORM),
        ("typed-quillon", [0], Refusal.FORM),
        ("all-ports", [], Refusal.FORM),
        ("all-ports", [1, 1], Refusal.FORM),
        ("all-ports", [0, 1, 2, 3, 4], Refusal.OPTION),
        ("order-ports", [0, 1], Refusal.FORM),
        ("order-ports", [0, 1, 1], Refusal.FORM),
        ("pairs", [0], Refusal.FORM),
        ("pairs", [0, 1, 2], Refusal.FORM),
    ],
)
def test_places_that_cannot_be(question_id: str, places: list[int], outcome: Refusal) -> None:
    """Unknown options, too few, too many, twice the same."""
    assert chosen(put_of(question_id), places) is outcome


@given(st.sampled_from([one.id for one in DECK.questions]), st.data())
def test_places_come_back(question_id: str, data: st.DataObject) -> None:
    """Whatever is accepted is told again as the places that were sent, ticks in any order."""
    put = put_of(question_id)
    places = data.draw(st.lists(st.integers(0, max(0, len(put.options) - 1)), max_size=5))
    response = chosen(put, places)
    if isinstance(response, Refusal):
        return
    again = places_of(put, response)
    assert again == (sorted(places) if question_id == "all-ports" else places)


def test_typed_answers() -> None:
    """Only where they are asked for, with something in them, and not endless."""
    put = put_of("typed-quillon")
    assert typed(put, "  Captain   Q ") == Typed("Captain Q")
    assert typed(put, " ") is Refusal.FORM
    assert typed(put, "x" * 501) is Refusal.FORM
    assert typed(put_of("truth"), "true") is Refusal.FORM


def test_letters_from_paper() -> None:
    """As a student writes them on a sheet."""
    assert lettered(put_of("truth"), " b ") == Chosen(("false",))
    assert lettered(put_of("truth"), "C") is Refusal.OPTION
    assert lettered(put_of("truth"), "") is Refusal.FORM
    order = put_of("order-ports")
    assert lettered(order, "C, a b") == Chosen((order.options[2], *order.options[:2]))
    pairs = put_of("pairs")
    want = Chosen((pairs.options[1], pairs.options[0]))
    assert lettered(pairs, "2A 1B") == lettered(pairs, "BA") == want
    assert lettered(pairs, "1B 3A") is Refusal.OPTION
