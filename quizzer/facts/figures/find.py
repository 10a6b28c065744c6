"""Finds the figures of parsed paragraphs."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from quizzer.deck.model import Span
from quizzer.facts.dates.within import dates_within
from quizzer.facts.figures.counted import counted_by, is_counting_one
from quizzer.facts.figures.lookalikes import is_score, lookalikes
from quizzer.facts.figures.quantities import Quantity, find_quantities
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import DateFact, FigureFact

if TYPE_CHECKING:
    from quizzer.facts.parse import Span as Words
    from quizzer.facts.parse import Token

_NO_PLACE = frozenset(
    "place quarter half century lady class hand degree person world name thing sight glance half "
    "step aid minister secretary grade priority edition amendment street avenue circuit congress "
    "district floor responder".split()
)

_AGED = frozenset("people children men women those anyone everyone voters adults kids".split())
_DEFINITE = frozenset("the these those both all his her its their our your my".split())


def find_figures(
    paragraphs: Sequence[ParsedParagraph], dates: Sequence[DateFact] = ()
) -> list[FigureFact]:
    """The figures in order; numbers inside `dates` are none.

    Clock times, list numbers, scores, phone numbers, versions and numbers that are part of a
    name are left out. Headings are read as well. The span covers number, sign and unit, not the
    hedge.
    """
    facts: list[FigureFact] = []
    ordered = sorted(dates, key=lambda date: date.span)
    for parsed in paragraphs:
        here = parsed.paragraph.span
        text = parsed.text
        taken = lookalikes(text)
        for date in dates_within(ordered, here):
            taken.append(Span(date.span.start - here.start, date.span.end - here.start))
        free = _outside(taken)
        for quantity in find_quantities(text):
            if not free(quantity.span) or is_score(text, quantity):
                continue
            fact = _fact(parsed, quantity)
            if fact is not None:
                facts.append(fact)
    return facts


def _outside(taken: list[Span]) -> Callable[[Span], bool]:
    """Tells whether a span touches none of those taken, in time that hardly grows with them."""
    starts: list[int] = []
    ends: list[int] = []  # of the first so many, the furthest
    for span in sorted(taken):
        starts.append(span.start)
        ends.append(max(span.end, ends[-1] if ends else 0))

    def is_outside(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before == 0 or ends[before - 1] <= span.start

    return is_outside


def _fact(parsed: ParsedParagraph, quantity: Quantity) -> FigureFact | None:
    """The quantity with what it counts, or None where it turns out to be no figure."""
    start = parsed.paragraph.span.start
    span = Span(start + quantity.span.start, start + quantity.span.end)
    words = parsed.words(span)
    if words is None or len(words) == 0:
        return None
    if quantity.ordinal and not _is_place(quantity, words[-1]):
        return None
    if quantity.value == 1 and not quantity.ordinal and not is_counting_one(quantity, words):
        return None
    if _is_part_of_name(quantity, words):
        return None
    is_age = _is_age(quantity, words)
    of, is_parsed = (None, True) if is_age else counted_by(quantity, words)
    if of is None and (quantity.ordinal or (quantity.value == 0 and not quantity.unit)):
        return None
    return FigureFact(
        evidence=parsed.span(words.sent),
        span=span,
        text=quantity.span.of(parsed.text),
        value=quantity.value,
        upper=quantity.upper,
        unit="years old" if is_age else quantity.unit,
        of=of,
        hedge=quantity.hedge,
        ordinal=quantity.ordinal,
        confidence=0.8 if is_age else _confidence(quantity, of, words, is_parsed=is_parsed),
    )


def _is_place(quantity: Quantity, token: "Token") -> bool:
    """Whether an ordinal counts a noun: not `first, ...`, `a second` or `the first half`."""
    head = token.head
    if token.dep_ not in {"amod", "nummod", "compound"} or head.i < token.i:
        return False
    if head.lemma_.lower() in _NO_PLACE or head.pos_ != "NOUN":
        return False
    return not (head.lower_ == "time" and quantity.value == Decimal(1))


def _is_part_of_name(quantity: Quantity, words: "Words") -> bool:
    """`Formula 1`, `World War Two`: a capital before, nothing counted behind."""
    first = words[0]
    if quantity.ordinal or quantity.unit or quantity.hedge or first.i == 0:
        return False
    before = first.nbor(-1)
    is_name = before.pos_ == "PROPN" and not before.is_sent_start and before.text[:1].isupper()
    return is_name and (words[-1].head == before or words[-1].ent_type_ in {"PERSON", "ORG", "FAC"})


def _is_age(quantity: Quantity, words: "Words") -> bool:
    """`Smith, 45, said`, `people under 30`: a number behind somebody."""
    first, doc = words[0].i, words.doc
    if quantity.hedge in {"over", "under"} and first > 1 and not quantity.unit:
        return doc[first - 2].lower_ in _AGED and 0 < quantity.value < 120
    if quantity.unit or quantity.upper or quantity.is_share or not 0 < quantity.value < 120:
        return False
    if first < 2 or words.end >= len(doc) or doc[first - 1].text != ",":
        return False
    return doc[words.end].text in {",", "."} and doc[first - 2].pos_ in {"PROPN", "PRON"}


def _confidence(quantity: Quantity, of: str | None, words: "Words", *, is_parsed: bool) -> float:
    """How sure a figure is to be worth asking: units and parsed nouns most, bare numbers least."""
    before = words[0].nbor(-1).lower_ if words[0].i else ""
    if quantity.is_share:
        return 0.6 if of else 0.5
    if before in _DEFINITE and quantity.value <= 3 and not quantity.unit and not quantity.ordinal:
        return 0.5  # `the two sides` is known before it is said
    if quantity.ordinal:
        return 0.8 if quantity.value > 1 else 0.65
    if quantity.unit is not None:
        return 0.9
    if of is None:
        return 0.5
    return 0.9 if is_parsed else 0.7
