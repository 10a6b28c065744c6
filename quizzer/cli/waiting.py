"""What waits in the learner's decks, from the history alone unless a deck's file changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from quizzer.cli import clock
from quizzer.cli.decks import deck_paths, find_deck, read_head
from quizzer.diagnostics import QuizzerError
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

    Of those that nobody named, decks with errors are told of and passed over: one mistake in one
    deck must not keep all the others from being studied.

    Raises:
        QuizzerError: a named deck is not there or has errors.
    """
    names = list(names)
    if names:
        paths = [find_deck(name) for name in names]
        decks = known_decks(store, paths, _head, clock.now_ns())
        for path in paths:
            if path not in {deck.path for deck in decks}:
                _questions(path)  # says what is wrong with it
    else:
        answered = set(today.answered_decks())
        there = known_decks(store, deck_paths(), _head, clock.now_ns())
        decks = [deck for deck in there if deck.id in answered]
    first: dict[str, KnownDeck] = {}
    for deck in decks:
        first.setdefault(deck.id, deck)
    usable = []
    for deck in first.values():
        try:
            index_deck(store, deck, _questions)
        except QuizzerError as error:
            if names:
                raise
            click.echo(str(error), err=True)
            continue
        usable.append(deck)
    today.refresh([deck.id for deck in usable])
    return sorted(usable, key=lambda deck: deck.title.casefold())


def waiting_cards(store: Store, names: Iterable[str] = ()) -> list[DeckToday]:
    """How many cards of each deck wait now."""
    today = Today(store, clock.now())
    return [DeckToday(deck, today.counts(deck.id)) for deck in studied_decks(store, today, names)]


def _head(path: Path) -> tuple[str, str]:
    head = read_head(path)
    return ("", "") if head is None else (head.id, head.title)


def _questions(path: Path) -> list[str]:
    from quizzer.deck.files import load_deck  # noqa: PLC0415 - YAML only for decks that changed

    return [question.id for question in load_deck(path).questions]
