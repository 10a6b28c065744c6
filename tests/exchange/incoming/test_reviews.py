"""Anki's log becomes ours by Anki's own rules, and what came from here is known again."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from anki.collection import Card, Collection
from hypothesis import given
from hypothesis import strategies as st

from quizzer.exchange.anki.incoming.collection import Entry
from quizzer.exchange.anki.incoming.reviews import CardLog, card_log
from quizzer.exchange.anki.incoming.sittings import as_sittings
from quizzer.exchange.anki.progress import milliseconds
from quizzer.memory.day import day_number
from quizzer.memory.model import CardKey, Rating, Remembered, Review
from quizzer.memory.replay import replay
from quizzer.memory.settings import Settings
from tests.exchange.incoming.author import add_note, export, read
from tests.exchange.judge import collection

KEY = CardKey("d", "q")
NOW = datetime.now(UTC)  # noqa: TID251 - the judge answers by the real clock
DAY_MS = 86_400_000
START_MS = milliseconds(NOW) - 100 * DAY_MS


def day_of(instant: datetime) -> int:
    """Study days in UTC."""
    return day_number(instant, UTC)


def joined(entries: Sequence[Entry], known: Sequence[Review] = (), *, old: bool = False) -> CardLog:
    """What the entries add to the known reviews."""
    return card_log(
        KEY,
        entries,
        known,
        uses_old_buttons=old,
        latest=NOW + timedelta(days=1),
        day_of=day_of,
    )


def entry(day: int, ease: int, kind: int, *, interval: int = 1, factor: int = 2500) -> Entry:
    """An entry at noon, some days after the start."""
    return Entry(START_MS + day * DAY_MS, 1, ease, interval, factor, 4200, kind)


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    with collection(tmp_path) as opened:
        opened.set_config("fsrs", True)
        add_note(opened, "Basic", ["Who?", "Ida"])
        yield opened


def only_card(anki: Collection) -> Card:
    """The one card of the collection."""
    return anki.get_card(anki.find_cards("")[0])


def answer(anki: Collection, *ratings: int) -> None:
    """Answers the one card with the program's own scheduler."""
    for rating in ratings:
        card = only_card(anki)
        card.start_timer()
        states = anki._backend.get_scheduling_states(card.id)
        built = anki.sched.build_answer(card=card, states=states, rating=rating - 1)  # type: ignore[arg-type]
        anki.sched.answer_card(built)


def log_of(anki: Collection) -> list[Entry]:
    """The log as we read it from an export."""
    with tempfile.TemporaryDirectory() as folder:
        return read(export(anki, Path(folder)))[0].log


def test_what_is_answered_in_anki_arrives(anki: Collection) -> None:
    """Ratings, instants and durations, one by one."""
    answer(anki, 1, 3, 3, 4)
    log = joined(log_of(anki))
    rows = anki.db.all("select id, ease from revlog order by id")
    assert [(milliseconds(one.at), int(one.rating)) for one in log.reviews] == [
        tuple(row) for row in rows
    ]
    assert {one.origin for one in log.reviews} == {"anki"}
    assert [one.verdict for one in log.reviews] == ["wrong", "right", "right", "right"]


def test_the_state_is_ankis_and_the_day_too(anki: Collection) -> None:
    """Replaying the joined log gives Anki's memory state and its due day."""
    answer(anki, 3, 3)
    card = only_card(anki)
    assert card.type == 2
    with tempfile.TemporaryDirectory() as folder:
        found, gathered = read(export(anki, Path(folder)))
    (log,) = gathered.decks[0].log.values()
    (due,) = gathered.decks[0].due.values()
    assert due == card.due
    state = replay(joined(log).reviews, Settings())[KEY]
    assert isinstance(state, Remembered)
    theirs = anki.compute_memory_state(card.id)
    assert state.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert state.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)
    assert state.due_day - state.last_day == card.ivl
    assert found.created == anki.crt


def test_rescheduling_is_no_review(anki: Collection) -> None:
    """Setting a due date by hand adds an entry to Anki's log, and none to ours."""
    answer(anki, 4)
    anki.sched.set_due_date([only_card(anki).id], "17")
    log = joined(log_of(anki))
    assert [int(one.rating) for one in log.reviews] == [4]
    assert log.left_out == ("rescheduled",)
    assert log.forgotten == ()


def test_a_card_that_was_reset_begins_anew(anki: Collection) -> None:
    """What was answered before counts no more, and stays in the log all the same."""
    answer(anki, 4)
    anki.sched.schedule_cards_as_new([only_card(anki).id])
    answer(anki, 3)
    log = joined(log_of(anki))
    assert [int(one.rating) for one in log.reviews] == [4, 3]
    assert [identity for identity, _ in log.forgotten] == [log.reviews[0].id]


