"""The drill's state machine: what each event does in each phase."""

from dataclasses import replace

import pytest

from quizzer.classroom.live.events import (
    Accept,
    Again,
    Answer,
    Came,
    Close,
    Continue,
    End,
    Event,
    ExtraTime,
    Finish,
    Join,
    KeyIn,
    Kick,
    Lock,
    Next,
    Pause,
    Release,
    Skip,
    Tick,
    Went,
)
from quizzer.classroom.live.game import step
from quizzer.classroom.live.model import (
    GRACE_MS,
    Asking,
    Closed,
    DrillMode,
    Game,
    Lobby,
    Over,
    Paused,
    Player,
    Podium,
    Revealed,
    Standings,
)
from quizzer.classroom.live.standings import ranked, ranked_teams
from quizzer.classroom.live.step import Refusal
from quizzer.quiz.model import Chosen, Typed
from tests.classroom.live.material import begun, game_of, seated

RIGHT = Chosen(("Zanzibarra",))
WRONG = Chosen(("Orinoko",))
FALSE = Chosen(("false",))


def run(game: Game, *events: Event, now_ms: int = 1000) -> Game:
    """The game after some events, none of which may be refused."""
    for event in events:
        done = step(game, event, now_ms)
        assert done.refusal is None, (event, done.refusal)
        game = done.game
    return game


def refusal(game: Game, event: Event, now_ms: int = 1000) -> Refusal | None:
    """Why an event is refused; a refused event changes nothing."""
    done = step(game, event, now_ms)
    if done.refusal is not None:
        assert done.game == game
        assert done.changes == ()
    return done.refusal


def one_question(*names: str, **settings: object) -> Game:
    """A choice is open."""
    return begun(game_of(DrillMode.ACCURACY, "key-zanzibarra", "truth", **settings), *names)


def test_from_lobby_to_podium() -> None:
    """Question, answer, standings, question, answer, standings, podium."""
    game = one_question("Ida", "Per")
    game = run(game, Answer("ida", 0, RIGHT), Answer("per", 0, WRONG))
    assert game.phase == Revealed(0)
    game = run(game, Next())
    assert game.phase == Standings(0)
    game = run(game, Next(), Answer("ida", 1, FALSE), Answer("per", 1, FALSE), Next(), Next())
    assert game.phase == Podium()
    places = [(one.place, one.player.name, one.total.points) for one in ranked(game)]
    assert places == [(1, "Ida", 200), (2, "Per", 100)]
    assert run(game, End()).phase == Over()


def test_without_ranking_no_standings() -> None:
    """The answer is followed by the next question."""
    game = one_question("Ida", has_ranking=False)
    game = run(game, Answer("ida", 0, RIGHT), Next())
    assert isinstance(game.phase, Asking)


def test_the_first_answer_counts_and_the_same_again_is_acknowledged() -> None:
    """A resend changes nothing, another answer is refused; also after the close."""
    game = run(one_question("Ida", "Per"), Answer("ida", 0, WRONG))
    again = step(game, Answer("ida", 0, WRONG), 2000)
    assert (again.refusal, again.changes, again.game) == (None, (), game)
    assert refusal(game, Answer("ida", 0, RIGHT)) is Refusal.ANSWERED
    closed = run(game, Close())
    assert refusal(closed, Answer("ida", 0, WRONG)) is None
    assert refusal(closed, Answer("ida", 0, RIGHT)) is Refusal.ANSWERED


def test_answers_before_the_opening_and_after_the_close_are_refused() -> None:
    """Whatever the phase."""
    lobby = seated(game_of(DrillMode.ACCURACY, "key-zanzibarra", "truth"), "Ida")
    assert refusal(lobby, Answer("ida", 0, RIGHT)) is Refusal.EARLY
    game = begun(lobby)
    assert refusal(game, Answer("ida", 1, FALSE)) is Refusal.EARLY
    assert refusal(game, Answer("ida", 7, FALSE)) is Refusal.FORM
    assert refusal(game, Answer("ida", -1, FALSE)) is Refusal.FORM
    assert refusal(game, Answer("nobody", 0, RIGHT)) is Refusal.PLAYER
    assert refusal(run(game, Pause()), Answer("ida", 0, RIGHT)) is Refusal.PAUSED
    revealed = run(game, Close())
    assert refusal(revealed, Answer("ida", 0, RIGHT)) is Refusal.CLOSED
    assert refusal(revealed, Answer("ida", 1, FALSE)) is Refusal.EARLY
    following = run(revealed, Next(), Next())
    assert refusal(following, Answer("ida", 0, RIGHT)) is Refusal.CLOSED
    assert refusal(run(following, Finish()), Answer("ida", 1, FALSE)) is Refusal.CLOSED


