"""A whole deck under review: every rule on every question, with the place of each finding."""

from quizzer.deck.model import Deck, Question
from quizzer.deck.read import DeckFile
from quizzer.diagnostics import Diagnostic, Place, Severity
from quizzer.questions.review.fatal import FATAL
from quizzer.questions.review.item_writing import ITEM_WRITING
from quizzer.questions.review.rules import Case, DeckIndex, Rule

RULES: tuple[Rule, ...] = (*FATAL, *ITEM_WRITING)
"""All rules; every code is documented in `docs/questions.md`."""


def broken_rules(question: Question, index: DeckIndex, text: str | None) -> list[tuple[Rule, str]]:
    """The rules that the question breaks, each with the reason."""
    case = Case(question, index, text)
    return [(rule, reason) for rule in RULES for reason in rule.look(case)]


def review_question(
    question: Question, deck: Deck, text: str | None, place: Place | None = None
) -> list[Diagnostic]:
    """What a careful teacher would say about one question, as warnings.

    `text` is what evidence points into, or None; `place` is where the question stands.
    """
    where = place or Place(f"{deck.id}/{question.id}")
    index = DeckIndex(deck.questions)
    return [
        _diagnostic(rule, reason, where) for rule, reason in broken_rules(question, index, text)
    ]


def review_deck(file: DeckFile, text: str | None) -> list[Diagnostic]:
    """The findings for every question of a deck file, with line and column."""
    deck = file.deck
    if deck is None:
        return []
    found = []
    index = DeckIndex(deck.questions)
    for number, question in enumerate(deck.questions):
        for rule, reason in broken_rules(question, index, text):
            found.append(_diagnostic(rule, reason, file.place(number, rule.field)))
    return found


def _diagnostic(rule: Rule, reason: str, place: Place) -> Diagnostic:
    return Diagnostic(rule.code, Severity.WARNING, f"{rule.name}: {reason}", place, rule.hint)
