"""Stands before every request: right host, right origin, small, and answers with strict headers."""

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quizzer.classroom.live.protocol import LARGEST


class Guard:
    """Refuses what no page of ours would send; the rest goes on to the application.

    A name that is none of ours in `Host` would mean that some page had its own name lead to this
    machine (DNS rebinding); addresses in figures cannot be rebound.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()):
        self._app = app
        self._names = {"localhost", *(name.lower() for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, or answers it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        problem = self._problem(scope, headers)
        if problem is None and scope["type"] == "websocket":
            await self._app(scope, receive, send)
        elif problem is None:
            await self._app(scope, receive, _with_headers(send, headers.get("host", "")))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            code, words = problem
            refusal = PlainTextResponse(words, status_code=code)
            await refusal(scope, receive, _with_headers(send, ""))

    def _problem(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if not self._is_ours(host):
            return 421, "This is not the address of the drill."
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{host}":
            return 403, "This request comes from another page."
        if scope["type"] == "http" and scope["method"] == "POST":
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                return 415, "Send application/json."
            length = headers.get("content-length", "")
            if not length.isdecimal() or int(length[:9]) > LARGEST:
                return 413, f"At most {LARGEST} bytes, and say how many."
        return None

    def _is_ours(self, host: str) -> bool:
        try:
            name = urlsplit(f"http://{host}").hostname or ""
        except ValueError:
            return False
        if name in self._names:
            return True
        try:
            ip_address(name.partition("%")[0])
        except ValueError:
            return False
        return True


def policy(host: str) -> str:
    """The content security policy: our own files and our own socket, and nothing else at all."""
    # Older browsers do not count a WebSocket to the same host as 'self'.
    socket = f" ws://{host}" if host else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        f"font-src 'self'; connect-src 'self'{socket}; manifest-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _with_headers(send: Send, host: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            _harden(message, host)
        await send(message)

    return sending


def _harden(message: Any, host: str) -> None:
    headers = MutableHeaders(scope=message)
    headers["Content-Security-Policy"] = policy(host)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers.setdefault("Cache-Control", "no-store")
