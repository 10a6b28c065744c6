"""The log keeps every answer, takes back by marks, and refuses what it can't use in one line."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.diagnostics import QuizzerError
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.store.model import Sitting
from quizzer.store.store import Store
from quizzer.store.tables import MIGRATIONS

NOW = datetime(2025, 3, 18, 12, 30, 0, 123456, tzinfo=UTC)
SITTING = Sitting(id="s1", origin="quiz", started_at=NOW, decks=("a.yaml",))
REVIEW = Review(
    id="r1",
    card=CardKey("deck", "question"),
    at=NOW,
    rating=Rating.GOOD,
    verdict="right",
    response="175",
    duration_ms=1200,
    mode="type",
    options=0,
    scheduler="fsrs-6",
    session_id="s1",
    origin="quiz",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a history may be made."""
    return tmp_path / "home" / "history.db"


def test_what_was_added_is_there_in_another_process_view(path: Path) -> None:
    """A second connection sees a review as soon as append has returned."""
    with Store(path) as store, Store(path) as other:
        store.begin(SITTING)
        store.append(REVIEW)
        assert other.reviews() == [REVIEW]
        assert other.sittings()[0].reviews == (REVIEW,)


reviews = st.builds(
    replace,
    st.just(REVIEW),
    at=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    rating=st.sampled_from(Rating),
    response=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    duration_ms=st.integers(0, 10**9),
    confidence=st.none() | st.integers(1, 4),
)


@given(st.lists(reviews, max_size=5))
def test_a_review_comes_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, given: list[Review]
) -> None:
    """Instants to the microsecond, texts to the letter, in the order of time."""
    numbered = [replace(review, id=f"r{number}") for number, review in enumerate(given)]
    with Store(tmp_path_factory.mktemp("log") / "history.db") as store:
        store.begin(SITTING)
        store.append_all(numbered)
        assert store.reviews() == sorted(numbered, key=lambda review: (review.at, review.id))


def test_undo_takes_back_and_deletes_nothing(path: Path) -> None:
    """A retracted review is gone from every view and still in the file."""
    with Store(path) as store:
        store.begin(SITTING)
        store.append(REVIEW)
        store.undo("r1", NOW)
        store.undo("r1", NOW)
        assert store.reviews() == []
    assert sqlite3.connect(path).execute("SELECT count(*) FROM review").fetchone() == (1,)


def test_reviews_of_a_card_or_a_learner(path: Path) -> None:
    """The views filter by what they are asked for."""
    other = replace(REVIEW, id="r2", card=CardKey("deck", "question", "Ida"))
    with Store(path) as store:
        store.begin(SITTING)
        store.append_all([REVIEW, other])
        assert store.reviews(card=other.card) == [other]
        assert store.reviews(learner="") == [REVIEW]


def test_a_taken_id_is_refused_and_nothing_of_the_batch_stays(path: Path) -> None:
    """All or none."""
    with Store(path) as store:
        store.begin(SITTING)
        store.append(REVIEW)
        with pytest.raises(QuizzerError):
            store.append_all([replace(REVIEW, id="r2"), REVIEW])
        assert store.reviews() == [REVIEW]


def test_sittings_come_newest_first_and_know_their_end(path: Path) -> None:
    """A sitting that was left has no end; a finished one has."""
    later = replace(SITTING, id="s2", started_at=NOW + timedelta(hours=1))
    with Store(path) as store:
        store.begin(SITTING)
        store.begin(later)
        store.finish("s1", NOW, "done")
        newest, oldest = store.sittings()
        assert (newest.sitting, newest.ended_at) == (later, None)
        assert (oldest.sitting, oldest.ended_at, oldest.reason) == (SITTING, NOW, "done")
        assert [past.sitting for past in store.sittings(limit=1)] == [later]
        assert store.sittings(origin="study") == []


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    """Four connections that write at the same time all get their turn."""
    with Store(path) as store:
        store.begin(SITTING)

        def write(writer: int) -> None:
            with Store(path) as own:
                for number in range(25):
                    own.append(replace(REVIEW, id=f"{writer}-{number}"))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(write, range(4)))
        assert len(store.reviews()) == 100
        assert store.problems() == []


