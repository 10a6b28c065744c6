"""What a host's command does in a room."""

from quizzer.classroom.live.events import (
    Accept,
    Again,
    Close,
    Continue,
    End,
    Event,
    ExtraTime,
    Finish,
    KeyIn,
    Kick,
    Lock,
    Next,
    Pause,
    Release,
    Skip,
)
from quizzer.classroom.live.protocol import Do
from quizzer.classroom.live.replies import lettered, typed
from quizzer.classroom.live.room import Room
from quizzer.classroom.live.step import Refusal

_PLAIN: dict[str, Event] = {
    "next": Next(),
    "close": Close(),
    "pause": Pause(),
    "continue": Continue(),
    "skip": Skip(),
    "finish": Finish(),
    "end": End(),
    "lock": Lock(True),
    "unlock": Lock(False),
}


async def carry_out(room: Room, command: Do) -> Refusal | None:
    """Does what the host asks; None when it is done and stored."""
    fields = command.fields
    if command.verb == "paper":
        seated = await room.seat(fields["name"], fields.get("team", ""), is_paper=True)
        return seated if isinstance(seated, Refusal) else None
    event = _event(room, command)
    return event if isinstance(event, Refusal) else (await room.do(event)).refusal


def _event(room: Room, command: Do) -> Event | Refusal:
    fields = command.fields
    match command.verb:
        case "again":
            return Again(fields["count"]) if fields["count"] > 0 else Refusal.FORM
        case "kick":
            return Kick(fields["player"])
        case "release":
            return Release(fields["player"])
        case "extra":
            return ExtraTime(fields["player"], float(fields["factor"]))
        case "accept":
            return Accept(fields["position"], fields["text"])
        case "key":
            return _key_in(room, command)
        case verb:
            return _PLAIN[verb]


def _key_in(room: Room, command: Do) -> Event | Refusal:
    fields = command.fields
    position = fields["position"]
    if not 0 <= position < len(room.game.puts):
        return Refusal.FORM
    put = room.game.puts[position]
    response = (
        lettered(put, fields["letters"]) if "letters" in fields else typed(put, fields["typed"])
    )
    if isinstance(response, Refusal):
        return response
    return KeyIn(fields["player"], position, response)