def test_time_is_the_servers_and_closes_the_question() -> None:
    """With its grace; an answer behind that is refused even before the tick."""
    game = one_question("Ida", limit_ms=10_000)
    assert refusal(game, Answer("ida", 0, RIGHT), 10_000 + GRACE_MS) is None
    assert refusal(game, Answer("ida", 0, RIGHT), 10_001 + GRACE_MS) is Refusal.CLOSED
    assert isinstance(step(game, Tick(), 9_999 + GRACE_MS).game.phase, Asking)
    assert step(game, Tick(), 10_000 + GRACE_MS).game.phase == Revealed(0)


def test_a_pause_stops_the_clock() -> None:
    """What was left before is left afterwards."""
    game = one_question("Ida", limit_ms=10_000)
    game = step(game, Pause(), 6_000).game
    assert game.phase == Paused((0,), 6_000)
    assert step(game, Tick(), 99_000).game == game
    game = step(game, Continue(), 100_000).game
    assert isinstance(step(game, Tick(), 104_000).game.phase, Asking)
    taken = step(game, Answer("ida", 0, RIGHT), 102_000).game
    assert taken.given(0)["ida"].elapsed_ms == 8_000


def test_extra_time_holds_the_close_only_while_its_owner_thinks() -> None:
    """Others' answers are refused after their own time; absent owners are not waited for."""
    game = one_question("Ida", "Per", "Eva", limit_ms=10_000)
    game = run(game, ExtraTime("per", 2.0))
    assert isinstance(step(game, Tick(), 15_000).game.phase, Asking)
    assert refusal(game, Answer("ida", 0, RIGHT), 15_000) is Refusal.CLOSED
    assert refusal(game, Answer("per", 0, RIGHT), 15_000) is None
    assert step(game, Tick(), 20_000 + GRACE_MS).game.phase == Revealed(0)
    answered = step(game, Answer("per", 0, RIGHT), 15_000).game
    assert step(answered, Tick(), 15_000).game.phase == Revealed(0)
    gone = run(game, Went("per"))
    assert step(gone, Tick(), 15_000).game.phase == Revealed(0)
    assert refusal(game, ExtraTime("per", 0.5)) is Refusal.FORM
    assert refusal(game, ExtraTime("per", float("nan"))) is Refusal.FORM
    assert refusal(game, ExtraTime("nobody", 2.0)) is Refusal.PLAYER


def test_all_who_are_there_have_answered() -> None:
    """The absent are not waited for, and a room that nobody is in waits."""
    game = one_question("Ida", "Per", "Eva")
    game = run(game, Answer("ida", 0, RIGHT), Went("per"))
    assert isinstance(game.phase, Asking)
    assert run(game, Answer("eva", 0, RIGHT)).phase == Revealed(0)
    assert run(game, Went("eva")).phase == Revealed(0)
    assert run(game, Kick("eva")).phase == Revealed(0)
    nobody = run(one_question("Ida"), Went("ida"))
    assert isinstance(nobody.phase, Asking)
    assert isinstance(run(nobody, Came("ida")).phase, Asking)


def test_nobody_answers() -> None:
    """The game goes on."""
    game = run(one_question("Ida"), Close(), Next(), Next(), Close(), Next(), Next())
    assert game.phase == Podium()
    assert [one.place for one in ranked(game)] == [1]


def test_a_skipped_question_counts_for_nobody() -> None:
    """Neither points nor the streak."""
    game = run(one_question("Ida", "Per"), Answer("ida", 0, RIGHT), Skip())
    assert game.phase == Asking((1,), 1000)
    assert game.skipped == {0}
    assert game.totals.get("ida") is None
    assert run(game, Skip()).phase == Podium()


