"""Messages of the wire, read strictly: what docs/drill-protocol.md does not name is refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from quizzer.classroom.live.step import Refusal

LARGEST = 8192
"""Bytes of a message."""

_MOST_ID = 2**31 - 1
_MOST_PLACES = 100

SAY: Mapping[Refusal, str] = {
    Refusal.EARLY: "This question is not open yet.",
    Refusal.CLOSED: "Time is up.",
    Refusal.PAUSED: "The drill is paused.",
    Refusal.ANSWERED: "You have answered this question already.",
    Refusal.OPTION: "There is no such option.",
    Refusal.FORM: "That is no answer to this question.",
    Refusal.BUSY: "Too many at once. Wait a moment and try again.",
    Refusal.PHASE: "That cannot be done now.",
    Refusal.PLAYER: "There is no such player.",
    Refusal.NAME: "Choose another name, of at most 24 characters and fit for a class.",
    Refusal.TAKEN: "Somebody has this name. If it is you, ask the teacher to release the seat.",
    Refusal.REMOVED: "The teacher has removed this name.",
    Refusal.TEAM: "There is no such team.",
    Refusal.LOCKED: "The door is closed. Ask the teacher to open it.",
    Refusal.FULL: "All seats are taken.",
    Refusal.OVER: "This drill is over.",
    Refusal.CODE: "That is not the code on the board.",
}
"""Each refusal in a sentence for people."""

FAREWELL = {
    "moved": "Your seat is open in another window.",
    "removed": "The teacher has removed you from this drill.",
    "over": "The drill is over. Thank you for playing!",
    "stop": "The server has stopped for now. Stay here; you will be back with all your points.",
}
"""Each goodbye in a sentence for people."""


class Malformed(ValueError):
    """Something that is no message of the protocol."""


@dataclass(frozen=True, slots=True)
class Ping:
    """Is the connection alive?"""


@dataclass(frozen=True, slots=True)
class AnswerMessage:
    """A player's answer: `places` in the options, or a `text`; exactly one of them."""

    id: int
    position: int
    places: list[int] | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Do:
    """A host's command with what it needs."""

    id: int
    verb: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JoinMessage:
    """Somebody asks for a seat; an empty team leaves the choice to the server."""

    code: str
    name: str
    team: str


_VERBS: Mapping[str, tuple[Mapping[str, type], ...]] = {
    **dict.fromkeys(
        ("next", "close", "pause", "continue", "skip", "finish", "end", "lock", "unlock"), ({},)
    ),
    "again": ({"count": int},),
    "kick": ({"player": str},),
    "release": ({"player": str},),
    "extra": ({"player": str, "factor": float},),
    "paper": ({"name": str}, {"name": str, "team": str}),
    "key": (
        {"player": str, "position": int, "letters": str},
        {"player": str, "position": int, "typed": str},
    ),
    "accept": ({"position": int, "text": str},),
}
"""What each verb needs beside `t`, `id` and `verb`, in each of its forms."""


def read_player_message(raw: str) -> AnswerMessage | Ping:
    """A message from a player.

    Raises:
        Malformed: it is none.
    """
    message = _object(raw)
    match message:
        case {"t": "ping", **rest} if not rest:
            return Ping()
        case {"t": "answer", "id": number, "position": position, "choice": list(places), **rest}:
            is_good = len(places) <= _MOST_PLACES and all(map(_is_whole, places))
            if is_good and not rest and _is_id(number) and _is_whole(position):
                return AnswerMessage(number, position, places, None)
        case {"t": "answer", "id": number, "position": position, "typed": str(text), **rest}:
            if not rest and _is_id(number) and _is_whole(position):
                return AnswerMessage(number, position, None, text)
    raise Malformed


def read_host_message(raw: str) -> Do | Ping:
    """A message from a host.

    Raises:
        Malformed: it is none.
    """
    match _object(raw):
        case {"t": "ping", **rest} if not rest:
            return Ping()
        case {"t": "do", "id": number, "verb": str(verb), **rest} if _is_id(number):
            if any(_fits(rest, form) for form in _VERBS.get(verb, ())):
                return Do(number, verb, rest)
    raise Malformed


def read_join(raw: str) -> JoinMessage:
    """A request for a seat.

    Raises:
        Malformed: it is none.
    """
    match _object(raw):
        case {"code": str(code), "name": str(name), "team": str(team), **rest} if not rest:
            return JoinMessage(code, name, team)
        case {"code": str(code), "name": str(name), **rest} if not rest:
            return JoinMessage(code, name, "")
    raise Malformed


def to_json(message: Mapping[str, Any] | None) -> str:
    """A message as it goes over the wire."""
    return _ENCODE(message)


def ack(number: int, position: int | None = None) -> dict[str, Any]:
    """It is done, and stored."""
    extra = {} if position is None else {"position": position}
    return {"t": "ack", "id": number, **extra}


def refused(number: int, why: Refusal, position: int | None = None) -> dict[str, Any]:
    """It is not done."""
    extra = {} if position is None else {"position": position}
    return {"t": "refused", "id": number, **extra, "why": why.value, "say": SAY[why]}


def bye(why: str) -> dict[str, Any]:
    """The connection ends."""
    return {"t": "bye", "why": why, "say": FAREWELL[why]}


def _object(raw: str) -> dict[str, Any]:
    try:
        message = _DECODE(raw)
    except (ValueError, RecursionError) as error:
        raise Malformed from error
    if not isinstance(message, dict):
        raise Malformed
    return message


def _no_constant(name: str) -> NoReturn:
    raise Malformed(name)


# Made once: a thousand answers a second are read and acknowledged with them.
_DECODE = json.JSONDecoder(parse_constant=_no_constant).decode
_ENCODE = json.JSONEncoder(separators=(",", ":")).encode


def _is_whole(value: object) -> bool:
    # In Python true is a number, too.
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MOST_ID


def _is_id(value: object) -> bool:
    return _is_whole(value) and isinstance(value, int) and value >= 0


def _fits(fields: Mapping[str, Any], form: Mapping[str, type]) -> bool:
    return fields.keys() == form.keys() and all(
        _is_of(fields[name], kind) for name, kind in form.items()
    )


def _is_of(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, float) or _is_whole(value)
    return _is_whole(value) if kind is int else isinstance(value, kind)
