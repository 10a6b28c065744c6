"""What comes from Anki meets the deck that is here already: who changed what, and who was last.

A question that went to Anki from here has a record of what was exported; one that came from Anki a
record of what was imported. By them an edit on one side is told from an edit on the other; where
both sides changed, the later one stands, as Anki itself has it.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from quizzer.deck.model import Deck, Question
from quizzer.exchange.anki.identity import content_digest
from quizzer.exchange.anki.incoming.decks import IncomingDeck, OwnNote
from quizzer.exchange.anki.incoming.html_text import FindMedium
from quizzer.exchange.anki.incoming.own_notes import read_back, rebuilt
from quizzer.exchange.anki.incoming.record import digest_of
from quizzer.exchange.anki.ledger import FIRST, Ledger
from quizzer.exchange.anki.media import named_media, with_media
from quizzer.exchange.anki.notes import note_of, passage_html
from quizzer.exchange.anki.notetypes import CLOZE_FIELDS, QUESTION_FIELDS


@dataclass(slots=True)
class Merged:
    """What to change in a deck, what to add, and by question id what was not taken and why."""

    changed: dict[str, Question] = field(default_factory=dict)
    added: list[Question] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Here:
    """A deck as it is here, its source's text, and when its file was edited (seconds)."""

    deck: Deck
    text: str | None
    edited_at: int

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The deck's questions by id."""
        return {question.id: question for question in self.deck.questions}


def merge(
    here: Here,
    incoming: IncomingDeck,
    exported: Ledger,
    imported: Mapping[str, str],
    find: FindMedium,
) -> Merged:
    """Joins a deck with what Anki has of it.

    `imported` holds the digests of what the last import brought, by question id.
    """
    merged = Merged()
    names = {
        unicodedata.normalize("NFC", path): unicodedata.normalize("NFC", PurePosixPath(path).name)
        for path in named_media(here.deck)
    }
    paths = {name: path for path, name in names.items()}

    def find_here(name: str) -> str | None:
        return paths.get(name) or find(name)

    for note in incoming.own:
        _merge_own(here, note, exported, names, find_here, merged)
    for question in incoming.questions:
        _merge_foreign(here, question, incoming.changed.get(question.id, 0), imported, merged)
    return merged


def as_new(deck_id: str, incoming: IncomingDeck, find: FindMedium) -> tuple[Deck, list[str]]:
    """A deck that is not here yet, and the ids of notes of ours that cannot be read any more."""
    questions, unreadable = [], []
    for note in incoming.own:
        question = rebuilt(note, find)
        if question is None:
            unreadable.append(note.question_id)
        else:
            questions.append(question)
    questions += incoming.questions
    return Deck(id=deck_id, title=_title(incoming.name), questions=tuple(questions)), unreadable


def _title(name: str) -> str:
    words = " ".join(name.split())
    return words.strip(" :") or "Anki"


def _merge_own(
    here: Here,
    note: OwnNote,
    exported: Ledger,
    names: Mapping[str, str],
    find: FindMedium,
    merged: Merged,
) -> None:
    question = here.questions.get(note.question_id)
    if question is None:
        merged.remarks.append((note.question_id, "the deck here no longer has this question"))
        return
    known = exported.entries.get(question.id)
    if note.changed <= (FIRST if known is None else known.changed):
        return
    passage = passage_html(question, here.text)
    kind = exported.kind_of(question.id)
    if kind is None:
        kind = "cloze" if "Text" in note.fields else "question"
    written = with_media(note_of(here.deck, question, passage, 0, kind), names)
    order = CLOZE_FIELDS if kind == "cloze" else QUESTION_FIELDS
    read = read_back(question, dict(zip(order, written.fields, strict=True)), note, find)
    merged.remarks += [(question.id, remark) for remark in read.remarks]
    if read.question == question:
        return
    is_changed_here = known is None or known.digest != content_digest(here.deck, question, passage)
    if is_changed_here and here.edited_at > note.changed:
        merged.remarks.append((question.id, "edited on both sides, here later; it stays"))
        return
    merged.changed[question.id] = read.question


def _merge_foreign(
    here: Here, question: Question, changed: int, imported: Mapping[str, str], merged: Merged
) -> None:
    old = here.questions.get(question.id)
    if old is None:
        if question.id in imported:
            merged.remarks.append((question.id, "it was taken out here, and stays out"))
        else:
            merged.added.append(question)
        return
    new = replace(
        old,
        stem=question.stem,
        answer=question.answer,
        explanation=question.explanation,
        tags=question.tags,
    )
    last = imported.get(question.id)
    if new == old or last == digest_of(question):
        return
    is_changed_here = last is None or digest_of(old) != last
    if is_changed_here and here.edited_at > changed:
        merged.remarks.append((question.id, "edited on both sides, here later; it stays"))
        return
    merged.changed[question.id] = new
