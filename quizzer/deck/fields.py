"""The one table of what a deck file may hold; the reader and the JSON Schema both follow it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from quizzer.deck.model import FORMAT

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""Ids go into file names, commands and other programs, so they are plain."""

SHA256 = re.compile(r"[0-9a-f]{64}")
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Form(Enum):
    """What may stand in a field."""

    FORMAT = auto()
    ID = auto()
    LINE = auto()
    TEXT = auto()
    LANGUAGE = auto()
    DATE = auto()
    SHA256 = auto()
    NUMBER = auto()
    LINES = auto()
    PAIRS = auto()
    SPANS = auto()
    ANSWER = auto()
    SOURCE = auto()
    QUESTIONS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """A key of the format: what may stand in it, whether it must be there, what it means."""

    name: str
    form: Form
    about: str
    required: bool = False


DECK = (
    Field("format", Form.FORMAT, f"The version of the format, {FORMAT}.", required=True),
    Field("id", Form.ID, "Stable: renaming or moving the file loses nothing.", required=True),
    Field("title", Form.LINE, "What people call the deck.", required=True),
    Field("language", Form.LANGUAGE, "The language of the questions, as `en` or `pt-BR`."),
    Field("source", Form.SOURCE, "The article that the questions come from."),
    Field("questions", Form.QUESTIONS, "What is asked, in any order.", required=True),
)

SOURCE = (
    Field("title", Form.LINE, "The article's headline."),
    Field("publisher", Form.LINE, "Who published it."),
    Field("published", Form.DATE, "When: a day, a month or a year."),
    Field("url", Form.LINE, "Where it can be read."),
    Field("path", Form.LINE, "The text that evidence points into, as seen from the deck."),
    Field("sha256", Form.SHA256, "The digest of that text."),
)

QUESTION = (
    Field("id", Form.ID, "Unique in its deck, and stable: history hangs on it.", required=True),
    Field("stem", Form.TEXT, "What is asked; ____ marks the gap of a cloze.", required=True),
    Field("answer", Form.ANSWER, "The key.", required=True),
    Field("accept", Form.LINES, "Other answers that are right too."),
    Field("distractors", Form.LINES, "Wrong options, for asking with a choice."),
    Field("explanation", Form.TEXT, "Shown after the answer."),
    Field("evidence", Form.SPANS, "Characters of the source, from start up to end."),
    Field("kind", Form.ID, "What sort of fact: date, figure, attribution, role, place, event ..."),
    Field("tags", Form.LINES, "Words to find the question by."),
)

ANSWERS = {
    "number": (
        Field("number", Form.NUMBER, "The number.", required=True),
        Field("unit", Form.LINE, "Its unit, in the plural."),
        Field("tolerance", Form.NUMBER, "How far off is still right."),
    ),
    "date": (Field("date", Form.DATE, "A day, a month or a year.", required=True),),
    "all": (Field("all", Form.LINES, "Things that are all asked for.", required=True),),
    "order": (Field("order", Form.LINES, "Things in their right order.", required=True),),
    "pairs": (Field("pairs", Form.PAIRS, "What belongs to what.", required=True),),
}
"""The answers that are mappings, by the key that tells them apart."""