def refusal(path: Path) -> str:
    """The one line with which a history is refused."""
    with pytest.raises(QuizzerError) as caught:
        Store(path)
    (diagnostic,) = caught.value.diagnostics
    return str(diagnostic)


def test_an_older_history_is_brought_up_to_date_and_kept_as_it_was(path: Path) -> None:
    """Its answers come over, and a copy of the older file lies beside it."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    for statement in MIGRATIONS[0].statements:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    connection.execute("INSERT INTO sitting VALUES ('s1', 'quiz', '', 0, '[]', '{}')")
    connection.execute(
        "INSERT INTO review VALUES"
        " (1, 'r1', 'deck', 'question', '', 0, 3, 'right', '175', 9, 'type', 0, 'fsrs-6', 's1',"
        " 'quiz')"
    )
    connection.commit()
    connection.close()
    with Store(path) as store:
        (review,) = store.reviews()
        store.append(replace(REVIEW, id="r2", confidence=4))
        assert [one.confidence for one in store.reviews()] == [None, 4]
    assert review.response == "175"
    assert path.with_name(f"history.db.before-{MIGRATIONS[-1].version}").is_file()


def test_a_newer_history_is_refused_unchanged(path: Path) -> None:
    """An old program must not write into what it does not understand."""
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    assert "newer quizzer" in refusal(path)
    assert path.read_bytes() == before


def test_another_file_is_refused(path: Path) -> None:
    """A file that is no database is named as such and left alone."""
    path.parent.mkdir()
    path.write_bytes(b"not a database at all, but long enough to look like one " * 20)
    assert "no history of quizzer" in refusal(path)


def test_a_folder_in_the_way_is_refused(path: Path) -> None:
    """A folder at the place of the file is one line too."""
    path.mkdir(parents=True)
    assert "cannot be opened" in refusal(path)


def test_a_damaged_history_is_refused_with_a_remedy(path: Path) -> None:
    """Pages overwritten in the middle are found, by opening or by the check."""
    with Store(path) as store:
        store.begin(SITTING)
        store.append_all(
            [replace(REVIEW, id=f"r{number}", response="x" * 500) for number in range(200)]
        )
        store.copy_to(path.with_name("copy.db"))
    copy = path.with_name("copy.db")
    data = bytearray(copy.read_bytes())
    data[8192 : len(data) - 8192] = os.urandom(len(data) - 16384)
    copy.write_bytes(data)
    found = []
    try:
        with Store(copy) as store:
            found = store.problems()
    except QuizzerError as error:
        found = [str(error)]
    assert found


def test_a_copy_is_a_history(path: Path) -> None:
    """The online backup opens and holds the same reviews."""
    with Store(path) as store:
        store.begin(SITTING)
        store.append(REVIEW)
        store.copy_to(path.with_name("copy.db"))
    with Store(path.with_name("copy.db")) as copy:
        assert copy.reviews() == [REVIEW]


def test_a_full_disk_is_one_line_and_loses_nothing(small_disk: Path) -> None:
    """What was acknowledged is there; what was not says that there is no room."""
    path = small_disk / "history.db"
    acknowledged: list[str] = []

    def fill(store: Store) -> None:
        for number in range(2000):
            store.append(replace(REVIEW, id=f"r{number}", response="x" * 400))
            acknowledged.append(f"r{number}")

    with Store(path) as store:
        store.begin(SITTING)
        with pytest.raises(QuizzerError, match="disk is full"):
            fill(store)
    with Store(path) as again:
        assert {review.id for review in again.reviews()} == set(acknowledged)
        assert again.problems() == []
