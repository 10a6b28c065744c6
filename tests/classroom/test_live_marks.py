"""A live drill that was really played stands in the marks and in the item analysis."""

import asyncio
from datetime import UTC
from pathlib import Path

from quizzer.classroom.gradebook.marks import make_book
from quizzer.classroom.gradebook.memory import reviews_of
from quizzer.classroom.gradebook.misses import to_repeat
from quizzer.classroom.items.gather import analyse_decks
from quizzer.classroom.live.model import DrillMode
from quizzer.memory.settings import Settings
from tests.classroom.classroom import class_of
from tests.classroom.live.clients import host, player
from tests.classroom.live.material import game_of
from tests.classroom.live.serving import CODE, SECRET, served


async def play(folder: Path) -> None:
    """Ida gets both questions right; O'Brien is wrong, and then does not answer."""
    game = game_of(DrillMode.RACE, "key-zanzibarra", "typed-quillon")
    async with served(game, folder, class_name="7b") as drill:
        ida = await player(drill.port, CODE, "Ida")
        per = await player(drill.port, CODE, "O'Brien")
        teacher = await host(drill.port, SECRET)
        await teacher.do("next")
        view = await ida.phase("asking")
        right = view["question"]["options"].index("Zanzibarra")
        await ida.answer(0, choice=[right])
        await per.answer(0, choice=[(right + 1) % 3])
        await ida.phase("revealed")
        await teacher.do("next")
        await teacher.do("next")
        await ida.phase("asking")
        await ida.answer(1, typed="quillon")
        await teacher.do("close")
        await ida.phase("revealed")
        await teacher.do("next")
        await teacher.do("next")
        await teacher.do("end")
        for wire in (ida, per, teacher):
            await wire.close()


def test_a_race_counts_right_answers_and_not_speed(tmp_path: Path) -> None:
    """Two of two and none of two; what was missed is to be repeated; both stand in the items."""
    asyncio.run(asyncio.wait_for(play(tmp_path), 20))
    with class_of(tmp_path) as records:
        drills = records.drills()
        book = make_book(records, drills)
        found = to_repeat(records, drills, [row.student for row in book.rows])
        (analysis,) = analyse_decks(records, drills)
    marks = {row.student.name: [(m.points, m.of) for m in row.marks if m] for row in book.rows}
    assert marks == {"Ida": [(2, 2)], "O'Brien": [(0, 2)]}
    assert [len(one.misses) for one in found] == [0, 1]
    assert len(reviews_of(found[1], Settings(timezone=UTC))) == 1
    first, second = analysis.analysis.items
    assert (first.n, first.p, second.n, second.p) == (2, 0.5, 1, 1.0)
    assert {option.text: option.count for option in first.options}["Zanzibarra"] == 1
