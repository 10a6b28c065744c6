"""The drill's web application: pages, joining, sockets, and plain requests in their place."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from quizzer.classroom.live.guard import Guard
from quizzer.classroom.live.hosting import carry_out
from quizzer.classroom.live.limits import Limit
from quizzer.classroom.live.lines import Feed, Line
from quizzer.classroom.live.pages import Page, read_pages
from quizzer.classroom.live.protocol import (
    SAY,
    AnswerMessage,
    Do,
    Malformed,
    Ping,
    ack,
    read_host_message,
    read_join,
    read_player_message,
    refused,
    to_json,
)
from quizzer.classroom.live.room import Room
from quizzer.classroom.live.sockets import Talk, converse
from quizzer.classroom.live.step import Refusal
from quizzer.classroom.live.tokens import digest, same

POLL_S = 10.0
"""Seconds that a plain request waits for something new."""

BODY_S = 10.0
"""Seconds in which the body of a request must be there."""

_STATUS = {Refusal.CODE: 403, Refusal.BUSY: 429, Refusal.FORM: 400}


class Drill:
    """The routes of one drill, and what they share."""

    def __init__(self, room: Room, host_hashes: Sequence[str], qr_svg: bytes):
        clock_ms = room.clock.ms
        self.room = room
        self.seat_cookie = f"quizzer-seat-{room.place.code}"
        self.host_cookie = f"quizzer-host-{room.place.code}"
        self._host_hashes = tuple(host_hashes)
        self._qr_svg = qr_svg
        self._pages = read_pages()
        # A class behind one address joins at once; ten thousand robots do not.
        self._joins = Limit(1, 60, clock_ms)
        self._wrong_codes = Limit(1 / 6, 10, clock_ms)
        self._wrong_hosts = Limit(1 / 6, 10, clock_ms)
        self._messages = Limit(10, 20, clock_ms)
        self._commands = Limit(50, 100, clock_ms)
        self._answers = Limit(10, 20, clock_ms)

    def routes(self) -> list[Route | WebSocketRoute]:
        """All there is."""
        code = self.room.place.code
        return [
            Route("/", self._page("player.html")),
            Route(f"/{code}", self._page("player.html")),
            Route("/room", self.room_facts),
            Route("/join", self.join, methods=["POST"]),
            WebSocketRoute("/play", self.play),
            Route("/state", self.state),
            Route("/answer", self.answer, methods=["POST"]),
            Route("/host/state", self.host_state),
            Route("/host/do", self.host_do, methods=["POST"]),
            WebSocketRoute("/host/play", self.host_play),
            Route("/host", self.host_page),
            Route("/host/{secret}", self.host_door),
            Route("/qr.svg", self.qr_code),
            *(
                Route(f"/pages/{name}", self._page(name))
                for name in self._pages
                if not name.endswith(".html")
            ),
        ]

    # -- pages

    def _page(self, name: str) -> Callable[[Request], Any]:
        page = self._pages[name]

        async def endpoint(request: Request) -> Response:
            return _page_response(page)

        return endpoint

    async def host_page(self, request: Request) -> Response:
        """The host's page, for the host."""
        if not self._is_host(request):
            words = "Only the host. The address with the secret stands in the terminal."
            return PlainTextResponse(words, status_code=401)
        return _page_response(self._pages["host.html"])

    async def host_door(self, request: Request) -> Response:
        """The address with the secret: it is put away where the beamer does not show it."""
        secret = request.path_params["secret"]
        if not self._wrong_hosts.has(_address(request)):
            return PlainTextResponse(SAY[Refusal.BUSY], status_code=429)
        if not self._is_secret(secret):
            self._wrong_hosts.take(_address(request))
            return PlainTextResponse("This is not the host's address.", status_code=401)
        response = RedirectResponse("/host", status_code=303)
        _set_cookie(response, self.host_cookie, secret)
        return response

    async def qr_code(self, request: Request) -> Response:
        """The address to join."""
        return Response(self._qr_svg, media_type="image/svg+xml")

    # -- joining

    async def room_facts(self, request: Request) -> Response:
        """What is told before joining."""
        game = self.room.game
        return JSONResponse(
            {"title": game.deck.title, "teams": game.settings.teams, "locked": game.is_locked}
        )

    async def join(self, request: Request) -> Response:
        """A seat, or the one that this device has already."""
        own = self._player(request)
        if own is not None:
            player = self.room.game.players[own]
            return JSONResponse({"name": player.name, "team": player.team})
        address = _address(request)
        try:
            message = read_join(await _body(request))
        except Malformed:
            return _refusal(Refusal.FORM)
        if not self._joins.take(address) or not self._wrong_codes.has(address):
            return _refusal(Refusal.BUSY)
        outcome = await self.room.join(message)
        if outcome is Refusal.CODE:
            self._wrong_codes.take(address)
        if isinstance(outcome, Refusal):
            return _refusal(outcome)
        player, token = outcome
        response = JSONResponse({"name": player.name, "team": player.team})
        _set_cookie(response, self.seat_cookie, token)
        return response

    # -- players

    async def play(self, socket: WebSocket) -> None:
        """A player's socket."""
        player_id = self._player(socket)
        if player_id is None:
            await socket.close(1008)
            return
        room, line = self.room, Line(is_socket=True)

        async def reply(raw: str) -> dict[str, Any]:
            return await self._player_reply(player_id, raw)

        talk = Talk(line, lambda: room.player_view(player_id), reply, self._messages.bucket())
        await socket.accept()
        room.attach(player_id, line)
        try:
            await converse(socket, talk, room.clock.ms)
        finally:
            room.detach(player_id, line)

    async def state(self, request: Request) -> Response:
        """A player's view by a plain request."""
        player_id = self._player(request)
        if player_id is None:
            return PlainTextResponse("Join first.", status_code=401)
        line = Line(is_socket=False)
        self.room.attach(player_id, line)
        try:
            await self._new(request, self.room.feed(player_id), line)
        finally:
            self.room.detach(player_id, line)
        return _text(self.room.player_view(player_id))

    async def answer(self, request: Request) -> Response:
        """A player's answer by a plain request."""
        player_id = self._player(request)
        if player_id is None:
            return PlainTextResponse("Join first.", status_code=401)
        if not self._answers.take(player_id):
            return _json(refused(0, Refusal.BUSY), 429)
        return _json(await self._player_reply(player_id, await _body(request)))

    async def _player_reply(self, player_id: str, raw: str) -> dict[str, Any]:
        try:
            message = read_player_message(raw)
        except Malformed:
            return refused(0, Refusal.FORM)
        match message:
            case Ping():
                return {"t": "pong"}
            case AnswerMessage():
                refusal = await self.room.answer(player_id, message)
                if refusal is None:
                    return ack(message.id, message.position)
                return refused(message.id, refusal, message.position)

    # -- hosts

    async def host_play(self, socket: WebSocket) -> None:
        """A host's socket."""
        if not self._is_host(socket):
            await socket.close(1008)
            return
        room, line = self.room, Line(is_socket=True)
        talk = Talk(line, room.host_view, self._host_reply, self._commands.bucket())
        await socket.accept()
        room.host_feed.lines.add(line)
        try:
            await converse(socket, talk, room.clock.ms)
        finally:
            room.host_feed.lines.discard(line)

    async def host_state(self, request: Request) -> Response:
        """A host's view by a plain request."""
        if not self._is_host(request):
            return PlainTextResponse("Only the host.", status_code=401)
        line = Line(is_socket=False)
        self.room.host_feed.lines.add(line)
        try:
            await self._new(request, self.room.host_feed, line)
        finally:
            self.room.host_feed.lines.discard(line)
        return _text(self.room.host_view())

    async def host_do(self, request: Request) -> Response:
        """A host's command by a plain request."""
        if not self._is_host(request):
            return PlainTextResponse("Only the host.", status_code=401)
        return _json(await self._host_reply(await _body(request)))

    async def _host_reply(self, raw: str) -> dict[str, Any]:
        try:
            message = read_host_message(raw)
        except Malformed:
            return refused(0, Refusal.FORM)
        match message:
            case Ping():
                return {"t": "pong"}
            case Do():
                refusal = await carry_out(self.room, message)
                return ack(message.id) if refusal is None else refused(message.id, refusal)

    # -- who is it

    def _player(self, connection: HTTPConnection) -> str | None:
        return self.room.player_of(connection.cookies.get(self.seat_cookie, ""))

    def _is_host(self, connection: HTTPConnection) -> bool:
        return self._is_secret(connection.cookies.get(self.host_cookie, ""))

    def _is_secret(self, secret: str) -> bool:
        found = digest(secret)
        return any(same(found, one) for one in self._host_hashes)

    async def _new(self, request: Request, feed: Feed, line: Line) -> None:
        """Waits until there is something else to show than the client has, or long enough."""
        if request.query_params.get("since") == self.room.tag(feed) and not line.wake.is_set():
            try:
                await asyncio.wait_for(line.wake.wait(), POLL_S)
            except TimeoutError:
                return


def application(drill: Drill, names: Iterable[str] = ()) -> ASGIApp:
    """The drill's routes behind their guard; `names` are those of this machine."""
    return Guard(Starlette(routes=drill.routes()), names)


async def _body(request: Request) -> str:
    try:
        async with asyncio.timeout(BODY_S):
            return (await request.body()).decode("utf-8")
    except (UnicodeDecodeError, TimeoutError):
        return ""


def _json(message: dict[str, Any], status: int = 200) -> Response:
    return _text(to_json(message), status)


def _text(json_text: str, status: int = 200) -> Response:
    return Response(json_text, status_code=status, media_type="application/json")


def _refusal(why: Refusal) -> Response:
    return _json({"refused": why.value, "say": SAY[why]}, _STATUS.get(why, 409))


def _page_response(page: Page) -> Response:
    headers = {"Cache-Control": "no-cache"}
    return Response(page.data, media_type=page.media_type, headers=headers)


def _set_cookie(response: Response, name: str, value: str) -> None:
    # No page reads it, no other page sends it, and it outlives a restarted browser.
    response.set_cookie(name, value, max_age=86_400, httponly=True, samesite="strict")


def _address(request: HTTPConnection) -> str:
    return request.client.host if request.client else ""