def test_a_kick_and_the_way_back() -> None:
    """The name is gone from ranking and room; the host alone can let it in again."""
    game = run(one_question("Ida", "Per"), Answer("ida", 0, RIGHT), Kick("ida"))
    assert refusal(game, Came("ida")) is Refusal.PLAYER
    assert refusal(game, Answer("ida", 0, RIGHT)) is Refusal.PLAYER
    assert refusal(game, Kick("ida")) is Refusal.PLAYER
    assert refusal(game, Join(Player(id="x", name="IDA"))) is Refusal.REMOVED
    assert [one.player.name for one in ranked(game)] == ["Per"]
    back = step(run(game, Release("ida")), Join(Player(id="x", name="IDA")), 1000)
    assert back.seat == "ida"
    assert back.game.given(0)["ida"].response == RIGHT
    assert refusal(back.game, Join(Player(id="y", name="Ida"))) is Refusal.TAKEN


def test_who_may_join() -> None:
    """Not twice the same name, not behind a locked door, not into a full room or no team."""
    game = seated(game_of(teams=("Red", "Blue"), seats=3), "Ida", "Per")
    assert [one.team for one in game.players.values()] == ["Red", "Blue"]
    assert refusal(game, Join(Player(id="x", name="ｉｄａ"))) is Refusal.TAKEN
    assert refusal(game, Join(Player(id="x", name="Eva", team="Green"))) is Refusal.TEAM
    locked = run(game, Lock(True))
    assert refusal(locked, Join(Player(id="x", name="Eva"))) is Refusal.LOCKED
    assert refusal(locked, Join(Player(id="x", name="Eva", is_paper=True))) is None
    full = run(locked, Lock(False), Join(Player(id="eva", name="Eva")))
    assert refusal(full, Join(Player(id="x", name="Tom"))) is Refusal.FULL
    assert refusal(run(game, End()), Join(Player(id="x", name="Tom"))) is Refusal.OVER


def test_a_late_joiner_answers_the_open_question() -> None:
    """And has nothing for what came before."""
    game = run(one_question("Ida"), Answer("ida", 0, RIGHT), Next(), Next())
    game = seated(game, "Eva")
    game = run(game, Answer("eva", 1, FALSE), Answer("ida", 1, FALSE))
    assert game.phase == Revealed(1)
    assert [(one.player.name, one.total.points) for one in ranked(game)] == [
        ("Ida", 200),
        ("Eva", 100),
    ]


def test_paper_is_waited_for_and_can_be_corrected() -> None:
    """Devices close first; letters come in until the host goes on."""
    game = seated(game_of(DrillMode.ACCURACY, "key-zanzibarra"), "Ida")
    game = begun(seated(game, "Per", is_paper=True))
    game = run(game, Answer("ida", 0, RIGHT))
    assert isinstance(game.phase, Asking)
    game = run(game, Close())
    assert game.phase == Closed(0)
    assert refusal(game, Answer("ida", 0, WRONG)) is Refusal.ANSWERED
    game = run(game, KeyIn("per", 0, WRONG), KeyIn("per", 0, RIGHT))
    assert refusal(game, KeyIn("ida", 0, WRONG)) is Refusal.PLAYER
    game = run(game, Next())
    assert game.phase == Revealed(0)
    assert game.totals["per"].points == 100
    assert refusal(game, KeyIn("per", 0, WRONG)) is Refusal.CLOSED


def test_race_points_streaks_and_paper() -> None:
    """Speed and streaks earn, extra time is its owner's measure, paper counts as at the bell."""
    game = game_of(DrillMode.RACE, "key-zanzibarra", "truth", limit_ms=30_000)
    game = seated(seated(game, "Ida", "Per"), "Eva", is_paper=True)
    game = run(game, ExtraTime("per", 2.0))
    game = begun(game)
    game = step(game, Answer("ida", 0, RIGHT), 2_000).game
    game = step(game, Answer("per", 0, RIGHT), 4_000).game
    game = step(game, KeyIn("eva", 0, RIGHT), 5_000).game
    assert {name: total.points for name, total in game.totals.items()} == {
        "ida": 967,
        "per": 967,
        "eva": 500,
    }
    game = run(game, Next(), Next(), now_ms=10_000)
    game = step(game, Answer("ida", 1, FALSE), 10_000).game
    assert game.given(1)["ida"].points == 1100


