"""What players and hosts see, and above all what they do not see before the reveal."""

import json
from typing import Any

import pytest

from quizzer.classroom.live.events import (
    Answer,
    Close,
    Event,
    ExtraTime,
    Finish,
    KeyIn,
    Next,
    Pause,
)
from quizzer.classroom.live.game import step
from quizzer.classroom.live.model import DrillMode, Game
from quizzer.classroom.live.replies import chosen, typed
from quizzer.classroom.live.shown import result
from quizzer.classroom.live.step import Refusal
from quizzer.classroom.live.views import host_view, player_view, shared_view
from quizzer.quiz.model import Chosen, Typed
from tests.classroom.live.material import DECK, SECRETS, begun, game_of, seated

IDS = [question.id for question in DECK.questions]


def seen(game: Game, player_id: str = "ida", now_ms: int = 1000) -> dict[str, Any]:
    """A player's view."""
    view = json.loads(player_view(game, shared_view(game), player_id, now_ms))
    assert isinstance(view, dict)
    return view


def hosts(game: Game, now_ms: int = 1000) -> dict[str, Any]:
    """The host's view."""
    return host_view(game, shared_view(game), now_ms)


def after(game: Game, *events: Event, now_ms: int = 1000) -> Game:
    """The game after some events."""
    for event in events:
        game = step(game, event, now_ms).game
    return game


@pytest.mark.parametrize("question_id", IDS)
def test_no_view_before_the_reveal_tells_the_answer(question_id: str) -> None:
    """In every phase before it, for players and for the beamer; afterwards they do tell."""
    game = seated(game_of(DrillMode.ACCURACY, question_id, "truth"), "Ida", "Per", "Eva")
    game = seated(game, "Tom", is_paper=True)
    opened = begun(game)
    put = opened.puts[0]
    own = chosen(put, list(range(len(put.options)))[:1]) if put.options else typed(put, "dunno")
    answered = opened if isinstance(own, Refusal) else after(opened, Answer("per", 0, own))
    states = [game, opened, answered, after(answered, Pause()), after(answered, Close())]
    for state in states:
        for view in (seen(state), seen(state, "per"), hosts(state)):
            text = json.dumps(view, ensure_ascii=False)
            assert view["result"] is None
            assert not any(secret in text for secret in SECRETS[question_id]), text
    revealed = after(states[-1], Next())
    for view in (seen(revealed), hosts(revealed)):
        assert view["result"]["key"] == result(revealed, put)["key"]


@pytest.mark.parametrize("question_id", [one for one in IDS if game_of(DrillMode.EXAM, one).puts])
def test_an_exam_tells_nothing_before_its_end(question_id: str) -> None:
    """All questions are seen, no key of any; at the end all are reviewed."""
    game = begun(game_of(DrillMode.EXAM, question_id, "truth"), "Ida")
    for view in (seen(game), hosts(game)):
        text = json.dumps(view, ensure_ascii=False)
        assert not any(secret in text for secret in SECRETS[question_id])
        assert len(view["questions"]) == 2
    game = after(game, Finish())
    assert [one["result"]["mine"] for one in seen(game)["review"]] == [None, None]


def test_options_show_the_order_of_the_seed_and_not_that_of_the_deck() -> None:
    """Over many seeds the key stands at each place about equally often."""
    places = [0, 0, 0]
    for seed in range(300):
        (put,) = game_of(DrillMode.ACCURACY, "key-zanzibarra", seed=str(seed)).puts
        places[put.options.index("Zanzibarra")] += 1
    assert min(places) > 60


def test_an_open_question_cannot_be_made_a_result() -> None:
    """The type of what is revealed is only made of closed questions."""
    game = begun(game_of(DrillMode.ACCURACY, "truth"), "Ida")
    with pytest.raises(ValueError, match="not closed"):
        result(game, game.puts[0])


