"""What a written option is worth beside a key: two of equal worth are the same answer."""

from decimal import Decimal

from quizzer.deck.dates import PartialDate
from quizzer.deck.fields import NUMBER
from quizzer.deck.model import Answer, DateAnswer, NumberAnswer, TextAnswer

Worth = str | Decimal | PartialDate


def worth(text: str, answer: Answer) -> Worth:
    """A number or a date where the key is one and the text reads as one; else the folded text."""
    folded = " ".join(text.split()).casefold()
    match answer:
        case NumberAnswer():
            return Decimal(folded) if NUMBER.fullmatch(folded) else folded
        case DateAnswer():
            try:
                return PartialDate.parse(folded)
            except ValueError:
                return folded
        case _:
            return folded


def same_worth(text: str, answer: Answer) -> bool:
    """Whether `text` is the key itself, or a number within its tolerance."""
    value = worth(text, answer)
    match answer:
        case TextAnswer(key):
            return value == worth(key, answer)
        case NumberAnswer(number, _, tolerance):
            return isinstance(value, Decimal) and abs(value - number) <= (tolerance or 0)
        case DateAnswer(day):
            return value == day
        case _:
            return False