def test_the_questions_most_missed_once_more() -> None:
    """For learning: the ranking stays as it was."""
    game = run(one_question("Ida"), Answer("ida", 0, WRONG), Next(), Next())
    game = run(game, Answer("ida", 1, FALSE), Next(), Next())
    assert game.phase == Podium()
    before = game.totals
    game = run(game, Again(5))
    assert game.phase == Asking((2,), 1000)
    assert [(put.question.id, put.round) for put in game.puts[2:]] == [("key-zanzibarra", 1)]
    game = run(game, Answer("ida", 2, RIGHT))
    assert game.totals == before
    assert game.given(2)["ida"].points == 0
    assert run(game, Next()).phase == Podium()


def test_nothing_was_missed() -> None:
    """Then there is no round to repeat."""
    game = run(one_question("Ida"), Answer("ida", 0, RIGHT), Finish())
    assert refusal(game, Again(3)) is Refusal.PHASE


def test_an_exam_at_ones_own_pace() -> None:
    """All questions are open; nothing is counted before the end."""
    game = begun(game_of(DrillMode.EXAM, "key-zanzibarra", "truth", limit_ms=60_000), "Ida", "Per")
    game = run(game, Answer("ida", 1, FALSE), Answer("ida", 0, RIGHT))
    assert isinstance(game.phase, Asking)
    assert game.totals == {}
    assert refusal(game, Skip()) is Refusal.PHASE
    game = step(game, Tick(), 60_000 + GRACE_MS).game
    assert game.phase == Podium()
    assert [(one.player.name, one.total.points) for one in ranked(game)] == [
        ("Ida", 200),
        ("Per", 0),
    ]
    game = run(game, Again(1))
    assert isinstance(step(game, Tick(), 999_000).game.phase, Asking)


def test_an_exam_ends_when_all_are_done() -> None:
    """Whoever is there has answered everything; also with one question."""
    game = begun(game_of(DrillMode.EXAM, "truth"), "Ida")
    assert run(game, Answer("ida", 0, FALSE)).phase == Podium()


def test_the_teacher_accepts_a_typed_answer() -> None:
    """Everybody who typed it gets full credit, and the totals are counted again."""
    game = begun(game_of(DrillMode.ACCURACY, "typed-quillon"), "Ida", "Per")
    game = run(game, Answer("ida", 0, Typed("the Admiral")), Answer("per", 0, Typed("The admiral")))
    assert game.totals["ida"].points == 0
    assert refusal(game, Accept(0, "somebody")) is Refusal.OPTION
    game = run(game, Accept(0, "The Admiral"))
    assert {one.points for one in game.totals.values()} == {100}
    assert refusal(run(game, Next()), Accept(0, "x")) is Refusal.PHASE


def test_teams_have_the_mean_of_their_members() -> None:
    """And equal teams share a place."""
    game = begun(
        seated(game_of(DrillMode.ACCURACY, "key-zanzibarra", teams=("Red", "Blue", "Green")))
    )
    game = seated(game, "Ida", "Eva", team="Red")
    game = seated(game, "Per", team="Blue")
    game = run(game, Answer("ida", 0, RIGHT), Answer("eva", 0, WRONG), Answer("per", 0, RIGHT))
    teams = [(one.place, one.name, one.points, one.members) for one in ranked_teams(game)]
    assert teams == [(1, "Blue", 100.0, 1), (2, "Red", 50.0, 2)]


@pytest.mark.parametrize(
    "event", [Close(), Pause(), Continue(), Skip(), Again(1), Finish(), Accept(0, "x")]
)
def test_in_the_lobby_there_is_nothing_to_steer(event: Event) -> None:
    """Each verb is refused where it makes no sense."""
    assert refusal(seated(game_of(), "Ida"), event) is Refusal.PHASE


def test_a_drill_of_no_questions_cannot_start() -> None:
    """It can only end."""
    game = replace(game_of(), puts=())
    assert refusal(game, Next()) is Refusal.PHASE
    assert game.phase == Lobby()
