"""The deck format as a JSON Schema, made from the same table that the reader follows.

Editors that know YAML schemas complete and validate with it. It can't see what needs other
fields or the source's text; `quizzer check` does.
"""

import json
from pathlib import Path
from typing import Any, assert_never

from quizzer.deck.fields import (
    ANSWERS,
    DECK,
    ID,
    LANGUAGE,
    NUMBER,
    QUESTION,
    SHA256,
    SOURCE,
    Field,
    Form,
)
from quizzer.deck.model import FORMAT

Schema = dict[str, Any]

SCHEMA_FILE = Path(__file__).with_name("deck.schema.json")
"""Where the schema lies in the installed package."""

# YAML readers hand plain numbers and words such as `No` to the schema as what they look like.
_TEXT: Schema = {"anyOf": [{"type": "string", "pattern": r"\S"}, {"type": ["number", "boolean"]}]}
_DATE: Schema = {
    "anyOf": [
        {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        {"type": "integer", "minimum": 1, "maximum": 9999},
    ]
}
_SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}


def deck_schema() -> Schema:
    """The schema of a whole deck file, in the dialect of 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "quizzer deck",
        "description": f"A deck of questions, format {FORMAT}.",
        **_object(DECK),
    }


def schema_text() -> str:
    """The schema as it stands in the shipped file."""
    return json.dumps(deck_schema(), indent=2) + "\n"


def _object(table: tuple[Field, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {
            entry.name: {"description": entry.about, **_form(entry.form)} for entry in table
        },
        "required": [entry.name for entry in table if entry.required],
        "additionalProperties": False,
    }


def _form(form: Form) -> Schema:
    match form:
        case Form.FORMAT:
            return {"enum": [FORMAT, str(FORMAT)]}
        case Form.ID:
            return _pattern(ID.pattern)
        case Form.LANGUAGE:
            return _pattern(LANGUAGE.pattern)
        case Form.SHA256:
            return _pattern(SHA256.pattern)
        case Form.NUMBER:
            return {"anyOf": [{"type": "number"}, _pattern(NUMBER.pattern)]}
        case Form.LINE | Form.TEXT:
            return _TEXT
        case Form.DATE:
            return _DATE
        case Form.LINES:
            return {"type": "array", "items": _TEXT}
        case Form.PAIRS:
            return {"type": "object", "additionalProperties": _TEXT}
        case Form.SPANS:
            return {"anyOf": [_SPAN, {"type": "array", "items": _SPAN, "minItems": 1}]}
        case Form.ANSWER:
            return {"anyOf": [_TEXT, *(_object(table) for table in ANSWERS.values())]}
        case Form.SOURCE:
            return _object(SOURCE)
        case Form.QUESTIONS:
            return {"type": "array", "items": _object(QUESTION)}
    assert_never(form)


def _pattern(pattern: str) -> Schema:
    # An id or a digest of digits alone is a number to a YAML reader.
    return {"anyOf": [{"type": "string", "pattern": f"^(?:{pattern})$"}, {"type": "number"}]}


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), "utf-8")
