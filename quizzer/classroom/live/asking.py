"""A question opens, takes answers and closes; all by the server's clock, in milliseconds."""

from dataclasses import replace
from typing import assert_never

from quizzer.classroom.live.events import (
    Accept,
    Answer,
    Change,
    KeyIn,
    Opened,
    Revised,
    Shut,
    Took,
)
from quizzer.classroom.live.model import (
    GRACE_MS,
    Asking,
    Closed,
    DrillMode,
    Game,
    Given,
    Lobby,
    Over,
    Paused,
    Phase,
    Player,
    Podium,
    Revealed,
    Standings,
)
from quizzer.classroom.live.standings import (
    NOTHING,
    counted,
    counts,
    points_for,
    totals_of,
)
from quizzer.classroom.live.step import Refusal, Step
from quizzer.quiz.grading.fold import fold
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.model import Response, Typed, right


def open_positions(game: Game, positions: tuple[int, ...], now_ms: int) -> Step:
    """Opens one question, or all those of an exam."""
    changes = tuple(Opened(game.puts[position]) for position in positions)
    return Step(replace(game, phase=Asking(positions, now_ms)), changes)


def is_exam(game: Game) -> bool:
    """Whether all questions are open, or paused, at once."""
    match game.phase:
        case Asking(positions) | Paused(positions):
            return _is_exam_at(game, positions[0])
        case _:
            return False


def _is_exam_at(game: Game, position: int) -> bool:
    return game.settings.mode is DrillMode.EXAM and game.puts[position].round == 0


def limit_of(game: Game, position: int, player: Player | None = None) -> int | None:
    """How long a player has (or anybody without extra time), in ms; None without a limit.

    The time of an exam is for all its questions, so those that are repeated later have none.
    """
    limit = game.settings.limit_ms
    if limit is None or (game.settings.mode is DrillMode.EXAM and not _is_exam_at(game, position)):
        return None
    return round(limit * (player.extra_time if player else 1))


def answer(game: Game, event: Answer, now_ms: int) -> Step:
    """Takes a player's first answer to an open question; the same once more changes nothing."""
    player = game.players.get(event.player_id)
    if player is None or player.is_kicked:
        return Step(game, refusal=Refusal.PLAYER)
    before = game.given(event.position).get(player.id)
    if before is not None:
        is_same = before.response == event.response
        return Step(game, refusal=None if is_same else Refusal.ANSWERED)
    refusal = _not_open(game, event.position)
    if refusal is not None:
        return Step(game, refusal=refusal)
    assert isinstance(game.phase, Asking)
    elapsed_ms = max(0, now_ms - game.phase.opened_ms)
    limit = limit_of(game, event.position, player)
    if limit is not None and elapsed_ms > limit + GRACE_MS:
        return Step(game, refusal=Refusal.CLOSED)
    given = _graded(game, player, event.position, event.response, elapsed_ms)
    taken = _with_answer(game, player.id, event.position, given)
    took = Took(player.id, event.position, given)
    return _after_answer(Step(taken, (took,)), now_ms)


def _not_open(game: Game, position: int) -> Refusal | None:
    if not 0 <= position < len(game.puts):
        return Refusal.FORM
    match game.phase:
        case Lobby():
            return Refusal.EARLY
        case Paused(positions) if position in positions:
            return Refusal.PAUSED
        case Asking(positions) if position in positions:
            return None
        case Paused(positions) | Asking(positions):
            return Refusal.CLOSED if position < positions[0] else Refusal.EARLY
        case Closed(current) | Revealed(current) | Standings(current):
            return Refusal.CLOSED if position <= current else Refusal.EARLY
        case Podium() | Over():
            return Refusal.CLOSED
        case _:
            assert_never(game.phase)


def key_in(game: Game, event: KeyIn, now_ms: int) -> Step:
    """Takes, or corrects, what a student on paper answered, until the answer is revealed."""
    player = game.players.get(event.player_id)
    if player is None or player.is_kicked or not player.is_paper:
        return Step(game, refusal=Refusal.PLAYER)
    match game.phase:
        case Asking(positions) if event.position in positions:
            pass
        case Closed(position) if event.position == position:
            pass
        case _:
            return Step(game, refusal=Refusal.CLOSED)
    given = _graded(game, player, event.position, event.response, 0)
    is_new = player.id not in game.given(event.position)
    change = (Took if is_new else Revised)(player.id, event.position, given)
    taken = _with_answer(game, player.id, event.position, given)
    return _after_answer(Step(taken, (change,)), now_ms)


def _graded(
    game: Game, player: Player, position: int, response: Response, elapsed_ms: int
) -> Given:
    put = game.puts[position]
    verdict = grade(put.question, response, game.deck.language, game.known)
    before = game.totals.get(player.id, NOTHING)
    points = points_for(game, put, player, verdict.score, elapsed_ms, before)
    return Given(response=response, grade=verdict, points=points, elapsed_ms=elapsed_ms)


