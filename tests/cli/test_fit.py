"""Fitting and moving days on a real history file: what is noted, shown, and taken back."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizzer.cli import main
from quizzer.cli.history_file import open_history
from quizzer.memory.fsrs import DEFAULT_PARAMETERS
from quizzer.store.model import Sitting
from tests.memory.learners import LEARNERS, answers_of

pytest.importorskip("fsrs_rs_python")


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A history of a learner who forgets fast."""
    monkeypatch.setenv("QUIZZER_HOME", str(tmp_path))
    with open_history() as store:
        start = datetime(2025, 1, 1, tzinfo=UTC)
        store.begin(Sitting(id="s", origin="study", started_at=start, decks=()))
        store.append_all(answers_of(LEARNERS["forgets fast"], seed=1, cards=300))
    return tmp_path


def called(*arguments: str) -> str:
    """What a command prints; it must exit with 0."""
    done = CliRunner().invoke(main.root, list(arguments))
    assert done.exit_code == 0, done.output
    return done.output


def parameters() -> tuple[float, ...]:
    """The parameters in force."""
    with open_history() as store:
        return store.cache.settings_of("deck").parameters


def due_days() -> dict[str, int]:
    """The day of every card."""
    with open_history() as store:
        with store.transaction():
            store.cache.rebuild("", "deck")
        rows = store.read("SELECT question_id, due_day FROM card WHERE due_day IS NOT NULL")
        return dict(rows)


def test_a_fit_is_shown_taken_undone_and_reset(history: Path) -> None:
    """Nothing is noted by a dry run; undo and reset lead back to the defaults."""
    assert "To take it: quizzer fit" in called("fit", "--dry-run")
    assert parameters() == DEFAULT_PARAMETERS
    assert "in force" in called("fit")
    fitted = parameters()
    assert fitted != DEFAULT_PARAMETERS
    assert "fitted parameters" in called("undo")
    assert parameters() == DEFAULT_PARAMETERS
    called("redo")
    assert parameters() == fitted
    called("fit", "--reset")
    assert parameters() == DEFAULT_PARAMETERS


def test_json_holds_both_scores(history: Path) -> None:
    """For programs: before, after, gain, and whether it is in force."""
    shown = json.loads(called("fit", "--dry-run", "--json"))
    assert shown["after"]["log_loss"] < shown["before"]["log_loss"]
    assert (shown["is_taken"], shown["is_in_force"]) == (True, False)
    assert len(shown["parameters"]) == 21


def test_rescheduling_moves_only_when_told_and_goes_back_exactly(history: Path) -> None:
    """A dry run first; --undo gives every card its earlier day."""
    called("fit")
    before = due_days()
    assert "quizzer reschedule --yes" in called("reschedule")
    assert due_days() == before
    assert "Moved." in called("reschedule", "--yes")
    after = due_days()
    assert after != before
    assert "Taken back" in called("reschedule", "--undo")
    assert due_days() == before
    assert "no rescheduling" in called("reschedule", "--undo")


def test_an_empty_history_says_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A next step instead of a table of nothing."""
    monkeypatch.setenv("QUIZZER_HOME", str(tmp_path))
    assert "quizzer study" in called("fit")
    assert "Every card" in called("reschedule")
