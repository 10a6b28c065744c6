"""The JSON Schema follows the reader's table and agrees with the reader."""

import datetime

import jsonschema
import pytest
import yaml
from hypothesis import given

from quizzer.deck.model import Deck
from quizzer.deck.read import read_deck
from quizzer.deck.schema import SCHEMA_FILE, deck_schema, schema_text
from quizzer.deck.write import write_deck
from tests.deck.strategies import DECKS

VALIDATOR = jsonschema.Draft202012Validator(deck_schema())


def as_json(value: object) -> object:
    """What an editor's YAML reader gives a schema: dates are texts, keys are texts."""
    match value:
        case dict():
            return {str(key): as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case datetime.date():
            return value.isoformat()
        case _:
            return value


def is_valid(text: str) -> bool:
    """Whether the schema accepts a deck's text."""
    return bool(VALIDATOR.is_valid(as_json(yaml.safe_load(text))))


def test_the_shipped_schema_is_up_to_date() -> None:
    """`python -m quizzer.deck.schema` writes it again."""
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    """It follows the rules of its dialect."""
    jsonschema.Draft202012Validator.check_schema(deck_schema())


@given(DECKS)
def test_what_the_reader_takes_the_schema_takes(deck: Deck) -> None:
    """No deck that can be written is underlined in an editor."""
    assert is_valid(write_deck(deck))


GOOD = """format: 1
id: d
title: D
questions:
- id: q
  stem: How many?
  answer: {number: 3, unit: meters}
  distractors: [2, 4]
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("title: D\n", ""),
        ("title: D", "titel: D"),
        ("id: q", "id: a b"),
        ("stem: How many?", 'stem: ""'),
        ("distractors: [2, 4]", "distractors: 2"),
        ("distractors: [2, 4]", "distractor: [2, 4]"),
        ("distractors: [2, 4]", "evidence: [1]"),
        ("distractors: [2, 4]", "evidence: [-1, 2]"),
        ("{number: 3, unit: meters}", "{number: three}"),
        ("{number: 3, unit: meters}", "{unit: meters}"),
        ("{number: 3, unit: meters}", "{date: 18 March}"),
        ("{number: 3, unit: meters}", "[a]"),
    ],
)
def test_schema_and_reader_refuse_alike(old: str, new: str) -> None:
    """What the reader refuses by the shape of a field, the schema refuses as well."""
    assert is_valid(GOOD)
    assert read_deck(GOOD, "d").deck is not None
    bad = GOOD.replace(old, new, 1)
    assert bad != GOOD
    assert not is_valid(bad)
    assert read_deck(bad, "d").deck is None


def test_other_readers_take_question_marks_in_lists() -> None:
    """PyYAML's own reader stumbles over a bare one between brackets, so it is quoted."""
    deck = read_deck(GOOD + '  tags: ["what?", really]\n', "d").deck
    assert deck is not None
    assert 'tags: ["what?", really]' in write_deck(deck)
