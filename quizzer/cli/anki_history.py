"""Reviews made in Anki join the history, without doubles however often they come."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from quizzer.cli.anki_records import load_imported
from quizzer.cli.clock import now
from quizzer.cli.config import load_config
from quizzer.cli.history_file import open_history
from quizzer.cli.home import history_path
from quizzer.cli.suspending import decision
from quizzer.deck.model import Deck
from quizzer.exchange.anki.incoming.collection import Collection
from quizzer.exchange.anki.incoming.decks import IncomingDeck
from quizzer.exchange.anki.incoming.reviews import CardLog, card_log
from quizzer.exchange.anki.incoming.sittings import as_sittings
from quizzer.memory.day import day_number
from quizzer.memory.model import Card, CardKey, Review
from quizzer.store.merge import merge_into
from quizzer.store.model import EventKind
from quizzer.store.store import Store
from quizzer.store.today import Today


@dataclass(slots=True)
class Joined:
    """What became of a collection's log; `left_out` counts entries by what they are."""

    added: int = 0
    known: int = 0
    forgotten: int = 0
    suspended: int = 0
    called_back: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def join_history(collection: Collection, decks: list[tuple[IncomingDeck, Deck]]) -> Joined:
    """Adds the reviews of all questions that the decks hold; those of others are left out."""
    joined = Joined()
    known = _known({deck.id for _, deck in decks}) if any(one.log for one, _ in decks) else {}
    logs = []
    for incoming, deck in decks:
        present = {question.id for question in deck.questions}
        for question_id, entries in incoming.log.items():
            if question_id not in present:
                joined.left_out["of questions that are not here"] += len(entries)
                continue
            key = incoming.key(question_id)
            log = card_log(
                key,
                entries,
                known.get(key, ()),
                uses_old_buttons=collection.uses_old_buttons,
                # Clocks differ a little from machine to machine.
                latest=now() + timedelta(days=1),
                day_of=_day_of,
                due_day=_due_day(collection, incoming.due.get(question_id)),
            )
            logs.append(log)
            joined.added += len(log.reviews)
            joined.known += log.known
            joined.left_out.update(log.left_out)
    joined.forgotten = _store(logs)
    _suspend(decks, joined)
    return joined


def cards_of(store: Store, deck_id: str) -> list[Card]:
    """The learner's cards of a deck as they are now: states, moved days, what is suspended."""
    today = Today(store, now())
    today.refresh([deck_id])
    return today.cards(deck_id)


def _suspend(decks: list[tuple[IncomingDeck, Deck]], joined: Joined) -> None:
    """What was suspended or called back in Anki since it was last heard of is so here too."""
    wanted: list[tuple[EventKind, CardKey]] = []
    for incoming, deck in decks:
        before = load_imported(deck.id).suspended
        present = incoming.cards & {question.id for question in deck.questions}
        there = incoming.suspended & present
        wanted += [(EventKind.SUSPEND, incoming.key(name)) for name in sorted(there - before)]
        back = (before & present) - there
        wanted += [(EventKind.UNSUSPEND, incoming.key(name)) for name in sorted(back)]
    if not wanted:
        return
    with open_history() as store:
        deck_ids = {card.deck_id for _, card in wanted}
        cards = [card for deck_id in sorted(deck_ids) for card in cards_of(store, deck_id)]
        standing = {card.key for card in cards if card.is_suspended}
        events = [
            decision(kind, card)
            for kind, card in wanted
            if (card in standing) is (kind is EventKind.UNSUSPEND)
        ]
        store.note(events)
    joined.suspended = sum(event.kind is EventKind.SUSPEND for event in events)
    joined.called_back = len(events) - joined.suspended


def _known(deck_ids: set[str]) -> dict[CardKey, list[Review]]:
    found: dict[CardKey, list[Review]] = {}
    if history_path().exists():
        with open_history() as store:
            for review in store.reviews(learner="", with_taken_back=True):
                if review.card.deck_id in deck_ids:
                    found.setdefault(review.card, []).append(review)
    return found


def _store(logs: list[CardLog]) -> int:
    """Writes what is new, all or nothing; tells how many reviews count no more."""
    reviews = [review for log in logs for review in log.reviews]
    forgotten = [one for log in logs for one in log.forgotten]
    if not reviews and not forgotten:
        return 0
    with TemporaryDirectory(prefix="quizzer-") as folder, open_history() as store:
        # What comes in is a history of its own, and joins ours like one of another machine.
        path = Path(folder) / "anki.db"
        with Store(path) as incoming:
            for sitting, members in as_sittings(reviews, _day_of):
                incoming.begin(sitting)
                incoming.append_all(members)
                incoming.finish(sitting.id, members[-1].at, "done")
        merge_into(store, path)
        standing = {review.id for review in store.reviews(learner="")} if forgotten else set()
        count = 0
        for review_id, since in forgotten:
            if review_id in standing:
                store.undo(review_id, since)
                count += 1
        return count


def _day_of(instant: datetime) -> int:
    settings = load_config().common
    return day_number(instant, settings.timezone, settings.rollover_hour)


def _due_day(collection: Collection, due: int | None) -> int | None:
    if due is None:
        return None
    west = collection.minutes_west
    zone = load_config().common.timezone if west is None else timezone(timedelta(minutes=-west))
    made = datetime.fromtimestamp(collection.created, UTC).astimezone(zone).date()
    return made.toordinal() - datetime(1970, 1, 1, tzinfo=UTC).toordinal() + due
