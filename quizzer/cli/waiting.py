"""What waits in the learner's decks, from the history alone unless a deck's file changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizzer.cli import clock
from quizzer.cli.decks import deck_paths, find_deck, read_head
from quizzer.deck.files import load_deck
from quizzer.memory.queue import Counts
from quizzer.store.decks import KnownDeck, index_deck, known_decks
from quizzer.store.store import Store
from quizzer.store.today import Today


@dataclass(frozen=True, slots=True)
class DeckToday:
    """A deck and how many of its cards wait."""

    deck: KnownDeck
    counts: Counts


def studied_decks(store: Store, today: Today, names: Iterable[str] = ()) -> list[KnownDeck]:
    """The named decks, or all that were answered before and can be found, brought up to date.

    Raises:
        QuizzerError: a deck is not there or has errors.
    """
    names = list(names)
    if names:
        paths = [find_deck(name) for name in names]
        decks = known_decks(store, paths, _head, clock.now_ns())
        for path in paths:
            if path not in {deck.path for deck in decks}:
                load_deck(path)  # says what is wrong with it
    else:
        answered = set(today.answered_decks())
        there = known_decks(store, deck_paths(), _head, clock.now_ns())
        decks = [deck for deck in there if deck.id in answered]
    first: dict[str, KnownDeck] = {}
    for deck in decks:
        first.setdefault(deck.id, deck)
    for deck in first.values():
        index_deck(store, deck, _questions)
    today.refresh(first)
    return sorted(first.values(), key=lambda deck: deck.title.casefold())


def waiting_cards(store: Store, names: Iterable[str] = ()) -> list[DeckToday]:
    """How many cards of each deck wait now."""
    today = Today(store, clock.now())
    return [DeckToday(deck, today.counts(deck.id)) for deck in studied_decks(store, today, names)]


def _head(path: Path) -> tuple[str, str]:
    head = read_head(path)
    return ("", "") if head is None else (head.id, head.title)


def _questions(path: Path) -> list[str]:
    return [question.id for question in load_deck(path).questions]
