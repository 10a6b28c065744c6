"""From marked sheets to marks, hand-outs and deletion, as a teacher types it."""

import json
from pathlib import Path

import pytest

from tests.classroom.classroom import TEXT
from tests.cli.test_make import quizzer

ANSWERS = "student,form,1,2,3,4,5\nIda Moe,A,A,A,A,A,A\n=1+1,B,A,B,A,B,A\n\x1b[31mRed,A,,,,,\n"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A folder in which class 7b has sat a test."""
    (tmp_path / "seas.yaml").write_text(TEXT)
    (tmp_path / "answers.csv").write_text(ANSWERS)
    options = ("--forms", "2", "--class", "7b", "--date", "2026-05-04")
    marked = quizzer(tmp_path, "mark", "seas.yaml", "answers.csv", *options)
    assert marked.returncode == 0, marked.stderr
    assert b"Recorded: 3 sheets of class 7b." in marked.stdout
    return tmp_path


def test_marks_in_the_terminal(school: Path) -> None:
    """A row a student, names that steer a terminal made harmless."""
    shown = quizzer(school, "grades", "--class", "7b")
    assert shown.returncode == 0, shown.stderr
    text = shown.stdout.decode()
    assert "1: 2026-05-04 7b, Seas & <oceans> (paper)" in text
    assert "Ida Moe" in text
    assert "\x1b" not in text


def test_everything_into_files(school: Path) -> None:
    """Tables, pages, hand-outs; the marks themselves are then not printed."""
    files = ("--csv", "m.csv", "--xlsx", "m.xlsx", "--pages", "pages", "--misses", "misses")
    done = quizzer(school, "grades", *files)
    assert done.returncode == 0, done.stderr
    assert (school / "m.csv").read_text("utf-8-sig").startswith("class,student,2026-05-04 Seas")
    assert (school / "m.xlsx").read_bytes().startswith(b"PK")
    assert {path.name for path in (school / "pages").iterdir()} == {
        *("Ida-Moe.html", "1-1.html", "31mRed.html"),
    }
    assert sorted(path.name for path in (school / "misses" / "Ida-Moe").iterdir()) == [
        *("history.db", "misses.apkg", "seas.yaml"),
    ]


def test_what_was_missed_is_due_at_home(school: Path) -> None:
    """A student merges the history that was handed out, twice, and has the misses to study."""
    assert quizzer(school, "grades", "--misses", "misses").returncode == 0
    ida = school / "misses" / "Ida-Moe"
    first = quizzer(ida, "merge", "history.db")
    again = quizzer(ida, "merge", "history.db")
    count = (ida / "seas.yaml").read_text().count("- id:")
    assert f"{count} answers added" in first.stdout.decode()
    assert "0 answers added" in again.stdout.decode()
    # The test was on 4 May 2026, long ago for the clock: all of it is due.
    due = json.loads(quizzer(ida, "due", "--json").stdout)
    assert due["seas"]["due"] == count


def test_pseudonyms_are_the_same_each_time(school: Path) -> None:
    """And no name is left in any output."""
    first = quizzer(school, "grades", "--pseudonyms", "--json", "--misses", "m", "--pages", "p")
    again = quizzer(school, "grades", "--pseudonyms", "--json")
    names = [json.loads(line)["student"] for line in again.stdout.splitlines()]
    assert [json.loads(line)["student"] for line in first.stdout.splitlines()[-3:]] == names
    for path in school.rglob("*"):
        if path.is_file() and {"m", "p"} & set(path.relative_to(school).parts):
            assert b"Ida" not in path.read_bytes()
            assert "Ida" not in path.name


def test_handing_over_and_forgetting(school: Path) -> None:
    """One command gives all data of a student, one deletes it, and then there is none."""
    given = quizzer(school, "grades", "--student", "ida moe", "--export", "ida.json")
    assert given.returncode == 0, given.stderr
    assert json.loads((school / "ida.json").read_text())["name"] == "Ida Moe"
    (school / "ida.json").unlink()
    asked = quizzer(school, "forget", "Ida Moe")
    assert asked.returncode == 130
    done = quizzer(school, "forget", "Ida Moe", "--yes")
    assert done.returncode == 0, done.stderr
    assert b": deleted" in done.stdout
    gone = quizzer(school, "grades", "--student", "Ida Moe")
    assert gone.returncode == 1
    assert b"there is no student 'Ida Moe'" in gone.stderr
    (school / "answers.csv").unlink()
    assert not [p for p in school.rglob("*") if p.is_file() and b"Ida Moe" in p.read_bytes()]


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        (("grades", "--class", "7c"), 1, "no drill was of the class '7c'; there is 7b"),
        (("grades", "--deck", "lakes"), 1, "no drill was of the deck 'lakes'; there is seas"),
        (("grades", "--student", "Ida Mo"), 1, "did you mean 'Ida Moe'?"),
        (("grades", "--scale", "A:5"), 1, "from at most 100 to 0"),
        (("grades", "--export", "x.json"), 2, "--export needs --student"),
        (("forget", "Nobody", "--yes"), 1, "there is no student 'Nobody'"),
        (("mark", "seas.yaml", "answers.csv", "--forms", "2", "--class", " "), 2, "needs a name"),
        (("items", "lakes"), 1, "no drill was of the deck 'lakes'"),
    ],
)
def test_mistakes(school: Path, command: tuple[str, ...], code: int, message: str) -> None:
    """One line that says what to do."""
    done = quizzer(school, *command)
    assert done.returncode == code
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_before_the_first_drill(tmp_path: Path) -> None:
    """An empty school is told how to begin."""
    done = quizzer(tmp_path, "grades")
    assert done.returncode == 1
    assert b"there is no drill yet; run one with quizzer drill" in done.stderr


def test_items_for_people_and_programs(school: Path) -> None:
    """The table, the page and JSON from one call each."""
    shown = quizzer(school, "items", "--html", "items.html")
    assert shown.returncode == 0, shown.stderr
    assert b"Seas & <oceans>: 3 students, 5 questions" in shown.stdout
    assert (school / "items.html").read_text().startswith("<!doctype html>")
    entry = json.loads(quizzer(school, "items", "seas", "--json").stdout)
    ids = {one["question_id"] for one in entry["items"]}
    assert ids == {"largest", "salt", "deepest", "pairs", "count"}
    assert entry["drills"][0]["reliability"]["name"] in ("KR-20", "alpha")