def test_extra_time_is_seen_by_its_owner_alone() -> None:
    """The host's view and every other player's are the same with and without it."""
    game = begun(game_of(DrillMode.ACCURACY, "truth", limit_ms=10_000), "Ida", "Per")
    with_time = after(game, ExtraTime("per", 2.0))
    assert seen(with_time, "ida", 5_000) == seen(game, "ida", 5_000)
    assert hosts(with_time, 5_000) == hosts(game, 5_000)
    assert seen(with_time, "per", 5_000)["left_ms"] == 15_000
    late = (seen(with_time, "ida", 12_000), seen(with_time, "per", 12_000))
    assert [view["phase"] for view in late] == ["waiting", "asking"]


def test_the_result_of_a_choice() -> None:
    """Counts by option, the key's place, the cited sentence with the key marked."""
    game = begun(game_of(DrillMode.ACCURACY, "key-zanzibarra"), "Ida", "Per")
    game = after(
        game,
        Answer("ida", 0, Chosen(("Zanzibarra",))),
        Answer("per", 0, Chosen(("Pellworm",))),
    )
    shown = seen(game)["result"]
    options = seen(game)["question"]["options"]
    assert shown["counts"] == [int(option != "Orinoko") for option in options]
    assert [options[place] for place in shown["right"]] == ["Zanzibarra"]
    assert shown["mine"] == {"credit": 1.0, "points": 100, "reason": "right"}
    marked = [part["text"] for passage in shown["passages"] for part in passage if part["marked"]]
    assert marked == ["Zanzibarra"]
    assert (shown["answered"], shown["credit"]) == (2, 0.5)


def test_typed_answers_are_counted_and_rude_ones_not_shown() -> None:
    """Capitals aside, the most frequent first."""
    game = begun(game_of(DrillMode.ACCURACY, "typed-quillon"), "Ida", "Per", "Eva", "Tom")
    for name, text in (("ida", "Quillon"), ("per", "quillon"), ("eva", "sh1t"), ("tom", "Ahab")):
        game = after(game, Answer(name, 0, Typed(text)))
    rows = seen(game)["result"]["typed"]
    assert rows[0] == {"text": "Quillon", "count": 2, "credit": 1.0}
    assert {row["text"] for row in rows} == {"Quillon", "•••", "Ahab"}


def test_order_and_pairs_count_what_stands_in_its_place() -> None:
    """The right order is told as places in the options."""
    game = begun(game_of(DrillMode.ACCURACY, "order-ports"), "Ida")
    game = after(game, Answer("ida", 0, Chosen(("Wexmoor", "Ulvenholm", "Yarrowby"))))
    view = seen(game)
    options = view["question"]["options"]
    assert [options[place] for place in view["result"]["right"]] == [
        "Wexmoor",
        "Yarrowby",
        "Ulvenholm",
    ]
    assert view["result"]["counts"][options.index("Wexmoor")] == 1
    assert sum(view["result"]["counts"]) == 1


def test_without_ranking_nobody_has_a_place() -> None:
    """Own points stay, those of others are not shown."""
    game = begun(game_of(DrillMode.ACCURACY, "truth", has_ranking=False), "Ida", "Per")
    game = after(game, Close(), Finish())
    view = seen(game)
    assert "place" not in view["me"]
    assert (view["top"], view["teams"]) == ([], [])


def test_without_streaks_nobody_has_one() -> None:
    """The number is not even sent."""
    game = begun(game_of(DrillMode.ACCURACY, "truth", has_streaks=False), "Ida")
    assert "streak" not in seen(game)["me"]


def test_those_of_equal_place_share_the_podium() -> None:
    """Four at the first place are four on it."""
    game = begun(game_of(DrillMode.ACCURACY, "truth"), "Ida", "Per", "Eva", "Tom")
    game = after(game, Close(), Finish())
    assert [row["place"] for row in seen(game)["top"]] == [1, 1, 1, 1]


def test_a_keyed_in_answer_shows_on_the_hosts_list_only_as_answered() -> None:
    """The beamer must not tell what somebody answered."""
    game = seated(game_of(DrillMode.ACCURACY, "key-zanzibarra"), "Ida")
    game = begun(seated(game, "Tom", is_paper=True))
    before, after_key = hosts(game), hosts(after(game, KeyIn("tom", 0, Chosen(("Orinoko",)))))
    assert [row["answered"] for row in after_key["players"]] == [False, True]
    assert before["question"] == after_key["question"]
