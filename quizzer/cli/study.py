"""`quizzer study` and `quizzer due`: what memory asks for today, over one deck or all."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.output import is_plain, print_json

if TYPE_CHECKING:
    from quizzer.deck.model import Deck
    from quizzer.memory.queue import Candidate
    from quizzer.memory.settings import Settings
    from quizzer.store.decks import KnownDeck
    from quizzer.store.today import Today

NOTHING_DUE = 3
"""The exit code when there is nothing to study."""

_SPARE = 200
"""So many new questions are looked at beyond the limit, in case they are siblings of others."""


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("-n", "--count", type=click.IntRange(1), help="At most so many questions.")
@click.option("--new", type=click.IntRange(0), help="At most so many new ones today.")
@click.option("--exam", metavar="DATE", help="Plan for most recall on that day: 2026-12-14.")
@click.option("--html", metavar="FILE", help="Write the exam's plan as a page, and ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the exam's plan, and ask nothing.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
def study(
    decks: tuple[str, ...],
    count: int | None,
    new: int | None,
    exam: str | None,
    html: str | None,
    as_json: bool,
    plain: bool,
) -> int:
    """Review what is due, the least certain first, with new questions in between.

    Without a deck, all decks that you have answered before are studied. A question is asked with
    options while it is new, and typed once you know it. While it is being learned it comes back
    in the same sitting. Exit code 3: nothing is due.

    Before an exam, --exam asks what a review today adds most to on that day, due or not, and shows
    how far this will bring you; -n is how many you have time for on each day (40).
    """
    from quizzer.cli import asking, clock  # noqa: PLC0415 - help must not load a quiz
    from quizzer.cli.history_file import LazyStore, open_history  # noqa: PLC0415
    from quizzer.cli.leeches import say_what_follows  # noqa: PLC0415
    from quizzer.cli.steps import Steps  # noqa: PLC0415
    from quizzer.cli.waiting import studied_decks  # noqa: PLC0415
    from quizzer.deck.files import load_deck  # noqa: PLC0415
    from quizzer.memory.asking import mode_of  # noqa: PLC0415
    from quizzer.memory.queue import interleaved  # noqa: PLC0415
    from quizzer.quiz.session import items_of, start  # noqa: PLC0415
    from quizzer.quiz.state import Settings as QuizSettings  # noqa: PLC0415
    from quizzer.store.today import Today  # noqa: PLC0415

    if (html or as_json) and exam is None:
        raise click.UsageError("--html and --json show the plan for an exam: add --exam DATE.")
    now = clock.now()
    with open_history() as store:
        today = Today(store, now)
        known = studied_decks(store, today, decks)
        loaded = [(one.path, load_deck(one.path)) for one in known]
        if exam is not None:
            from quizzer.cli.exam import exam_queue, hand_over, is_begun  # noqa: PLC0415

            chosen, exam_plan = exam_queue(exam, [deck for _, deck in loaded], today, count)
            if exam_plan and (html or as_json):
                hand_over(exam_plan, [deck for _, deck in loaded], html=html, as_json=as_json)
                return 0
            if chosen and exam_plan and not is_begun(exam_plan, plain=plain):
                return 0
        else:
            queues = [_todays(deck, today, new) for _, deck in loaded]
            soon = [one for _, deck in loaded for one in _soon(deck, today)]
            chosen = [*interleaved(queues), *soon][:count]
        if not chosen:
            click.echo(_nothing(known, today))
            return NOTHING_DUE
    items = {
        (item.deck_id, item.question.id): item for item in items_of(deck for _, deck in loaded)
    }
    queue = tuple(
        replace(
            items[one.card.deck_id, one.question.id],
            modes=(mode_of(one.question, one.state, _settings(one.card.deck_id)),),
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
    steps = Steps(log, {one.card: one.state for one in chosen}, clock.now)
    plan = asking.Plan(
        session=start(queue, QuizSettings(seed=session_id)),
        session_id=session_id,
        paths=tuple(path for path, _ in loaded),
        decks=tuple(deck for _, deck in loaded),
        store=log,
        origin="study",
        reasons=steps.why,
        returns=steps.returns,
    )
    code = asking.ask(plan, plain=plain, as_json=False)
    say_what_follows(chosen, is_asking=not is_plain(plain))
    return code


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for a shell prompt.")
def due(decks: tuple[str, ...], as_json: bool) -> None:
    """Count what waits: due by today, in learning steps, and new within today's limit."""
    from quizzer.cli.history_file import open_history  # noqa: PLC0415 - help must stay light
    from quizzer.cli.waiting import waiting_cards  # noqa: PLC0415

    with open_history() as store:
        rows = waiting_cards(store, decks)
    if as_json:
        entries = {
            row.deck.id: {
                "due": row.counts.due,
                "learning": row.counts.learning,
                "new": row.counts.new,
            }
            for row in rows
        }
        print_json(entries)
        return
    for row in rows:
        counts = row.counts
        click.echo(
            f"{row.deck.title}: {counts.due} due, {counts.learning} in learning, {counts.new} new"
        )
    if not rows:
        click.echo("No deck has been answered yet. Begin with: quizzer quiz")
    elif any(row.counts.total for row in rows):
        click.echo("Next: quizzer study")


def _settings(deck_id: str) -> "Settings":
    from quizzer.cli.config import load_config  # noqa: PLC0415

    return load_config().of(deck_id)


def _todays(deck: "Deck", today: "Today", new: int | None) -> "list[Candidate]":
    """The deck's cards of today in their order."""
    from quizzer.memory.model import CardKey, New  # noqa: PLC0415
    from quizzer.memory.queue import Candidate, todays_cards  # noqa: PLC0415

    settings = _settings(deck.id)
    if new is not None:
        settings = replace(settings, new_per_day=new)
    there = {question.id: question for question in deck.questions}
    states = {card.key.question_id: card.state for card in today.waiting(deck.id)}
    fresh = today.new(deck.id, settings.new_per_day + _SPARE)

    def candidates(names: Iterable[str]) -> list[Candidate]:
        return [
            Candidate(CardKey(deck.id, name), there[name], states.get(name, New()))
            for name in names
            if name in there
        ]

    met = candidates(name for name in today.met(deck.id) if name not in states)
    waiting = candidates(dict.fromkeys([*states, *fresh]))
    return todays_cards(waiting, today.now, settings, today.done(deck.id), met)


def _soon(deck: "Deck", today: "Today") -> "list[Candidate]":
    """The deck's cards whose steps run out so soon that they are asked ahead, after all others."""
    from quizzer.memory.queue import Candidate  # noqa: PLC0415
    from quizzer.quiz.state import LOOK_AHEAD_MS  # noqa: PLC0415

    there = {question.id: question for question in deck.questions}
    until = today.now + timedelta(milliseconds=LOOK_AHEAD_MS)
    return [
        Candidate(card.key, there[card.key.question_id], card.state)
        for card in today.soon(deck.id, until)
        if card.key.question_id in there
    ]


def _nothing(decks: "Sequence[KnownDeck]", today: "Today") -> str:
    """Why there is nothing to ask, and when there will be."""
    from quizzer.memory.day import date_of  # noqa: PLC0415

    if not decks:
        return "No deck has been answered yet. Begin with: quizzer quiz"
    later = [day for deck in decks if (day := today.next_day(deck.id)) is not None]
    if not later:
        return "Nothing is due. Learn something new: quizzer make"
    when = date_of(min(later))
    return f"Nothing is due now. The next reviews come on {when.day} {when:%B %Y}."
