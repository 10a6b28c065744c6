"""The other right answers of a deck: a response that says one of them is no typo."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizzer.deck.model import Answer, TextAnswer
from quizzer.quiz.grading.fold import compact, words_of


@dataclass(frozen=True, slots=True)
class Known:
    """Folded answers, and how many different ones end with each word (for surnames)."""

    answers: frozenset[str] = frozenset()
    last_words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: Iterable[str], language: str = "en") -> "Known":
        """What there is to know from some answers' texts."""
        folded = {words_of(text, language) for text in texts} - {()}
        return cls(
            frozenset(compact(words) for words in folded),
            Counter(words[-1] for words in folded if len(words) > 1),
        )

    @classmethod
    def of_answers(cls, answers: Iterable[Answer], language: str = "en") -> "Known":
        """What there is to know from a deck's answers; only texts can be mistaken for typos."""
        return cls.of((a.text for a in answers if isinstance(a, TextAnswer)), language)


NOTHING_KNOWN = Known()
