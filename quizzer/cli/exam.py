"""`quizzer study --exam`: the questions that a review today helps most on the day of the exam."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from quizzer.deck.model import Deck
from quizzer.diagnostics import QuizzerError
from quizzer.memory.day import date_of, day_number
from quizzer.memory.exam import best, expected, outlook
from quizzer.memory.model import CardKey, New
from quizzer.memory.queue import Candidate

if TYPE_CHECKING:
    from quizzer.store.today import Today

_A_DAY = 40
"""So many questions, where nobody says how many there is time for."""


def exam_queue(
    when: str, decks: Sequence[Deck], today: "Today", count: int | None
) -> list[Candidate]:
    """The questions of some decks to ask today for an exam, and a line on what to expect.

    Raises:
        QuizzerError: S302, it is no date, or not a coming one.
    """
    settings = today.settings("")
    day = day_number(today.now, settings.timezone, settings.rollover_hour)
    exam_day = _day_of(when, day)
    candidates = [one for deck in decks for one in _candidates(deck, today)]
    outlooks = [
        (one, outlook(one.state, day, exam_day, today.settings(one.card.deck_id)))
        for one in candidates
    ]
    chosen = best(outlooks, count or _A_DAY)
    taken = {one.card for one in chosen}
    found = [outlook for _, outlook in outlooks]
    reviewed = [outlook for one, outlook in outlooks if one.card in taken]
    click.echo(
        f"On {date_of(exam_day):%-d %B %Y} you would recall {expected(found):.0f} of {len(found)};"
        f" after these {len(chosen)} today {expected(found, reviewed=reviewed):.0f}."
    )
    return chosen


def _day_of(when: str, today: int) -> int:
    hint = f"write a coming day, as {date_of(today + 14).isoformat()}"
    try:
        day = (date.fromisoformat(when) - date_of(0)).days
    except ValueError:
        raise QuizzerError.at("--exam", f"{when!r} is no date", hint, "S302") from None
    if day <= today:
        raise QuizzerError.at("--exam", f"{when} is not to come", hint, "S302")
    return day


def _candidates(deck: Deck, today: "Today") -> list[Candidate]:
    """All cards of a deck that are not left out, met or not; those answered today have had
    their review."""
    cards = {card.key.question_id: card for card in today.cards(deck.id)}
    met = set(today.met(deck.id))
    free = [
        question
        for question in deck.questions
        if question.id not in met and not ((card := cards.get(question.id)) and card.is_suspended)
    ]
    return [
        Candidate(
            CardKey(deck.id, question.id),
            question,
            cards[question.id].state if question.id in cards else New(),
        )
        for question in free
    ]
