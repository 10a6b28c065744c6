"""Forms: one deck as several paper variants, each with its own order of questions and options.

A form is made of the deck, the seed and the form's code alone, so that it can be printed again,
and marked years later, without keeping anything but the seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzer.deck.model import (
    AllAnswer,
    Deck,
    OrderAnswer,
    PairsAnswer,
    Question,
    TruthAnswer,
)
from quizzer.deck.render import answer_text
from quizzer.diagnostics import QuizzerError
from quizzer.quiz.options import options_of, shown_key
from quizzer.seeded import seeded_order

ONE_LETTER = "one letter"
"""The task of a question that one option answers."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as it stands on a form.

    `options` are lettered A, B, C ...; `targets` stand beside them in a matching question and are
    numbered. `key` is what a right answer sheet says: a letter, letters in order, `1C 2A`, or
    words.
    """

    number: int
    question: Question
    options: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    key: str
    task: str


@dataclass(frozen=True, slots=True)
class Form:
    """One paper variant with its code."""

    code: str
    items: tuple[Item, ...]


def make_forms(
    deck: Deck, questions: Sequence[Question], count: int, seed: str, *, is_worksheet: bool = False
) -> tuple[Form, ...]:
    """`count` forms of the chosen questions of a deck.

    A worksheet has lines to write on where one option would be chosen.

    Raises:
        QuizzerError: a question has more options than there are letters.
    """
    codes = map(form_code, range(count))
    return tuple(_form(deck, questions, code, seed, is_worksheet) for code in codes)


def form_code(place: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    code = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, len(LETTERS))
        code = LETTERS[letter] + code
    return code


def _form(
    deck: Deck, questions: Sequence[Question], code: str, seed: str, is_worksheet: bool
) -> Form:
    by_id = {question.id: question for question in questions}
    order = seeded_order(by_id, "form", seed, deck.id, code)
    items = (
        _item(number, by_id[question_id], (seed, deck.id, code), is_worksheet)
        for number, question_id in enumerate(order, start=1)
    )
    return Form(code, tuple(items))


def _item(number: int, question: Question, seed: tuple[str, ...], is_worksheet: bool) -> Item:
    """The item with its options and what a right answer sheet says."""
    answer = question.answer
    targets: tuple[str, ...] = ()
    options = options_of(question, *seed)
    if len(options) > len(LETTERS):
        hint = "remove some, or leave the question out with --kinds"
        message = f"there are {len(options)} options, more than letters"
        raise QuizzerError.at(f"question {question.id}", message, hint, "P206")
    match answer:
        case TruthAnswer():
            key, task = LETTERS[options.index(answer_text(answer))], ONE_LETTER
        case OrderAnswer(items):
            key = " ".join(LETTERS[options.index(item)] for item in items)
            task = "the letters in the right order"
        case PairsAnswer(pairs):
            targets = tuple(seeded_order((left for left, _ in pairs), *seed, question.id, "left"))
            belongs = dict(pairs)
            key = " ".join(
                f"{place}{LETTERS[options.index(belongs[left])]}"
                for place, left in enumerate(targets, start=1)
            )
            task = "a letter for each number"
        case AllAnswer(items) if question.distractors:
            key = " ".join(sorted(LETTERS[options.index(item)] for item in items))
            task = "all right letters"
        case _ if question.distractors and not is_worksheet:
            key, task = LETTERS[options.index(shown_key(question))], ONE_LETTER
        case _:
            key, task, options = answer_text(answer), "in words or figures", ()
    return Item(
        number=number, question=question, options=options, targets=targets, key=key, task=task
    )
