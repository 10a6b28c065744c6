"""The live drill as a pure state machine: a game and an event give a new game and what to store.

It knows no clock: every step is told the time of the server's own clock, which never runs
backwards. An event that makes no sense where the game stands is refused and changes nothing.
"""

from dataclasses import replace
from typing import assert_never

from quizzer.classroom.live.asking import (
    accept,
    answer,
    close,
    deadline_ms,
    is_complete,
    is_exam,
    key_in,
    open_positions,
    shut,
)
from quizzer.classroom.live.events import (
    Accept,
    AddedRound,
    Again,
    Answer,
    Came,
    Change,
    Close,
    Command,
    Continue,
    End,
    Ended,
    Event,
    ExtraTime,
    Finish,
    Join,
    KeyIn,
    Kick,
    Lock,
    Next,
    Pause,
    Ran,
    Release,
    Skip,
    Tick,
    Went,
)
from quizzer.classroom.live.model import (
    Asking,
    Closed,
    DrillMode,
    Game,
    Lobby,
    Over,
    Paused,
    Podium,
    Revealed,
    Standings,
)
from quizzer.classroom.live.plan import most_missed, puts_of, rounds_of
from quizzer.classroom.live.seating import give_time, join, kick, lock, release
from quizzer.classroom.live.step import Refusal, Step


def step(game: Game, event: Event, now_ms: int) -> Step:
    """One event at an instant of the server's clock, in milliseconds."""
    match event:
        case Join():
            return join(game, event)
        case Came(player_id):
            return _came(game, player_id)
        case Went(player_id):
            gone = replace(game, present=game.present - {player_id})
            return _unless_waiting(Step(gone), now_ms)
        case Answer():
            return answer(game, event, now_ms)
        case KeyIn():
            return key_in(game, event, now_ms)
        case Tick():
            return _tick(game, now_ms)
        case Kick():
            return _unless_waiting(kick(game, event), now_ms)
        case Release():
            return release(game, event)
        case ExtraTime():
            return give_time(game, event)
        case _:
            return _command(game, event, now_ms)


def _command(game: Game, command: Command, now_ms: int) -> Step:
    phase = game.phase
    match command:
        case Next():
            return _next(game, now_ms)
        case Close() if isinstance(phase, Asking):
            return close(game, now_ms)
        case Pause() if isinstance(phase, Asking):
            elapsed_ms = max(0, now_ms - phase.opened_ms)
            paused = replace(game, phase=Paused(phase.positions, elapsed_ms))
            return Step(paused, _ran(game, phase.positions, elapsed_ms))
        case Continue() if isinstance(phase, Paused):
            opened_ms = now_ms - phase.elapsed_ms
            return Step(replace(game, phase=Asking(phase.positions, opened_ms)))
        case Skip() if isinstance(phase, Asking | Paused | Closed) and not is_exam(game):
            return _skip(game, now_ms)
        case Again(count) if _is_done(game):
            return _again(game, count, now_ms)
        case Finish() if not isinstance(phase, Lobby | Podium | Over):
            return shut(game, now_ms, Podium())
        case End():
            ended = shut(game, now_ms, Over())
            return Step(ended.game, (*ended.changes, Ended()))
        case Lock():
            return lock(game, command)
        case Accept():
            return accept(game, command)
        case Close() | Pause() | Continue() | Skip() | Again() | Finish():
            return Step(game, refusal=Refusal.PHASE)
        case _:
            assert_never(command)


def verbs(game: Game) -> tuple[str, ...]:
    """What a host may do now, the most likely first, in the words of the protocol."""
    match game.phase:
        case Lobby():
            return ("next", "end") if game.puts else ("end",)
        case Asking():
            skip = () if is_exam(game) else ("skip",)
            return ("close", "pause", *skip, "finish", "end")
        case Paused():
            skip = () if is_exam(game) else ("skip",)
            return ("continue", *skip, "finish", "end")
        case Closed():
            return ("next", "skip", "finish", "end")
        case Revealed() | Standings():
            again = ("again",) if _is_done(game) and most_missed(game, 1) else ()
            return ("next", *again, "finish", "end")
        case Podium():
            return ("again", "end") if most_missed(game, 1) else ("end",)
        case Over():
            return ()
        case _:
            assert_never(game.phase)


def _came(game: Game, player_id: str) -> Step:
    player = game.players.get(player_id)
    if player is None or player.is_kicked:
        return Step(game, refusal=Refusal.PLAYER)
    return Step(replace(game, present=game.present | {player_id}))


def _unless_waiting(left: Step, now_ms: int) -> Step:
    """After somebody left, the rest may all have answered; who is absent is not waited for."""
    game = left.game
    if left.refusal is None and isinstance(game.phase, Asking) and is_complete(game):
        closed = close(game, now_ms)
        return Step(closed.game, (*left.changes, *closed.changes))
    return left


def _tick(game: Game, now_ms: int) -> Step:
    if not isinstance(game.phase, Asking):
        return Step(game)
    deadline = deadline_ms(game)
    if deadline is not None and now_ms >= deadline:
        return close(game, now_ms)
    elapsed_ms = max(0, now_ms - game.phase.opened_ms)
    return Step(game, _ran(game, game.phase.positions, elapsed_ms))


def _ran(game: Game, positions: tuple[int, ...], elapsed_ms: int) -> tuple[Change, ...]:
    # An exam's questions share one clock, and the first of them keeps it.
    return (Ran(game.puts[positions[0]], elapsed_ms),)


def _next(game: Game, now_ms: int) -> Step:
    match game.phase:
        case Lobby() if game.puts:
            return _first(game, now_ms)
        case Closed(position):
            return shut(game, now_ms, Revealed(position))
        case Revealed(position) if game.settings.has_ranking and game.puts[position].round == 0:
            return Step(replace(game, phase=Standings(position)))
        case Revealed(position) | Standings(position):
            return _go_on(game, position, now_ms)
        case _:
            return Step(game, refusal=Refusal.PHASE)


def _first(game: Game, now_ms: int) -> Step:
    if game.settings.mode is DrillMode.EXAM:
        return open_positions(game, tuple(put.position for put in game.puts), now_ms)
    return open_positions(game, (0,), now_ms)


def _go_on(game: Game, position: int, now_ms: int) -> Step:
    if position + 1 < len(game.puts):
        return open_positions(game, (position + 1,), now_ms)
    return Step(replace(game, phase=Podium()))


def _skip(game: Game, now_ms: int) -> Step:
    match game.phase:
        case Asking((position,)) | Paused((position,)) | Closed(position):
            skipped = shut(game, now_ms, Revealed(position), is_skipped=True)
            following = _go_on(skipped.game, position, now_ms)
            return Step(following.game, (*skipped.changes, *following.changes))
        case _:
            return Step(game, refusal=Refusal.PHASE)


def _is_done(game: Game) -> bool:
    """Whether everything was asked that is to be asked."""
    match game.phase:
        case Podium():
            return True
        case Revealed(position) | Standings(position):
            return position + 1 == len(game.puts)
        case _:
            return False


def _again(game: Game, count: int, now_ms: int) -> Step:
    places = most_missed(game, count)
    if not places:
        return Step(game, refusal=Refusal.PHASE)
    rounds = (*rounds_of(game), places)
    start = len(game.puts)
    added = puts_of(game.deck, game.settings, places, len(rounds), start)
    longer = replace(game, puts=(*game.puts, *added))
    opened = open_positions(longer, (start,), now_ms)
    return Step(opened.game, (AddedRound(rounds), *opened.changes))
