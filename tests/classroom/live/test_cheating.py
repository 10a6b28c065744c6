"""A client that cheats: every attempt fails, and the game of the others goes on."""

import asyncio
import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from websockets.exceptions import ConnectionClosed, InvalidStatus

from quizzer.classroom.live.app import Drill, application
from quizzer.classroom.live.model import Asking, DrillMode, Lobby
from quizzer.classroom.live.patience import ImpatientProtocol
from quizzer.classroom.live.protocol import LARGEST
from quizzer.classroom.live.tokens import digest, new_token
from quizzer.classroom.records.records import Records
from tests.classroom.live.clients import Wire, host, player, request, seat
from tests.classroom.live.material import game_of
from tests.classroom.live.serving import CODE, SECRET, Served, served

VERBS: list[dict[str, Any]] = [
    *({"verb": verb} for verb in ("next", "close", "pause", "continue", "skip", "finish", "end")),
    {"verb": "lock"},
    {"verb": "unlock"},
    {"verb": "again", "count": 3},
    {"verb": "kick", "player": "x"},
    {"verb": "release", "player": "x"},
    {"verb": "extra", "player": "x", "factor": 2},
    {"verb": "paper", "name": "Ghost"},
    {"verb": "key", "player": "x", "position": 0, "letters": "A"},
    {"verb": "accept", "position": 0, "text": "x"},
]


def run(test: Any) -> None:
    """Runs a test's coroutine, which must not take for ever."""

    async def bounded() -> None:
        async with asyncio.timeout(60):
            await test

    asyncio.run(bounded())


async def begun(drill: Served) -> tuple[Wire, Wire]:
    """An honest player and the host, with the first question open."""
    honest, teacher = await player(drill.port, CODE, "Ida"), await host(drill.port, SECRET)
    await teacher.do("next")
    await honest.phase("asking")
    return honest, teacher


async def goes_on(drill: Served, honest: Wire, teacher: Wire) -> None:
    """The honest player's answer is taken, stored and shown."""
    assert (await honest.answer(0, choice=[1]))["t"] == "ack"
    if isinstance(drill.room.game.phase, Asking):
        await teacher.do("close")
    assert (await honest.phase("revealed"))["result"]["mine"]["points"] == 100
    for wire in (honest, teacher):
        await wire.close()


def truth(tmp_path: Path) -> Any:
    """A drill of one true or false, and one more."""
    return served(game_of(DrillMode.ACCURACY, "truth", "key-zanzibarra"), tmp_path)


