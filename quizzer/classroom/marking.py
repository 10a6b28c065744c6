"""Marks the answer sheets of all forms, typed in as a table: a row a student."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzer.classroom.forms import LETTERS, Form, Item
from quizzer.deck.model import AllAnswer, OrderAnswer, PairsAnswer
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.grading.known import Known
from quizzer.quiz.model import Chosen, Grade, Response, Skipped, Typed, wrong

_SPLIT = re.compile(r"[\s,;.)/-]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A student's sheet: the form; for each item in its order, what was answered, and a grade."""

    student: str
    form: Form
    responses: tuple[Response, ...]
    grades: tuple[Grade, ...]

    @property
    def points(self) -> float:
        """The sum of the scores."""
        return sum(one.score for one in self.grades)


def mark_sheet(
    student: str, form: Form, answers: Sequence[str], language: str, known: Known
) -> Marked:
    """Marks one sheet; answers that are missing at the end count as empty."""
    given = [*answers, *[""] * (len(form.items) - len(answers))]
    pairs = list(zip(form.items, given, strict=False))
    return Marked(
        student,
        form,
        tuple(read_answer(item, answer) for item, answer in pairs),
        tuple(mark_item(item, answer, language, known) for item, answer in pairs),
    )


def mark_item(item: Item, answer: str, language: str, known: Known) -> Grade:
    """Marks what stands on one line of a sheet: letters where options have letters, else words."""
    response = read_answer(item, answer)
    if item.options and isinstance(response, Typed):
        return wrong("not a letter of the options")
    return grade(item.question, response, language, known)


def read_answer(item: Item, answer: str) -> Response:
    """What stands on one line of a sheet; words beside options are no letters of theirs."""
    if not answer.strip():
        return Skipped()
    chosen = _lettered(item, answer) if item.options else None
    return Typed(answer) if chosen is None else Chosen(chosen)


def _lettered(item: Item, answer: str) -> tuple[str, ...] | None:
    """The options that letters stand for, in the order that grading wants them."""
    text = answer.upper().strip()
    if isinstance(item.question.answer, PairsAnswer):
        found = dict(re.findall(r"(\d+)\W*([A-Z])", text))
        letters = [found.get(str(place), "") for place in range(1, len(item.targets) + 1)]
        by_target = {
            target: _option(item, letter)
            for target, letter in zip(item.targets, letters, strict=True)
        }
        # Grading wants the right sides in the order in which the deck gives the left ones.
        return tuple(by_target.get(left) or "" for left, _ in item.question.answer.pairs)
    parts = [part for part in _SPLIT.split(text) if part]
    if isinstance(item.question.answer, OrderAnswer | AllAnswer) and len(parts) == 1:
        parts = list(parts[0])
    options = [_option(item, part) for part in parts]
    return None if None in options else tuple(option for option in options if option is not None)


def _option(item: Item, letter: str) -> str | None:
    place = LETTERS.find(letter) if len(letter) == 1 else -1
    return item.options[place] if 0 <= place < len(item.options) else None
