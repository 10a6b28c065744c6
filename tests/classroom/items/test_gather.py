"""Answers of live and paper drills come together, each student's first answer counting."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from quizzer.classroom.items.gather import analyse_decks
from quizzer.classroom.records.model import LIVE, Answered, Asked, Drill, Seat
from quizzer.classroom.records.records import Records
from quizzer.quiz.model import Chosen
from tests.classroom.classroom import MAY, RIGHT, SEAS, class_of, sit

LATER = MAY + timedelta(days=7)


def live(records: Records, answers: dict[str, float], *, is_kicked: bool = False) -> None:
    """A live drill of the first question, in two rounds, and of the last, taken out again."""
    drill = Drill(id="live", deck=SEAS, origin=LIVE, mode="race", seed="s", started_at=LATER)
    asked = [
        Asked(drill_id="live", position=0, question_id="largest", options=("Pacific", "Arctic"),
              opened_at=LATER),
        Asked(drill_id="live", position=1, question_id="largest", options=("Pacific", "Arctic"),
              round=1, opened_at=LATER),
        Asked(drill_id="live", position=2, question_id="count", opened_at=LATER, is_skipped=True),
    ]  # fmt: skip
    students = {name: records.student("7b", name) for name in answers}
    records.save([drill, *asked])
    for name, credit in answers.items():
        student = students[name]
        assert student is not None
        records.save(
            [Seat(drill_id="live", student_id=student.id, joined_at=LATER, is_kicked=is_kicked)]
        )
        records.save(
            Answered(
                drill_id="live",
                student_id=student.id,
                position=position,
                response=Chosen(("Pacific" if credit else "Arctic",)),
                credit=credit,
                received_at=LATER,
            )
            for position in range(3)
        )


def test_paper_and_live_come_together(tmp_path: Path) -> None:
    """First answers count; second rounds and questions taken out do not."""
    with class_of(tmp_path) as records:
        sit(records, {"Ida": RIGHT, "Per": RIGHT | {"largest": "Arctic"}})
        live(records, {"Ida": 0.0, "Per": 1.0})
        (found,) = analyse_decks(records, records.drills())
    items = {item.question_id: item for item in found.analysis.items}
    assert [one.drill.origin for one in found.drills] == ["paper", "live"]
    assert items["largest"].n == 2
    assert items["largest"].p == 0.5
    assert {o.text: o.count for o in items["largest"].options}["Arctic"] == 1
    assert items["count"].n == 2


def test_who_was_sent_out_does_not_count(tmp_path: Path) -> None:
    """A kicked player's answers are left out."""
    with class_of(tmp_path) as records:
        sit(records, {"Ida": {}}, seed="other")
        live(records, {"Ida": 1.0}, is_kicked=True)
        only_live = [one for one in records.drills() if one.origin == LIVE]
        (found,) = analyse_decks(records, only_live)
    assert found.analysis.items == ()


def test_typed_answers_are_grouped(tmp_path: Path) -> None:
    """Capitals and spaces make no difference, and what counts as right is the key."""
    wrong = {"Ida": "Kola  hole", "Per": "kola hole", "Mo": "mariana trench"}
    with class_of(tmp_path) as records:
        sit(records, {name: {"deepest": words} for name, words in wrong.items()})
        (found,) = analyse_decks(records, records.drills())
    item = next(one for one in found.analysis.items if one.question_id == "deepest")
    assert {one.text: one.count for one in item.options} == {"Mariana Trench": 1, "kola hole": 2}


def test_the_newest_wording_is_shown(tmp_path: Path) -> None:
    """An edited stem keeps its answers, because ids stay."""
    edited = replace(
        SEAS,
        questions=tuple(
            replace(one, stem=f"{one.stem} Think!") if one.id == "largest" else one
            for one in SEAS.questions
        ),
    )
    with class_of(tmp_path) as records:
        sit(records, {"Ida": RIGHT})
        sit(records, {"Per": RIGHT}, seed="2", deck=edited, at=LATER)
        (found,) = analyse_decks(records, records.drills())
    question = found.deck.question("largest")
    assert question is not None
    assert question.stem.endswith("Think!")
    assert found.analysis.students == 2
