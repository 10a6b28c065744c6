"""What the options of a quiz promise, line by line and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_make import quizzer

COUNT = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck of true statements of two kinds."""
    lines = ["format: 1", "id: facts", "title: Facts", "questions:"]
    for number in range(COUNT):
        kind = "date" if number % 2 else "place"
        lines.append(
            f"- {{id: q{number}, stem: Number {number} is a number., answer: true, kind: {kind}}}"
        )
    (tmp_path / "facts.yaml").write_text("\n".join(lines))
    return tmp_path


def result(folder: Path, *arguments: str, data: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of a quiz."""
    done = quizzer(folder, "quiz", "facts.yaml", "--json", *arguments, data=data.encode())
    return done.returncode, json.loads(done.stdout)


def test_below_the_pass_mark_the_exit_code_is_4(folder: Path) -> None:
    """And 0 at it or above."""
    code, made = result(folder, "-n", "4", "--pass-mark", "75%", data="t\nt\nf\nf\n\n")
    assert (code, made["passed"], made["share"]) == (4, False, 0.5)
    code, made = result(folder, "-n", "4", "--pass-mark", "75%", data="t\nt\nt\nf\n\n")
    assert (code, made["passed"]) == (0, True)


def test_an_adaptive_quiz_stops_when_the_score_is_clear(folder: Path) -> None:
    """Who knows everything is not asked everything."""
    code, made = result(folder, "--adaptive", data="t\n" * COUNT)
    assert code == 0
    assert made["ended"] == "sure"
    assert 8 <= made["asked"] < COUNT


def test_missed_ones_come_again_and_leave_the_score_alone(folder: Path) -> None:
    """The second tries stand apart in the answers."""
    _, made = result(folder, "-n", "3", "--retry", data="t\nf\nf\nt\nt\n\n")
    assert (made["asked"], made["right"]) == (3, 1)
    assert [answer["retry"] for answer in made["answers"]] == [False] * 3 + [True] * 2


def test_calibration_says_how_often_each_level_was_right(folder: Path) -> None:
    """Sure and right, unsure and wrong; also over a resumed quiz."""
    _, made = result(folder, "-n", "3", "--confidence", data="t\n4\nf\n1\n:q\n")
    assert made["left"] == 1
    done = quizzer(folder, "quiz", "--resume", "--json", data=b"t\n4\n\n")
    assert json.loads(done.stdout)["calibration"] == [
        {"confidence": "a guess", "asked": 1, "right": 0},
        {"confidence": "certain", "asked": 2, "right": 2},
    ]


def test_the_score_is_told_by_kind(folder: Path) -> None:
    """Each kind by itself."""
    _, made = result(folder, "--seed", "1", data="t\n" * COUNT)
    assert made["by_kind"] == {
        kind: {"asked": COUNT // 2, "right": COUNT // 2, "score": COUNT // 2}
        for kind in ("date", "place")
    }


def test_only_the_wanted_kinds_are_asked(folder: Path) -> None:
    """`--kinds` chooses."""
    _, made = result(folder, "--kinds", "date", data="")
    assert made["left"] == COUNT // 2
