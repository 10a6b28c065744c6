"""`quizzer study --exam`: what to ask today for an exam, and what to expect until its day."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.output import is_plain, print_json
from quizzer.deck.model import Deck
from quizzer.diagnostics import QuizzerError
from quizzer.memory.day import date_of, day_number
from quizzer.memory.exam_ahead import Until
from quizzer.memory.model import CardKey, New
from quizzer.memory.queue import Candidate
from quizzer.stats.exam import ExamPlan, exam_plan

if TYPE_CHECKING:
    from quizzer.store.today import Today

_A_DAY = 40
"""So many questions, where nobody says how many there is time for."""


def exam_queue(
    when: str, decks: Sequence[Deck], today: "Today", count: int | None
) -> tuple[list[Candidate], ExamPlan | None]:
    """The questions of some decks to ask today for an exam, and the plan that they come from.

    No plan where all questions are left out.

    Raises:
        QuizzerError: S302, it is no date, or not a coming one.
    """
    settings = today.settings("")
    day = day_number(today.now, settings.timezone, settings.rollover_hour)
    until = Until(day, _day_of(when, day), count or _A_DAY)
    cards = {one.card: one for deck in decks for one in _candidates(deck, today)}
    if not cards:
        return [], None
    met = {CardKey(deck.id, name) for deck in decks for name in today.met(deck.id)}
    plan = exam_plan(list(cards.values()), met, today.settings, until)
    return [cards[CardKey(one.deck_id, one.question_id)] for one in plan.reviews], plan


def is_begun(plan: ExamPlan, *, plain: bool) -> bool:
    """Shows what to expect, and whether to go on to the questions.

    A picture and a key on a terminal; elsewhere it is told line by line, and they follow.
    """
    if is_plain(plain):
        from quizzer.cli.stats_lines import exam_lines  # noqa: PLC0415 - one way is enough

        for text in exam_lines(plan):
            click.echo(text)
        return True
    from quizzer.cli.exam_screen import show_exam  # noqa: PLC0415

    show_exam(plan)
    click.echo("Enter begins | another key leaves")
    try:
        return click.getchar() in ("\r", "\n")
    except EOFError:
        return False


def hand_over(plan: ExamPlan, decks: Sequence[Deck], *, html: str | None, as_json: bool) -> None:
    """Writes the plan as a page, as JSON, or both."""
    if html:
        from quizzer.deck.files import save_text  # noqa: PLC0415
        from quizzer.stats.exam_page import exam_page  # noqa: PLC0415

        stems = {
            CardKey(deck.id, question.id): " ".join(question.stem.split())
            for deck in decks
            for question in deck.questions
        }
        save_text(Path(html), exam_page(plan, stems))
        click.echo(f"{html}: the plan for {plan.exam}. Open it in a browser.", err=as_json)
    if as_json:
        from quizzer.stats.report import as_object  # noqa: PLC0415

        print_json(as_object(plan))


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
    """All cards of a deck that are not left out, met or not."""
    cards = {card.key.question_id: card for card in today.cards(deck.id)}
    return [
        Candidate(
            CardKey(deck.id, question.id),
            question,
            cards[question.id].state if question.id in cards else New(),
        )
        for question in deck.questions
        if not (question.id in cards and cards[question.id].is_suspended)
    ]
