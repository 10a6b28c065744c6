"""Phones drop out and the server is killed: nobody is lost, and the score is the log's."""

import asyncio
import contextlib
import json
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed, InvalidStatus

from quizzer.classroom.live.journal import restored
from quizzer.classroom.records.records import FILE_NAME, Records
from tests.classroom.live.clients import Wire, host, seat
from tests.classroom.live.serving import Process, process

PLAYERS = 30
QUESTIONS = 5
KILLED_AT = 2


class Phone:
    """A player that comes back whatever happens, and sends an answer until it is acknowledged."""

    def __init__(self, number: int, cookie: str, port: int):
        self.number = number
        self.cookie = cookie
        self.port = port
        self.acknowledged: dict[int, list[int]] = {}
        self.wire: Wire | None = None

    async def come(self) -> Wire:
        """Connects, however often it takes."""
        while True:
            try:
                self.wire = await Wire(self.port, "/play", self.cookie).open()
                return self.wire
            except (OSError, InvalidStatus, ConnectionClosed, EOFError):
                await asyncio.sleep(0.05)

    async def play(self, position: int, drops: int) -> None:
        """Answers one question, dropping out so many times on the way."""
        choice = [(self.number + position) % 3]
        while position not in self.acknowledged:
            wire = self.wire if self.wire and self.wire.close_code is None else await self.come()
            with contextlib.suppress(ConnectionError, ConnectionClosed):
                view = await wire.until(lambda view: stands_at(view, position))
                given = view["given"]
                if given is not None:
                    assert given["choice"] == choice
                if drops:
                    drops -= 1
                    # Once in two the answer is on its way when the connection goes.
                    if self.number % 2:
                        body = {"t": "answer", "id": 1, "position": position, "choice": choice}
                        await wire.send(json.dumps(body))
                    wire.drop()
                    await wire.closed()
                    continue
                reply = await wire.answer(position, choice=choice)
                assert reply["t"] == "ack", reply
                self.acknowledged[position] = choice


def stands_at(view: dict[str, Any], position: int) -> bool:
    """Whether a view shows a question that can be answered now, or is answered."""
    question = view["question"]
    return (
        view["phase"] in ("asking", "revealed")
        and question is not None
        and question["position"] == position
    )


def test_nobody_is_lost_and_the_final_scores_are_the_logs(tmp_path: Path) -> None:
    """In every question a tenth drops out and returns, some twice; the server is killed once."""
    deck = write_deck(tmp_path)
    phones: list[Phone] = []
    with process(tmp_path, str(deck), "--time", "120s") as drill:
        asyncio.run(bounded(first_half(drill, phones)))
    port = str(drill.port)
    with process(tmp_path, "--resume", "--port", port) as again:
        assert (again.port, again.code) == (drill.port, drill.code)
        final = asyncio.run(bounded(second_half(again, phones)))
    with Records(tmp_path / FILE_NAME) as records:
        (stored,) = records.drills()
        answers = records.answers(stored.id)
        game, _ = restored(records, stored)
    assert len(answers) == PLAYERS * QUESTIONS
    by_key = {(one.student_id, one.position): one for one in answers}
    for phone in phones:
        view = final[phone.number]
        own = [one for one in game.players.values() if one.name == f"P{phone.number}"]
        points = sum(by_key[own[0].id, position].points for position in range(QUESTIONS))
        assert view["me"]["points"] == points == game.totals[own[0].id].points
        assert view["me"]["of"] == PLAYERS
    assert set(phone.acknowledged.keys() == set(range(QUESTIONS)) for phone in phones) == {True}


async def bounded(work: Any) -> Any:
    """No test goes on for ever."""
    async with asyncio.timeout(120):
        return await work


def drops_of(phone: Phone, position: int) -> int:
    """A tenth drops out of each question, a third of these twice."""
    if (phone.number + 3 * position) % 10:
        return 0
    return 2 if (phone.number + position) % 3 == 0 else 1


async def first_half(drill: Process, phones: list[Phone]) -> None:
    """Up to the middle of a question: half of the answers are acknowledged, then it is killed."""
    cookies = await asyncio.gather(
        *(seat(drill.port, drill.code, f"P{number}") for number in range(PLAYERS))
    )
    phones += [Phone(number, cookie, drill.port) for number, cookie in enumerate(cookies)]
    teacher = await host(drill.port, drill.secret)
    await asyncio.gather(*(phone.come() for phone in phones))
    await teacher.until(lambda view: view["present"] == PLAYERS)
    await teacher.do("next")
    for position in range(KILLED_AT):
        await asyncio.gather(*(phone.play(position, drops_of(phone, position)) for phone in phones))
        await teacher.until(lambda view, at=position: is_revealed(view, at))
        await teacher.do("next")
        await teacher.do("next")
    await asyncio.gather(*(phone.play(KILLED_AT, 0) for phone in phones[: PLAYERS // 2]))
    drill.kill()
    for wire in (teacher, *(phone.wire for phone in phones)):
        assert wire is not None
        await wire.closed()


def is_revealed(view: dict[str, Any], position: int) -> bool:
    """Whether the host sees how a question was answered."""
    return view["phase"] == "revealed" and view["question"]["position"] == position


async def second_half(drill: Process, phones: list[Phone]) -> dict[int, dict[str, Any]]:
    """The killed question is paused where it stood, and goes on; the views at the podium."""
    for phone in phones:
        phone.wire = None
    teacher = await host(drill.port, drill.secret)
    await asyncio.gather(*(phone.come() for phone in phones))
    view = await teacher.until(lambda view: view["present"] == PLAYERS)
    assert view["phase"] == "paused"
    assert len(view["players"]) == PLAYERS
    await teacher.do("continue")
    for position in range(KILLED_AT, QUESTIONS):
        await asyncio.gather(*(phone.play(position, drops_of(phone, position)) for phone in phones))
        await teacher.until(lambda view, at=position: is_revealed(view, at))
        await teacher.do("next")
        await teacher.do("next")
    final = {}
    for phone in phones:
        wire = phone.wire if phone.wire and phone.wire.close_code is None else await phone.come()
        final[phone.number] = await wire.phase("podium")
    await teacher.do("end")
    await teacher.closed()
    for phone in phones:
        if phone.wire:
            await phone.wire.closed()
    return final


def write_deck(folder: Path) -> Path:
    """A deck of choices."""
    lines = ["format: 1", "id: chaos", "title: Chaos", "questions:"]
    for number in range(QUESTIONS):
        lines += [
            f"- id: q{number}",
            f"  stem: What belongs to {number}?",
            f"  answer: Right {number}",
            f"  distractors: [Wrong {number}, Worse {number}]",
        ]
    path = folder / "chaos.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
