"""`quizzer study --exam`: asks by the plan, and shows what to expect to people and programs."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from quizzer.cli import clock
from tests.cli.person import Person
from tests.cli.test_make import quizzer
from tests.cli.test_study import DECK

SOON = (clock.now() + timedelta(days=20)).date().isoformat()
SIBLINGS = DECK.replace("distractors", "evidence: [0, 9], distractors")


def test_the_plan_is_told_and_then_asked(tmp_path: Path) -> None:
    """Lines say what to expect with and without it; the questions follow at once."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "study", "colors.yaml", "--exam", SOON, "--plain", data=b"1\n\n1\n\n")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode().splitlines()
    assert "you would recall 0 of 2; after these 2 today" in lines[0]
    assert lines[1].startswith("With 40 a day until then: ")
    assert "by ordinary scheduling" in lines[2]
    assert any("Which color is" in line for line in lines)


def test_the_plan_as_json_asks_nothing(tmp_path: Path) -> None:
    """Every figure has a name, every day until the exam is there, and nothing is logged."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "study", "colors.yaml", "--exam", SOON, "-n", "1", "--json")
    plan = json.loads(done.stdout)
    assert (plan["exam"], plan["cards"], plan["a_day"], plan["without"]) == (SOON, 2, 1, 0)
    assert [one["deck_id"] for one in plan["reviews"]] == ["d"]
    assert len(plan["days"]) == 20
    assert 0 < plan["after_today"] < plan["days"][-1]["by_plan"] <= 2
    assert json.loads(quizzer(tmp_path, "due", "colors.yaml", "--json").stdout)["d"]["new"] == 2


def test_the_plan_as_a_page(tmp_path: Path) -> None:
    """The page has the curve and the questions of today; beside JSON, words go elsewhere."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(
        tmp_path, "study", "colors.yaml", "--exam", SOON, "--html", "plan.html", "--json"
    )
    json.loads(done.stdout)
    assert b"plan.html: the plan for" in done.stderr
    page = (tmp_path / "plan.html").read_text("utf-8")
    assert "<svg" in page
    assert "Which color is the sky?" in page


@pytest.mark.parametrize("option", ["--json", "--html=plan.html"])
def test_without_an_exam_there_is_no_plan(tmp_path: Path, option: str) -> None:
    """The call is at fault, and says what to add."""
    done = quizzer(tmp_path, "study", option)
    assert done.returncode == 2
    assert b"add --exam DATE" in done.stderr


@pytest.mark.parametrize("when", ["tomorrow", "2020-02-02", "2026-02-30"])
def test_an_exam_is_on_a_coming_day(tmp_path: Path, when: str) -> None:
    """Anything else is refused in a line."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "study", "colors.yaml", "--exam", when, "--plain")
    assert done.returncode == 1
    assert b"write a coming day, as 2" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_siblings_are_asked_on_different_days(tmp_path: Path) -> None:
    """One would give the other away, before an exam too."""
    (tmp_path / "colors.yaml").write_text(SIBLINGS)
    done = quizzer(tmp_path, "study", "colors.yaml", "--exam", SOON, "--json")
    assert len(json.loads(done.stdout)["reviews"]) == 1


@pytest.mark.parametrize("columns", [90, 40])
def test_on_a_terminal_the_curve_waits_for_a_key(tmp_path: Path, columns: int) -> None:
    """It can be looked at before the questions take the screen; any key but Enter leaves."""
    (tmp_path / "colors.yaml").write_text(DECK)
    person = Person(tmp_path, columns=columns, rows=30)
    person.sits_down("study", "colors.yaml", "--exam", SOON)
    person.sees("another key leaves")
    person.sees("o this plan")
    person.presses("\r")
    person.sees("Which color is")
    person.presses("q")
    person.leaves()
