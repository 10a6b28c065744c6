"""What a host does beside going on: paper, extra time, releasing seats, accepting answers."""

import asyncio
from pathlib import Path
from typing import Any

from quizzer.classroom.live.model import DrillMode
from tests.classroom.live.clients import Wire, host, player, request, seat
from tests.classroom.live.material import game_of
from tests.classroom.live.serving import CODE, SECRET, served


def run(test: Any) -> None:
    """Runs a test's coroutine, which must not take for ever."""

    async def bounded() -> None:
        async with asyncio.timeout(30):
            await test

    asyncio.run(bounded())


def ids(view: dict[str, Any]) -> dict[str, str]:
    """The players' ids by name."""
    return {row["name"]: row["id"] for row in view["players"]}


def test_a_mixed_room(tmp_path: Path) -> None:
    """A phone by socket, one by plain requests, and a student on paper, in one game."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "key-zanzibarra"), tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            eva = {"Cookie": await seat(drill.port, CODE, "Eva")}
            teacher = await host(drill.port, SECRET)
            assert (await teacher.do("paper", name="Tom"))["t"] == "ack"
            assert (await teacher.do("paper", name="TOM"))["why"] == "taken"
            assert (await teacher.do("paper", name=" "))["why"] == "name"
            tom = ids(await teacher.until(lambda view: len(view["players"]) == 3))["Tom"]
            await teacher.do("next")
            view = await ida.phase("asking")
            right = view["question"]["options"].index("Zanzibarra")
            await ida.answer(0, choice=[right])
            body = {"t": "answer", "id": 1, "position": 0, "choice": [right]}
            reply = await request(drill.port, "/answer", body, headers=eva)
            assert reply.json["t"] == "ack"
            await teacher.do("close")
            await ida.phase("waiting")
            for letters, reply_kind in (("Z", "refused"), ("", "refused"), ("ABC"[right], "ack")):
                keyed = await teacher.do("key", player=tom, position=0, letters=letters)
                assert keyed["t"] == reply_kind
            await teacher.do("next")
            shown = await teacher.phase("revealed")
            assert shown["result"]["credit"] == 1.0
            assert shown["result"]["answered"] == 3
            await ida.close()
            await teacher.close()

    run(play())


def test_extra_time_by_option_and_by_verb(tmp_path: Path) -> None:
    """Known by name before anybody joins, or given while the clock runs; nobody else sees it."""

    async def play() -> None:
        game = game_of(DrillMode.ACCURACY, "truth", limit_ms=60_000)
        async with served(game, tmp_path) as drill:
            ida, per = await player(drill.port, CODE, "Ida"), await player(drill.port, CODE, "PER")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            assert (await per.phase("asking"))["limit_ms"] == 120_000
            assert (await ida.phase("asking"))["limit_ms"] == 60_000
            frames = len(per.frames), len(teacher.frames)
            player_id = ids(await teacher.until(lambda view: view["present"] == 2))["Ida"]
            done = await teacher.do("extra", player=player_id, factor=1.5)
            assert done["t"] == "ack"
            assert (await ida.until(lambda view: view["limit_ms"] == 90_000))["left_ms"] > 60_000
            assert len(per.frames) == frames[0]
            told = "".join(teacher.frames)
            assert "90000" not in told
            assert "120000" not in told
            assert (await teacher.do("extra", player=player_id, factor=0.2))["why"] == "form"
            for wire in (ida, per, teacher):
                await wire.close()

    run(play())


def test_a_lost_cookie_and_a_released_seat(tmp_path: Path) -> None:
    """The next who joins with the name has the seat with its points; the old device has not."""

    async def play() -> None:
        game = game_of(DrillMode.ACCURACY, "truth", "key-zanzibarra")
        async with served(game, tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await ida.phase("asking")
            await ida.answer(0, choice=[1])
            body = {"code": CODE, "name": "ida"}
            assert (await request(drill.port, "/join", body)).json["refused"] == "taken"
            player_id = ids(await teacher.phase("revealed"))["Ida"]
            assert (await teacher.do("release", player=player_id))["t"] == "ack"
            cookie = await seat(drill.port, CODE, "ida")
            assert await ida.closed() == 4000
            old = await request(drill.port, "/state", headers={"Cookie": ida.cookie})
            assert old.status == 401
            async with Wire(drill.port, "/play", cookie) as again:
                view = await again.phase("revealed")
                assert (view["name"], view["me"]["points"]) == ("Ida", 100)
            assert (await request(drill.port, "/join", body)).json["refused"] == "taken"
            await teacher.close()

    run(play())


def test_a_typed_answer_is_accepted_for_all_who_gave_it(tmp_path: Path) -> None:
    """And everybody sees the new points at once."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "typed-quillon"), tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            await ida.phase("asking")
            await ida.answer(0, typed="The Admiral")
            assert (await ida.phase("revealed"))["me"]["points"] == 0
            assert (await teacher.do("accept", position=0, text="the admiral"))["t"] == "ack"
            view = await ida.until(lambda view: view["me"]["points"] == 100)
            assert view["result"]["mine"]["credit"] == 1.0
            await ida.close()
            await teacher.close()

    run(play())


def test_an_exam_and_a_round_to_learn(tmp_path: Path) -> None:
    """At one's own pace, reviewed at the end; then the missed questions once more."""

    async def play() -> None:
        game = game_of(DrillMode.EXAM, "truth", "key-zanzibarra")
        async with served(game, tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            teacher = await host(drill.port, SECRET)
            await teacher.do("next")
            view = await ida.phase("exam")
            assert [one["position"] for one in view["questions"]] == [0, 1]
            wrong = view["questions"][1]["options"].index("Orinoko")
            await ida.answer(1, choice=[wrong])
            again = await Wire(drill.port, "/play", ida.cookie).open()
            assert (await again.phase("exam"))["given"] == {"1": {"choice": [wrong]}}
            await again.answer(0, choice=[1])
            review = (await again.phase("podium"))["review"]
            assert [one["result"]["mine"]["points"] for one in review] == [100, 0]
            assert (await teacher.do("again", count=5))["t"] == "ack"
            assert (await again.phase("asking"))["question"]["round"] == 1
            await again.close()
            await teacher.close()

    run(play())
