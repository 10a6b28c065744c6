"""One drill with everybody in it: events in, stored changes, views and answers out.

An event moves the game at once and in order, but nobody hears of it before its changes are on
disk: acknowledgements and views are made of what was stored.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from quizzer.classroom.live.asking import deadline_ms
from quizzer.classroom.live.committer import Committer
from quizzer.classroom.live.events import (
    Accept,
    Answer,
    Came,
    Event,
    ExtraTime,
    Join,
    Kick,
    Tick,
    Went,
)
from quizzer.classroom.live.game import step
from quizzer.classroom.live.journal import Journal
from quizzer.classroom.live.lines import Feed, Line
from quizzer.classroom.live.model import Game, Over, Player
from quizzer.classroom.live.names import clean_name
from quizzer.classroom.live.protocol import AnswerMessage, JoinMessage, to_json
from quizzer.classroom.live.replies import chosen, typed
from quizzer.classroom.live.step import Refusal, Step
from quizzer.classroom.live.tokens import digest, same
from quizzer.classroom.live.views import Shared, host_view, player_view, shared_view
from quizzer.classroom.records.model import Student, folded_name

LINGER_MS = 4000
"""So long without a connection, and a player counts as absent: a reload takes less."""

HOST_PAUSE_S = 0.25
"""The host's page hears of answers at most so often; of a new phase at once."""