def test_answers_that_must_not_count(tmp_path: Path) -> None:
    """Twice, too early, too late, to no question, with no option, of the wrong kind, forged."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            cheat = await player(drill.port, CODE, "Cheat")
            assert (await cheat.answer(0, choice=[1]))["why"] == "early"
            honest, teacher = await begun(drill)
            for message, why in [
                ({"position": 1, "choice": [0]}, "early"),
                ({"position": 99, "choice": [0]}, "form"),
                ({"position": -1, "choice": [0]}, "form"),
                ({"position": 0, "choice": [2]}, "option"),
                ({"position": 0, "choice": [-1]}, "option"),
                ({"position": 0, "choice": [0, 1]}, "form"),
                ({"position": 0, "choice": []}, "form"),
                ({"position": 0, "typed": "false"}, "form"),
            ]:
                reply = await cheat.ask({"t": "answer", **message})
                assert reply["why"] == why, message
            assert (await cheat.answer(0, choice=[0]))["t"] == "ack"
            assert (await cheat.answer(0, choice=[1]))["why"] == "answered"
            await goes_on(drill, honest, teacher)
            assert (await cheat.answer(0, choice=[1]))["why"] == "answered"
            assert drill.room.game.totals[cheat_id(drill)].points == 0
            await cheat.close()

    run(play())


def cheat_id(drill: Served) -> str:
    """The id of the player Cheat."""
    return next(one.id for one in drill.room.game.players.values() if one.name == "Cheat")


@pytest.mark.parametrize(
    "raw",
    [
        '{"t":"answer","id":0,"position":0,"choice":[1],"elapsed_ms":0}',
        '{"t":"answer","id":0,"position":0,"choice":[1],"points":9999}',
        '{"t":"answer","id":0,"position":0,"choice":[1],"player":"someone"}',
        '{"t":"answer","id":0,"position":0,"choice":[1],"typed":"x"}',
        '{"t":"answer","id":0,"position":0.0,"choice":[1]}',
        '{"t":"answer","id":0,"position":NaN,"choice":[1]}',
        '{"t":"answer","id":0,"position":1e400,"choice":[1]}',
        '{"t":"answer","id":0,"position":true,"choice":[1]}',
        '{"t":"answer","id":0,"position":0,"choice":[true]}',
        '{"t":"answer","id":0,"position":0,"choice":[1e0]}',
        '{"t":"answer","id":0,"position":0,"choice":["1"]}',
        '{"t":"answer","id":-1,"position":0,"choice":[1]}',
        '{"t":"answer","id":0,"position":0,"choice":[' + "9" * 5000 + "]}",
        '{"t":"answer","id":0,"position":0,"choice":[' + "0," * 200 + "0]}",
        '{"t":"view"}',
        "[" * 4000,
        "null",
        "",
        "\x00",
        '{"t":"do","id":0,"verb":"next"}',
    ],
)
def test_messages_that_are_none(tmp_path: Path, raw: str) -> None:
    """Refused as such; nothing that a client claims about time or points is read."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            cheat = await player(drill.port, CODE, "Cheat")
            honest, teacher = await begun(drill)
            cheat.frames.clear()
            await cheat.send(raw)
            await cheat.send('{"t":"ping"}')
            while not cheat.frames or "pong" not in cheat.frames[-1]:
                await asyncio.sleep(0.005)
            replies = [json.loads(frame) for frame in cheat.frames]
            assert [one["why"] for one in replies if one["t"] == "refused"] == ["form"]
            assert drill.room.game.given(0) == {}
            await goes_on(drill, honest, teacher)
            await cheat.close()

    run(play())


def test_only_the_host_can_host(tmp_path: Path) -> None:
    """No verb from a player's wire or seat, without a seat, or with another drill's secret."""

    async def play() -> None:
        async with truth(tmp_path / "a") as drill, truth(tmp_path / "b") as other:
            honest, teacher = await begun(drill)
            cheat = await player(drill.port, CODE, "Cheat")
            names = {f"quizzer-host-{CODE}": value for value in (new_token(), "", digest(SECRET))}
            forged = [f"{name}={value}" for name, value in names.items()]
            before = drill.room.game
            for verb in VERBS:
                command = {"t": "do", "id": 1, **verb}
                await cheat.send(json.dumps(command))
                for cookie in (cheat.cookie, "", *forged):
                    reply = await request(
                        drill.port, "/host/do", command, headers={"Cookie": cookie}
                    )
                    assert reply.status == 401, (verb, cookie)
            for path in ("/host", "/host/state", "/host/wrong-secret"):
                reply = await request(drill.port, path, headers={"Cookie": cheat.cookie})
                assert reply.status == 401
                assert SECRET.encode() not in reply.body
            with pytest.raises(InvalidStatus):
                await Wire(drill.port, "/host/play", cheat.cookie).open()
            assert drill.room.game.phase == before.phase
            assert drill.room.game.players.keys() == before.players.keys()
            assert isinstance(other.room.game.phase, Lobby)
            await cheat.send('{"t":"ping"}')
            while '"pong"' not in cheat.frames[-1]:
                await asyncio.sleep(0.005)
            told = " ".join(cheat.frames)
            assert told.count('"why":"form"') == len(VERBS)
            assert SECRET not in told
            assert not any(player_id in told for player_id in drill.room.game.players)
            await cheat.close()
            await goes_on(drill, honest, teacher)

    run(play())


