"""A collection becomes decks: one of ours for each of Anki's that holds cards.

One file a deck, and not one file with tags: history hangs on a deck's id, one studies deck by
deck, and a file that mirrors a deck of Anki's can be brought up to date by itself.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b

from quizzer.deck.fields import ID
from quizzer.deck.model import Question
from quizzer.exchange.anki.identity import parse_identity
from quizzer.exchange.anki.incoming.collection import Card, Collection, Entry, Note, NoteType
from quizzer.exchange.anki.incoming.html_text import FindMedium, html_text
from quizzer.exchange.anki.incoming.questions import LeftOut, Source, question_of
from quizzer.memory.model import CardKey

_LONGEST_ID = 60
_SHOWN = 60


def _no_progress(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note that came from a deck of ours: `fields` by name, `changed` in seconds since 1970."""

    question_id: str
    fields: dict[str, str]
    tags: tuple[str, ...]
    changed: int


@dataclass(slots=True, kw_only=True)
class IncomingDeck:
    """What a collection holds of one deck.

    `own` are questions that went to Anki from here, `questions` what was made of other notes;
    `changed` (seconds since 1970), `due` (Anki's day), `log`, `suspended` and `cards` (all that
    have one) go by question id.
    """

    id: str
    name: str
    own: list[OwnNote] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    changed: dict[str, int] = field(default_factory=dict)
    due: dict[str, int] = field(default_factory=dict)
    log: dict[str, list[Entry]] = field(default_factory=dict)
    suspended: set[str] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)

    def key(self, question_id: str) -> CardKey:
        """The card of a question."""
        return CardKey(self.id, question_id)