TICK_S = 0.25
NOTED_MS = 1000
"""How the time of a question runs is stored so often."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Two clocks: milliseconds that never run backwards, and the instant for the log."""

    ms: Callable[[], int]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a drill is to be found: what students type and see, and `boot`, new at each start."""

    code: str
    join_url: str
    boot: str
    new_token: Callable[[], str]
    new_id: Callable[[], str]
    extra_time: Mapping[str, float] = field(default_factory=dict)


class Room:
    """The drill as the server holds it; all methods belong to the server's event loop."""

    def __init__(
        self, game: Game, journal: Journal, place: Place, clock: Clock, committer: Committer
    ):
        self.place = place
        self.clock = clock
        self.host_feed = Feed()
        self.is_over = asyncio.Event()
        self.fault = ""
        self._game = game
        self._shown = game
        self._shared: Shared | None = None
        self._journal = journal
        self._committer = committer
        self._feeds: dict[str, Feed] = {}
        self._tokens = {
            seat.token_hash: seat.student_id for seat in journal.seats.values() if seat.token_hash
        }
        self._gone_since: dict[str, int] = {}
        self._host_timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        committer.on_trouble = self.host_feed.refresh

    # -- events

    async def do(self, event: Event, token_hash: str = "") -> Step:
        """Moves the game; returns when what changed is stored and everybody is being told.

        `token_hash` is the digest of a new device's token, with an event that gives a seat.
        """
        before = self._game
        done = step(before, event, self.clock.ms())
        if done.refusal is not None:
            return done
        self._game = done.game
        records = self._journal.records(done.changes, self.clock.now())
        if done.seat is not None and token_hash:
            self._tokens.pop(self._journal.seats[done.seat].token_hash, None)
            self._tokens[token_hash] = done.seat
            records.append(self._journal.give_token(done.seat, token_hash))
        await self._committer.store(records)
        self._publish(event, before, done.game)
        return done

    async def join(self, message: JoinMessage) -> tuple[Player, str] | Refusal:
        """A new seat: the player and the token of the device."""
        if not same(message.code.strip().upper(), self.place.code):
            return Refusal.CODE
        return await self.seat(message.name, message.team)

    async def seat(
        self, raw_name: str, team: str, *, is_paper: bool = False
    ) -> tuple[Player, str] | Refusal:
        """A seat for a name, on a device or on paper (then the token is empty)."""
        name = clean_name(raw_name)
        if name is None:
            return Refusal.NAME
        candidate = Player(
            id="",
            name=name,
            team=team,
            extra_time=self.place.extra_time.get(folded_name(name), 1.0),
            is_paper=is_paper,
        )
        # A name that will be refused is not worth a student in the log.
        refusal = step(self._game, Join(candidate), self.clock.ms()).refusal
        if refusal is not None:
            return refusal
        class_name = self._journal.drill.class_name
        asked = Student(id=self.place.new_id(), class_name=class_name, name=name)
        student = await self._committer.call(lambda log: log.enrol(asked))
        token = "" if is_paper else self.place.new_token()
        join = Join(replace(candidate, id=student.id))
        done = await self.do(join, digest(token) if token else "")
        if done.refusal is not None or done.seat is None:
            return done.refusal or Refusal.BUSY
        self.feed(done.seat).dismiss("moved")
        return self._game.players[done.seat], token

    async def answer(self, player_id: str, message: AnswerMessage) -> Refusal | None:
        """Takes a player's answer; None when it is stored."""
        put = self.game.puts[message.position : message.position + 1]
        if message.position < 0 or not put:
            return Refusal.FORM
        if message.places is not None:
            response = chosen(put[0], message.places)
        else:
            response = typed(put[0], message.text or "")
        if isinstance(response, Refusal):
            return response
        done = await self.do(Answer(player_id, message.position, response))
        # Who asks for the view next gets it with this answer in it; who listens has the reply.
        self.feed(player_id).version += 1
        return done.refusal

    # -- who is there

    @property
    def game(self) -> Game:
        """The game with everything that has happened, stored or not yet."""
        return self._game

    @property
    def trouble(self) -> str:
        """Why nothing can be stored now; empty when all is well."""
        return self._committer.trouble

    def player_of(self, token: str) -> str | None:
        """Whose seat a token is; None for nobody's and for that of a removed player."""
        player_id = self._tokens.get(digest(token))
        if player_id is None or self._game.players[player_id].is_kicked:
            return None
        return player_id

    def feed(self, player_id: str) -> Feed:
        """The lines of one player."""
        return self._feeds.setdefault(player_id, Feed())

    def attach(self, player_id: str, line: Line) -> None:
        """A player listens; an older connection of the same seat, half open or not, ends."""
        feed = self.feed(player_id)
        feed.lines.add(line)
        for other in feed.lines:
            if other is not line and (other.is_socket or line.is_socket):
                other.dismiss("moved")
        if player_id not in self._game.present:
            self._later(self.do(Came(player_id)))

    def detach(self, player_id: str, line: Line) -> None:
        """A connection is gone; soon its player counts as absent."""
        self.feed(player_id).lines.discard(line)
        if not self.feed(player_id).lines:
            self._gone_since[player_id] = self.clock.ms()

    async def _see_who_left(self) -> None:
        now_ms = self.clock.ms()
        for player_id, since_ms in list(self._gone_since.items()):
            if self.feed(player_id).lines:
                del self._gone_since[player_id]
            elif now_ms - since_ms >= LINGER_MS:
                del self._gone_since[player_id]
                await self.do(Went(player_id))

    # -- views

    def player_view(self, player_id: str) -> str:
        """What a player sees now, as JSON."""
        tag = self.tag(self.feed(player_id))
        return player_view(self._shown, self._common(), player_id, self.clock.ms(), tag)

    def host_view(self) -> str:
        """What the host's page shows now, as JSON."""
        view = host_view(self._shown, self._common(), self.clock.ms())
        return to_json(
            view
            | {
                "tag": self.tag(self.host_feed),
                "code": self.place.code,
                "join": self.place.join_url,
                "trouble": self.trouble,
            }
        )

    def tag(self, feed: Feed) -> str:
        """The name of what a feed has to show; never the same after a restart."""
        return f"{self.place.boot}-{feed.version}"

    def _common(self) -> Shared:
        if self._shared is None:
            self._shared = shared_view(self._shown)
        return self._shared

    def _publish(self, event: Event, before: Game, after: Game) -> None:
        """Tells whoever sees something else now."""
        self._shown = after
        if before.players is not after.players:
            self._shared = None
        if before.phase != after.phase or isinstance(event, Accept):
            self._shared = None
            for feed in self._feeds.values():
                feed.refresh()
            self.host_feed.refresh()
        match event:
            case Kick(player_id):
                self.feed(player_id).dismiss("removed")
            case ExtraTime(player_id):
                self.feed(player_id).refresh()
            case Tick():
                return
            case _:
                pass
        if isinstance(after.phase, Over):
            self.dismiss("over")
            self.is_over.set()
        self._refresh_host_soon()

    def _refresh_host_soon(self) -> None:
        if self._host_timer is None:
            loop = asyncio.get_running_loop()
            self._host_timer = loop.call_later(HOST_PAUSE_S, self._refresh_host)

    def _refresh_host(self) -> None:
        self._host_timer = None
        self.host_feed.refresh()

    def dismiss(self, why: str) -> None:
        """Ends all connections."""
        for feed in (*self._feeds.values(), self.host_feed):
            feed.dismiss(why)

    # -- time

    async def keep_time(self) -> None:
        """Closes questions when their time is up, notes how it runs and who left; for ever."""
        noted_ms = self.clock.ms()
        while True:
            deadline = deadline_ms(self._game)
            left_s = TICK_S if deadline is None else (deadline - self.clock.ms()) / 1000
            await asyncio.sleep(min(TICK_S, max(0.0, left_s)))
            await self._see_who_left()
            now_ms = self.clock.ms()
            is_due = deadline is not None and now_ms >= deadline
            if is_due or now_ms - noted_ms >= NOTED_MS:
                noted_ms = now_ms
                await self.do(Tick())

    def _later(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