def test_another_s_seat_cannot_be_had(tmp_path: Path) -> None:
    """Without the token, with a piece of it, by the name, or by the digest in the log."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            name, _, token = honest.cookie.partition("=")
            assert len(token) >= 43
            for wrong in ("", token[:-1], token + "a", token.swapcase(), digest(token), "x" * 5000):
                headers = {"Cookie": f"{name}={wrong}"}
                state = await request(drill.port, "/state", headers=headers)
                body = {"t": "answer", "id": 1, "position": 0, "choice": [0]}
                reply = await request(drill.port, "/answer", body, headers=headers)
                assert (state.status, reply.status) == (401, 401)
                with pytest.raises(InvalidStatus):
                    await Wire(drill.port, "/play", f"{name}={wrong}").open()
            for again in ("Ida", " iDA ", "Ｉｄａ"):
                body = {"code": CODE, "name": again}
                assert (await request(drill.port, "/join", body)).json["refused"] == "taken"
            await goes_on(drill, honest, teacher)

    run(play())


def test_a_removed_player_is_out(tmp_path: Path) -> None:
    """The socket ends, the seat opens nothing, the name is barred; another name may come."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            cheat = await player(drill.port, CODE, "Cheat")
            assert (await teacher.do("kick", player=cheat_id(drill)))["t"] == "ack"
            assert await cheat.closed() == 4000
            assert cheat.byes[-1]["why"] == "removed"
            headers = {"Cookie": cheat.cookie}
            assert (await request(drill.port, "/state", headers=headers)).status == 401
            body = {"code": CODE, "name": "CHEAT"}
            assert (await request(drill.port, "/join", body)).json["refused"] == "removed"
            await teacher.do("lock")
            body = {"code": CODE, "name": "Other"}
            assert (await request(drill.port, "/join", body)).json["refused"] == "locked"
            await goes_on(drill, honest, teacher)

    run(play())


def test_a_code_cannot_be_guessed(tmp_path: Path) -> None:
    """After ten wrong ones an address waits, even with the right one; others may come."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            outcomes = []
            for number in range(14):
                body = {"code": f"AAAA{number}", "name": "Guess"}
                outcomes.append(
                    (await request(drill.port, "/join", body, source="127.9.9.9")).status
                )
            assert outcomes == [403] * 10 + [429] * 4
            body = {"code": CODE, "name": "Guess"}
            assert (await request(drill.port, "/join", body, source="127.9.9.9")).status == 429
            assert (await request(drill.port, "/join", body)).status == 200
            await goes_on(drill, honest, teacher)

    run(play())


def test_ten_thousand_joins(tmp_path: Path) -> None:
    """From one address a class's worth gets in, the rest is told to wait."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            app = application(Drill(drill.room, (digest(SECRET),), b""))
            statuses = [await straight_join(app, f"Robot {number}") for number in range(10_000)]
            assert set(statuses) == {200, 429}
            assert statuses.count(200) < 100
            await goes_on(drill, honest, teacher)

    run(play())


async def straight_join(app: Any, name: str) -> int:
    """A request to join that goes to the application without a network in between."""
    body = json.dumps({"code": CODE, "name": name}).encode()
    headers = {
        "host": "127.0.0.1",
        "content-type": "application/json",
        "content-length": str(len(body)),
    }
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/join",
        "raw_path": b"/join",
        "query_string": b"",
        "headers": [(key.encode(), value.encode()) for key, value in headers.items()],
        "client": ("10.0.0.66", 5),
        "server": ("127.0.0.1", 80),
        "scheme": "http",
        "root_path": "",
    }
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    return statuses[0]


