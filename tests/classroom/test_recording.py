"""Marked sheets stand in the classroom's log like the answers of a live drill."""

from datetime import timedelta
from pathlib import Path

from quizzer.quiz.model import Chosen, Skipped, Typed
from tests.classroom.classroom import MAY, RIGHT, SEAS, class_of, sit


def test_a_sheet_is_recorded_whatever_its_form(tmp_path: Path) -> None:
    """Positions are those of the deck, responses are options and words."""
    with class_of(tmp_path) as records:
        done = sit(records, {"Ida": RIGHT, "Per": RIGHT | {"largest": "Arctic", "salt": ""}})
        (drill,) = records.drills()
        students = {one.name: one.id for one in records.students(drill.id).values()}
        answers = {(one.student_id, one.position): one for one in records.answers(drill.id)}
    assert (drill.origin, drill.mode, drill.class_name) == ("paper", "exam", "7b")
    assert drill.deck == SEAS
    assert not done.is_again
    assert not done.left
    ida, per = students["Ida"], students["Per"]
    assert answers[ida, 0].response == Chosen(("Pacific",))
    assert answers[ida, 0].credit == 1
    assert answers[per, 0].response == Chosen(("Arctic",))
    assert answers[per, 1].response == Skipped()
    assert answers[per, 2].response == Typed("Mariana Trench")
    assert answers[ida, 3].credit == 0


def test_marking_again_corrects(tmp_path: Path) -> None:
    """The same test of the same class is one drill; who is missing now is named, not lost."""
    with class_of(tmp_path) as records:
        sit(records, {"Ida": {}, "Per": RIGHT})
        done = sit(records, {"ida ": RIGHT}, at=MAY + timedelta(days=1))
        (drill,) = records.drills()
        credits = [a.credit for a in records.answers(drill.id)]
    assert done.is_again
    assert done.left == ("Per",)
    assert sum(credits) == 2 * len(RIGHT)


def test_another_seed_or_class_is_another_test(tmp_path: Path) -> None:
    """Nothing is overwritten by what is not the same test."""
    with class_of(tmp_path) as records:
        for class_name, seed in (("7b", "1"), ("7b", "2"), ("7c", "1")):
            sit(records, {"Ida": RIGHT}, class_name=class_name, seed=seed)
        assert len(records.drills()) == 3
