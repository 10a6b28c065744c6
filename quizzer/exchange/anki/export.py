"""A deck becomes an Anki deck: its notes, and what the ledger has to remember of them."""

from collections.abc import Sequence
from datetime import datetime

from quizzer.deck.model import Deck
from quizzer.exchange.anki.escape import as_deck_name
from quizzer.exchange.anki.identity import content_digest
from quizzer.exchange.anki.ledger import Exported, Ledger
from quizzer.exchange.anki.notes import AnkiNote, note_of, passage_html
from quizzer.exchange.anki.package import AnkiDeck
from quizzer.exchange.anki.progress import Progress


def notes_of(
    deck: Deck, text: str | None, ledger: Ledger, edited_at: datetime
) -> tuple[list[AnkiNote], Ledger]:
    """The deck's notes, and the ledger as it is once they have been written.

    `edited_at` is when the deck was last edited: the time of its file, not that of the export, so
    that an edit made in Anki between the two stays the newer one.
    """
    notes, entries = [], dict(ledger.entries)
    seconds = int(edited_at.timestamp())
    for question in deck.questions:
        passage = passage_html(question, text)
        digest = content_digest(deck, question, passage)
        changed = ledger.changed_at(question.id, digest, seconds)
        note = note_of(deck, question, passage, changed, ledger.kind_of(question.id))
        notes.append(note)
        entries[question.id] = Exported(digest, changed, note.kind)
    return notes, Ledger(entries)


def anki_deck(
    deck: Deck, notes: Sequence[AnkiNote], *, under: str = "", progress: Progress | None = None
) -> AnkiDeck:
    """The deck with its notes below `under` in the tree, and its memory if it goes along.

    `::` in the title parts levels of the tree too, as in decks that came from Anki.
    """
    levels = [as_deck_name(part) for part in f"{under}::{deck.title}".split("::") if part.strip()]
    name = "::".join(levels) or as_deck_name("")
    return AnkiDeck(deck_id=deck.id, name=name, notes=notes, progress=progress)
