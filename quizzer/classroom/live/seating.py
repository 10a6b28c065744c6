"""Who takes part: joining, leaving, being removed and coming back."""

from dataclasses import replace

from quizzer.classroom.live.events import ExtraTime, Join, Kick, Lock, Release, Seated
from quizzer.classroom.live.model import Game, Over, Player
from quizzer.classroom.live.step import Refusal, Step

MOST_EXTRA_TIME = 10.0


def join(game: Game, event: Join) -> Step:
    """A seat for a new name, or for the name of a seat that was released."""
    player = event.player
    owner = game.names.get(player.folded)
    same = None if owner is None else game.players[owner]
    if isinstance(game.phase, Over):
        return Step(game, refusal=Refusal.OVER)
    if same is not None and same.is_released:
        return _seated(game, replace(same, is_released=False))
    if same is not None:
        return Step(game, refusal=Refusal.REMOVED if same.is_kicked else Refusal.TAKEN)
    # The host, who locks the room, still seats students on paper.
    if game.is_locked and not player.is_paper:
        return Step(game, refusal=Refusal.LOCKED)
    if len(game.players) >= game.settings.seats:
        return Step(game, refusal=Refusal.FULL)
    teams = game.settings.teams
    if player.team and player.team not in teams:
        return Step(game, refusal=Refusal.TEAM)
    if teams and not player.team:
        player = replace(player, team=smallest_team(game))
    return _seated(game, player)


def smallest_team(game: Game) -> str:
    """The team with the fewest members; of equal ones the first."""
    sizes = dict.fromkeys(game.settings.teams, 0)
    for player in game.players.values():
        if not player.is_kicked and player.team in sizes:
            sizes[player.team] += 1
    return min(sizes, key=lambda team: sizes[team])


def kick(game: Game, event: Kick) -> Step:
    """Removes a player; the answers stay in the log."""
    player = game.players.get(event.player_id)
    if player is None or player.is_kicked:
        return Step(game, refusal=Refusal.PLAYER)
    gone = replace(game, present=game.present - {player.id})
    return _changed(gone, replace(player, is_kicked=True, is_released=False))


def release(game: Game, event: Release) -> Step:
    """Lets the next who joins with this name have the seat; a removed player may come back."""
    player = game.players.get(event.player_id)
    if player is None or (player.is_paper and not player.is_kicked):
        return Step(game, refusal=Refusal.PLAYER)
    return _changed(game, replace(player, is_kicked=False, is_released=not player.is_paper))


def give_time(game: Game, event: ExtraTime) -> Step:
    """Changes a player's time to answer, from now on."""
    player = game.players.get(event.player_id)
    if player is None:
        return Step(game, refusal=Refusal.PLAYER)
    if not 1 <= event.factor <= MOST_EXTRA_TIME:
        return Step(game, refusal=Refusal.FORM)
    return _changed(game, replace(player, extra_time=event.factor))


def lock(game: Game, event: Lock) -> Step:
    """Closes the door for new players, or opens it."""
    return Step(replace(game, is_locked=event.is_locked))


def _seated(game: Game, player: Player) -> Step:
    named = replace(game, names={**game.names, player.folded: player.id})
    return replace(_changed(named, player), seat=player.id)


def _changed(game: Game, player: Player) -> Step:
    changed = replace(game, players={**game.players, player.id: player})
    return Step(changed, (Seated(player),))
