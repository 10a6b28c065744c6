"""Misses feed memory: due the day after the drill, in decks of the student's own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizzer.classroom.gradebook.marks import make_book
from quizzer.classroom.gradebook.memory import reviews_of
from quizzer.classroom.gradebook.misses import ToRepeat, to_repeat
from quizzer.classroom.gradebook.pages import student_page
from quizzer.classroom.gradebook.person import person_data
from quizzer.classroom.gradebook.pseudonyms import disguised_book, pseudonym
from quizzer.classroom.gradebook.scale import NAMED
from quizzer.deck.read import read_deck
from quizzer.deck.write import write_deck
from quizzer.memory.day import day_number
from quizzer.memory.model import Rating, Remembered
from quizzer.memory.replay import replay
from quizzer.memory.settings import Settings
from tests.classroom.classroom import MAY, RIGHT, SEAS, class_of, sit

SETTINGS = Settings(timezone=UTC)


def found_of(home: Path, *tests: dict[str, dict[str, str]]) -> list[ToRepeat]:
    """What everybody has to repeat after some tests, a day apart."""
    with class_of(home) as records:
        for number, answers in enumerate(tests):
            sit(records, answers, seed=str(number), at=MAY + timedelta(days=number))
        students = [row.student for row in make_book(records, records.drills()).rows]
        return to_repeat(records, records.drills(), students)


def test_what_was_not_right_in_the_end_is_to_be_repeated(tmp_path: Path) -> None:
    """A later right answer takes a question off the list, a later wrong one puts it on."""
    ida, per = found_of(
        tmp_path,
        {"Ida": {}, "Per": RIGHT},
        {"Ida": RIGHT, "Per": RIGHT | {"count": "4"}},
    )
    assert {miss.question.id for miss in ida.misses} == {"pairs"}
    assert {miss.question.id for miss in per.misses} == {"pairs", "count"}


def test_misses_are_due_tomorrow(tmp_path: Path) -> None:
    """The state of every missed card is due on the day after the drill, not before."""
    (ida,) = found_of(tmp_path, {"Ida": RIGHT | {"count": "4"}})
    reviews = reviews_of(ida, SETTINGS)
    states = replay(reviews, SETTINGS)
    tomorrow = day_number(MAY, UTC, SETTINGS.rollover_hour) + 1
    assert {key.question_id for key in states} == {"pairs", "count"}
    for state in states.values():
        assert isinstance(state, Remembered)
        assert state.due_day == tomorrow
    assert all(one.rating is Rating.AGAIN and one.origin == "classroom" for one in reviews)


def test_what_is_handed_out_twice_has_the_same_ids(tmp_path: Path) -> None:
    """So that merging a history again adds nothing."""
    (ida,) = found_of(tmp_path, {"Ida": {}})
    (again,) = found_of(tmp_path)
    assert reviews_of(ida, SETTINGS) == reviews_of(again, SETTINGS)


def test_decks_of_misses_keep_their_identity(tmp_path: Path) -> None:
    """Deck and question ids are the class's, and the deck can be read back."""
    (ida,) = found_of(tmp_path, {"Ida": RIGHT | {"count": "4"}})
    (deck,) = ida.decks()
    read = read_deck(write_deck(deck), "seas.yaml")
    assert read.deck == deck
    assert deck.id == SEAS.id
    assert [question.id for question in deck.questions] == ["pairs", "count"]


def test_a_page_shows_marks_and_right_answers(tmp_path: Path) -> None:
    """With what was answered, as text."""
    with class_of(tmp_path) as records:
        sit(records, {"<b>Ida</b>": {"deepest": "<i>Kola</i>"}})
        book = make_book(records, records.drills())
        row = book.rows[0]
        (found,) = to_repeat(records, records.drills(), [row.student])
    html = student_page(row, book, found, NAMED["letters"], UTC)
    assert "<title>&lt;b&gt;Ida&lt;/b&gt;</title>" in html
    assert "Right: <b>Mariana Trench</b>" in html
    assert "You answered: &lt;i&gt;Kola&lt;/i&gt;" in html
    assert "0 of 5" in html


def test_all_data_of_a_student_is_handed_over(tmp_path: Path) -> None:
    """Every answer with its question, and nothing of anybody else."""
    with class_of(tmp_path) as records:
        sit(records, {"Ida": RIGHT, "Per": {"deepest": "Per's words"}})
        student = records.student("7b", "Ida")
        assert student is not None
        data = person_data(records, student)
    (drill,) = data["drills"]
    assert data["name"] == "Ida"
    assert len(drill["answers"]) == 5
    assert drill["answers"][0]["right_answer"] == "Pacific"
    assert "Per" not in str(data)


def test_pseudonyms_are_stable_and_need_the_key(tmp_path: Path) -> None:
    """The same key, the same names; another key, others; no order of names is left."""
    with class_of(tmp_path) as records:
        sit(records, {f"Student {n:02}": RIGHT for n in range(30)})
        book = make_book(records, records.drills())
    one, again, other = (disguised_book(book, key) for key in (b"k" * 32, b"k" * 32, b"x" * 32))
    assert one == again
    names = [row.student.name for row in one.rows]
    assert names == sorted(names)
    assert len(set(names)) == 30
    assert not set(names) & {row.student.name for row in other.rows}
    ids = [row.student.id for row in one.rows]
    assert ids != [row.student.id for row in book.rows]
    assert pseudonym(ids[0], b"k" * 32) == names[0]


def test_a_drill_after_midnight_counts_for_the_study_day(tmp_path: Path) -> None:
    """What is answered before the day begins anew belongs to the day before."""
    late = datetime(2026, 5, 5, 1, tzinfo=UTC)
    with class_of(tmp_path) as records:
        sit(records, {"Ida": {}}, at=late)
        (row,) = make_book(records, records.drills()).rows
        (found,) = to_repeat(records, records.drills(), [row.student])
    day = day_number(MAY, UTC, SETTINGS.rollover_hour)
    assert {review.due_day for review in reviews_of(found, SETTINGS)} == {day + 1}