def test_large_and_binary_messages_and_floods_end_only_their_sender(tmp_path: Path) -> None:
    """1 MB, bytes, a thousand messages at once: that connection closes, and may come back."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            cookie = await seat(drill.port, CODE, "Cheat")
            for attack, code in ((b"\0" * 100, 1003), ("x" * 1_000_000, 1009)):
                wire = await Wire(drill.port, "/play", cookie).open()
                await wire.send(attack)
                assert await wire.closed() == code
            wire = await Wire(drill.port, "/play", cookie).open()
            with contextlib.suppress(ConnectionClosed):
                for _ in range(1000):
                    await wire.send('{"t":"ping"}')
            assert await wire.closed() in (1008, 1006)
            assert '"busy"' in wire.frames[-1]
            reply = await request(drill.port, "/answer", raw=b"x" * 1_000_000)
            # The server does not read what it refuses, so the refusal may not even arrive.
            assert reply.status in (413, 0)
            again = await Wire(drill.port, "/play", cookie).open()
            await again.phase("asking")
            await again.close()
            await goes_on(drill, honest, teacher)

    run(play())


def test_a_connection_that_asks_nothing_is_closed(
    tmp_path: Path,
) -> None:
    """Header by header, or not at all: it ends, and a WebSocket that is silent does not."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            loop = asyncio.get_running_loop()
            config = uvicorn.Config(lambda: None, log_config=None)
            config.load()
            protocol = ImpatientProtocol(config, uvicorn.server.ServerState(), {})
            protocol.request_s = 0.01
            server = await loop.create_server(lambda: protocol, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            assert await reader.read() == b""
            writer.close()
            server.close()
            await goes_on(drill, honest, teacher)

    run(play())


def test_other_pages_cannot_reach_in(tmp_path: Path) -> None:
    """Another origin, another host name, a form that a page could send: all refused."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            honest, teacher = await begun(drill)
            body = {"code": CODE, "name": "Foreign"}
            for headers, status in [
                ({"Origin": "http://evil.example"}, 403),
                ({"Origin": "null"}, 403),
                ({"Host": "evil.example"}, 421),
                ({"Host": f"rebound.example:{drill.port}"}, 421),
                ({"Content-Type": "text/plain"}, 415),
                ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
            ]:
                reply = await request(drill.port, "/join", body, headers=headers)
                assert reply.status == status, headers
            for more in ({"origin": "http://evil.example"}, {"origin": "null"}):
                with pytest.raises(InvalidStatus):
                    await Wire(drill.port, "/play", honest.cookie).open(**more)
            ours = await Wire(drill.port, "/play", honest.cookie).open(
                origin=f"http://127.0.0.1:{drill.port}"
            )
            await ours.phase("asking")
            assert await honest.closed() == 4000
            await goes_on(drill, ours, teacher)

    run(play())


def test_every_answer_of_the_server_is_armoured(tmp_path: Path) -> None:
    """A strict policy, no guessing of types, no cache; the cookie no script can read."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            for path in ("/", f"/{CODE}", "/room", "/state", "/host", "/qr.svg", "/nothing"):
                headers = (await request(drill.port, path)).headers
                policy = headers["content-security-policy"]
                assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
                assert "unsafe" not in policy
                assert headers["x-content-type-options"] == "nosniff"
                assert "server" not in headers
            joined = await request(drill.port, "/join", {"code": CODE, "name": "Ida"})
            cookie = joined.headers["set-cookie"].lower()
            assert "httponly" in cookie
            assert "samesite=strict" in cookie
            door = await request(drill.port, f"/host/{SECRET}")
            assert (door.status, door.headers["location"]) == (303, "/host")

    run(play())


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("O'Brien", "O'Brien"),
        ("<img src=x>", "<img src=x>"),
        ("\x1b[31mRed\x1b[0m", "[31mRed[0m"),
        ("\u202egnorw", "gnorw"),
        ("=SUM(A1:A9)", "=SUM(A1:A9)"),
        ("+49 30", "+49 30"),
        ("a\x00b", "ab"),
    ],
)
def test_nicknames_are_text(tmp_path: Path, raw: str, shown: str) -> None:
    """Markup and formulas stay what they are, text; what steers a terminal is gone; all work."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            named = await player(drill.port, CODE, raw)
            teacher = await host(drill.port, SECRET)
            view = await teacher.until(lambda view: bool(view["players"]))
            assert view["players"][0]["name"] == shown
            assert (await named.phase("lobby"))["name"] == shown
            await named.close()
            await teacher.close()
        with Records(drill.log) as records:
            (stored,) = records.drills()
            assert [one.name for one in records.students(stored.id).values()] == [shown]

    run(play())


def test_names_that_are_refused(tmp_path: Path) -> None:
    """Ten thousand letters, nothing at all, rude ones: refused with a sentence for people."""

    async def play() -> None:
        async with truth(tmp_path) as drill:
            for name in ("x" * 5000, "", "  ", "\u200b", "Sh1t"):
                reply = await request(drill.port, "/join", {"code": CODE, "name": name})
                assert reply.json["refused"] == "name"
            for body in ([], {"code": CODE}, {"code": CODE, "name": 5}, {"name": "Ida"}):
                assert (await request(drill.port, "/join", body)).status == 400
            raw = b"\xff" * 10
            assert (await request(drill.port, "/join", raw=raw)).status == 400
            large = {"code": CODE, "name": "x" * (LARGEST + 1)}
            assert (await request(drill.port, "/join", large)).status == 413

    run(play())
