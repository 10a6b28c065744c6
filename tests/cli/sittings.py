"""A small deck and a sitting over it, with a recorder that only remembers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from quizzer.cli.sitting import Clock, Sitting
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Span,
    TextAnswer,
    TruthAnswer,
)
from quizzer.memory.model import CardKey, Review
from quizzer.quiz.events import Aside
from quizzer.quiz.session import items_of, start
from quizzer.quiz.state import Settings

TEXT = (
    "The lighthouse\n\n"
    "The lighthouse of Skerry Point was lit on 4 May 1871. Its keeper, Ada Brandt, counted "
    "212 steps to the lamp.\n\nIt still shines."
)


def cited(words: str) -> tuple[Span, ...]:
    """The place of some words in the text."""
    start_at = TEXT.index(words)
    return (Span(start_at, start_at + len(words)),)


KEEPER = Question(
    id="keeper",
    stem="Who kept the lighthouse of Skerry Point?",
    answer=TextAnswer("Ada Brandt"),
    distractors=("Ole Lund", "Mary Firth"),
    explanation="She stayed for thirty years.",
    evidence=cited("Its keeper, Ada Brandt, counted 212 steps to the lamp."),
    kind="person",
)
STEPS = Question(
    id="steps",
    stem="How many steps lead to the lamp?",
    answer=NumberAnswer(Decimal(212), "steps"),
    evidence=cited("Its keeper, Ada Brandt, counted 212 steps to the lamp."),
    kind="figure",
)
LIT = Question(
    id="lit",
    stem="When was the lighthouse first lit?",
    answer=DateAnswer(PartialDate(1871, 5, 4)),
    distractors=("1871-05-14", "1872-05-04"),
    evidence=cited("The lighthouse of Skerry Point was lit on 4 May 1871."),
    kind="date",
)
SHINES = Question(
    id="shines", stem="The lamp still shines.", answer=TruthAnswer(True), kind="truth"
)


def other(name: str, answer: Answer, *distractors: str) -> Question:
    """A question of another kind of answer."""
    return Question(id=name, stem=f"Which {name}?", answer=answer, distractors=distractors)


COLOURS = other("colours", AllAnswer(("red", "white")), "green")
SEQUENCE = other("sequence", OrderAnswer(("spark", "flame", "smoke")))
MATCHES = other("matches", PairsAnswer((("north", "cliff"), ("south", "beach"))))

DECK = Deck(
    id="light",
    title="The lighthouse",
    questions=(KEEPER, STEPS, LIT, SHINES, COLOURS, SEQUENCE, MATCHES),
)


@dataclass
class Remembering:
    """A recorder that keeps what it is told."""

    log: list[Review] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    aside: list[tuple[str, Aside]] = field(default_factory=list)

    def append(self, review: Review) -> None:
        """Keeps a review."""
        self.log.append(review)

    def replace(self, old: str, review: Review, at: datetime) -> None:
        """Keeps a review in the place of another."""
        self.append(review)
        self.undo(old, at)

    def undo(self, review_id: str, at: datetime) -> None:
        """Keeps what was taken back."""
        self.undone.append(review_id)

    def set_aside(self, card: CardKey, how: Aside, at: datetime) -> str:
        """Keeps what was left out."""
        self.aside.append((card.question_id, how))
        return f"{how}:{len(self.aside)}"

    @property
    def standing(self) -> list[Review]:
        """The reviews that count."""
        return [review for review in self.log if review.id not in self.undone]


@dataclass
class Ticking:
    """A clock that goes one second further with every look."""

    ms: int = 0

    def elapsed_ms(self) -> int:
        """One second later than last time."""
        self.ms += 1000
        return self.ms

    def clock(self) -> Clock:
        """As the sitting wants it."""
        return Clock(now=lambda: datetime(2026, 5, 4, 12, tzinfo=UTC), elapsed_ms=self.elapsed_ms)


def sitting(
    questions: Iterable[Question] = DECK.questions,
    settings: Settings | None = None,
    recorder: Remembering | None = None,
) -> Sitting:
    """A sitting over some questions, in the order given."""
    deck = Deck(id="light", title="The lighthouse", questions=tuple(questions))
    session = start(items_of([deck]), settings or Settings(seed="7"))
    return Sitting(
        session,
        recorder if recorder is not None else Remembering(),
        Ticking().clock(),
        session_id="s",
        texts=lambda deck_id: TEXT,
    )
