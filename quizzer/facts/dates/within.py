"""The dates of one paragraph out of those of a whole article."""

from bisect import bisect_left
from collections.abc import Sequence

from quizzer.deck.model import Span
from quizzer.facts.model import DateFact


def dates_within(dates: Sequence[DateFact], span: Span) -> Sequence[DateFact]:
    """Those of `dates`, which are in order, that lie in `span`; takes no time for the others."""
    first = bisect_left(dates, span.start, key=lambda date: date.span.start)
    last = bisect_left(dates, span.end, key=lambda date: date.span.start)
    return dates[first:last]
