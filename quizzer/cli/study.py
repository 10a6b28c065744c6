"""`quizzer study` and `quizzer due`: what memory asks for today, over one deck or all."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.output import print_json

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.deck.model import Deck
    from quizzer.memory.model import CardKey, Review
    from quizzer.memory.queue import Candidate, Counts, DoneToday
    from quizzer.memory.settings import Settings

NOTHING_DUE = 3
"""The exit code when there is nothing to study."""


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("-n", "--count", type=click.IntRange(1), help="At most so many questions.")
@click.option("--new", type=click.IntRange(0), help="At most so many new ones today [default: 20].")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
def study(decks: tuple[str, ...], count: int | None, new: int | None, plain: bool) -> int:
    """Review what is due, the least certain first, with new questions in between.

    Without a deck, all decks that you have answered before are studied. A question is asked with
    options while it is new, and typed once you know it. Exit code 3: nothing is due.
    """
    from quizzer.cli import asking, clock  # noqa: PLC0415 - help must not load a quiz
    from quizzer.cli.history_file import LazyStore, open_history  # noqa: PLC0415
    from quizzer.deck.files import load_deck  # noqa: PLC0415
    from quizzer.memory.asking import mode_of  # noqa: PLC0415
    from quizzer.memory.queue import todays_cards  # noqa: PLC0415
    from quizzer.quiz.session import items_of, start  # noqa: PLC0415
    from quizzer.quiz.state import Settings as QuizSettings  # noqa: PLC0415

    now, settings = clock.now(), _settings(new)
    with open_history() as store:
        reviews = store.reviews(learner="")
    loaded = [(path, load_deck(path)) for path in _paths(decks, reviews)]
    candidates, done, met = _candidates([deck for _, deck in loaded], reviews, now, settings)
    chosen = todays_cards(candidates, now, settings, done, met)[:count]
    if not chosen:
        click.echo(_nothing(candidates, settings, now))
        return NOTHING_DUE
    items = {
        (item.deck_id, item.question.id): item for item in items_of(deck for _, deck in loaded)
    }
    queue = tuple(
        replace(
            items[one.card.deck_id, one.question.id],
            modes=(mode_of(one.question, one.state, settings),),
        )
        for one in chosen
        if (one.card.deck_id, one.question.id) in items
    )
    session_id = os.urandom(8).hex()
    log = LazyStore(
        session_id=session_id,
        decks=tuple(str(path.absolute()) for path, _ in loaded),
        settings="{}",
        started_at=now,
        origin="study",
    )
    plan = asking.Plan(
        session=start(queue, QuizSettings(seed=session_id, retries=True)),
        session_id=session_id,
        paths=tuple(path for path, _ in loaded),
        decks=tuple(deck for _, deck in loaded),
        store=log,
        origin="study",
    )
    return asking.ask(plan, plain=plain, as_json=False)


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for a shell prompt.")
def due(decks: tuple[str, ...], as_json: bool) -> None:
    """Count what waits: due by today, in learning steps, and new within today's limit."""
    from quizzer.cli import clock  # noqa: PLC0415 - help must stay light
    from quizzer.cli.history_file import open_history  # noqa: PLC0415

    with open_history() as store:
        reviews = store.reviews(learner="")
    rows = counts_by_deck(_paths(decks, reviews), reviews, clock.now())
    if as_json:
        entries = {
            deck.id: {"due": one.due, "learning": one.learning, "new": one.new}
            for deck, one in rows
        }
        print_json(entries)
        return
    for deck, one in rows:
        click.echo(f"{deck.title}: {one.due} due, {one.learning} in learning, {one.new} new")
    if not rows:
        click.echo("No deck has been answered yet. Begin with: quizzer quiz")
    elif any(one.total for _, one in rows):
        click.echo("Next: quizzer study")


def counts_by_deck(
    paths: "Sequence[Path]", reviews: "Sequence[Review]", now: "datetime"
) -> "list[tuple[Deck, Counts]]":
    """How many cards of each deck wait now."""
    from quizzer.cli.config import load_config  # noqa: PLC0415
    from quizzer.deck.files import load_deck  # noqa: PLC0415
    from quizzer.memory.queue import counts_of  # noqa: PLC0415

    rows = []
    for path in paths:
        deck = load_deck(path)
        settings = load_config().of(deck.id)
        candidates, done, _ = _candidates([deck], reviews, now, settings)
        rows.append((deck, counts_of(candidates, now, settings, done)))
    return rows


def _settings(new: int | None) -> "Settings":
    from quizzer.cli.config import load_config  # noqa: PLC0415

    settings = load_config().common
    return settings if new is None else replace(settings, new_per_day=new)


def _paths(names: tuple[str, ...], reviews: "Sequence[Review]") -> list[Path]:
    """The named decks, or all that were answered before and can be found."""
    from quizzer.cli.decks import all_decks, find_deck  # noqa: PLC0415

    if names:
        return [find_deck(name) for name in names]
    answered = {review.card.deck_id for review in reviews}
    return [head.path for head in all_decks() if head.id in answered]


def _candidates(
    decks: "Sequence[Deck]", reviews: "Sequence[Review]", now: "datetime", settings: "Settings"
) -> "tuple[list[Candidate], DoneToday, frozenset[CardKey]]":
    """The cards of some decks, what was done with them today, and which were met today."""
    from quizzer.memory.day import day_number  # noqa: PLC0415
    from quizzer.memory.model import CardKey, New  # noqa: PLC0415
    from quizzer.memory.queue import Candidate, DoneToday  # noqa: PLC0415
    from quizzer.memory.replay import replay  # noqa: PLC0415

    ids = {deck.id for deck in decks}
    own = [review for review in reviews if review.card.deck_id in ids]
    states = replay(own, settings)
    today = day_number(now, settings.timezone, settings.rollover_hour)
    first: dict[CardKey, int] = {}
    met: set[CardKey] = set()
    for review in own:
        day = day_number(review.at, settings.timezone, settings.rollover_hour)
        first.setdefault(review.card, day)
        if day == today:
            met.add(review.card)
    new = sum(first[card] == today for card in met)
    candidates = [
        Candidate(key, question, states.get(key, New()))
        for deck in decks
        for question in deck.questions
        for key in (CardKey(deck.id, question.id),)
    ]
    return candidates, DoneToday(new=new, reviews=len(met) - new), frozenset(met)


def _nothing(candidates: "Sequence[Candidate]", settings: "Settings", now: "datetime") -> str:
    """Why there is nothing to ask, and when there will be."""
    from quizzer.memory.day import date_of, day_number  # noqa: PLC0415
    from quizzer.memory.model import Remembered  # noqa: PLC0415

    if not candidates:
        return "No deck has been answered yet. Begin with: quizzer quiz"
    today = day_number(now, settings.timezone, settings.rollover_hour)
    coming = [one.state.due_day for one in candidates if isinstance(one.state, Remembered)]
    later = [day for day in coming if day > today]
    if not later:
        return "Nothing is due. Learn something new: quizzer make"
    when = date_of(min(later))
    return f"Nothing is due now. The next reviews come on {when.day} {when:%B %Y}."
