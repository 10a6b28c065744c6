"""The way in to grading: one response to one question gives one grade, with its reason."""

import re
from collections.abc import Sequence
from typing import assert_never

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    BLANK,
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.grading.dates import grade_date
from quizzer.quiz.grading.fold import fold
from quizzer.quiz.grading.known import NOTHING_KNOWN, Known
from quizzer.quiz.grading.lists import (
    Matcher,
    grade_order,
    grade_pairs,
    grade_several,
    order_score,
    several_score,
)
from quizzer.quiz.grading.names import asks_for_person
from quizzer.quiz.grading.numbers import grade_number
from quizzer.quiz.grading.text import Context, grade_text
from quizzer.quiz.grading.truth import grade_truth
from quizzer.quiz.model import (
    Chosen,
    Grade,
    Rated,
    Response,
    Skipped,
    Typed,
    Verdict,
    partial,
    right,
    wrong,
)
from quizzer.quiz.options import shown_key, shown_rights

MOST = 10_000
"""Characters of a typed response that are read."""


def grade(
    question: Question, response: Response, language: str = "en", known: Known = NOTHING_KNOWN
) -> Grade:
    """Grades one response; `known` holds the deck's other answers, which are never typos."""
    match response:
        case Skipped():
            return Grade(Verdict.SKIPPED, 0.0, "skipped")
        case Rated(knew):
            return right("you knew it") if knew else wrong("you did not know it")
        case Chosen(options):
            return _grade_chosen(question, options)
        case Typed(text):
            return _grade_typed(question, text[:MOST], language, known)
        case _:
            assert_never(response)


def _grade_chosen(question: Question, options: Sequence[str]) -> Grade:
    """Options are compared as they were shown, letter for letter."""
    match question.answer:
        case AllAnswer(items):
            hits = len(set(options) & set(items))
            score = several_score(hits, len(set(options)) - hits, len(items))
            return partial(score, "right" if score == 1 else f"{hits} of {len(items)}")
        case OrderAnswer(items):
            places = [items.index(option) for option in dict.fromkeys(options) if option in items]
            score = order_score(places, len(items))
            in_place = sum(place == want for want, place in enumerate(places))
            reason = "right" if score == 1 else f"{in_place} of {len(items)} in their place"
            return partial(score, reason)
        case PairsAnswer():
            wanted = shown_rights(question)
            matched = sum(a == b for a, b in zip(options, wanted, strict=False))
            reason = "right" if matched == len(wanted) else f"{matched} of {len(wanted)} pairs"
            return partial(matched / len(wanted), reason)
        case TextAnswer() | TruthAnswer() | NumberAnswer() | DateAnswer():
            return right() if tuple(options) == (shown_key(question),) else wrong()
        case _:
            assert_never(question.answer)


def _grade_typed(question: Question, text: str, language: str, known: Known) -> Grade:
    # Line ends stay: they part the members of a list.
    text = re.sub(r"[^\S\n]+", " ", text).strip()
    if not fold(text).strip(" .,;:!?-"):
        return wrong("nothing was answered")
    if question.is_cloze:
        text = _from_sentence(question.stem, text)
    answer = question.answer
    match answer:
        case TextAnswer(key):
            keys = (key, *question.accept)
            return grade_text(text, keys, _context(question, language, known))
        case TruthAnswer(value):
            return grade_truth(text, value, language)
        case NumberAnswer():
            grade = grade_number(text, answer, language=language, stem=question.stem)
            return _or_accepted(grade, question, text, language, known)
        case DateAnswer(date):
            grades = [grade_date(text, date, language=language, stem=question.stem)]
            for other in question.accept:
                try:
                    accepted = PartialDate.parse(other)
                except ValueError:
                    continue
                grades.append(grade_date(text, accepted, language=language, stem=question.stem))
            best = max(grades, key=lambda grade: grade.score)
            return _or_accepted(best, question, text, language, known)
        case AllAnswer(items):
            return grade_several(text, len(items), _names(items, question, language), language)
        case OrderAnswer(items):
            return grade_order(text, len(items), _names(items, question, language), language)
        case PairsAnswer(pairs):
            lefts = [left for left, _ in pairs]
            rights = [right_side for _, right_side in pairs]
            return grade_pairs(
                text,
                lefts,
                _names(lefts, question, language),
                _names(rights, question, language),
            )
        case _:
            assert_never(answer)


def _context(question: Question, language: str, known: Known) -> Context:
    return Context(
        language=language,
        distractors=question.distractors,
        known=known,
        is_person=asks_for_person(question.stem, question.kind),
    )


def _or_accepted(grade: Grade, question: Question, text: str, language: str, known: Known) -> Grade:
    """The better of `grade` and what the other accepted answers, read as text, give."""
    if grade.score == 1 or not question.accept:
        return grade
    as_text = grade_text(text, question.accept, _context(question, language, known))
    return as_text if as_text.score > grade.score else grade


def _names(items: Sequence[str], question: Question, language: str) -> Matcher:
    """Whether a stretch of text names the n-th of some things, the others being wrong for it."""
    contexts = [
        Context(
            language=language,
            distractors=(*(other for other in items if other != item), *question.distractors),
            is_person=True,
        )
        for item in items
    ]

    def matches(text: str, number: int) -> bool:
        grade = grade_text(text, (items[number],), contexts[number])
        return grade.verdict is Verdict.RIGHT

    return matches


def _from_sentence(stem: str, text: str) -> str:
    """What stands in the gap when the whole sentence was typed; `text` itself otherwise."""
    before, _, after = stem.partition(BLANK)
    folded = fold(text).strip(" .!?")
    start, end = fold(before).strip(), fold(after).strip(" .!?")
    if not (start or end) or not (folded.startswith(start) and folded.endswith(end)):
        return text
    middle = folded[len(start) : len(folded) - len(end) or None].strip()
    if not middle:
        return text
    # Back to the letters as typed, whose case tells Roman numerals and names.
    typed = re.search(re.escape(middle), text, re.IGNORECASE)
    return typed.group() if typed else middle
