"""The grader against the table of what a fair teacher would say."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.grading.known import Known
from quizzer.quiz.model import Typed, Verdict

GROUPS: list[dict[str, Any]] = [
    group
    for name in ("grading_cases.yaml", "grading_cases_hard.yaml")
    for group in yaml.load((Path(__file__).parent / name).read_text("utf-8"), yaml.BaseLoader)
]
VERDICTS = {
    "right": Verdict.RIGHT,
    "near": Verdict.NEAR,
    "half": Verdict.PARTIAL,
    "wrong": Verdict.WRONG,
}
STEMS = {"name": "Who did it?", "truth": "Water is wet."}


def answer_of(group: dict[str, Any]) -> Answer:
    """The key as the deck would hold it."""
    key = group["key"]
    match group["kind"]:
        case "text" | "name" | "cloze":
            return TextAnswer(key)
        case "number":
            tolerance = group.get("tolerance")
            return NumberAnswer(
                Decimal(key), group.get("unit"), Decimal(tolerance) if tolerance else None
            )
        case "date":
            return DateAnswer(PartialDate.parse(key))
        case "truth":
            return TruthAnswer(key == "true")
        case "all":
            return AllAnswer(tuple(key))
        case "order":
            return OrderAnswer(tuple(key))
        case "pairs":
            return PairsAnswer(tuple(key.items()))
    raise AssertionError(group["kind"])


def question_of(group: dict[str, Any]) -> Question:
    """The group as a question of a deck."""
    return Question(
        id="q",
        stem=group.get("stem") or STEMS.get(group["kind"], "What is it?"),
        answer=answer_of(group),
        accept=tuple(group.get("accept", ())),
        distractors=tuple(group.get("distractors", ())),
    )


def cases() -> Iterator[Any]:
    """Every response of the table with its question and verdict."""
    for group in GROUPS:
        for word, verdict in VERDICTS.items():
            for response in group.get(word, ()):
                name = f"{group['kind']}:{group['key']}:{response}"[:80]
                yield pytest.param(group, response, verdict, id=name)


@pytest.mark.parametrize(("group", "response", "verdict"), list(cases()))
def test_the_grader_agrees_with_the_teacher(
    group: dict[str, Any], response: str, verdict: Verdict
) -> None:
    """Each response gets the verdict that was written down for it."""
    known = Known.of(group.get("known", ()))
    got = grade(question_of(group), Typed(response), group.get("language", "en"), known)
    assert got.verdict is verdict, got.reason


def test_the_table_is_large_enough() -> None:
    """At least 400 cases, with right and wrong ones for each kind of answer."""
    table = list(cases())
    assert len(table) >= 400
    for kind in ("text", "name", "number", "date", "truth", "all", "order", "pairs", "cloze"):
        seen = {case.values[2] for case in table if case.values[0]["kind"] == kind}
        assert {Verdict.RIGHT, Verdict.WRONG} <= seen
