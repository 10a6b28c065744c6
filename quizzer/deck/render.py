"""How answers are shown to people."""

from typing import assert_never

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    TextAnswer,
    TruthAnswer,
)

_IRREGULAR = {
    "feet": "foot",
    "people": "person",
    "men": "man",
    "women": "woman",
    "percent": "percent",
}


def answer_text(answer: Answer) -> str:
    """The key in words: `1.5 hours`, `18 March 2025`, `true`, `a, b and c`."""
    match answer:
        case TextAnswer(text):
            return text
        case TruthAnswer(value):
            return "true" if value else "false"
        case NumberAnswer(number, unit, _):
            return with_unit(str(number), unit)
        case DateAnswer(day):
            return day.in_words
        case AllAnswer(items):
            return listed(items)
        case OrderAnswer(items):
            return " → ".join(items)
        case PairsAnswer(pairs):
            return "; ".join(f"{left}: {right}" for left, right in pairs)
    assert_never(answer)


def option_text(distractor: str, answer: Answer) -> str:
    """A distractor in the same form as the key: a bare number gets the unit, a date its words."""
    match answer:
        case NumberAnswer(unit=unit):
            return with_unit(distractor, unit)
        case DateAnswer():
            try:
                return PartialDate.parse(distractor).in_words
            except ValueError:
                return distractor
        case _:
            return distractor


def with_unit(number: str, unit: str | None) -> str:
    """A number with its unit, which is in the singular after 1."""
    if not unit:
        return number
    return f"{number} {singular(unit) if number == '1' else unit}"


def singular(unit: str) -> str:
    """The singular of a unit's first word's plural: `US dollars` becomes `US dollar`."""
    head, space, last = unit.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("ies") and len(last) > 4:
        last = f"{last[:-3]}y"
    elif last.endswith(("ches", "shes", "xes", "sses")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return f"{head}{space}{last}"


def listed(items: tuple[str, ...]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = items or ("",)
    return f"{', '.join(most)} and {last}" if most else last
