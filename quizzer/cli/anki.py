"""The Anki side of `quizzer export`: a package on disk, a running Anki, or only the differences."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from quizzer.cli.anki_history import cards_of
from quizzer.cli.anki_records import load_imported, load_ledger, save_imported, save_ledger
from quizzer.cli.clock import now
from quizzer.cli.config import load_config
from quizzer.cli.history_file import open_history
from quizzer.cli.home import history_path
from quizzer.cli.output import print_json
from quizzer.deck.files import load_deck, save_bytes, source_text
from quizzer.deck.model import Deck
from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.against import MEANINGS, fates_of, read_known
from quizzer.exchange.anki.connect import ADDRESS, push_package
from quizzer.exchange.anki.export import anki_deck, notes_of
from quizzer.exchange.anki.identity import identity_of
from quizzer.exchange.anki.ledger import Ledger
from quizzer.exchange.anki.media import named_media, with_media
from quizzer.exchange.anki.notes import AnkiNote
from quizzer.exchange.anki.package import AnkiDeck, write_package
from quizzer.exchange.anki.progress import Progress
from quizzer.exchange.anki.rows import Timing
from quizzer.memory.model import Review
from quizzer.memory.settings import Settings

_TICK = (
    "In Anki: File > Import, tick 'Import any learning progress' and 'Import any deck presets',"
    " and switch FSRS on in the deck's options. Cards that Anki has already keep their schedule."
)
_IMPORT = "In Anki: File > Import. Progress and newer edits made there stay."


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Decks as Anki gets them; `before` and `after` are the ledgers around this export."""

    decks: tuple[Deck, ...]
    anki_decks: tuple[AnkiDeck, ...]
    before: tuple[Ledger, ...]
    after: tuple[Ledger, ...]
    media: Mapping[str, bytes]
    with_progress: bool

    @property
    def notes(self) -> list[AnkiNote]:
        """The notes of all decks."""
        return [note for deck in self.anki_decks for note in deck.notes]

    def package(self) -> bytes:
        """The bytes of the package."""
        common = load_config().common
        timing = Timing.fixed(common.timezone, common.rollover_hour)
        return write_package(self.anki_decks, self.media, timing=timing)

    def reviews(self) -> int:
        """How many reviews go along."""
        memories = [deck.progress for deck in self.anki_decks if deck.progress is not None]
        return sum(len(memory.reviews) for memory in memories)


def prepare(
    paths: list[Path], *, under: str, with_progress: bool, retention: float | None
) -> Prepared:
    """Reads decks, their ledgers and, if asked, the history; writes nothing.

    Raises:
        QuizzerError: a deck, its source or the history cannot be read.
    """
    latest = now()
    decks = [load_deck(path) for path in paths]
    settings = {deck.id: _settings(deck, retention) for deck in decks}
    memories = _memories(decks, settings) if with_progress else {}
    anki_decks, before, after = [], [], []
    media: dict[str, bytes] = {}
    for deck, path in zip(decks, paths, strict=True):
        known = load_ledger(deck.id)
        edited_at = min(latest, datetime.fromtimestamp(path.stat().st_mtime, UTC))
        notes, kept = notes_of(deck, source_text(deck, path), known, edited_at)
        names = _add_media(deck, path, media)
        notes = [with_media(note, names) for note in notes]
        before.append(known)
        after.append(kept)
        anki_decks.append(anki_deck(deck, notes, under=under, progress=memories.get(deck.id)))
    return Prepared(
        decks=tuple(decks),
        anki_decks=tuple(anki_decks),
        before=tuple(before),
        after=tuple(after),
        media=media,
        with_progress=with_progress,
    )


def _settings(deck: Deck, retention: float | None) -> Settings:
    settings = load_config().of(deck.id)
    return settings if retention is None else replace(settings, retention=retention)


def save(prepared: Prepared, target: Path) -> None:
    """Writes the package and says what to do with it."""
    save_bytes(target, prepared.package())
    _keep_ledgers(prepared)
    click.echo(f"{target}: {_counts(prepared)}.")
    click.echo(_TICK if prepared.with_progress else _IMPORT)