def _with_answer(game: Game, player_id: str, position: int, given: Given) -> Game:
    there = {**game.given(position), player_id: given}
    return replace(game, answers={**game.answers, position: there})


def _after_answer(step: Step, now_ms: int) -> Step:
    """Closes the question when nobody who is there is still to answer."""
    game = step.game
    if not isinstance(game.phase, Asking) or not is_complete(game):
        return step
    closed = close(game, now_ms)
    return Step(closed.game, (*step.changes, *closed.changes))


def is_complete(game: Game) -> bool:
    """Whether everybody who is there, and everybody on paper, has answered all open questions."""
    assert isinstance(game.phase, Asking)
    # All who are there must be among those who answered; mostly there are not enough of these.
    if any(len(game.given(one)) < len(game.present) for one in game.phase.positions):
        return False
    seated = [one for one in game.players.values() if not one.is_kicked]
    awaited = [one.id for one in seated if one.is_paper or one.id in game.present]
    # With nobody there, the question waits for somebody to come back.
    return bool(awaited) and all(
        one in game.given(position) for position in game.phase.positions for one in awaited
    )


def deadline_ms(game: Game) -> int | None:
    """When the open question closes by itself, by the server's clock; None for never.

    Extra time counts only while its owner is there and has not answered.
    """
    if not isinstance(game.phase, Asking):
        return None
    position = game.phase.positions[0]
    limits = [limit_of(game, position)]
    limits += [
        limit_of(game, position, player)
        for player in game.players.values()
        if player.id in game.present and _is_awaited(game, game.phase, player.id)
    ]
    longest = max((limit for limit in limits if limit is not None), default=None)
    return None if longest is None else game.phase.opened_ms + longest + GRACE_MS


def _is_awaited(game: Game, phase: Asking, player_id: str) -> bool:
    return any(player_id not in game.given(position) for position in phase.positions)


def close(game: Game, now_ms: int) -> Step:
    """Ends the open question: to its answer, or first to the papers that are not keyed in."""
    assert isinstance(game.phase, Asking)
    if is_exam(game):
        return shut(game, now_ms, Podium())
    position = game.phase.positions[0]
    on_paper = [one.id for one in game.players.values() if one.is_paper and not one.is_kicked]
    if any(one not in game.given(position) for one in on_paper):
        return Step(replace(game, phase=Closed(position)))
    return shut(game, now_ms, Revealed(position))


def shut(game: Game, now_ms: int, phase: Phase, *, is_skipped: bool = False) -> Step:
    """Closes whatever is open for good, counts it, and goes on to `phase`."""
    positions, elapsed_ms = _open_now(game, now_ms)
    shut_game = replace(
        game,
        closed=game.closed | set(positions),
        skipped=game.skipped | set(positions) if is_skipped else game.skipped,
        phase=phase,
    )
    totals = shut_game.totals
    for position in positions:
        if counts(shut_game, shut_game.puts[position]):
            totals = counted(totals, game.players, shut_game.given(position))
    changes = tuple(Shut(game.puts[one], elapsed_ms, is_skipped) for one in positions)
    return Step(replace(shut_game, totals=totals), changes)


def _open_now(game: Game, now_ms: int) -> tuple[tuple[int, ...], int]:
    match game.phase:
        case Asking(positions, opened_ms):
            return positions, max(0, now_ms - opened_ms)
        case Paused(positions, elapsed_ms):
            return positions, elapsed_ms
        case Closed(position):
            return (position,), game.settings.limit_ms or 0
        case _:
            return (), 0


def accept(game: Game, event: Accept) -> Step:
    """Gives full credit to everybody who typed a text, capitals and spaces aside."""
    if not isinstance(game.phase, Revealed) or game.phase.position != event.position:
        return Step(game, refusal=Refusal.PHASE)
    put = game.puts[event.position]
    before = totals_of(game, before=event.position)
    there = dict(game.given(event.position))
    changes: list[Change] = []
    for player_id, given in game.given(event.position).items():
        response = given.response
        if not isinstance(response, Typed) or fold(response.text) != fold(event.text):
            continue
        player = game.players[player_id]
        total = before.get(player_id, NOTHING)
        points = points_for(game, put, player, 1.0, given.elapsed_ms, total)
        there[player_id] = replace(given, grade=right("the teacher accepts it"), points=points)
        changes.append(Revised(player_id, event.position, there[player_id]))
    if not changes:
        return Step(game, refusal=Refusal.OPTION)
    revised = replace(game, answers={**game.answers, event.position: there})
    return Step(replace(revised, totals=totals_of(revised)), tuple(changes))
