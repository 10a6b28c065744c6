"""Questions that put what happened in order, made of several dated events."""

from dataclasses import dataclass

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.deck.model import OrderAnswer
from quizzer.facts.model import EventFact
from quizzer.questions.calendar_words import exact_date
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.claims import claimant_of
from quizzer.questions.wording import capitalize, has_stray_quotes, plain_marks, render, word_count

FEWEST, MOST = 3, 5
_LONGEST = 18
_LEAST_CONFIDENCE = 0.75


@dataclass(frozen=True, slots=True)
class _Item:
    words: str
    date: PartialDate
    fact: EventFact
    sentence: int


def write_timelines(desk: Desk) -> list[Candidate]:
    """`Put these events in order`, of three to five events on different days."""
    by_day: dict[PartialDate, _Item] = {}
    for fact in desk.reading.events:
        item = _item(desk, fact)
        if item is not None and item.date not in by_day:
            by_day[item.date] = item
    items = sorted(by_day.values(), key=lambda item: item.date.first_day)
    found = []
    for start in range(0, len(items), MOST):
        part = items[start : start + MOST]
        if len(part) >= FEWEST:
            found.append(_timeline(part))
    return found


def _item(desk: Desk, fact: EventFact) -> _Item | None:
    date = exact_date(fact.date.value)
    sentence = desk.reading.sentence_at(fact.event.span.start)
    if date is None or date.day is None or sentence is None:
        return None
    if fact.confidence < _LEAST_CONFIDENCE:
        return None
    dated = desk.reading.dates_in(fact.event.span)
    gone = {t.i for d in dated for t in sentence.tokens_in(d.span)}
    tokens = [t for t in sentence.tokens_in(fact.event.span) if t.i not in gone]
    tokens = [t for t in tokens if not (t.lower_ in {"on", "in"} and t.i + 1 in gone)]
    if len(tokens) < 4 or claimant_of(desk, sentence, tokens[0]) is None:
        return None
    grounded = desk.grounding.ground(sentence, tokens)
    words = plain_marks(capitalize(render(tokens, grounded.swaps))).rstrip(".")
    if grounded.problems or grounded.has_date or not grounded.has_name:
        return None
    if not 4 <= word_count(words) <= _LONGEST or has_stray_quotes(words) or ":" in words:
        return None
    return _Item(words, date, fact, sentence.number)


def _timeline(items: list[_Item]) -> Candidate:
    first, last = items[0].date, items[-1].date
    return Candidate(
        kind="timeline",
        form="order",
        stem=f"Put these events {_period(first, last)} in order, from the earliest to the latest.",
        answer=OrderAnswer(tuple(item.words for item in items)),
        key=items[0].words,
        evidence=tuple(sorted({item.fact.evidence for item in items})),
        fact=items[0].fact.event.span,
        sentence=min(item.sentence for item in items),
        weight=2.5,
    )


def _period(first: PartialDate, last: PartialDate) -> str:
    one, other = MONTHS[(first.month or 1) - 1], MONTHS[(last.month or 1) - 1]
    if first.year != last.year:
        return f"of the years {first.year} to {last.year}"
    if one == other:
        return f"of {one} {first.year}"
    return f"of {one} to {other} {first.year}"
