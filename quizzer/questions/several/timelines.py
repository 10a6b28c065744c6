"""Questions that put what happened in order, made of several dated events."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.deck.model import DateAnswer, OrderAnswer, Span
from quizzer.facts.model import EventFact
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.grammar.wording import (
    capitalize,
    has_stray_quotes,
    plain_marks,
    render,
    word_count,
)
from quizzer.questions.said.claims import claimant_of

FEWEST, MOST = 3, 5
_MOST_TIMELINES = 2
"""For one article."""
_SHORTEST, _LONGEST = 4, 22
_LEAST_CONFIDENCE = 0.75


@dataclass(frozen=True, slots=True)
class _Item:
    words: str
    date: PartialDate
    fact: Span
    evidence: tuple[Span, ...]
    sentence: int
    is_asked: bool
    """Whether a question about the date passed every check."""


def write_timelines(candidates: Iterable[Candidate], desk: Desk) -> list[Candidate]:
    """`Put these events in order`, of three to five events whose dates do not overlap.

    `candidates` are questions; those about dates tell events, beside the events of the reading.
    """
    asked = (item for item in (_asked(candidate) for candidate in candidates) if item)
    items = [*asked, *(item for item in (_item(desk, e) for e in desk.reading.events) if item)]
    chosen = _apart([item for item in items if _stands_alone(item.words)])
    return [_timeline(part) for part in _parts(chosen)][:_MOST_TIMELINES]


def _asked(candidate: Candidate) -> _Item | None:
    """The event that a question about a date asks for."""
    if candidate.kind != "date" or not candidate.predicate:
        return None
    if not isinstance(candidate.answer, DateAnswer):
        return None
    return _Item(
        candidate.predicate, candidate.answer.date, candidate.fact, candidate.evidence,
        candidate.sentence, True,
    )  # fmt: skip


def _item(desk: Desk, fact: EventFact) -> _Item | None:
    """An event of the reading, in words that stand alone."""
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
    if len(tokens) < _SHORTEST or claimant_of(desk, sentence, tokens[0]) != "":
        return None
    grounded = desk.grounding.ground(sentence, tokens)
    words = plain_marks(capitalize(render(tokens, grounded.swaps))).rstrip(".")
    if grounded.problems or grounded.has_date or not grounded.has_name:
        return None
    return _Item(words, date, fact.event.span, (fact.evidence,), sentence.number, False)


_TELLS_WHEN = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b(?:{'|'.join(m for m in MONTHS if m != 'May')})\b"
    r"|\b(?:later|earlier|again|still|already|then|next|previous|previously|after|before|since"
    r"|until|following|first|last|anniversary)\b",
)
"""Dates, and words that tell of an order."""


def _stands_alone(words: str) -> bool:
    return (
        _SHORTEST <= word_count(words) <= _LONGEST
        and not _TELLS_WHEN.search(words)
        and not has_stray_quotes(words)
        and ":" not in words
    )


def _apart(items: Sequence[_Item]) -> list[_Item]:
    """As many items as have dates that do not overlap, in their order; of those on the same days
    the one that is asked about."""
    order = sorted(items, key=lambda i: (i.date.last_day, not i.is_asked, i.sentence, i.words))
    chosen: list[_Item] = []
    for item in order:
        if not chosen or item.date.first_day > chosen[-1].date.last_day:
            chosen.append(item)
    return chosen


def _parts(items: list[_Item]) -> Iterator[list[_Item]]:
    """The items in runs of three to five, as even as they go."""
    number = -(-len(items) // MOST)
    if len(items) < FEWEST:
        return
    for place in range(number):
        start, end = (len(items) * p // number for p in (place, place + 1))
        yield items[start:end]


def _timeline(items: list[_Item]) -> Candidate:
    first, last = items[0].date, items[-1].date
    return Candidate(
        kind="timeline",
        form="order",
        stem=f"Put these events {_period(first, last)} in order, from the earliest to the latest.",
        answer=OrderAnswer(tuple(item.words for item in items)),
        key=items[0].words,
        evidence=tuple(sorted({span for item in items for span in item.evidence})),
        fact=items[0].fact,
        sentence=min(item.sentence for item in items),
        weight=2.5,
    )


def _period(first: PartialDate, last: PartialDate) -> str:
    """`of May 2019`, `of May to July 2019`, or of years where a month is not known."""
    if first.year != last.year or first.month is None or last.month is None:
        return f"of the years {first.year} to {last.year}"
    one, other = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if one == other:
        return f"of {one} {first.year}"
    return f"of {one} to {other} {first.year}"
