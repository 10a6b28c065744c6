"""Numbers that are no figures: clock times, list numbers, scores, phones, names with numbers."""

import re

from quizzer.deck.model import Span
from quizzer.facts.figures.quantities import Quantity

_WITHOUT_DIGITS = [
    (("clock",), re.compile(r"\b(?:[0-9]{1,2}|[a-z]+)\s+o['’]clock", re.IGNORECASE)),
    (('="',), re.compile(r"\b[\w-]{1,40}=\"[^\"\n]*\"")),  # what is left of a page's markup
    (("://", "www."), re.compile(r"(?:https?://|www\.)\S+")),
]
"""What holds no figure, though it may hold no digit either; first the letters that it needs."""

_WITH_DIGITS = [
    re.compile(r"\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"),
    re.compile(r"\b[0-9]{1,2}(?:\.[0-9]{2})?\s?[ap]\.?m\b\.?", re.IGNORECASE),
    re.compile(r"\b[0-9]{4}\s?(?:GMT|UTC|EST|EDT|hrs)\b|\b[0-9]{1,2}\s+GMT\b"),
    re.compile(r"\A\s*\(?[0-9]{1,3}[.)]\s"),  # a list's numbering
    re.compile(r"\b[0-9]+(?:\.[0-9]+){2,}\b"),  # versions, addresses, dates with dots
    re.compile(r"\+?\(?\b[0-9]{2,4}\)?[-\s][0-9]{3,4}-[0-9]{3,4}\b|\b[0-9]{3}-[0-9]{4}\b"),
    re.compile(r"(?<![£$€])\bv?[0-9]+\.[0-9]+[a-z]\b(?! (?:euros|dollars|pounds))"),
    re.compile(
        r"\b(?:room|page|chapter|gate|flight|route|number|bus|line|section|article|item)\s[0-9]+\b"
    ),
    re.compile(
        r"\b(?:No|Nos|Art|Sec|Ch|Vol|Fig|p|pp)\.\s?[0-9]+(?:[-–][0-9]+)?|#\s?[0-9]+", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:Article|Section|Chapter|Resolution|Rule|Title|Flight|Route|Highway|Interstate|Room|"
        r"Gate|Unit|Apollo|Boeing|Airbus|Windows|Level|Group|Type|Stage|Phase|Page|Version|Channel|"
        r"Area|Pier|Platform|Proposition|Amendment|Lot|Box|Suite)\s+[0-9]+\b"
    ),
    re.compile(
        r"\b[0-9]+(?:-[0-9]+)?\s+(?:[A-Z][\w.]*\s+){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Drive|"
        r"Boulevard|Blvd|Square|Place|Way|Court)\b"
    ),
    re.compile(r"\b[0-9]{2,4}['’]?s\b"),
    re.compile(r"\b[0-9]['’]\s?[0-9]{1,2}(?:[\"”]|\b)"),  # feet and inches
]
_DIGIT = re.compile("[0-9]")
_SCORE = re.compile(r"[0-9]{1,3}\s?[-–][0-9]{1,3}")
_COUNTED_AFTER = re.compile(r"\s+(?:[a-z]+\s+){0,2}[a-z]+(?:s|people|men|women|children)\b")


def lookalikes(text: str) -> list[Span]:
    """The stretches of a paragraph in which no figure is to be found."""
    holds = text.lower().__contains__
    patterns = [pattern for needs, pattern in _WITHOUT_DIGITS if any(map(holds, needs))]
    if _DIGIT.search(text):
        patterns += _WITH_DIGITS
    return [Span(*match.span()) for pattern in patterns for match in pattern.finditer(text)]


def is_score(text: str, quantity: Quantity) -> bool:
    """Whether a range is a result (`won 3-2`): bare digits and nothing counted behind."""
    if quantity.unit is not None:
        return False
    near = text[quantity.number.start : quantity.number.end + 5]
    match = _SCORE.match(near)
    return match is not None and (
        quantity.upper is None or not _COUNTED_AFTER.match(text, quantity.number.end)
    )
