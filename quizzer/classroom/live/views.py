"""What a player and what a host see of a drill, in the words of the protocol.

`Shared` is what everybody sees alike; it is made once for a state of the game, so that a hundred
phones cost little more than one. Neither view holds anything of a `Result` before its question
is closed: `shown.result` refuses to make one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from quizzer.classroom.live.asking import is_exam, limit_of
from quizzer.classroom.live.game import verbs
from quizzer.classroom.live.model import (
    Asking,
    Closed,
    DrillMode,
    Game,
    Given,
    Lobby,
    Over,
    Paused,
    Player,
    Podium,
    Put,
    Revealed,
    Standings,
)
from quizzer.classroom.live.protocol import to_json
from quizzer.classroom.live.replies import places_of
from quizzer.classroom.live.shown import Question, Result, mine, question, result
from quizzer.classroom.live.standings import (
    NOTHING,
    Standing,
    TeamStanding,
    ranked,
    ranked_teams,
)
from quizzer.quiz.model import Typed

FIRST = 5
"""Rows of the ranking between questions."""

ON_PODIUM = 3
"""Places of the podium; those who share one are all on it."""


class Row(TypedDict):
    """A line of the ranking."""

    place: int
    name: str
    team: str
    points: int
    right: int


class TeamRow(TypedDict):
    """A line of the teams' ranking."""

    place: int
    name: str
    points: float
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all see alike of one state of a game; `places` is each player's place.

    `text` is the part of a player's view that all have alike, as JSON without its braces, and
    `result_text` the result without its end, where each player's own share is put in.
    """

    phase: str
    put: Put | None
    question: Question | None
    result: Result | None
    questions: list[Question] | None
    review: list[tuple[Put, Question, Result]]
    top: list[Row]
    teams: list[TeamRow]
    places: Mapping[str, int]
    text: str
    result_text: str


def shared_view(game: Game) -> Shared:
    """What all see alike."""
    put = _open_or_shown(game)
    phase = _phase(game)
    standings = ranked(game) if game.settings.has_ranking and game.closed else []
    is_ranked = phase in ("standings", "podium")
    shown = result(game, put) if put and isinstance(game.phase, Revealed) else None
    asked = question(put) if put else None
    top = _top(standings, phase) if is_ranked else []
    teams = [_team_row(one) for one in ranked_teams(game)] if is_ranked and standings else []
    questions = [question(game.puts[one]) for one in _positions(game)] if is_exam(game) else None
    alike = {
        "title": game.deck.title,
        "mode": game.settings.mode.value,
        "question": asked,
        "questions": questions if phase == "exam" else None,
        "top": top,
        "teams": teams,
    }
    return Shared(
        phase=phase,
        put=put,
        question=asked,
        result=shown,
        questions=questions if phase == "exam" else None,
        review=_review(game) if phase == "podium" else [],
        top=top,
        teams=teams,
        places={one.player.id: one.place for one in standings},
        text=to_json(alike)[1:-1],
        result_text=to_json({key: value for key, value in shown.items() if key != "mine"})[:-1]
        if shown
        else "",
    )


def player_view(game: Game, shared: Shared, player_id: str, now_ms: int, tag: str = "") -> str:
    """All that a player's device may show now, as JSON."""
    player = game.players[player_id]
    limit, left = _time(game, now_ms, player)
    given = game.given(shared.put.position).get(player_id) if shared.put else None
    own: dict[str, Any] = {
        "t": "view",
        "tag": tag,
        "phase": "waiting" if left == 0 and shared.phase == "asking" else shared.phase,
        "name": player.name,
        "team": player.team,
        "me": _me(game, shared, player_id),
        "given": given_json(shared.put, given) if shared.put else None,
        "limit_ms": limit,
        "left_ms": left,
        "review": None,
    }
    if shared.questions is not None:
        own["given"] = {
            str(one): given_json(game.puts[one], game.given(one)[player_id])
            for one in _positions(game)
            if player_id in game.given(one)
        }
    if shared.review:
        own["review"] = [_reviewed(game, player_id, *one) for one in shared.review]
    shown = f'{shared.result_text},"mine":{to_json(mine(given))}}}' if shared.result else "null"
    return f'{to_json(own)[:-1]},{shared.text},"result":{shown}}}'


