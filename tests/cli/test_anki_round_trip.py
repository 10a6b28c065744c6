"""A deck goes to Anki, is reviewed and edited there by the official program, and comes back."""

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.notes import Note

from quizzer.deck.files import load_deck
from quizzer.deck.model import NumberAnswer
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.store.model import Sitting
from quizzer.store.store import Store
from tests.cli.test_make import quizzer
from tests.exchange.incoming.author import add_note, export
from tests.exchange.judge import bring_in, collection

DECK = """\
# Trees of our garden
format: 1
id: garden   # keep it
title: A garden
questions:
# The first one we planted
- id: planter
  stem: Who planted the oak?   # asked often
  answer: Ada Marl
  tags: [people]
- id: height
  stem: How tall is the oak?
  answer: {number: 12, unit: metres}
  distractors: [9, 15]   # the elms

- id: seed
  stem: The oak grew from an ____.
  answer: acorn
- id: sea
  stem: "What is this? ![the sea](media/sea.png)"
  answer: the sea
"""
NAMES = ("planter", "height", "seed", "sea")
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """A folder with the deck, its picture and some answers in the history."""
    (tmp_path / "garden.yaml").write_text(DECK)
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "sea.png").write_bytes(b"\x89PNG sea")
    (tmp_path / "home").mkdir()
    with Store(tmp_path / "home" / "history.db") as store:
        store.begin(Sitting(id="s", origin="quiz", started_at=BEGIN, decks=("garden",)))
        for number, name in enumerate(NAMES):
            # Two fall into one millisecond, which Anki's log cannot hold.
            store.append(answer(name, BEGIN + timedelta(microseconds=number), number))
    return tmp_path


def answer(name: str, at: datetime, number: int) -> Review:
    """An answer of the quiz."""
    return Review(
        id=f"r{number}",
        card=CardKey("garden", name),
        at=at,
        rating=Rating.GOOD,
        verdict="right",
        response="",
        duration_ms=4200,
        mode="type",
        options=0,
        scheduler="fsrs-6",
        session_id="s",
        origin="quiz",
    )


def to_anki(folder: Path, anki: Collection) -> None:
    """Exports with progress, and imports as a user does."""
    done = quizzer(folder, "export", "garden.yaml", "--progress", "-o", "garden.apkg")
    assert done.returncode == 0, done.stderr
    bring_in(anki, (folder / "garden.apkg").read_bytes(), progress=True)


