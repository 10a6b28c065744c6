"""Totals, places and teams: what the answers so far amount to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizzer.classroom.live.model import DrillMode, Game, Given, Player, Put, Total
from quizzer.classroom.live.scoring import (
    accuracy_points,
    race_points,
    streak_bonus,
    team_points,
)

NOTHING = Total()


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's place, counted from 1; equal points share a place."""

    place: int
    player: Player
    total: Total


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """A team's place; its points are the mean of its members'."""

    place: int
    name: str
    points: float
    members: int


def points_for(
    game: Game, put: Put, player: Player, credit: float, elapsed_ms: int, before: Total
) -> int:
    """What an answer earns, `before` being what the player had until then.

    Later rounds are for learning and earn nothing.
    """
    if put.round > 0:
        return 0
    limit = game.settings.limit_ms
    if game.settings.mode is not DrillMode.RACE or limit is None:
        return accuracy_points(credit)
    own_limit = round(limit * player.extra_time)
    # Paper has no clock, so it counts as an answer at the bell.
    points = race_points(credit, own_limit if player.is_paper else elapsed_ms, own_limit)
    if credit == 1 and game.settings.has_streaks:
        points += streak_bonus(before.streak + 1)
    return points


def counted(
    totals: Mapping[str, Total], player_ids: Iterable[str], given: Mapping[str, Given]
) -> dict[str, Total]:
    """The totals after a question of the first round; who did not answer loses the streak."""
    return {one: _plus(totals.get(one, NOTHING), given.get(one)) for one in player_ids}


def _plus(total: Total, given: Given | None) -> Total:
    if given is None:
        return Total(points=total.points, right=total.right, streak=0)
    is_right = given.grade.score == 1
    return Total(
        points=total.points + given.points,
        right=total.right + is_right,
        streak=total.streak + 1 if is_right else 0,
    )


def totals_of(game: Game, before: int | None = None) -> dict[str, Total]:
    """The totals from all answers to closed questions, or to those at positions below `before`."""
    totals: dict[str, Total] = {}
    for put in game.puts:
        is_past = before is None or put.position < before
        if counts(game, put) and put.position in game.closed and is_past:
            totals = counted(totals, game.players, game.given(put.position))
    return totals


def counts(game: Game, put: Put) -> bool:
    """Whether a question counts for the ranking: not when it was skipped or only repeated."""
    return put.round == 0 and put.position not in game.skipped


def ranked(game: Game) -> list[Standing]:
    """Everybody who was not removed, the most points first, equal ones by name."""
    rows = [
        (game.totals.get(player.id, NOTHING), player)
        for player in game.players.values()
        if not player.is_kicked
    ]
    rows.sort(key=lambda row: (-row[0].points, row[1].folded))
    standings: list[Standing] = []
    for number, (total, player) in enumerate(rows, start=1):
        last = standings[-1] if standings else None
        is_equal = last is not None and last.total.points == total.points
        place = last.place if last is not None and is_equal else number
        standings.append(Standing(place, player, total))
    return standings


def ranked_teams(game: Game) -> list[TeamStanding]:
    """The teams that have members, the highest mean first; equal ones share a place."""
    members: dict[str, list[int]] = {team: [] for team in game.settings.teams}
    for player in game.players.values():
        if not player.is_kicked and player.team in members:
            members[player.team].append(game.totals.get(player.id, NOTHING).points)
    rows = [(team_points(points), name, len(points)) for name, points in members.items() if points]
    rows.sort(key=lambda row: (-row[0], row[1]))
    return [
        TeamStanding(1 + sum(other > points for other, _, _ in rows), name, points, size)
        for points, name, size in rows
    ]