def push(prepared: Prepared, address: str, key: str) -> None:
    """Lets a running Anki import the package and says what came of it."""
    where = address or ADDRESS
    with TemporaryDirectory(prefix="quizzer-") as folder:
        package = Path(folder) / "quizzer.apkg"
        package.write_bytes(prepared.package())
        ids = [deck.id for deck in prepared.decks]
        pushed = push_package(package, ids, address=where, key=key)
    _keep_ledgers(prepared)
    added = pushed.after - pushed.before
    click.echo(f"Anki: {_counts(prepared)} handed over, {added} of them new.")
    if prepared.with_progress:
        click.echo("Switch FSRS on in the deck's options. Cards that Anki had keep their schedule.")


def print_fates(prepared: Prepared, collection: Path, as_json: bool) -> None:
    """Says what an import into `collection` would do, note by note where something changes."""
    notes = prepared.notes
    there = read_known(collection, (note.guid for note in notes))
    exported = {
        identity_of(deck.id, name): entry.changed
        for deck, ledger in zip(prepared.decks, prepared.before, strict=True)
        for name, entry in ledger.entries.items()
    }
    fates = fates_of(notes, there, exported)
    if as_json:
        for identity, fate in fates.items():
            print_json({"note": identity, "fate": fate.value})
        return
    for fate, count in sorted(Counter(fates.values()).items()):
        click.echo(f"{fate.value:9}{count:6}  {MEANINGS[fate]}")
    for identity, fate in fates.items():
        if fate.value not in ("add", "same"):
            click.echo(f"  {fate.value}: {identity}")


def _counts(prepared: Prepared) -> str:
    notes = len(prepared.notes)
    text = f"{notes} note{'' if notes == 1 else 's'}"
    return f"{text}, {prepared.reviews()} reviews" if prepared.with_progress else text


def _memories(decks: list[Deck], settings: dict[str, Settings]) -> dict[str, Progress]:
    """The learner's memory of each deck, by its id."""
    if not history_path().exists():
        return {name: Progress(states={}, reviews=(), settings=settings[name]) for name in settings}
    reviews: dict[str, list[Review]] = {deck.id: [] for deck in decks}
    with open_history() as store:
        for review in store.reviews(learner=""):
            reviews.get(review.card.deck_id, []).append(review)
        cards = {deck.id: cards_of(store, deck.id) for deck in decks}
    return {
        deck.id: Progress(
            states={card.key.question_id: card.state for card in cards[deck.id]},
            reviews=reviews[deck.id],
            settings=settings[deck.id],
            suspended=frozenset(
                card.key.question_id for card in cards[deck.id] if card.is_suspended
            ),
        )
        for deck in decks
    }


def _add_media(deck: Deck, deck_path: Path, media: dict[str, bytes]) -> dict[str, str]:
    """Reads the media that the deck names; their names in Anki go by the paths in the deck."""
    folder = deck_path.resolve().parent
    names = {}
    for path in named_media(deck):
        file = (folder / path).resolve()
        if not file.is_relative_to(folder) or not file.is_file():
            hint = "put the file beside the deck, or correct its path"
            raise QuizzerError.at(str(deck_path), f"there is no medium {path}", hint, "X104")
        content = file.read_bytes()
        name = unicodedata.normalize("NFC", file.name)
        if media.setdefault(name, content) != content:
            hint = "rename one of them"
            message = f"two media are called {name}"
            raise QuizzerError.at(str(deck_path), message, hint, "X103")
        names[unicodedata.normalize("NFC", path)] = name
    return names


def _keep_ledgers(prepared: Prepared) -> None:
    exported = zip(
        prepared.decks, prepared.anki_decks, prepared.before, prepared.after, strict=True
    )
    for deck, anki, before, after in exported:
        save_ledger(deck.id, after)
        # Anki takes a schedule with the card and never later, so only then it knows of these.
        fresh = after.entries.keys() - before.entries.keys()
        suspended = fresh & (anki.progress.suspended if anki.progress else frozenset())
        if suspended:
            imported = load_imported(deck.id)
            save_imported(deck.id, imported.after((), (), imported.suspended | suspended))
