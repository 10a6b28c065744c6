"""The game's changes become records of the classroom's log, and the log becomes the game again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from quizzer.classroom.live.events import (
    AddedRound,
    Change,
    Ended,
    Opened,
    Ran,
    Revised,
    Seated,
    Shut,
    Took,
)
from quizzer.classroom.live.model import (
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
    Settings,
)
from quizzer.classroom.live.plan import new_game
from quizzer.classroom.live.standings import totals_of
from quizzer.classroom.records.model import LIVE, Answered, Asked, Drill, Seat
from quizzer.classroom.records.records import Records
from quizzer.classroom.records.statements import Record, Revision
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.model import Mode, partial


@dataclass(slots=True)
class Journal:
    """What of a drill's changes needs to be remembered to write the next records."""

    drill: Drill
    seats: dict[str, Seat] = field(default_factory=dict)
    asked: dict[int, Asked] = field(default_factory=dict)

    def records(self, changes: Iterable[Change], now: datetime) -> list[Record]:
        """The records of some changes that happened at an instant."""
        return [self._record(change, now) for change in changes]

    def give_token(self, player_id: str, token_hash: str) -> Seat:
        """The seat of a player with the digest of a new device's token."""
        self.seats[player_id] = replace(self.seats[player_id], token_hash=token_hash)
        return self.seats[player_id]

    def _record(self, change: Change, now: datetime) -> Record:
        match change:
            case Seated(player):
                return self._seat(player, now)
            case Opened(put):
                self.asked[put.position] = Asked(
                    drill_id=self.drill.id,
                    position=put.position,
                    question_id=put.question.id,
                    options=put.options,
                    round=put.round,
                    opened_at=now,
                )
                return self.asked[put.position]
            case Ran(put, elapsed_ms):
                return self._asked(put.position, elapsed_ms=elapsed_ms)
            case Shut(put, elapsed_ms, is_skipped):
                return self._asked(
                    put.position, elapsed_ms=elapsed_ms, closed_at=now, is_skipped=is_skipped
                )
            case Took(player_id, position, given):
                return self._answer(player_id, position, given, now)
            case Revised(player_id, position, given):
                return Revision(self._answer(player_id, position, given, now))
            case AddedRound(rounds):
                settings = json.loads(self.drill.settings) | {"rounds": rounds}
                self.drill = replace(self.drill, settings=json.dumps(settings))
                return self.drill
            case Ended():
                self.drill = replace(self.drill, ended_at=now)
                return self.drill
            case _:
                assert_never(change)

    def _seat(self, player: Player, now: datetime) -> Seat:
        known = self.seats.get(player.id)
        self.seats[player.id] = Seat(
            drill_id=self.drill.id,
            student_id=player.id,
            token_hash=known.token_hash if known else "",
            team=player.team,
            extra_time=player.extra_time,
            is_kicked=player.is_kicked,
            joined_at=known.joined_at if known else now,
        )
        return self.seats[player.id]

    def _asked(
        self,
        position: int,
        *,
        elapsed_ms: int,
        closed_at: datetime | None = None,
        is_skipped: bool = False,
    ) -> Asked:
        self.asked[position] = replace(
            self.asked[position],
            elapsed_ms=elapsed_ms,
            closed_at=closed_at,
            is_skipped=is_skipped,
        )
        return self.asked[position]

    def _answer(self, player_id: str, position: int, given: Given, now: datetime) -> Answered:
        return Answered(
            drill_id=self.drill.id,
            student_id=player_id,
            position=position,
            response=given.response,
            credit=given.grade.score,
            points=given.points,
            elapsed_ms=given.elapsed_ms,
            received_at=now,
        )


def settings_json(settings: Settings, **more: object) -> str:
    """Settings as JSON text, from which `read_settings` gets them back; `more` goes along."""
    return json.dumps(
        {
            "limit_ms": settings.limit_ms,
            "modes": settings.modes,
            "teams": settings.teams,
            "ranking": settings.has_ranking,
            "streaks": settings.has_streaks,
            "seats": settings.seats,
            **more,
        }
    )


def read_settings(drill: Drill) -> Settings:
    """The settings with which a drill was begun."""
    stored = json.loads(drill.settings)
    return Settings(
        mode=DrillMode(drill.mode),
        seed=drill.seed,
        limit_ms=stored["limit_ms"],
        modes=tuple(map(Mode, stored["modes"])),
        teams=tuple(stored["teams"]),
        has_ranking=stored["ranking"],
        has_streaks=stored["streaks"],
        seats=stored["seats"],
    )


def left_drill(records: Records) -> Drill | None:
    """The newest live drill, if it was not brought to its end."""
    newest = next(iter(records.drills(origin=LIVE)), None)
    return newest if newest is not None and newest.ended_at is None else None


def restored(records: Records, drill: Drill) -> tuple[Game, Journal]:
    """A drill as its log tells it; a question that was open is paused where its clock stood."""
    settings = read_settings(drill)
    rounds = json.loads(drill.settings).get("rounds", [])
    game = new_game(drill.deck, settings, drill.passages, rounds)
    journal = Journal(
        drill,
        {seat.student_id: seat for seat in records.seats(drill.id)},
        {asked.position: asked for asked in records.asked(drill.id)},
    )
    names = records.students(drill.id)
    asked = journal.asked.values()
    players = [_player(seat, names[seat.student_id].name) for seat in journal.seats.values()]
    game = replace(
        game,
        players={player.id: player for player in players},
        names={player.folded: player.id for player in players},
        closed=frozenset(one.position for one in asked if one.closed_at is not None),
        skipped=frozenset(one.position for one in asked if one.is_skipped),
        phase=_phase(journal, settings),
        answers=_answers(game, records.answers(drill.id)),
    )
    return replace(game, totals=totals_of(game)), journal


def _player(seat: Seat, name: str) -> Player:
    return Player(
        id=seat.student_id,
        name=name,
        team=seat.team,
        extra_time=seat.extra_time,
        is_paper=not seat.token_hash,
        is_kicked=seat.is_kicked,
    )


def _answers(game: Game, answers: Iterable[Answered]) -> dict[int, dict[str, Given]]:
    found: dict[int, dict[str, Given]] = {}
    for answer in answers:
        put = game.puts[answer.position]
        verdict = grade(put.question, answer.response, game.deck.language, game.known)
        if verdict.score != answer.credit:
            verdict = partial(answer.credit, "the teacher accepts it")
        found.setdefault(answer.position, {})[answer.student_id] = Given(
            response=answer.response,
            grade=verdict,
            points=answer.points,
            elapsed_ms=answer.elapsed_ms,
        )
    return found


def _phase(journal: Journal, settings: Settings) -> Phase:
    if journal.drill.ended_at is not None:
        return Over()
    if not journal.asked:
        return Lobby()
    still_open = [one for one in journal.asked.values() if one.closed_at is None]
    if still_open:
        elapsed_ms = max(one.elapsed_ms for one in still_open)
        return Paused(tuple(one.position for one in still_open), elapsed_ms)
    last = journal.asked[max(journal.asked)]
    if settings.mode is DrillMode.EXAM and last.round == 0:
        return Podium()
    return Revealed(last.position)
