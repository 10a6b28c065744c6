"""The plan for an exam as a value: what to ask today, and the days until then, played ahead."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from quizzer.memory.day import date_of
from quizzer.memory.exam import Outlook, best, expected, later_turns, outlook, worth
from quizzer.memory.exam_ahead import Until, played_ahead
from quizzer.memory.model import CardKey, CardState
from quizzer.memory.queue import Candidate, Siblings
from quizzer.memory.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReview:
    """A review of today: the chance of recall on the exam's day without it and with it (and none
    later), and what it adds to the reviews that the card gets later in any case."""

    deck_id: str
    question_id: str
    without: float
    reviewed: float
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamDay:
    """After a day of study: the cards expected to be recalled at the exam, by either way."""

    date: date
    by_plan: float
    by_ordinary: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPlan:
    """Of `cards`, `without` will be recalled on the exam's day if nothing more is asked,
    `after_today` if today's reviews are the last, and as many as the last of `days` says if
    studying goes on with `a_day` reviews a day."""

    exam: date
    today: date
    cards: int
    a_day: int
    without: float
    after_today: float
    reviews: tuple[PlannedReview, ...]
    days: tuple[ExamDay, ...]


def exam_plan(
    cards: Sequence[Candidate],
    met: Collection[CardKey],
    settings_of: Callable[[str], Settings],
    until: Until,
) -> ExamPlan:
    """The plan for some cards (at least one), those met today among them.

    A card is asked once a day, and of siblings one, as in ordinary study.
    """
    day, exam_day = until.today, until.exam_day
    own = {one.card: settings_of(one.card.deck_id) for one in cards}
    turns = later_turns(day, exam_day, len(cards), until.a_day)
    worths = {
        one.card: worth(one.state, day, exam_day, own[one.card], turns)
        for one in cards
        if one.card not in met
    }
    siblings = Siblings(one for one in cards if one.card in met)
    free = [(one, worths[one.card]) for one in cards if one.card in worths]
    chosen = [one.card for one in best(free, int(until.a_day), siblings.admit)]
    outlooks = {one.card: outlook(one.state, day, exam_day, own[one.card]) for one in cards}
    return ExamPlan(
        exam=date_of(exam_day),
        today=date_of(day),
        cards=len(cards),
        a_day=int(until.a_day),
        without=expected(outlooks.values()),
        after_today=expected(outlooks.values(), reviewed=[outlooks[card] for card in chosen]),
        reviews=tuple(_planned(card, outlooks[card], worths[card]) for card in chosen),
        days=_days([(one.state, own[one.card]) for one in cards], until),
    )


def _planned(card: CardKey, found: Outlook, value: float) -> PlannedReview:
    return PlannedReview(
        deck_id=card.deck_id,
        question_id=card.question_id,
        without=found.without,
        reviewed=found.reviewed,
        worth=value,
    )


def _days(cards: Sequence[tuple[CardState, Settings]], until: Until) -> tuple[ExamDay, ...]:
    ahead = played_ahead(cards, until)
    both = zip(ahead.by_plan, ahead.by_due, strict=True)
    return tuple(
        ExamDay(date=date_of(until.today + place), by_plan=plan, by_ordinary=due)
        for place, (plan, due) in enumerate(both)
    )


def exam_words(plan: ExamPlan) -> tuple[str, str]:
    """What to expect, in two sentences: of today, and of the days until the exam."""
    when = f"{plan.exam.day} {plan.exam:%B %Y}"
    last, count = plan.days[-1], len(plan.reviews)
    return (
        f"On {when} you would recall {plan.without:.0f} of {plan.cards};"
        f" after {'this one' if count == 1 else f'these {count}'} today {plan.after_today:.0f}.",
        f"With {plan.a_day} a day until then: {last.by_plan:.0f} by this plan,"
        f" {last.by_ordinary:.0f} by ordinary scheduling (simulated).",
    )
