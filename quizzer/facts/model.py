"""The kinds of fact, as frozen data; every span points into the article's text.

`evidence` is the sentence (or the stretch of sentences) that proves the fact. `confidence`
runs from 0 to 1 and is an estimate of the chance that the fact is right as stated.
"""

from dataclasses import dataclass
from decimal import Decimal

from quizzer.deck.model import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words of the article."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class NamedMention:
    """Words that name somebody, and who that is: `He` is `Donald Trump`; None when unknown."""

    span: Span
    text: str
    name: str | None


@dataclass(frozen=True, slots=True)
class DateFact:
    """A time expression with its TIMEX3 value: `2025-02-12`, `2025-02`, `199`, `1998-W05` ..."""

    evidence: Span
    span: Span
    text: str
    value: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A number, its unit and what it counts.

    `value` is the number (the lower end of a range, `upper` the other end); `unit` a plural
    unit or currency (`hours`, `percent`, `US dollars`); `of` the words for what is counted;
    `hedge` the words that blur it (`about`, `more than`); `ordinal` marks `second`.
    """

    evidence: Span
    span: Span
    text: str
    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    of: str | None = None
    hedge: str | None = None
    ordinal: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AttributionFact:
    """Who said, wrote, thought or wanted what.

    `act` is the kind of act: said proposed demanded agreed refused supported denied warned
    promised asked believed intended; `is_quote` tells that the content stands in quotation
    marks. Split quotes have one content span from the first to the last part.
    """

    evidence: Span
    source: NamedMention
    cue: Mention
    content: Mention
    act: str
    is_quote: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RoleFact:
    """Who holds which office: `Sergey Lavrov` is `Russian Foreign Minister`."""

    evidence: Span
    person: NamedMention
    role: Mention
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Where something happened: the place and the verb or noun that happened there."""

    evidence: Span
    place: NamedMention
    event: Mention
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class EventFact:
    """Something that happened on a known day, for timelines: a clause and its date's value."""

    evidence: Span
    event: Mention
    date: DateFact
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PossessionFact:
    """What belongs to whom: the owner, the thing, and the word that tells it (`owns`, `unit`)."""

    evidence: Span
    owner: NamedMention
    thing: Mention
    cue: Mention
    confidence: float = 1.0


Fact = DateFact | FigureFact | AttributionFact | RoleFact | PlaceFact | EventFact | PossessionFact
