"""A tap on every wire: nothing that reaches a player before the reveal tells the answer."""

import asyncio
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizzer.classroom.live.events import Answer, Join, Next
from quizzer.classroom.live.game import step
from quizzer.classroom.live.model import DrillMode, Game, Player
from quizzer.classroom.live.plan import new_game
from quizzer.classroom.live.replies import chosen, typed
from quizzer.classroom.live.step import Refusal
from quizzer.classroom.live.views import host_view, player_view, shared_view
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from tests.classroom.live.clients import Wire, host, player, request, seat
from tests.classroom.live.material import DECK, SECRETS, game_of, passages
from tests.classroom.live.serving import CODE, SECRET, served


def test_no_byte_before_the_reveal_tells_the_answer(tmp_path: Path) -> None:
    """Every kind of question, over sockets and plain requests, the host's wire included."""

    async def play() -> None:
        async with asyncio.timeout(60), served(game_of(has_ranking=False), tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            asker = {"Cookie": await seat(drill.port, CODE, "Eva")}
            teacher = await host(drill.port, SECRET)
            heard: list[str] = []
            for position, put in enumerate(drill.room.game.puts):
                for wire in (ida, teacher):
                    wire.frames.clear()
                await teacher.do("next")
                await ida.until(lambda view, at=position: is_open(view, at))
                asked = await request(drill.port, "/state", headers=asker)
                own = [0] if put.options else None
                await ida.answer(position, **({"choice": own} if own else {"typed": "no idea"}))
                await teacher.do("pause")
                await ida.phase("paused")
                await teacher.do("continue")
                await ida.phase("asking")
                pages = [await request(drill.port, path) for path in ("/", f"/{CODE}", "/room")]
                heard = [*ida.frames, *teacher.frames, asked.body.decode()]
                heard += [page.body.decode() for page in pages]
                look_for_secrets(put.question, heard)
                await teacher.do("close")
                result = (await ida.phase("revealed"))["result"]
                assert result["key"]
            assert heard
            for wire in (ida, teacher):
                await wire.close()

    def is_open(view: dict[str, object], position: int) -> bool:
        question = view["question"]
        return isinstance(question, dict) and question["position"] == position

    asyncio.run(play())


def look_for_secrets(question: Question, heard: list[str]) -> None:
    """What was heard since the last reveal, but for the last reveal itself."""
    for text in heard:
        message = json.loads(text) if text.startswith("{") else {}
        if message.get("phase") == "revealed":
            continue
        assert message.get("result") is None
        told = json.dumps(message, ensure_ascii=False) if message else text
        found = [secret for secret in SECRETS[question.id] if secret in told]
        assert not found, (question.id, found, told)


def twin(question: Question) -> Question:
    """The same to look at, with another answer; id, evidence and explanation differ, too."""
    match question.answer:
        case TextAnswer(text) if question.distractors:
            other, *rest = question.distractors
            made = replace(question, answer=TextAnswer(other), distractors=(text, *rest))
        case TextAnswer():
            made = replace(question, answer=TextAnswer("Somebody else"))
        case TruthAnswer(value):
            made = replace(question, answer=TruthAnswer(not value))
        case NumberAnswer(_, unit):
            made = replace(question, answer=NumberAnswer(Decimal(7), unit))
        case DateAnswer():
            made = replace(question, answer=DateAnswer(PartialDate(1900, 1, 1)))
        case AllAnswer(items) if question.distractors:
            made = replace(question, answer=AllAnswer(question.distractors), distractors=items)
        case AllAnswer(items):
            made = replace(question, answer=AllAnswer(tuple(f"{one}!" for one in items)))
        case OrderAnswer(items):
            made = replace(question, answer=OrderAnswer(items[::-1]))
        case PairsAnswer(pairs):
            rights = [right for _, right in pairs]
            turned = tuple(
                (left, right) for (left, _), right in zip(pairs, rights[::-1], strict=True)
            )
            made = replace(question, answer=PairsAnswer(turned))
    return replace(made, accept=("Other",), explanation="Because of something else.", evidence=())


@pytest.mark.parametrize("mode", DrillMode)
@pytest.mark.parametrize("question", DECK.questions, ids=lambda one: one.id)
def test_who_sees_the_question_cannot_tell_which_answer_is_right(
    question: Question, mode: DrillMode
) -> None:
    """A deck with another key gives the same views, to the byte, until the reveal."""
    games = []
    for one in (question, twin(question)):
        settings = game_of(mode, limit_ms=20_000).settings
        deck = replace(DECK, questions=(one, DECK.questions[2]))
        games.append(played(new_game(deck, settings, passages())))
    views = [
        (player_view(game, shared_view(game), "ida", 500), host_view(game, shared_view(game), 500))
        for game in games
    ]
    assert views[0] == views[1]
    assert question.stem in views[0][0]


def played(game: Game) -> Game:
    """The game with its first question open, and an answer to it."""
    for name in ("Ida", "Per"):
        game = step(game, Join(Player(id=name.lower(), name=name)), 0).game
    game = step(game, Next(), 0).game
    put = game.puts[0]
    places = list(range(len(put.options)))
    own = next(
        one
        for one in (
            *(chosen(put, places[:size]) for size in range(1, len(places) + 1)),
            typed(put, "no idea"),
        )
        if not isinstance(one, Refusal)
    )
    return step(game, Answer("ida", 0, own), 100).game


def test_nothing_comes_from_elsewhere() -> None:
    """No page, style or script names another machine."""
    folder = Path(__file__).parents[3] / "quizzer" / "classroom" / "live" / "pages"
    files = [path for path in folder.iterdir() if path.suffix in (".html", ".css", ".js", ".svg")]
    assert files
    for path in files:
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http:" not in text, path
        assert "https:" not in text.replace('"https:"', ""), path
        assert "//cdn" not in text


def test_another_player_s_socket_hears_nothing_of_an_answer(tmp_path: Path) -> None:
    """Who answered, and what, goes to the host's count and to nobody else."""

    async def play() -> None:
        async with served(game_of(DrillMode.ACCURACY, "truth"), tmp_path) as drill:
            ida = await player(drill.port, CODE, "Ida")
            async with Wire(drill.port, "/play", await seat(drill.port, CODE, "Eva")) as eva:
                teacher = await host(drill.port, SECRET)
                await teacher.do("next")
                await eva.phase("asking")
                eva.frames.clear()
                await ida.answer(0, choice=[1])
                await teacher.until(lambda view: view["answered"] == 1)
                assert eva.frames == []
                await teacher.close()
            await ida.close()

    asyncio.run(play())
