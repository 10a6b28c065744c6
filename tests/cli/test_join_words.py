"""A drill in lines: what is shown of a view, and what a typed line answers."""

import json
import re
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from quizzer.classroom.live.events import Close, Next
from quizzer.classroom.live.game import step
from quizzer.classroom.live.model import DrillMode
from quizzer.classroom.live.views import player_view, shared_view
from quizzer.cli.join_words import expected, given, told
from tests.classroom.live.material import DECK, begun, game_of


def question(kind: str, options: str = "abc", lefts: str = "") -> dict[str, Any]:
    """A question of a kind, its options being letters."""
    return {"kind": kind, "options": list(options), "lefts": list(lefts), "position": 0}


@pytest.mark.parametrize(
    ("kind", "line", "choice"),
    [
        ("choice", "b", [1]),
        ("choice", "2", [1]),
        ("choice", "d", None),
        ("choice", "ab", None),
        ("choice", "0", None),
        ("truth", "A", [0]),
        ("several", "ca", [0, 2]),
        ("several", "3 1", [0, 2]),
        ("several", "A, C", [0, 2]),
        ("several", "aa", None),
        ("order", "cab", [2, 0, 1]),
        ("order", "ca", None),
        ("order", "caa", None),
        ("pairs", "aa", [0, 0]),
        ("pairs", "a", None),
    ],
)
def test_letters_and_numbers_answer(kind: str, line: str, choice: list[int] | None) -> None:
    """What fits the question is taken, everything else is asked for again."""
    lefts = "xy" if kind == "pairs" else ""
    answer = given(question(kind, lefts=lefts), line)
    assert answer == (None if choice is None else {"choice": choice})
    assert expected(question(kind, lefts=lefts)).startswith("Type")


def test_words_are_taken_as_they_are() -> None:
    """A question without options takes any line that is not empty."""
    assert given(question("text", ""), "Neil") == {"typed": "Neil"}
    assert given(question("text", ""), "") is None


@for_all(st.sampled_from(["choice", "several", "order", "pairs", "text"]), st.text(max_size=20))
def test_any_line_is_an_answer_in_range_or_none(kind: str, line: str) -> None:
    """No line makes a choice of an option that is not there."""
    asked = question(kind, "" if kind == "text" else "abc", "xy" if kind == "pairs" else "")
    answer = given(asked, line)
    if answer and "choice" in answer:
        assert all(0 <= place < 3 for place in answer["choice"])


@pytest.mark.parametrize("identity", [one.id for one in DECK.questions])
def test_every_kind_is_told(identity: str) -> None:
    """Stem and options stand there, numbered by letters; nothing of the answer."""
    game = begun(game_of(DrillMode.ACCURACY, identity), "Ida")
    view = json.loads(player_view(game, shared_view(game), "ida", 0))
    words = told(view)
    assert view["question"]["stem"] in words
    for place, option in enumerate(view["question"]["options"]):
        assert f"{chr(65 + place)}. {option}" in words


def test_hostile_text_reaches_no_terminal() -> None:
    """Escape characters of a deck or a name are made visible."""
    game = begun(game_of(), "Ida")
    view = json.loads(player_view(game, shared_view(game), "ida", 0))
    view["question"] = view["question"] | {"stem": "a\x1b[2Jb"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", told(view))


def test_each_phase_says_something() -> None:
    """From the lobby on, a player is never left without a word."""
    game = game_of()
    game = begun(game, "Ida")
    for _ in range(60):
        view = json.loads(player_view(game, shared_view(game), "ida", 0))
        assert told(view), view["phase"]
        if view["phase"] == "podium":
            return
        game = step(game, Close() if view["phase"] == "asking" else Next(), 0).game
    pytest.fail("the drill never ended")