def test_learning_after_reviewing_is_a_new_beginning() -> None:
    """Older programs noted no reset."""
    log = joined([entry(0, 3, 0), entry(1, 3, 1), entry(9, 3, 0), entry(10, 3, 1)])
    assert [identity for identity, _ in log.forgotten] == [one.id for one in log.reviews[:2]]


def test_practice_and_oddities_are_left_out_by_name() -> None:
    """Cramming that changed nothing, rows without a rating, clocks that were wrong."""
    log = joined(
        [
            entry(0, 3, 0),
            entry(1, 2, 3, factor=0),
            entry(2, 2, 3),
            entry(3, 9, 1),
            entry(4, 0, 5),
            entry(500, 3, 1),
            Entry(12, 1, 3, 1, 2500, 0, 1),
        ]
    )
    assert [int(one.rating) for one in log.reviews] == [3, 2]
    assert sorted(log.left_out) == [
        *("impossible time", "impossible time", "no rating", "practice", "rescheduled")
    ]


def test_three_buttons_of_old_are_read_as_such() -> None:
    """While learning, the second button was Good and the third Easy."""
    entries = [entry(0, 1, 0), entry(1, 2, 0), entry(2, 3, 0), entry(3, 2, 1), entry(4, 3, 2)]
    assert [int(one.rating) for one in joined(entries, old=True).reviews] == [1, 3, 4, 2, 4]
    assert [int(one.rating) for one in joined(entries).reviews] == [1, 2, 3, 2, 3]


def test_an_interval_in_days_is_noted_as_the_day() -> None:
    """Learning steps have none."""
    log = joined([entry(0, 1, 0, interval=-600), entry(1, 3, 1, interval=12)])
    first, second = log.reviews
    assert first.due_day is None
    assert second.due_day == day_of(second.at) + 12


ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(0, 90),
        st.integers(0, 5),
        st.integers(0, 5),
        interval=st.integers(-9999, 99),
        factor=st.sampled_from([0, 2500]),
    ),
    max_size=12,
    unique_by=lambda one: one.at_ms,
)


@given(ENTRIES, st.data())
def test_nothing_joins_twice(entries: list[Entry], data: st.DataObject) -> None:
    """Whatever came before, all of it or a part, a second time adds nothing."""
    part = data.draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
    first = joined(part).reviews
    second = joined(entries, first).reviews
    third = joined(entries, [*first, *second])
    assert third.reviews == ()
    assert len({one.id for one in (*first, *second)}) == len(first) + len(second)
    assert {one.id for one in (*first, *second)} == {one.id for one in joined(entries).reviews}


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Rating)), max_size=8), st.data())
def test_reviews_from_here_are_known_when_they_come_back(
    plan: list[tuple[int, Rating]], data: st.DataObject
) -> None:
    """Also where several were made in one instant, and their ids had to be moved on."""
    ours = [
        Review(
            id=f"r{number}",
            card=KEY,
            at=NOW - timedelta(days=50 - day, microseconds=data.draw(st.integers(0, 999))),
            rating=rating,
            verdict="right",
            response="",
            duration_ms=1,
            mode="type",
            options=0,
            scheduler="fsrs-6",
            session_id="s",
            origin="quiz",
        )
        for number, (day, rating) in enumerate(plan)
    ]
    taken: set[int] = set()
    entries = []
    for review in sorted(ours, key=lambda one: (one.at, one.id)):
        at_ms = milliseconds(review.at)
        while at_ms in taken:
            at_ms += 1
        taken.add(at_ms)
        entries.append(Entry(at_ms, 1, int(review.rating), 1, 2500, 1, 1))
    made_there = Entry(milliseconds(NOW), 1, 3, 1, 2500, 1, 1)
    log = joined([*entries, made_there], ours)
    assert [milliseconds(one.at) for one in log.reviews] == [made_there.at_ms]
    assert log.known == len(ours)


def test_sittings_are_one_a_day_and_deck() -> None:
    """Their ids are the same at the next import."""
    reviews = joined(
        [entry(0, 3, 0), entry(1, 3, 1), entry(1, 3, 1)._replace(at_ms=START_MS + DAY_MS + 5)]
    )
    found = as_sittings(reviews.reviews, day_of)
    assert [len(members) for _, members in found] == [1, 2]
    assert found == as_sittings(reversed(reviews.reviews), day_of)
    assert {one.session_id for one in found[1][1]} == {found[1][0].id}
