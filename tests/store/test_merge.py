"""Merging is a union: commutative, associative, idempotent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.diagnostics import QuizzerError
from quizzer.store.merge import merge_into
from quizzer.store.store import Store
from tests.store.test_store import NOW, REVIEW, SITTING

# A history: which of nine reviews (three in each of three sittings) it has, and which it undid.
HISTORIES = st.tuples(st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)), st.integers(0, 3))


def build(path: Path, history: tuple[set[int], set[int], int]) -> Path:
    """Writes a history file."""
    reviews, undone, ended = history
    with Store(path) as store:
        for sitting in sorted({number // 3 for number in reviews}):
            store.begin(replace(SITTING, id=f"s{sitting}"))
            if ended:
                store.finish(f"s{sitting}", NOW + timedelta(hours=ended), f"reason {ended}")
        for number in sorted(reviews):
            at = NOW + timedelta(minutes=number)
            store.append(replace(REVIEW, id=f"r{number}", at=at, session_id=f"s{number // 3}"))
        for number in sorted(undone & reviews):
            store.undo(f"r{number}", NOW + timedelta(days=number + ended))
    return path


def contents(path: Path) -> tuple[object, ...]:
    """All that a history says."""
    with Store(path) as store:
        assert store.problems() == []
        return store.reviews(), store.sittings(), store.count()


def joined(folder: Path, name: str, *parts: tuple[set[int], set[int], int]) -> Path:
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
    a: tuple[set[int], set[int], int],
    b: tuple[set[int], set[int], int],
    c: tuple[set[int], set[int], int],
) -> None:
    """The order of merging and repeating it make no difference."""
    folder = tmp_path_factory.mktemp("merge")
    one = contents(joined(folder, "abc", a, b, c))
    assert contents(joined(folder, "cba", c, b, a)) == one
    assert contents(joined(folder, "bca", b, c, a)) == one
    assert contents(joined(folder, "twice", a, b, c, b, a)) == one


def test_the_other_history_is_left_alone(tmp_path: Path) -> None:
    """Merging reads it and no more, and says what it did."""
    other = build(tmp_path / "other.db", ({0, 1}, {1}, 1))
    before = contents(other)
    with Store(build(tmp_path / "mine.db", ({1, 2}, set(), 0))) as store:
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
    mine = build(tmp_path / "mine.db", ({1}, set(), 0))
    (tmp_path / "text.db").write_text("hello, this is not a database at all " * 30)
    with Store(mine) as store:
        assert "no such file" in refused(lambda: merge_into(store, tmp_path / "none.db"))
        assert "no history" in refused(lambda: merge_into(store, tmp_path / "text.db"))
        assert "same history" in refused(lambda: merge_into(store, mine))
        assert store.count() == 1
