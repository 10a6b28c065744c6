"""Whatever happens in a drill, its log gives the same drill again."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

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
from quizzer.classroom.live.journal import (
    Journal,
    left_drill,
    read_settings,
    restored,
    settings_json,
)
from quizzer.classroom.live.model import (
    Asking,
    Closed,
    DrillMode,
    Game,
    Over,
    Paused,
    Player,
    Settings,
    Total,
)
from quizzer.classroom.live.standings import totals_of
from quizzer.classroom.live.views import host_view, player_view, shared_view
from quizzer.classroom.records.model import Drill, Student
from quizzer.classroom.records.records import Records
from quizzer.quiz.model import Chosen, Typed
from tests.classroom.live.material import NOW, game_of

NAMES = ("ida", "per", "eva", "tom")
IDS = st.sampled_from(NAMES)
POSITIONS = st.integers(-1, 5)
RESPONSES = st.sampled_from(
    [
        Chosen(("Zanzibarra",)),
        Chosen(("Orinoko",)),
        Chosen(("false",)),
        Typed("Quillon"),
        Typed("x"),
    ]
)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Answer, IDS, POSITIONS, RESPONSES),
    st.builds(Answer, IDS, POSITIONS, RESPONSES),
    st.builds(KeyIn, IDS, POSITIONS, RESPONSES),
    st.builds(Accept, POSITIONS, st.sampled_from(["x", "Quillon"])),
    st.builds(Came, IDS),
    st.builds(Went, IDS),
    st.builds(Kick, IDS),
    st.builds(Release, IDS),
    st.builds(ExtraTime, IDS, st.sampled_from([1.0, 1.5, 2.0])),
    st.builds(Again, st.integers(1, 3)),
    st.builds(Lock, st.booleans()),
    st.builds(Join, IDS.map(lambda name: Player(id=name, name=name, is_paper=name == "tom"))),
    st.builds(Join, IDS.map(lambda name: Player(id=name, name=name, is_paper=name == "tom"))),
    st.sampled_from([Next(), Next(), Next(), Close(), Pause(), Continue(), Skip(), Finish()]),
    st.sampled_from([Tick(), Tick(), End()]),
)
STEPS = st.lists(st.tuples(EVENTS, st.integers(0, 8_000)), max_size=40)


def drill_of(game: Game) -> Drill:
    """The record of a drill that is about to be played."""
    return Drill(
        id="d1",
        code="ABCDE",
        deck=game.deck,
        passages=dict(game.passages),
        origin="live",
        mode=game.settings.mode,
        seed=game.settings.seed,
        settings=settings_json(game.settings, port=8000),
        started_at=NOW,
    )


@given(st.sampled_from(DrillMode), STEPS)
@settings(max_examples=100, deadline=None)
def test_the_log_gives_the_game_again(mode: DrillMode, steps: list[tuple[Event, int]]) -> None:
    """Players, answers, points and place; nothing that was acknowledged is ever different."""
    game = game_of(mode, "key-zanzibarra", "truth", "typed-quillon", limit_ms=20_000)
    journal = Journal(drill_of(game))
    now_ms = 0
    with TemporaryDirectory() as folder, Records(Path(folder) / "log.sqlite3") as records:
        records.save([journal.drill])
        records.save([Student(id=name, class_name="", name=name) for name in NAMES])
        for event, passed_ms in steps:
            now_ms += passed_ms
            before = game
            done = step(game, event, now_ms)
            game = done.game
            if done.refusal is not None:
                assert (game, done.changes) == (before, ())
            records.save(journal.records(done.changes, NOW))
            if done.seat is not None and not game.players[done.seat].is_paper:
                records.save([journal.give_token(done.seat, "digest")])
            look_at(game, now_ms)
            assert earned(game.totals) == earned(totals_of(game))
        drill = records.drill("d1")
        assert drill is not None
        again, _ = restored(records, drill)
        compare(game, again)
        assert (left_drill(records) is None) == isinstance(game.phase, Over)


def look_at(game: Game, now_ms: int) -> None:
    """Every view can be made in every state."""
    shared = shared_view(game)
    host_view(game, shared, now_ms)
    for player_id in game.players:
        player_view(game, shared, player_id, now_ms)


def earned(totals: Mapping[str, Total]) -> dict[str, Total]:
    """The totals that are more than nothing."""
    return {player_id: total for player_id, total in totals.items() if total != Total()}


def compare(game: Game, again: Game) -> None:
    """What a restart must bring back."""
    assert set(again.players) == set(game.players)
    for player in game.players.values():
        assert again.players[player.id] == replace(player, is_released=False)
    assert again.puts[: len(game.puts)] == game.puts
    assert (again.closed, again.skipped) == (game.closed, game.skipped)
    assert {place: set(given) for place, given in again.answers.items()} == {
        place: set(given) for place, given in game.answers.items() if given
    }
    for position, there in game.answers.items():
        for player_id, one in there.items():
            stored = again.answers[position][player_id]
            assert (stored.response, stored.points) == (one.response, one.points)
            assert stored.grade.score == one.grade.score
    assert earned(again.totals) == earned(game.totals)
    match game.phase:
        case Asking(positions) | Paused(positions):
            assert isinstance(again.phase, Paused)
            assert again.phase.positions == positions
        case Closed(position):
            assert isinstance(again.phase, Paused)
            assert again.phase.positions == (position,)
        case _:
            pass


def test_settings_come_back() -> None:
    """All of them, from the JSON in the log."""
    game = game_of()
    made = Settings(
        mode=DrillMode.RACE, seed="x", limit_ms=20_000, teams=("Red",), has_ranking=False, seats=7
    )
    drill = drill_of(replace(game, settings=made))
    assert read_settings(drill) == made
