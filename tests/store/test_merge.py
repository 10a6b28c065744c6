"""Merging is a union: commutative, associative, idempotent."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.diagnostics import QuizzerError
from quizzer.memory.model import CardKey
from quizzer.memory.settings import Settings
from quizzer.store.merge import Merged, merge_into
from quizzer.store.model import Event, EventKind
from quizzer.store.store import Store
from tests.store.test_cards import all_cards, expected
from tests.store.test_migrate import OLD
from tests.store.test_store import NOW, REVIEW, SITTING

SETTINGS = Settings()

History = tuple[set[int], set[int], int, set[int]]
"""Which of nine reviews (three in each of three sittings, of three cards) it has, which it undid,
how its sittings ended, and which decisions about the cards it has."""

HISTORIES = st.tuples(
    st.sets(st.integers(0, 8)),
    st.sets(st.integers(0, 8)),
    st.integers(0, 3),
    st.sets(st.integers(0, 15)),
)

DECIDED = [EventKind.BURY, EventKind.SUSPEND, EventKind.UNSUSPEND, EventKind.RENAME]


def decision(number: int) -> Event:
    """One of sixteen decisions, the same on every machine; some at the same instant."""
    kind = DECIDED[number % 4]
    to = f"deck/q{(number + 1) % 3}" if kind is EventKind.RENAME else ""
    card = CardKey("deck", f"q{number // 4 % 3}")
    at = NOW + timedelta(minutes=number // 3)
    return Event(id=f"{kind}:{number}", kind=kind, at=at, card=card, detail=to)


def build(path: Path, history: History) -> Path:
    """Writes a history file."""
    reviews, undone, ended, decided = history
    with Store(path) as store:
        for sitting in sorted({number // 3 for number in reviews}):
            store.begin(replace(SITTING, id=f"s{sitting}"))
            if ended:
                store.finish(f"s{sitting}", NOW + timedelta(hours=ended), f"reason {ended}")
        for number in sorted(reviews):
            at = NOW + timedelta(minutes=number)
            review = replace(REVIEW, id=f"r{number}", at=at, session_id=f"s{number // 3}")
            store.append(replace(review, card=CardKey("deck", f"q{number % 3}")))
        for number in sorted(undone & reviews):
            store.undo(f"r{number}", NOW + timedelta(days=number + ended))
            if ended == 2:
                store.redo(f"r{number}", NOW + timedelta(days=number))
        store.note([decision(number) for number in sorted(decided)])
        for number in sorted(decided & undone):
            store.undo(decision(number).id, NOW + timedelta(days=ended))
    return path


def contents(path: Path) -> tuple[object, ...]:
    """All that a history says."""
    with Store(path, lambda _: SETTINGS) as store:
        assert store.problems() == []
        assert all_cards(store) == expected(store, SETTINGS)
        cards = store.read("SELECT * FROM card")
        events = store.events(is_standing=False)
        return store.reviews(), store.sittings(), store.count(), events, store.renamed(), cards


def joined(folder: Path, name: str, *parts: History) -> Path:
    """The first history with the others merged into it, in order."""
    first = build(folder / f"{name}.db", parts[0])
    with Store(first) as store:
        for place, part in enumerate(parts[1:]):
            merge_into(store, build(folder / f"{name}-{place}.db", part))
    return first


@settings(max_examples=25, deadline=None)
@given(HISTORIES, HISTORIES, HISTORIES)
def test_merging_is_a_union(
    tmp_path_factory: pytest.TempPathFactory,
    a: History,
    b: History,
    c: History,
) -> None:
    """The order of merging and repeating it make no difference."""
    folder = tmp_path_factory.mktemp("merge")
    one = contents(joined(folder, "abc", a, b, c))
    assert contents(joined(folder, "cba", c, b, a)) == one
    assert contents(joined(folder, "bca", b, c, a)) == one
    assert contents(joined(folder, "twice", a, b, c, b, a)) == one


def test_the_other_history_is_left_alone(tmp_path: Path) -> None:
    """Merging reads it and no more, and says what it did."""
    other = build(tmp_path / "other.db", ({0, 1}, {1}, 1, {0, 3}))
    before = contents(other)
    with Store(build(tmp_path / "mine.db", ({1, 2}, set(), 0, {5}))) as store:
        merged = merge_into(store, other)
    assert (merged.added, merged.known) == (1, 1)
    assert contents(other) == before


def refused(make: Callable[[], object]) -> str:
    """The line of the refusal."""
    with pytest.raises(QuizzerError) as caught:
        make()
    return str(caught.value)


def test_what_cannot_be_merged_is_refused(tmp_path: Path) -> None:
    """Missing, foreign, or itself: one line, and nothing is added."""
    mine = build(tmp_path / "mine.db", ({1}, set(), 0, set()))
    (tmp_path / "text.db").write_text("hello, this is not a database at all " * 30)
    with Store(mine) as store:
        assert "no such file" in refused(lambda: merge_into(store, tmp_path / "none.db"))
        assert "no history" in refused(lambda: merge_into(store, tmp_path / "text.db"))
        assert "same history" in refused(lambda: merge_into(store, mine))
        assert store.count() == 1


def test_an_older_history_is_joined_without_being_changed(tmp_path: Path) -> None:
    """Its copy is upgraded, not the file, which may lie where nobody can write."""
    folder = tmp_path / "read only"
    folder.mkdir()
    other = folder / "history.db"
    shutil.copy(OLD / "history-1.db", other)
    before = other.read_bytes()
    with Store(tmp_path / "mine.db") as store:
        assert merge_into(store, other).added == 7
        assert merge_into(store, other) == Merged(added=0, known=7)
        assert len(store.reviews()) == 6
    assert other.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "merge" in path.name] == []