@dataclass(frozen=True, slots=True)
class Absent:
    """A note or a card that did not become a question, in words, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """All decks of a collection, by name, and all that is in none of them."""

    decks: tuple[IncomingDeck, ...]
    absent: tuple[Absent, ...]


def gather(
    collection: Collection, find: FindMedium, on_progress: Callable[[int, int], None] = _no_progress
) -> Gathered:
    """Sorts notes into decks; every note is in one of them or named as absent.

    `on_progress` is told how many notes are done, and how many there are.
    """
    return _Gathering(collection, find, on_progress).gathered()


def deck_id_of(name: str) -> str:
    """The id of a deck that has the name `name` in Anki; different names give different ids."""
    folded = unicodedata.normalize("NFC", name).casefold()
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = (re.findall(r"[a-z0-9]+", part) for part in plain.split("::"))
    readable = "--".join("-".join(part) or "x" for part in words)
    if readable.replace("--", "::").replace("-", " ") == folded and len(readable) <= _LONGEST_ID:
        return readable
    mark = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return f"{readable[:_LONGEST_ID].strip('-')}-{mark}"


class _Gathering:
    def __init__(
        self,
        collection: Collection,
        find: FindMedium,
        on_progress: Callable[[int, int], None],
    ):
        self.on_progress = on_progress
        self.collection = collection
        self.find = find
        self.decks: dict[str, IncomingDeck] = {}
        self.absent: list[Absent] = []
        # The deck of ours that most notes of one of Anki's decks belong to.
        self.home: dict[int, dict[str, int]] = {}

    def gathered(self) -> Gathered:
        cards: dict[int, list[Card]] = {}
        for card in sorted(self.collection.cards, key=lambda card: (card.note, card.place)):
            cards.setdefault(card.note, []).append(card)
        log: dict[int, list[Entry]] = {}
        for entry in self.collection.log:
            log.setdefault(entry.card, []).append(entry)
        foreign: list[tuple[Note, NoteType, list[Card]]] = []
        guids: set[str] = set()
        for note in map(partial(_unique, guids=guids), self.collection.notes):
            own = cards.pop(note.id, [])
            note_type = self.collection.note_types.get(note.note_type)
            if note_type is None:
                self.leave_out(note, "its note type is not in the file")
            elif not self.is_own(note, note_type, own, log):
                foreign.append((note, note_type, own))
        for done, (note, note_type, own) in enumerate(foreign):
            if done % 100 == 0:
                self.on_progress(done, len(foreign))
            self.foreign(note, note_type, own, log)
        lost = sum(map(len, cards.values()))
        if lost:
            what = "1 card" if lost == 1 else f"{lost} cards"
            self.absent.append(Absent(what, "without a note in the file"))
        decks = sorted(self.decks.values(), key=lambda deck: deck.name.casefold())
        return Gathered(tuple(decks), tuple(self.absent))

    def is_own(
        self, note: Note, note_type: NoteType, cards: list[Card], log: dict[int, list[Entry]]
    ) -> bool:
        fields = dict(zip(note_type.fields, note.fields, strict=False))
        ids = parse_identity(html_text(fields.get("Identity", "")), note.guid)
        # The ids go into file names, so a stranger's must be as plain as ours.
        if ids is None or not all(map(ID.fullmatch, ids)):
            return False
        deck_id, question_id = ids
        names = self.collection.decks
        name = names.get(cards[0].deck, "Default") if cards else deck_id
        deck = self.decks.setdefault(deck_id, IncomingDeck(id=deck_id, name=name))
        deck.own.append(OwnNote(question_id, fields, note.tags, note.changed))
        if not cards:
            self.leave_out(note, "it has no card, so nothing was learned with it")
        for card in cards:
            homes = self.home.setdefault(card.deck, {})
            homes[deck_id] = homes.get(deck_id, 0) + 1
        # A cloze that was split in Anki has several cards; ours is the first.
        for card in cards[:1]:
            _note_progress(deck, question_id, card, log)
        for card in cards[1:]:
            self.leave_out(note, f"its card {card.place + 1} was added in Anki")
        return True

    def foreign(
        self, note: Note, note_type: NoteType, cards: list[Card], log: dict[int, list[Entry]]
    ) -> None:
        if not cards:
            self.leave_out(note, "it has no card")
        for card in cards:
            name = self.collection.decks.get(card.deck, "Default")
            source = Source(note=note, card=card, note_type=note_type, deck=name)
            question = question_of(source, self.find)
            if isinstance(question, LeftOut):
                which = f"card {card.place + 1}: " if len(cards) > 1 else ""
                self.leave_out(note, f"{which}{question.reason}")
                continue
            deck = self.deck_of(card.deck, name)
            deck.questions.append(question)
            deck.changed[question.id] = note.changed
            _note_progress(deck, question.id, card, log)

    def deck_of(self, anki_id: int, name: str) -> IncomingDeck:
        homes = self.home.get(anki_id)
        if homes:
            return self.decks[max(homes, key=lambda one: (homes[one], one))]
        identity = deck_id_of(name)
        return self.decks.setdefault(identity, IncomingDeck(id=identity, name=name))

    def leave_out(self, note: Note, reason: str) -> None:
        words = " ".join(html_text(" ".join(note.fields[:2])[:2000]).split())
        shown = f"{words[:_SHOWN]}..." if len(words) > _SHOWN else words
        self.absent.append(
            Absent(f"note {note.id} ({shown})" if shown else f"note {note.id}", reason)
        )


def _unique(note: Note, guids: set[str]) -> Note:
    """Two notes of one GUID are two notes all the same."""
    guid = note.guid if note.guid not in guids else f"{note.guid}\x1f{note.id}"
    guids.add(guid)
    return note if guid == note.guid else note._replace(guid=guid)


def _note_progress(
    deck: IncomingDeck, question_id: str, card: Card, log: dict[int, list[Entry]]
) -> None:
    entries = log.get(card.id)
    if entries:
        deck.log.setdefault(question_id, []).extend(entries)
    if card.due is not None:
        deck.due[question_id] = card.due
    deck.cards.add(question_id)
    if card.is_suspended:
        deck.suspended.add(question_id)
