"""The two directions of one WebSocket: views out when there is something new, replies to what
comes in. A client that floods, or sends anything but small texts, is disconnected; it alone."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from quizzer.classroom.live.limits import Bucket
from quizzer.classroom.live.lines import Line
from quizzer.classroom.live.protocol import bye, refused, to_json
from quizzer.classroom.live.step import Refusal

NOT_TEXT = 1003
TOO_FAST = 1008
BYE = 4000
"""Close codes: binary data, more messages than allowed, and after a `bye`."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a socket is for: what it shows, how it replies, how fast it may be."""

    line: Line
    view: Callable[[], str]
    reply: Callable[[str], Awaitable[dict[str, Any]]]
    bucket: Bucket


async def converse(socket: WebSocket, talk: Talk, clock_ms: Callable[[], int]) -> None:
    """Goes on until one side ends it."""
    talk.line.refresh()
    showing = asyncio.create_task(_show(socket, talk))
    try:
        await _listen(socket, talk, clock_ms)
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await showing


async def _listen(socket: WebSocket, talk: Talk, clock_ms: Callable[[], int]) -> None:
    with suppress(WebSocketDisconnect, RuntimeError):
        while True:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text")
            if text is None:
                await socket.close(NOT_TEXT)
                return
            if not talk.bucket.take(clock_ms()):
                await socket.send_text(to_json(refused(0, Refusal.BUSY)))
                await socket.close(TOO_FAST)
                return
            await socket.send_text(to_json(await talk.reply(text)))


async def _show(socket: WebSocket, talk: Talk) -> None:
    line = talk.line
    while True:
        await line.wake.wait()
        line.wake.clear()
        if line.is_stale:
            line.is_stale = False
            await socket.send_text(talk.view())
        if line.farewell:
            await socket.send_text(to_json(bye(line.farewell)))
            await socket.close(BYE)
            return
