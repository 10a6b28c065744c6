"""Deck, question, answer, evidence and source as frozen data.

Nothing here reads files or knows YAML. Values are plain; whether they make sense together
(a distractor equal to the key, evidence outside the text) is what `quizzer.deck.check` asks.
"""

from dataclasses import dataclass
from decimal import Decimal

from quizzer.deck.dates import PartialDate

FORMAT = 1
"""The version of the deck format that this program writes."""

BLANK = "____"
"""What stands for the gap in the stem of a cloze."""


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """A name, a term or a short phrase."""

    text: str


@dataclass(frozen=True, slots=True)
class TruthAnswer:
    """The stem is a statement that is true or false."""

    value: bool


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """A number as it was written (`1.50` keeps its zero), with its unit in the plural or none.

    An answer counts as right when it is at most `tolerance` away, in the same unit.
    """

    number: Decimal
    unit: str | None = None
    tolerance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """A day, a month or a year."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class AllAnswer:
    """Several things, all of which are asked for, in any order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """Things in their right order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairsAnswer:
    """What belongs to what; the left sides are unique."""

    pairs: tuple[tuple[str, str], ...]


Answer = (
    TextAnswer | TruthAnswer | NumberAnswer | DateAnswer | AllAnswer | OrderAnswer | PairsAnswer
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Source:
    """Where a deck comes from.

    `path` is relative to the deck's file and names the text that evidence points into;
    `sha256` is the digest of that text as quizzer reads it, in UTF-8, in hexadecimal.
    """

    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    path: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The authored unit: what is asked, the key, and the place that proves it.

    `id` is unique in its deck and stable: history hangs on deck id and question id.
    `evidence` holds the cited passages of the source, most often one; `distractors` are
    written as the key is (numbers without the key's unit, dates in ISO form).
    """

    id: str
    stem: str
    answer: Answer
    accept: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    explanation: str | None = None
    evidence: tuple[Span, ...] = ()
    kind: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def is_cloze(self) -> bool:
        """Whether the stem has a gap to fill."""
        return BLANK in self.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A named, ordered set of questions, most often made from one source."""

    id: str
    title: str
    language: str = "en"
    source: Source | None = None
    questions: tuple[Question, ...] = ()

    def question(self, question_id: str) -> Question | None:
        """The question of that id, if there is one."""
        return next((q for q in self.questions if q.id == question_id), None)
