"""Finds the dates of a text, each with its value and the sentence that it stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span
from quizzer.facts.dates.expressions import CalendarDate, Fixed
from quizzer.facts.dates.grammar import find_expressions
from quizzer.facts.dates.resolution import Context, resolve
from quizzer.facts.dates.sentences import sentence_spans
from quizzer.facts.dates.tense import tense_around
from quizzer.facts.model import DateFact


def find_dates(
    text: str,
    paragraphs: Sequence[Span] | None = None,
    published: PartialDate | None = None,
    sentences: Sequence[Span] | None = None,
) -> list[DateFact]:
    """The time expressions of a text in order, with TIMEX3 values.

    Args:
        text: the whole text; all spans point into it.
        paragraphs: where to look, in order; None means everywhere. No expression crosses the
            end of a paragraph.
        published: the day the text was written, which `Friday` and `last month` count from.
            Without it, dates without a year get values such as `XXXX-02-12`.
        sentences: the evidence for what lies in each, in order; without them, sentences end
            where punctuation says so.

    Confidence: 1.0 for a full date, 0.9 where the year is the nearest one, 0.85 for a weekday in
    the past, less where the anchor is the date last spoken of or nothing at all.
    """
    facts: list[DateFact] = []
    spoken: PartialDate | None = None
    named: dict[tuple[int, int], int] = {}
    own = list(sentences or ())
    for paragraph in paragraphs if paragraphs is not None else [Span(0, len(text))]:
        if sentences is None:
            own = list(sentence_spans(text, paragraph))
        near = False
        for found in find_expressions(text, paragraph):
            evidence = _sentence(own, found.span, paragraph)
            tense = tense_around(text, evidence, found.span)
            resolved = resolve(found.expression, Context(published, spoken, named, near), tense)
            if resolved is None:
                continue
            value, confidence = resolved
            words = found.span.of(text)
            facts.append(DateFact(evidence, found.span, words, value, confidence))
            if isinstance(found.expression, Fixed):
                continue
            try:
                date = PartialDate.parse(value)
            except ValueError:  # a season or a week: nothing that days count from
                continue
            spoken, near = date, True
            is_full = isinstance(found.expression, CalendarDate) and found.expression.year
            if is_full and date.month is not None and date.day is not None:
                named[date.month, date.day] = date.year
    return facts


def _sentence(sentences: Sequence[Span], span: Span, within: Span) -> Span:
    """The stretch of sentences that holds the span; the paragraph where there is none."""
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    last = bisect_right(sentences, span.end - 1, key=lambda sentence: sentence.start) - 1
    if first < 0 or not sentences[first].overlaps(within):
        return within
    return Span(sentences[first].start, max(sentences[last].end, span.end))
