"""A player without a browser: the plain requests of the drill's protocol."""

import json
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit

from quizzer.diagnostics import QuizzerError

TIMEOUT = 30
"""Seconds; the server lets a request for the next view wait for ten."""

_MOST = 1 << 20


@dataclass(frozen=True, slots=True)
class Address:
    """Where a drill is: `http://host:port`, and the code if the address held one."""

    base: str
    code: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The server said no: its word for why, and a sentence for people."""

    why: str
    say: str


def read_address(text: str) -> Address:
    """What somebody typed from the beamer: with or without `http://` and the code behind it.

    Raises:
        QuizzerError: L105, it is no address.
    """
    whole = text.strip() if "://" in text else f"http://{text.strip()}"
    hint = "type it as the teacher's screen shows it, for example 192.168.1.20:8000/K7F3Q"
    try:
        parts = urlsplit(whole)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise QuizzerError.at(text, "this is no address of a drill", hint, "L105") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise QuizzerError.at(text, "this is no address of a drill", hint, "L105")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return Address(f"{parts.scheme}://{host}{port}", parts.path.strip("/").upper())


class Client:
    """One seat in a drill; `cookie` is what the server gave for it, "" before joining."""

    def __init__(self, base: str, cookie: str = ""):
        self.base = base
        self.cookie = cookie
        self._tag = ""

    def room(self) -> dict[str, Any]:
        """What is known before joining: title, teams, whether it is locked."""
        return self._request("/room")[1]

    def join(self, code: str, name: str, team: str = "") -> Refused | None:
        """Takes a seat; returns why not, or None."""
        body = {"code": code, "name": name} | ({"team": team} if team else {})
        status, answer = self._request("/join", body)
        if status < 400:
            return None
        return Refused(str(answer.get("refused", "")), str(answer.get("say", "")))

    def view(self) -> dict[str, Any] | None:
        """The next view, once it differs from the last or after a while; None without a seat."""
        status, answer = self._request(f"/state?since={quote(self._tag)}")
        if status == 401:
            return None
        self._tag = str(answer.get("tag", self._tag))
        return answer

    def answer(self, message_id: int, position: int, given: dict[str, Any]) -> dict[str, Any]:
        """Gives an answer; returns the server's `ack` or `refused`."""
        message = {"t": "answer", "id": message_id, "position": position, **given}
        return self._request("/answer", message)[1]

    def _request(self, path: str, body: dict[str, Any] | None = None) -> tuple[int, dict[str, Any]]:
        from urllib.request import Request, urlopen  # noqa: PLC0415 - only where one plays

        headers = {"Content-Type": "application/json"} | (
            {"Cookie": self.cookie} if self.cookie else {}
        )
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.base + path, data=data, headers=headers)
        try:
            try:
                reply = urlopen(request, timeout=TIMEOUT)
            except HTTPError as error:
                reply = error
            with reply:
                for cookie in reply.headers.get_all("Set-Cookie") or ():
                    self.cookie = cookie.partition(";")[0]
                found = json.loads(reply.read(_MOST) or b"{}")
                status = int(reply.status or 0)
        except (URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            message = f"the drill can't be reached ({reason})"
            hint = "is this device in the same network as the teacher's? Try again"
            raise QuizzerError.at(self.base, message, hint, "L106") from None
        return status, found if isinstance(found, dict) else {}
