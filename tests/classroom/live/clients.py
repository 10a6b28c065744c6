"""Clients of the wire, for tests and for the load generator: they speak the protocol, no more."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

Message = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What came back from a plain request; a status of 0 when the connection was cut."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def cookie(self) -> str:
        """The cookie that was set, as it is sent back."""
        return self.headers.get("set-cookie", "").partition(";")[0]


async def request(
    port: int,
    path: str,
    body: object = None,
    *,
    method: str | None = None,
    headers: dict[str, str] | None = None,
    raw: bytes | None = None,
    source: str | None = None,
) -> Reply:
    """A plain HTTP request on a connection of its own; `source` is the address it comes from."""
    data = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
    verb = method or ("GET" if body is None and raw is None else "POST")
    lines = {
        "Host": f"127.0.0.1:{port}",
        "Connection": "close",
        **({"Content-Type": "application/json"} if verb == "POST" else {}),
        **({"Content-Length": str(len(data))} if verb == "POST" else {}),
        **(headers or {}),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    local = (source, 0) if source else None
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=local)
    writer.write(f"{verb} {path} HTTP/1.1\r\n{head}\r\n".encode() + data)
    answer = b""
    with contextlib.suppress(ConnectionResetError):
        while chunk := await reader.read(65_536):
            answer += chunk
    writer.close()
    if not answer:
        return Reply(0, {}, b"")
    top, _, rest = answer.partition(b"\r\n\r\n")
    status, *fields = top.decode("latin-1").split("\r\n")
    named = [one.partition(": ") for one in fields]
    return Reply(int(status.split()[1]), {name.lower(): value for name, _, value in named}, rest)


@dataclass
class Wire:
    """An open socket; everything that comes in is kept in `frames`, the newest view in `view`."""

    port: int
    path: str
    cookie: str
    source: str | None = None
    frames: list[str] = field(default_factory=list)
    view: Message = field(default_factory=dict)
    byes: list[Message] = field(default_factory=list)
    close_code: int | None = None
    on_view: Callable[[Message], None] | None = None
    _socket: ClientConnection | None = None
    _reading: asyncio.Task[None] | None = None
    _replies: dict[int, asyncio.Future[Message]] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _number: int = 0

    async def open(self, **more: Any) -> Self:
        """Connects, and waits for nothing."""
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}{self.path}",
            additional_headers={"Cookie": self.cookie},
            compression=None,
            local_addr=(self.source, 0) if self.source else None,
            ping_interval=None,
            open_timeout=30,
            **more,
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Leaves as a page that is closed."""
        if self._socket is not None:
            await self._socket.close()
        if self._reading is not None:
            await self._reading

    def drop(self) -> None:
        """Is gone as a phone out of reach: without a word."""
        assert self._socket is not None
        self._socket.transport.abort()

    async def _read(self) -> None:
        assert self._socket is not None
        try:
            async for raw in self._socket:
                assert isinstance(raw, str)
                self.frames.append(raw)
                self._take(json.loads(raw))
        except ConnectionClosed:
            pass
        self.close_code = self._socket.close_code
        self._news.set()
        for waiting in self._replies.values():
            if not waiting.done():
                waiting.set_exception(ConnectionError("closed before the reply"))

    def _take(self, message: Message) -> None:
        match message["t"]:
            case "view":
                self.view = message
                if self.on_view:
                    self.on_view(message)
            case "bye":
                self.byes.append(message)
            case "ack" | "refused":
                waiting = self._replies.pop(message["id"], None)
                if waiting is not None:
                    waiting.set_result(message)
        self._news.set()

    async def send(self, raw: str | bytes) -> None:
        """Sends anything."""
        assert self._socket is not None
        await self._socket.send(raw)

    async def ask(self, message: Message) -> Message:
        """Sends a message with an id and returns the reply to it."""
        self._number += 1
        number = message.get("id", self._number)
        waiting: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._replies[number] = waiting
        await self.send(json.dumps({**message, "id": number}))
        return await waiting

    async def answer(self, position: int, **what: Any) -> Message:
        """Answers a question: `choice=[...]` or `typed="..."`."""
        return await self.ask({"t": "answer", "position": position, **what})

    async def do(self, verb: str, **more: Any) -> Message:
        """A host's command."""
        return await self.ask({"t": "do", "verb": verb, **more})

    async def until(self, test: Callable[[Message], bool]) -> Message:
        """The first view from now on, or the present one, that passes a test."""
        while not (self.view and test(self.view)):
            if self.close_code is not None:
                raise ConnectionError(f"closed ({self.close_code}) while waiting")
            self._news.clear()
            await self._news.wait()
        return self.view

    async def phase(self, name: str) -> Message:
        """The view of a phase."""
        return await self.until(lambda view: view["phase"] == name)

    async def closed(self) -> int | None:
        """Waits for the end of the connection; its close code."""
        assert self._reading is not None
        await self._reading
        return self.close_code


async def seat(
    port: int, code: str, name: str, *, source: str | None = None, team: str | None = None
) -> str:
    """Joins and returns the cookie."""
    body = {"code": code, "name": name} | ({"team": team} if team else {})
    reply = await request(port, "/join", body, source=source)
    assert reply.status == 200, (name, reply)
    return reply.cookie


async def player(port: int, code: str, name: str, *, source: str | None = None) -> Wire:
    """Joins and connects."""
    cookie = await seat(port, code, name, source=source)
    return await Wire(port, "/play", cookie, source).open()


async def host(port: int, secret: str) -> Wire:
    """Comes in by the host's address and connects."""
    reply = await request(port, f"/host/{secret}")
    assert reply.status == 303, reply
    return await Wire(port, "/host/play", reply.cookie).open()
