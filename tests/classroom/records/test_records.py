"""The classroom's log keeps what a drill was, and each answer once."""

import json
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.records.model import Answered, Asked, Drill, Seat, Student, folded_name
from quizzer.classroom.records.records import Records
from quizzer.classroom.records.rows import (
    answer_row,
    asked_row,
    drill_row,
    read_answer,
    read_asked,
    read_drill,
    read_response,
    read_seat,
    response_json,
    seat_row,
)
from quizzer.deck.model import Deck, Question, Span, TextAnswer
from quizzer.diagnostics import QuizzerError
from quizzer.quiz.model import Chosen, Rated, Skipped, Typed
from quizzer.quiz.passages import Passage
from tests.deck.strategies import DECKS

NOW = datetime(2025, 3, 18, 12, 30, 0, 123456, tzinfo=UTC)
DECK = Deck(
    id="moon",
    title="The Moon",
    questions=(Question(id="who", stem="Who?", answer=TextAnswer("Armstrong")),),
)
DRILL = Drill(
    id="d1",
    code="ABCDE",
    deck=DECK,
    passages={"who": (Passage("It was Armstrong.", Span(0, 17), (Span(7, 16),)),)},
    origin="live",
    mode="accuracy",
    class_name="7b",
    seed="s",
    settings='{"time": 30}',
    host_hash="h",
    started_at=NOW,
)
IDA = Student(id="ida", class_name="7b", name="Ida")
SEAT = Seat(drill_id="d1", student_id="ida", token_hash="t", team="Red", joined_at=NOW)
ASKED = Asked(
    drill_id="d1", position=0, question_id="who", options=("Armstrong", "Collins"), opened_at=NOW
)
ANSWER = Answered(
    drill_id="d1",
    student_id="ida",
    position=0,
    response=Chosen(("Armstrong",)),
    credit=1.0,
    points=1,
    elapsed_ms=1200,
    received_at=NOW,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a log may be made."""
    return tmp_path / "home" / "classroom.sqlite3"


def begun(path: Path) -> Records:
    """A log with one drill, one student and one question."""
    records = Records(path)
    records.save([DRILL, IDA, SEAT, ASKED])
    return records


def test_what_was_saved_comes_back(path: Path) -> None:
    """A drill, its seats, questions and answers are there for another connection."""
    with begun(path) as records, Records(path) as other:
        records.save([ANSWER])
        assert other.drills() == [DRILL]
        assert other.drill("d1") == DRILL
        assert other.drill("d2") is None
        assert other.student("7b", " IDA ") == IDA
        assert other.student("7c", "Ida") is None
        assert other.students("d1") == {"ida": IDA}
        assert other.seats("d1") == [SEAT]
        assert other.asked("d1") == [ASKED]
        assert other.answers("d1") == [ANSWER]


def test_the_first_answer_stands(path: Path) -> None:
    """An answer that is sent again, changed or not, changes nothing."""
    with begun(path) as records:
        records.save([ANSWER, replace(ANSWER, credit=0.5)])
        records.save([replace(ANSWER, response=Chosen(("Collins",)), credit=0.0, points=0)])
        assert records.answers("d1") == [ANSWER]


def test_a_revision_takes_the_place_of_an_answer(path: Path) -> None:
    """A corrected sheet overwrites, and what was not there before is added."""
    revised = replace(ANSWER, response=Chosen(("Collins",)), credit=0.0, points=0)
    with begun(path) as records:
        records.revise([ANSWER])
        records.revise([revised])
        assert records.answers("d1") == [revised]


def test_a_name_is_enrolled_once_in_its_class(path: Path) -> None:
    """The same name in other capitals is the same student, in another class another one."""
    with begun(path) as records, Records(path) as other:
        assert other.enrol(replace(IDA, id="new", name="IDA ")) == IDA
        moved = replace(IDA, id="new", class_name="8a")
        assert records.enrol(moved) == moved
        assert other.student("8a", "ida") == moved


def test_seats_questions_and_drills_change_in_place(path: Path) -> None:
    """A kick, a close and an end are written over what was there, with answers hanging on it."""
    kicked = replace(SEAT, is_kicked=True, team="Blue", extra_time=1.5)
    closed = replace(ASKED, closed_at=NOW + timedelta(seconds=20), elapsed_ms=20_000)
    ended = replace(DRILL, ended_at=NOW + timedelta(hours=1))
    with begun(path) as records:
        records.save([ANSWER])
        records.save([kicked, closed, ended])
        assert records.seats("d1") == [kicked]
        assert records.asked("d1") == [closed]
        assert records.drills() == [ended]
        assert records.answers("d1") == [ANSWER]


def test_drills_come_newest_first_and_by_class_and_origin(path: Path) -> None:
    """What marks and item analysis ask for."""
    later = replace(DRILL, id="d2", origin="paper", started_at=NOW + timedelta(days=1))
    other = replace(DRILL, id="d3", class_name="", started_at=NOW - timedelta(days=1))
    with Records(path) as records:
        records.save([DRILL, later, other])
        assert [drill.id for drill in records.drills()] == ["d2", "d1", "d3"]
        assert [drill.id for drill in records.drills(class_name="7b")] == ["d2", "d1"]
        assert [drill.id for drill in records.drills(origin="live")] == ["d1", "d3"]


@pytest.mark.parametrize(
    "bad",
    [
        replace(ANSWER, credit=1.5),
        replace(ANSWER, credit=-0.1),
        replace(ANSWER, position=7),
        replace(ANSWER, student_id="nobody"),
        replace(SEAT, drill_id="none"),
        replace(SEAT, extra_time=0.5),
        replace(IDA, id="other", name="IDA"),
    ],
)
def test_what_cannot_be_is_refused_with_its_whole_batch(
    path: Path, bad: Answered | Seat | Student
) -> None:
    """A credit above one, an answer to nothing, a second Ida: nothing of the batch stays."""
    with begun(path) as records:
        with pytest.raises(QuizzerError):
            records.save([ANSWER, bad])
        assert records.answers("d1") == []


def test_what_was_saved_survives_a_kill(path: Path) -> None:
    """A process that is killed right after `save` returned has lost nothing."""
    begun(path).close()
    script = f"""
import os, signal
from dataclasses import replace
from pathlib import Path
from quizzer.classroom.records.records import Records
from tests.classroom.records.test_records import ANSWER
records = Records(Path({str(path)!r}))
records.save([ANSWER])
os.kill(os.getpid(), signal.SIGKILL)
"""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=root)
    assert done.returncode == -signal.SIGKILL
    with Records(path) as records:
        assert records.answers("d1") == [ANSWER]


def test_a_newer_log_is_refused(path: Path) -> None:
    """As every file of a newer quizzer."""
    Records(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(QuizzerError, match="newer quizzer"):
        Records(path)


times = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
texts = st.text(max_size=20)
responses = st.one_of(
    st.builds(Typed, texts),
    st.builds(Chosen, st.lists(texts, max_size=4).map(tuple)),
    st.builds(Rated, st.booleans()),
    st.just(Skipped()),
)


@given(responses)
def test_a_response_comes_back(response: Typed | Chosen | Rated | Skipped) -> None:
    """Whatever was typed, half a surrogate pair included; the JSON is plain ASCII."""
    text = response_json(response)
    assert text.isascii()
    json.loads(text)
    assert read_response(text) == response


@given(DECKS, times, st.none() | times)
def test_a_drill_comes_back(deck: Deck, started: datetime, ended: datetime | None) -> None:
    """The snapshot of any deck is read as it was."""
    drill = replace(DRILL, deck=deck, started_at=started, ended_at=ended)
    assert read_drill(drill_row(drill)) == drill


@given(times, st.none() | times, st.lists(texts).map(tuple), st.booleans(), responses)
def test_rows_come_back(
    one: datetime,
    other: datetime | None,
    options: tuple[str, ...],
    flag: bool,
    response: Typed | Chosen | Rated | Skipped,
) -> None:
    """Seats, asked questions and answers are the same after a round trip."""
    seat = replace(SEAT, joined_at=one, is_kicked=flag)
    asked = replace(ASKED, opened_at=one, closed_at=other, options=options, is_skipped=flag)
    answer = replace(ANSWER, received_at=one, response=response)
    assert read_seat(seat_row(seat)) == seat
    assert read_asked(asked_row(asked)) == asked
    assert read_answer(answer_row(answer)) == answer


@given(st.text(max_size=10))
def test_folding_a_name_twice_is_folding_it_once(name: str) -> None:
    """Capitals and spaces make no difference, and neither does folding again."""
    assert folded_name(folded_name(name)) == folded_name(name)
    assert folded_name(f"  {name} ") == folded_name(name)
