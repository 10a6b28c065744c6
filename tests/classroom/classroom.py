"""A class that sits paper tests, for the tests of marks and item analysis."""

from datetime import UTC, datetime
from pathlib import Path

from quizzer.classroom.forms import make_forms
from quizzer.classroom.marking import mark_sheet
from quizzer.classroom.recording import Recorded, record_paper
from quizzer.classroom.records.records import Records
from quizzer.deck.model import Deck
from quizzer.deck.read import read_deck
from quizzer.quiz.grading.known import NOTHING_KNOWN

TEXT = """format: 1
id: seas
title: Seas & <oceans>
questions:
- id: largest
  stem: Which ocean is the largest?
  answer: Pacific
  distractors: [Atlantic, Indian, Arctic]
- {id: salt, stem: The sea is salt., answer: true}
- {id: deepest, stem: What is the deepest trench called?, answer: Mariana Trench}
- {id: pairs, stem: What lies where?, answer: {pairs: {Baltic: north, Coral Sea: south}}}
- {id: count, stem: How many oceans are there?, answer: {number: 5}, distractors: [3, 4, 7]}
"""
_FILE = read_deck(TEXT, "seas.yaml")
assert _FILE.deck is not None, _FILE.diagnostics
SEAS: Deck = _FILE.deck
RIGHT = {"largest": "Pacific", "salt": "true", "deepest": "Mariana Trench", "count": "5"}
MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)


def sit(
    records: Records,
    answers: dict[str, dict[str, str]],
    *,
    class_name: str = "7b",
    seed: str = "1",
    at: datetime = MAY,
    deck: Deck = SEAS,
) -> Recorded:
    """Records a test: for each student the answers by question id, as an option or in words.

    What is left out is left blank; students take form A and B by turns.
    """
    forms = make_forms(deck, deck.questions, 2, seed)
    marked = []
    for place, (name, given) in enumerate(answers.items()):
        form = forms[place % 2]
        lines = []
        for item in form.items:
            answer = given.get(item.question.id, "")
            if answer in item.options:
                answer = "ABCDEFGH"[item.options.index(answer)]
            lines.append(answer)
        marked.append(mark_sheet(name, form, lines, deck.language, NOTHING_KNOWN))
    return record_paper(
        records,
        marked,
        deck=deck,
        questions=deck.questions,
        seed=seed,
        class_name=class_name,
        written_at=at,
    )


def class_of(home: Path) -> Records:
    """The classroom's file in a folder."""
    return Records(home / "classroom.sqlite3")