def back(folder: Path, anki: Collection, *arguments: str, form: str = "apkg") -> str:
    """Exports from Anki and imports here; gives what was printed."""
    target = folder / "from-anki"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    path = export(anki, target, form)
    done = quizzer(folder, "import", str(path), *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode() + done.stderr.decode()


def note_of(anki: Collection, name: str) -> Note:
    """The note of a question."""
    return anki.get_note(anki.find_notes(f"Identity:garden/{name}")[0])


def edit(anki: Collection, name: str, **fields: str) -> None:
    """Changes fields as the browser does."""
    note = note_of(anki, name)
    for field, text in fields.items():
        note[field] = text
    anki.update_note(note)


def log(folder: Path) -> list[Review]:
    """The standing reviews here."""
    with Store(folder / "home" / "history.db") as store:
        return store.reviews()


@pytest.mark.parametrize("form", ["apkg", "legacy apkg", "colpkg", "anki2"])
def test_the_round_trip_loses_nothing(garden: Path, form: str) -> None:
    """Untouched, nothing changes here; edited and reviewed there, exactly that arrives, once."""
    with collection() as anki:
        to_anki(garden, anki)
        before = log(garden)
        printed = back(garden, anki, form=form)
        assert "nothing to change" in printed
        assert (garden / "garden.yaml").read_text() == DECK
        assert log(garden) == before
        edit(anki, "planter", Stem="Who planted the <b>old</b> oak?", Explanation="In 1960.")
        edit(
            anki, "height", Options="<li data-key>12 metres</li><li>8 metres</li><li>15 metres</li>"
        )
        edit(anki, "seed", Text="The oak grew from a {{c1::small acorn}}.")
        note = note_of(anki, "sea")
        note.tags = [*note.tags, "leech", "water"]
        anki.update_note(note)
        card = anki.get_card(note_of(anki, "planter").card_ids()[0])
        card.start_timer()
        anki.sched.answerCard(card, 1)
        printed = back(garden, anki, "--yes", form=form)
        assert "4 edits" in printed
        assert "1 review joined your history" in printed
        text = (garden / "garden.yaml").read_text()
        expected = (
            DECK.replace(
                "Who planted the oak?   # asked often\n  answer: Ada Marl\n",
                "Who planted the old oak?   # asked often\n  answer: Ada Marl\n"
                "  explanation: In 1960.\n",
            )
            .replace("distractors: [9, 15]   # the elms", "distractors: [8, 15]   # the elms")
            .replace("from an ____", "from a ____")
            .replace("answer: acorn", "answer: small acorn")
            .replace("answer: the sea\n", "answer: the sea\n  tags: [water]\n")
        )
        assert text == expected
        assert len(log(garden)) == len(before) + 1
        assert (log(garden)[-1].origin, int(log(garden)[-1].rating)) == ("anki", 1)
        printed = back(garden, anki, form=form)
        assert "nothing to change" in printed
        assert "reviews joined" not in printed or "0 reviews joined" in printed
        assert (garden / "garden.yaml").read_text() == expected
        # And out again: Anki has all of it already.
        quizzer(garden, "export", "garden.yaml", "-o", "again.apkg")
        counts = bring_in(anki, (garden / "again.apkg").read_bytes())
        assert (counts["new"], counts["updated"]) == (0, 0)
        assert quizzer(garden, "check", "garden.yaml").returncode == 0


def test_edits_are_shown_and_asked_for(garden: Path) -> None:
    """Without a yes nothing is written; the diff is there to be read."""
    with collection() as anki:
        to_anki(garden, anki)
        edit(anki, "planter", Stem="Who?")
        printed = back(garden, anki)
        assert "-  stem: Who planted the oak?   # asked often" in printed
        assert "+  stem: Who?   # asked often" in printed
        assert "run it again with --yes" in printed
        assert (garden / "garden.yaml").read_text() == DECK
        target = garden / "from-anki" / "deck.apkg"
        done = quizzer(garden, "import", str(target), data=b"y\n")
        assert b"1 edit" in done.stdout
        assert "stem: Who?" in (garden / "garden.yaml").read_text()


def test_the_later_edit_stands(garden: Path) -> None:
    """Edited on both sides, the side that was edited last wins, and it is said."""
    with collection() as anki:
        to_anki(garden, anki)
        edit(anki, "planter", Stem="Edited in Anki?")
        text = DECK.replace("Who planted the oak?", "Edited here?")
        (garden / "garden.yaml").write_text(text)
        later = 4_000_000_000
        os.utime(garden / "garden.yaml", (later, later))
        printed = back(garden, anki, "--yes")
        assert "planter: edited on both sides, here later; it stays" in printed
        assert (garden / "garden.yaml").read_text() == text
        os.utime(garden / "garden.yaml", (1_500_000_000, 1_500_000_000))
        back(garden, anki, "--yes")
        assert "Edited in Anki?" in (garden / "garden.yaml").read_text()


def test_an_edit_here_is_not_undone_by_an_old_note(garden: Path) -> None:
    """What Anki still has from before is no edit."""
    with collection() as anki:
        to_anki(garden, anki)
        text = DECK.replace("Who planted the oak?", "Edited here?")
        (garden / "garden.yaml").write_text(text)
        assert "nothing to change" in back(garden, anki)
        assert (garden / "garden.yaml").read_text() == text


def test_a_note_added_in_anki_becomes_a_question_of_the_deck(garden: Path) -> None:
    """Of any type, in the deck that ours are in; a second time it is known."""
    with collection() as anki:
        to_anki(garden, anki)
        name = anki.media.write_data("elm tree.png", b"\x89PNG elm")
        add_note(anki, "Basic", ["And this?", f'an elm <img src="{name}">'], deck="A garden")
        printed = back(garden, anki, "--yes")
        assert "1 new question" in printed
        deck = load_deck(garden / "garden.yaml")
        assert deck.questions[-1].stem == "And this?"
        assert (garden / "media" / "elm_tree.png").read_bytes() == b"\x89PNG elm"
        assert "# The first one we planted" in (garden / "garden.yaml").read_text()
        assert "nothing to change" in back(garden, anki, "--yes")


def test_a_lost_deck_can_be_had_from_anki(garden: Path) -> None:
    """Questions, options, media and reviews, under the same ids."""
    with collection() as anki:
        to_anki(garden, anki)
        before = load_deck(garden / "garden.yaml")
        reviews = log(garden)
        shutil.rmtree(garden / "home")
        shutil.rmtree(garden / "media")
        (garden / "garden.yaml").unlink()
        back(garden, anki)
        deck = load_deck(garden / "garden.yaml")
        assert [one.id for one in deck.questions] == [one.id for one in before.questions]
        assert [one.stem for one in deck.questions] == [one.stem for one in before.questions]
        assert isinstance(before.questions[1].answer, NumberAnswer)
        assert set(deck.questions[1].distractors) == {"9 metres", "15 metres"}
        assert (garden / "media" / "sea.png").read_bytes() == b"\x89PNG sea"
        found = log(garden)
        assert [(one.card, one.rating) for one in found] == [
            (one.card, one.rating) for one in reviews
        ]


def test_an_answer_taken_back_does_not_return(garden: Path) -> None:
    """Undone here after the export, it stays undone."""
    with collection() as anki:
        to_anki(garden, anki)
        quizzer(garden, "undo")
        before = log(garden)
        back(garden, anki)
        assert log(garden) == before


def test_a_reset_in_anki_counts_here(garden: Path) -> None:
    """The card begins anew; what was answered stays in the log, marked."""
    with collection() as anki:
        to_anki(garden, anki)
        anki.sched.schedule_cards_as_new(note_of(anki, "planter").card_ids())
        printed = back(garden, anki)
        assert "1 review of cards reset in Anki count no more" in printed
        assert "planter" not in {one.card.question_id for one in log(garden)}


def test_the_dry_run_agrees_with_a_collection_that_was_edited(garden: Path, tmp_path: Path) -> None:
    """Before and after the way back: keep and conflict, then the same on both sides."""
    folder = tmp_path / "anki"
    folder.mkdir()
    with collection(folder) as anki:
        to_anki(garden, anki)
        edit(anki, "planter", Stem="Edited in Anki?")
        path = anki.path
        anki.close()
        dry = ("export", "garden.yaml", "--dry-run", "--against", path, "--json")
        fates = [json.loads(line) for line in quizzer(garden, *dry).stdout.splitlines()]
        assert [one["fate"] for one in fates] == ["keep", "same", "same", "same"]
        anki.reopen(after_full_sync=False)
        back(garden, anki, "--yes")
        anki.close()
        fates = [json.loads(line) for line in quizzer(garden, *dry).stdout.splitlines()]
        assert [one["fate"] for one in fates] == ["same"] * 4
        anki.reopen(after_full_sync=False)


def suspended(folder: Path) -> list[str]:
    """What is left out of study here."""
    done = quizzer(folder, "suspend")
    assert done.returncode == 0, done.stderr
    return [line for line in done.stdout.decode().splitlines() if "/" in line]


def suspend_there(anki: Collection, name: str, *, end: bool = False) -> None:
    """Suspends or calls back as the browser does."""
    ids = note_of(anki, name).card_ids()
    if end:
        anki.sched.unsuspend_cards(ids)
    else:
        anki.sched.suspend_cards(ids)


def test_suspensions_go_both_ways(garden: Path) -> None:
    """Suspended here, so there; what was changed there since is changed here, and nothing else."""
    quizzer(garden, "suspend", "garden/sea", "garden/seed")
    with collection() as anki:
        to_anki(garden, anki)
        there = (anki.get_card(card).note() for card in anki.find_cards("is:suspended"))
        assert {note["Identity"] for note in there} == {"garden/sea", "garden/seed"}
        assert "suspended" not in back(garden, anki)
        suspend_there(anki, "planter")
        suspend_there(anki, "sea", end=True)
        printed = back(garden, anki)
        assert "1 question suspended as in Anki" in printed
        assert "1 question called back as in Anki" in printed
        assert suspended(garden) == ["garden/planter", "garden/seed"]
        # A decision made here since is not undone by what Anki still has.
        quizzer(garden, "suspend", "garden/planter", "--end")
        quizzer(garden, "suspend", "garden/height")
        back(garden, anki)
        assert suspended(garden) == ["garden/height", "garden/seed"]
