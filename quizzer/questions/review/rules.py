"""What a rule of the reviewer is: a code, a name, a remedy, and a function that looks."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)


def stem_words(stem: str) -> frozenset[str]:
    """The words of a stem, without regard to case and order."""
    return frozenset(_WORD.findall(stem.lower()))


_WORD = re.compile(r"\w+")


class DeckIndex:
    """The questions of a deck by what they ask and by their key, so that a review stays linear."""

    def __init__(self, questions: Iterable[Question]):
        self._by_words: dict[frozenset[str], list[Question]] = {}
        self._by_answer: dict[Answer, list[Question]] = {}
        for question in questions:
            self._by_words.setdefault(stem_words(question.stem), []).append(question)
            self._by_answer.setdefault(question.answer, []).append(question)

    def same_words(self, stem: str) -> list[Question]:
        """The questions whose stems have the very same words."""
        return self._by_words.get(stem_words(stem), [])

    def same_answer(self, question: Question) -> list[Question]:
        """The questions with the same key, in the order of the deck."""
        return self._by_answer.get(question.answer, [])


@dataclass(frozen=True)
class Case:
    """One question under review, among others, with the text its evidence points into."""

    question: Question
    index: DeckIndex
    text: str | None = None

    @property
    def stem(self) -> str:
        """The question's stem."""
        return self.question.stem

    @cached_property
    def key(self) -> str | None:
        """The key as one text, where it is one thing; None for lists, pairs and true or false."""
        match self.question.answer:
            case TextAnswer(text):
                return text
            case NumberAnswer(number):
                return f"{number:f}"
            case DateAnswer(date):
                return str(date)
            case TruthAnswer() | AllAnswer() | OrderAnswer() | PairsAnswer():
                return None

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The key and its distractors, the key first; empty where there is nothing to choose."""
        key = self.key
        return (key, *self.question.distractors) if key and self.question.distractors else ()

    @cached_property
    def cited(self) -> str:
        """The evidence's text; empty without a source or evidence."""
        if self.text is None:
            return ""
        return " ".join(span.of(self.text) for span in self.question.evidence)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: `look` yields the reasons why a question breaks it."""

    code: str
    name: str
    hint: str
    look: Callable[[Case], Iterator[str]]
    field: str = "stem"