def host_view(game: Game, shared: Shared, now_ms: int) -> dict[str, Any]:
    """What the host's page shows: before the reveal no more than a player may know."""
    limit, left = _time(game, now_ms, None)
    positions = _positions(game)
    seated = [one for one in game.players.values() if not one.is_kicked]
    done = {one.id: sum(one.id in game.given(position) for position in positions) for one in seated}
    return {
        "t": "view",
        "phase": shared.phase,
        "title": game.deck.title,
        "mode": game.settings.mode.value,
        "locked": game.is_locked,
        "verbs": list(verbs(game)),
        "players": [_player_row(game, one, done) for one in game.players.values()],
        "question": shared.question,
        "questions": shared.questions,
        "limit_ms": limit,
        "left_ms": left,
        "answered": sum(bool(positions) and count == len(positions) for count in done.values()),
        "present": sum(one.is_paper or one.id in game.present for one in seated),
        "done": done if shared.questions is not None else None,
        "result": shared.result,
        "top": shared.top,
        "teams": shared.teams,
    }


def given_json(put: Put, given: Given | None) -> dict[str, Any] | None:
    """A player's own answer, as it was sent."""
    if given is None:
        return None
    if isinstance(given.response, Typed):
        return {"typed": given.response.text}
    return {"choice": places_of(put, given.response)}


def _player_row(game: Game, player: Player, done: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": player.id,
        "name": player.name,
        "team": player.team,
        "here": player.id in game.present,
        "answered": done.get(player.id, 0) > 0,
        "paper": player.is_paper,
        "removed": player.is_kicked,
    }


def _phase(game: Game) -> str:
    match game.phase:
        case Lobby():
            return "lobby"
        case Asking():
            return "exam" if is_exam(game) else "asking"
        case Paused():
            return "paused"
        case Closed():
            return "waiting"
        case Revealed():
            return "revealed"
        case Standings():
            return "standings"
        case Podium() | Over():
            return "podium"


def _positions(game: Game) -> tuple[int, ...]:
    match game.phase:
        case Asking(positions) | Paused(positions):
            return positions
        case Closed(position) | Revealed(position):
            return (position,)
        case _:
            return ()


def _open_or_shown(game: Game) -> Put | None:
    """The one question that everybody sees."""
    if isinstance(game.phase, Paused) or is_exam(game):
        return None
    positions = _positions(game)
    return game.puts[positions[0]] if positions else None


def _time(game: Game, now_ms: int, player: Player | None) -> tuple[int | None, int | None]:
    """The limit and what is left of it, in ms; None twice where there is none."""
    match game.phase:
        case Asking(positions, opened_ms):
            limit = limit_of(game, positions[0], player)
            return limit, None if limit is None else max(0, limit - (now_ms - opened_ms))
        case Closed(position):
            limit = limit_of(game, position, player)
            return limit, None if limit is None else 0
        case _:
            return None, None


def _me(game: Game, shared: Shared, player_id: str) -> dict[str, int]:
    total = game.totals.get(player_id, NOTHING)
    me = {"points": total.points, "right": total.right}
    if game.settings.has_streaks and game.settings.mode is not DrillMode.EXAM:
        me["streak"] = total.streak
    if player_id in shared.places:
        me |= {"place": shared.places[player_id], "of": len(shared.places)}
    return me


def _review(game: Game) -> list[tuple[Put, Question, Result]]:
    """All questions of an exam, after it."""
    if game.settings.mode is not DrillMode.EXAM:
        return []
    first = (put for put in game.puts if put.position in game.closed and put.round == 0)
    return [(put, question(put), result(game, put)) for put in first]


def _reviewed(
    game: Game, player_id: str, put: Put, asked: Question, shown: Result
) -> dict[str, Any]:
    given = game.given(put.position).get(player_id)
    return {
        "question": asked,
        "given": given_json(put, given),
        "result": {**shown, "mine": mine(given)},
    }


def _top(standings: list[Standing], phase: str) -> list[Row]:
    if phase == "podium":
        return [_row(one) for one in standings if one.place <= ON_PODIUM]
    return [_row(one) for one in standings[:FIRST]]


def _row(standing: Standing) -> Row:
    return Row(
        place=standing.place,
        name=standing.player.name,
        team=standing.player.team,
        points=standing.total.points,
        right=standing.total.right,
    )


def _team_row(standing: TeamStanding) -> TeamRow:
    return TeamRow(
        place=standing.place,
        name=standing.name,
        points=standing.points,
        members=standing.members,
    )
