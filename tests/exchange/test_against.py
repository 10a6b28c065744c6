"""What the dry run says, held against what an import into the same collection then does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.against import Fate, KnownNote, fate_of, fates_of, read_known
from quizzer.exchange.anki.export import anki_deck, notes_of
from quizzer.exchange.anki.ledger import FIRST, Ledger, read_ledger, write_ledger
from quizzer.exchange.anki.package import write_package
from quizzer.exchange.anki.rows import Timing
from tests.exchange.judge import bring_in, collection

THEN = datetime(2026, 1, 2, tzinfo=UTC)
# The judge stamps its own edits with the real clock, so an edit after them must lie ahead.
LATER = datetime.now(UTC) + timedelta(days=2)  # noqa: TID251
NAMES = ("same", "update", "keep", "conflict", "add")
BEFORE = Deck(
    id="d",
    title="D",
    questions=tuple(
        Question(id=name, stem=f"What is {name}?", answer=TextAnswer(name)) for name in NAMES[:-1]
    ),
)
AFTER = replace(
    BEFORE,
    questions=(
        BEFORE.questions[0],
        replace(BEFORE.questions[1], stem="Changed here?"),
        BEFORE.questions[2],
        replace(BEFORE.questions[3], stem="Changed here too?"),
        Question(id="add", stem="New?", answer=TextAnswer("yes")),
    ),
)


def test_the_dry_run_foretells_what_anki_does(tmp_path: Path) -> None:
    """Each fate is named, and Anki's own counts agree."""
    notes, ledger = notes_of(BEFORE, None, Ledger(), THEN)
    first = write_package([anki_deck(BEFORE, notes)], timing=Timing.fixed(UTC))
    with collection(tmp_path) as anki:
        bring_in(anki, first)
        for name in ("keep", "conflict"):
            note = anki.get_note(anki.find_notes(f"Identity:d/{name}")[0])
            note["Stem"] = "Edited in Anki"
            anki.update_note(note)
    again, _ = notes_of(AFTER, None, ledger, LATER)
    there = read_known(tmp_path / "collection.anki2", [note.guid for note in again])
    exported = {f"d/{name}": entry.changed for name, entry in ledger.entries.items()}
    fates = fates_of(again, there, exported)
    assert {name.removeprefix("d/"): fate.value for name, fate in fates.items()} == {
        name: name for name in NAMES
    }
    second = write_package([anki_deck(AFTER, again)], timing=Timing.fixed(UTC))
    with collection(tmp_path) as anki:
        log = bring_in(anki, second)
        assert (log["new"], log["updated"], log["duplicate"]) == (1, 2, 2)
        kept = anki.get_note(anki.find_notes("Identity:d/keep")[0])
        assert kept["Stem"] == "Edited in Anki"


def test_another_note_type_is_refused() -> None:
    """Anki leaves a note alone that it has under another type, and so do we say."""
    notes, _ = notes_of(BEFORE, None, Ledger(), THEN)
    there = KnownNote(notes[0].note_type + 1, FIRST, "", "")
    assert fate_of(notes[0], there, FIRST) is Fate.REFUSE


def test_what_is_no_collection_is_named(tmp_path: Path) -> None:
    """A missing file and a file of something else are errors of one line each."""
    with pytest.raises(QuizzerError, match="no such collection"):
        read_known(tmp_path / "none.anki2", [])
    (tmp_path / "text.anki2").write_text("no database")
    with pytest.raises(QuizzerError, match="no collection of Anki"):
        read_known(tmp_path / "text.anki2", [])


def test_the_ledger_comes_back_and_survives_damage() -> None:
    """What was written is read again; a damaged ledger counts as none."""
    _, ledger = notes_of(BEFORE, None, Ledger(), THEN)
    assert read_ledger(write_ledger(ledger)) == ledger
    for damage in ("", "[]", '{"questions": 3}', '{"questions": {"a": {"digest": 1}}}'):
        assert read_ledger(damage) == Ledger()


def test_a_time_is_that_of_the_change() -> None:
    """Exporting later without a change keeps the time; a lost ledger never makes a note newer."""
    notes, ledger = notes_of(BEFORE, None, Ledger(), THEN)
    assert {note.changed for note in notes} == {FIRST}
    again, _ = notes_of(BEFORE, None, ledger, LATER)
    assert [note.changed for note in again] == [note.changed for note in notes]
    changed, kept = notes_of(AFTER, None, ledger, LATER)
    assert changed[1].changed == int(LATER.timestamp())
    much_later, _ = notes_of(AFTER, None, kept, LATER + timedelta(days=9))
    assert much_later[1].changed == changed[1].changed
