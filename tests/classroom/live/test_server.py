"""The server over real sockets: a whole game, coming back, plain requests, several at once."""

import asyncio
import contextlib
import json
from pathlib import Path
from typing import Any

from quizzer.classroom.live.model import Asking, DrillMode, Podium
from quizzer.classroom.records.records import Records
from tests.classroom.live.clients import Wire, host, player, request, seat
from tests.classroom.live.material import game_of
from tests.classroom.live.serving import CODE, SECRET, served

SOON = 20.0


def run(test: Any) -> None:
    """Runs a test's coroutine, which must not take for ever."""

    async def bounded() -> None:
        async with asyncio.timeout(SOON):
            await test

    asyncio.run(bounded())


def test_a_game_from_join_to_podium(tmp_path: Path) -> None:
    """Two players and a host; what was acknowledged is in the log with its points."""

    async def play() -> None:
        game = game_of(DrillMode.ACCURACY, "key-zanzibarra", "typed-quillon")
        async with served(game, tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            per = await player(drill.port, CODE, "O'Brien")
            teacher = await host(drill.port, SECRET)
            assert (await teacher.do("next"))["t"] == "ack"
            view = await ida.phase("asking")
            right = view["question"]["options"].index("Zanzibarra")
            assert (await ida.answer(0, choice=[right]))["t"] == "ack"
            assert (await per.answer(0, choice=[(right + 1) % 3]))["t"] == "ack"
            assert (await ida.phase("revealed"))["result"]["mine"]["points"] == 100
            assert (await teacher.phase("revealed"))["result"]["key"] == "Zanzibarra"
            await teacher.do("next")
            standings = await per.phase("standings")
            assert [row["name"] for row in standings["top"]] == ["Ida", "O'Brien"]
            await teacher.do("next")
            await ida.phase("asking")
            assert (await ida.answer(1, typed="quillon"))["t"] == "ack"
            assert (await per.answer(1, typed="Ahab"))["t"] == "ack"
            await ida.phase("revealed")
            await teacher.do("next")
            await teacher.do("next")
            assert (await per.phase("podium"))["me"]["place"] == 2
            await teacher.do("end")
            assert await ida.closed() == 4000
            assert [bye["why"] for bye in ida.byes] == ["over"]
            for wire in (per, teacher):
                await wire.closed()
        with Records(drill.log) as records:
            (stored,) = records.drills()
            assert stored.ended_at is not None
            points = [one.points for one in records.answers(stored.id)]
            assert sorted(points) == [0, 0, 100, 100]

    run(play())


def test_coming_back_finds_everything(tmp_path: Path) -> None:
    """Another socket shows the same question, the answer given and what is left of the time."""

    async def play() -> None:
        game = game_of(DrillMode.ACCURACY, "key-zanzibarra", limit_ms=60_000)
        async with served(game, tmp_path) as drill:
            cookie = await seat(drill.port, CODE, "Ida")
            other = await player(drill.port, CODE, "Eva")
            teacher = await host(drill.port, SECRET)
            ida = await Wire(drill.port, "/play", cookie).open()
            await teacher.do("next")
            await ida.phase("asking")
            await ida.answer(0, choice=[1])
            drill.clock.ahead_ms += 20_000
            ida.drop()
            again = await Wire(drill.port, "/play", cookie).open()
            view = await again.phase("asking")
            assert view["given"] == {"choice": [1]}
            assert 35_000 < view["left_ms"] <= 40_000
            assert (await again.answer(0, choice=[1]))["t"] == "ack"
            assert (await again.answer(0, choice=[0]))["why"] == "answered"
            for wire in (again, other, teacher):
                await wire.close()

    run(play())


def test_a_new_connection_takes_the_seat_at_once(tmp_path: Path) -> None:
    """The old one, half open or not, is told that it has moved."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), tmp_path) as drill:
            cookie = await seat(drill.port, CODE, "Ida")
            first = await Wire(drill.port, "/play", cookie).open()
            await first.phase("lobby")
            async with Wire(drill.port, "/play", cookie) as second:
                await second.phase("lobby")
                assert await first.closed() == 4000
                assert [bye["why"] for bye in first.byes] == ["moved"]
                assert second.close_code is None

    run(play())


def test_a_device_has_one_seat(tmp_path: Path) -> None:
    """Joining again with the cookie gives the same seat, whatever the name."""

    async def play() -> None:
        async with served(game_of(), tmp_path) as drill:
            cookie = await seat(drill.port, CODE, "Ida")
            body = {"code": CODE, "name": "Second"}
            reply = await request(drill.port, "/join", body, headers={"Cookie": cookie})
            assert reply.json["name"] == "Ida"
            assert len(drill.room.game.players) == 1

    run(play())


def test_plain_requests_play_a_whole_game(tmp_path: Path) -> None:
    """Where sockets are blocked, for the player and for the host."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), tmp_path) as drill:
            cookie = {"Cookie": await seat(drill.port, CODE, "Ida")}
            door = await request(drill.port, f"/host/{SECRET}")
            pass_ = {"Cookie": door.cookie}
            lobby = (await request(drill.port, "/state", headers=cookie)).json
            waiting = asyncio.create_task(
                request(drill.port, f"/state?since={lobby['tag']}", headers=cookie)
            )
            # The request must be waiting before there is something new.
            while not drill.room.feed(next(iter(drill.room.game.players))).lines:
                await asyncio.sleep(0.01)
            command = {"t": "do", "id": 1, "verb": "next"}
            done = await request(drill.port, "/host/do", command, headers=pass_)
            assert done.json["t"] == "ack"
            view = (await waiting).json
            assert view["phase"] == "asking"
            body = {"t": "answer", "id": 5, "position": 0, "choice": [1]}
            reply = await request(drill.port, "/answer", body, headers=cookie)
            assert reply.json == {"t": "ack", "id": 5, "position": 0}
            after = (await request(drill.port, "/state", headers=cookie)).json
            assert after["phase"] == "revealed"
            assert after["tag"] != view["tag"]
            hosts = (await request(drill.port, "/host/state", headers=pass_)).json
            assert hosts["result"]["key"] == "false"

    run(play())


def test_answers_of_everybody_at_once_are_each_stored_once(tmp_path: Path) -> None:
    """Sixty at the same moment, each sent twice."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), tmp_path) as drill:
            names = [f"P{number}" for number in range(60)]
            wires = await asyncio.gather(*(player(drill.port, CODE, name) for name in names))
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await asyncio.gather(*(wire.phase("asking") for wire in wires))
            replies = await asyncio.gather(
                *(wire.answer(0, choice=[1]) for wire in wires for _ in range(2))
            )
            assert {reply["t"] for reply in replies} == {"ack"}
            assert (await teacher.phase("revealed"))["result"]["answered"] == 60
            await asyncio.gather(*(wire.close() for wire in (*wires, teacher)))
        with Records(drill.log) as records:
            (stored,) = records.drills()
            assert len(records.answers(stored.id)) == 60

    run(play())


def test_two_games_at_once_never_mix(tmp_path: Path) -> None:
    """Same log, same names, same moment: each has its own answers, and a seat opens one door."""

    async def play() -> None:
        one_game, other_game = (
            game_of(DrillMode.ACCURACY, "truth"),
            game_of(DrillMode.EXAM, "pairs"),
        )
        async with served(one_game, tmp_path) as one, served(other_game, tmp_path) as other:
            ida_here, ida_there = await asyncio.gather(
                player(one.port, CODE, "Ida"), player(other.port, CODE, "Ida")
            )
            assert (
                await request(other.port, "/state", headers={"Cookie": ida_here.cookie})
            ).status == 401
            here, there = await host(one.port, SECRET), await host(other.port, SECRET)
            await asyncio.gather(here.do("next"), there.do("next"))
            await asyncio.gather(ida_here.phase("asking"), ida_there.phase("exam"))
            await asyncio.gather(ida_here.answer(0, choice=[1]), ida_there.answer(0, choice=[0, 1]))
            await asyncio.gather(ida_here.phase("revealed"), ida_there.phase("podium"))
            frames = [json.loads(frame) for frame in ida_here.frames]
            assert {frame.get("mode", "accuracy") for frame in frames} == {"accuracy"}
            for wire in (ida_here, ida_there, here, there):
                await wire.close()
        with Records(one.log) as records:
            assert [len(records.answers(drill.id)) for drill in records.drills()] == [1, 1]

    run(play())


def test_who_leaves_is_not_waited_for_after_a_while(tmp_path: Path) -> None:
    """A reload is no leaving; half a minute without a phone is."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            per = await player(drill.port, CODE, "Eva")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await ida.phase("asking")
            await teacher.until(lambda view: view["present"] == 2)
            per.drop()
            await per.closed()
            await ida.answer(0, choice=[1])
            assert isinstance(drill.room.game.phase, Asking)
            drill.clock.ahead_ms += 4_000
            await ida.phase("revealed")
            await ida.close()
            await teacher.close()

    run(play())


def test_nobody_answers_and_the_time_runs_out(tmp_path: Path) -> None:
    """The server's clock closes the question, and the game goes on."""

    async def play() -> None:
        game = game_of(DrillMode.ACCURACY, "truth", limit_ms=30_000)
        async with served(game, tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await ida.phase("asking")
            drill.clock.ahead_ms += 31_000
            assert (await ida.phase("revealed"))["result"]["answered"] == 0
            await teacher.do("finish")
            await ida.phase("podium")
            assert drill.room.game.phase == Podium()
            await ida.close()
            await teacher.close()

    run(play())


def test_who_comes_late_sees_where_things_stand(tmp_path: Path) -> None:
    """In every phase; an answer to the open question counts, as everybody's."""

    async def play() -> None:
        game = game_of(DrillMode.ACCURACY, "truth", "key-zanzibarra")
        async with served(game, tmp_path) as drill:
            teacher = await host(drill.port, SECRET)
            wires = [await player(drill.port, CODE, "Ida")]

            async def late(name: str, phase: str) -> None:
                wires.append(await player(drill.port, CODE, name))
                await wires[-1].phase(phase)

            await late("L1", "lobby")
            await teacher.do("next")
            await late("L2", "asking")
            assert (await wires[-1].answer(0, choice=[1]))["t"] == "ack"
            await teacher.do("pause")
            await late("L3", "paused")
            await teacher.do("continue")
            await teacher.do("close")
            await late("L4", "revealed")
            await teacher.do("next")
            await late("L5", "standings")
            await teacher.do("finish")
            await late("L6", "podium")
            assert wires[-1].view["top"][0]["name"] == "L2"
            for wire in (*wires, teacher):
                await wire.close()

    run(play())


def test_everybody_leaves_and_comes_back(tmp_path: Path) -> None:
    """An empty room waits; whoever returns finds the question open."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await ida.phase("asking")
            await ida.close()
            await teacher.close()
            drill.clock.ahead_ms += 10_000
            while drill.room.game.present:
                await asyncio.sleep(0.02)
            async with Wire(drill.port, "/play", ida.cookie) as again:
                assert (await again.phase("asking"))["given"] is None
                assert (await again.answer(0, choice=[1]))["t"] == "ack"

    run(play())


def test_a_full_disk_in_the_middle_of_a_game(small_disk: Path) -> None:
    """The answer is not acknowledged, the host sees why; with room again it is, and counts."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), small_disk) as drill:
            ida = await player(drill.port, CODE, "Ida")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await ida.phase("asking")
            filler = small_disk / "filler"
            with contextlib.suppress(OSError), filler.open("wb", buffering=0) as stream:
                while True:
                    stream.write(b"x" * 512)
            answering = asyncio.create_task(ida.answer(0, choice=[1]))
            view = await teacher.until(lambda view: bool(view["trouble"]))
            assert "disk is full" in view["trouble"]
            assert not answering.done()
            filler.unlink()
            assert (await answering)["t"] == "ack"
            await teacher.until(lambda view: not view["trouble"])
            assert (await ida.phase("revealed"))["me"]["points"] == 100
            await ida.close()
            await teacher.close()

    run(play())
