"""Keys and options as they are shown, and the modes in which a question can be asked."""

from collections.abc import Sequence
from typing import assert_never

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.model import Mode
from quizzer.seeded import seeded_order


def shown_key(question: Question) -> str:
    """The right answer as people read it: `1.5 hours`, `18 March 2025`, `Paris, Rome`."""
    answer = question.answer
    match answer:
        case TextAnswer(text):
            return text
        case TruthAnswer(value):
            return "true" if value else "false"
        case NumberAnswer():
            return shown_number(f"{answer.number:f}", answer.unit)
        case DateAnswer(date):
            return date.in_words
        case AllAnswer(items):
            return ", ".join(items)
        case OrderAnswer(items):
            return " → ".join(items)
        case PairsAnswer(pairs):
            return "; ".join(f"{left}: {right}" for left, right in pairs)
        case _:
            assert_never(answer)


def shown_number(number: str, unit: str | None) -> str:
    """A number with thousands separated and its unit behind."""
    whole, point, decimals = number.partition(".")
    digits = whole.lstrip("-")
    if digits.isdecimal() and len(digits) > 4:
        whole = f"{int(whole):,}"
    if unit == "%":
        return f"{whole}{point}{decimals}%"
    return f"{whole}{point}{decimals} {unit}" if unit else f"{whole}{point}{decimals}"


def shown_distractors(question: Question) -> tuple[str, ...]:
    """The wrong options in the form of the key, without any that looks like the key."""
    answer = question.answer
    match answer:
        case NumberAnswer():
            shown = [shown_number(text, answer.unit) for text in question.distractors]
        case DateAnswer():
            shown = [_date_in_words(text) for text in question.distractors]
        case TruthAnswer(value):
            shown = ["false" if value else "true"]
        case TextAnswer() | AllAnswer() | OrderAnswer() | PairsAnswer():
            shown = list(question.distractors)
        case _:
            assert_never(answer)
    keys = {shown_key(question), *question.accept}
    return tuple(text for text in dict.fromkeys(shown) if text not in keys)


def _date_in_words(text: str) -> str:
    try:
        return PartialDate.parse(text).in_words
    except ValueError:
        return text


def shown_rights(question: Question) -> tuple[str, ...]:
    """The right sides of pairs, in the order of the left sides."""
    assert isinstance(question.answer, PairsAnswer)
    return tuple(right for _, right in question.answer.pairs)


def options_of(question: Question, *seed: object) -> tuple[str, ...]:
    """What there is to choose from, in the order that `seed` gives; true before false always.

    For several, the things and the distractors; for an order, the things; for pairs, the right
    sides (each once) and the distractors.
    """
    match question.answer:
        case TruthAnswer():
            return ("true", "false")
        case AllAnswer(items):
            texts: Sequence[str] = (*items, *shown_distractors(question))
        case OrderAnswer(items):
            texts = items
        case PairsAnswer(pairs):
            texts = (*(right for _, right in pairs), *shown_distractors(question))
        case TextAnswer() | NumberAnswer() | DateAnswer():
            texts = (shown_key(question), *shown_distractors(question))
        case _:
            assert_never(question.answer)
    return tuple(seeded_order(dict.fromkeys(texts), *seed, question.id))


LONGEST_TYPED = 8
"""In words: what is longer nobody types as the key has it, and no program can grade it fairly."""


def is_long(question: Question) -> bool:
    """Whether the key is too long a text to be typed: it is chosen, or recalled and compared."""
    answer = question.answer
    return isinstance(answer, TextAnswer) and len(answer.text.split()) > LONGEST_TYPED


def fits(question: Question, mode: Mode) -> bool:
    """Whether the question can be asked in that mode."""
    match mode:
        case Mode.FLIP:
            return True
        case Mode.TYPE:
            return not is_long(question)
        case Mode.CHOICE:
            match question.answer:
                case TextAnswer() | NumberAnswer() | DateAnswer() | AllAnswer():
                    # Without a wrong option, choosing would give the answer away.
                    return len(shown_distractors(question)) > 0
                case TruthAnswer() | OrderAnswer() | PairsAnswer():
                    return True
                case _:
                    assert_never(question.answer)
        case _:
            assert_never(mode)


def mode_of(question: Question, modes: Sequence[Mode]) -> Mode | None:
    """The first of `modes` that fits; None when none does."""
    return next((mode for mode in modes if fits(question, mode)), None)


def answer_hint(question: Question) -> str:
    """What form the answer has, for whoever types it; empty when there is nothing to say."""
    answer = question.answer
    match answer:
        case NumberAnswer(unit=unit):
            return f"a number, in {unit}" if unit else "a number"
        case DateAnswer(date):
            if date.day is not None:
                return "a day, as 18 March 2025"
            return "a month, as March 2025" if date.month is not None else "a year"
        case TruthAnswer():
            return "true or false"
        case AllAnswer(items):
            return f"{len(items)} things, with commas between"
        case OrderAnswer():
            return "in order, with commas between"
        case PairsAnswer(pairs):
            return "; ".join(f"{left}: ..." for left, _ in pairs)
        case TextAnswer():
            return ""
        case _:
            assert_never(answer)
