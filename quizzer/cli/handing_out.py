"""Hands out to each student what was missed: decks, a package for Anki, a history to merge."""

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from quizzer.classroom.gradebook.misses import ToRepeat
    from quizzer.classroom.records.model import Student
    from quizzer.memory.model import Review
    from quizzer.memory.settings import Settings


def hand_out(folder: Path, found: "Sequence[ToRepeat]", timezone: "tzinfo") -> None:
    """Writes a folder for everybody who missed something, and says what to do with it."""
    from quizzer.cli.progress import progress  # noqa: PLC0415
    from quizzer.memory.settings import Settings  # noqa: PLC0415

    settings = Settings(timezone=timezone)
    names = folder_names([one.student for one in found])
    missing = [one for one in found if one.misses]
    with progress("Handing out") as step:
        for number, one in enumerate(missing, start=1):
            _write(folder / names[one.student.id], one, settings)
            step(number, len(missing))
    click.echo(f"{folder}: {len(missing)} of {len(found)} students have something to repeat.")
    if missing:
        click.echo(
            "Each folder has decks, misses.apkg for Anki, and history.db. A student copies the"
            " decks\nand runs quizzer merge history.db; the misses are due the day after the drill."
        )


def folder_names(students: "Sequence[Student]") -> dict[str, str]:
    """A safe file name for each student, by id; who shares one gets a number."""
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for student in students:
        composed = unicodedata.normalize("NFC", student.name)
        safe = re.sub(r"[^\w-]+", "-", composed).strip("-")[:60] or "student"
        count = taken[safe.casefold()] = taken.get(safe.casefold(), 0) + 1
        names[student.id] = safe if count == 1 else f"{safe}-{count}"
    return names


def _write(folder: Path, found: "ToRepeat", settings: "Settings") -> None:
    from quizzer.classroom.gradebook.memory import reviews_of  # noqa: PLC0415
    from quizzer.deck.files import save_bytes, save_text  # noqa: PLC0415
    from quizzer.deck.write import write_deck  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    reviews = reviews_of(found, settings)
    for deck in found.decks():
        name = re.sub(r"[^\w-]+", "-", deck.id).strip("-") or "deck"
        save_text(folder / f"{name}.yaml", write_deck(deck))
    save_bytes(folder / "misses.apkg", _package(found, reviews, settings))
    _write_history(folder / "history.db", found, reviews)


def _package(found: "ToRepeat", reviews: "Sequence[Review]", settings: "Settings") -> bytes:
    from quizzer.exchange.anki.export import anki_deck, notes_of  # noqa: PLC0415
    from quizzer.exchange.anki.ledger import Ledger  # noqa: PLC0415
    from quizzer.exchange.anki.package import write_package  # noqa: PLC0415
    from quizzer.exchange.anki.progress import Progress  # noqa: PLC0415
    from quizzer.exchange.anki.rows import Timing  # noqa: PLC0415
    from quizzer.memory.replay import replay  # noqa: PLC0415

    decks, at = [], max(review.at for review in reviews)
    for deck in found.decks():
        own = [review for review in reviews if review.card.deck_id == deck.id]
        states = replay(own, settings)
        memory = Progress(
            states={card.question_id: state for card, state in states.items()},
            reviews=own,
            settings=settings,
        )
        notes, _ = notes_of(deck, None, Ledger({}), at)
        decks.append(anki_deck(deck, notes, progress=memory))
    return write_package(decks, timing=Timing.fixed(settings.timezone))


def _write_history(path: Path, found: "ToRepeat", reviews: "Sequence[Review]") -> None:
    from quizzer.classroom.gradebook.memory import SITTING, sitting_id  # noqa: PLC0415
    from quizzer.store.model import Sitting  # noqa: PLC0415
    from quizzer.store.store import Store  # noqa: PLC0415

    # Made anew each time: what was handed out before may hold misses that were corrected since.
    path.unlink(missing_ok=True)
    with Store(path) as store:
        store.begin(
            Sitting(
                id=sitting_id(found),
                origin=SITTING,
                started_at=reviews[0].at,
                decks=tuple(deck.id for deck in found.decks()),
            )
        )
        store.append_all(reviews)
        store.finish(sitting_id(found), reviews[-1].at, "handed out")
