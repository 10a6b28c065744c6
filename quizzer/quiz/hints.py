"""A hint for a question that is being asked: some of the answer, never all of it."""

import re
from typing import assert_never

from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.model import Mode
from quizzer.quiz.options import shown_key
from quizzer.quiz.state import Prompt
from quizzer.seeded import seeded_order

LEAST_OPTIONS = 3
"""With fewer, striking one out would leave only the key."""


def hint_of(prompt: Prompt) -> str:
    """The hint in words; empty where there is nothing to show short of the answer."""
    if (struck := struck_option(prompt)) is not None:
        return f"It is not {struck}."
    answer = prompt.item.question.answer
    match answer:
        case OrderAnswer(items):
            return f"It begins with {items[0]}."
        case PairsAnswer(((left, right), *others)) if others:
            return f"{left}: {right}."
        case TruthAnswer() | PairsAnswer():
            return ""
        case _ if prompt.mode is Mode.CHOICE:
            return ""
        case DateAnswer(date):
            year = f"{date.year}"
            return f"The year is {year}." if date.month is not None else masked(year)
        case AllAnswer(items):
            return ", ".join(map(masked, items)) if all(map(masked, items)) else ""
        case TextAnswer(text):
            return masked(text)
        case NumberAnswer():
            return masked(f"{answer.number:f}")
        case _:
            assert_never(answer)


def struck_option(prompt: Prompt) -> str | None:
    """A wrong option that a hint strikes out, always the same one; None where it cannot."""
    question = prompt.item.question
    if prompt.mode is not Mode.CHOICE or len(prompt.options) < LEAST_OPTIONS:
        return None
    match question.answer:
        case AllAnswer(items):
            rights = set(items)
        case TextAnswer() | NumberAnswer() | DateAnswer():
            rights = {shown_key(question)}
        case _:
            return None
    wrong = [option for option in prompt.options if option not in rights]
    return next(iter(seeded_order(sorted(wrong), "hint", question.id)), None)


def masked(text: str) -> str:
    """The first letter or digit of each word, dots for the others; empty if that hides nothing."""
    shown = re.sub(r"(?<=\w)\w", ".", text)
    return shown if shown != text else ""
