"""What is wrong with a deck that could be read: one function a rule, all rules in one list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizzer.deck.files import digest
from quizzer.deck.model import (
    BLANK,
    AllAnswer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.deck.read import DeckFile
from quizzer.deck.support import unsupported_part
from quizzer.deck.worth import same_worth, worth
from quizzer.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where in the question, what, and the remedy."""

    code: str
    field: str
    message: str
    hint: str
    item: int | None = None
    severity: Severity = Severity.ERROR


Rule = Callable[[Question, str | None], Iterator[Finding]]


def check_deck(file: DeckFile, source_text: str | None) -> list[Diagnostic]:
    """All that is wrong with a deck's sense, in the order of the file.

    `source_text` is the text that evidence points into, or None when the deck has none.
    """
    deck = file.deck
    if deck is None:
        return []
    found = [
        Diagnostic(one.code, one.severity, one.message, file.place(field=one.field), one.hint)
        for one in _source_findings(deck, source_text)
    ]
    seen: dict[str, int] = {}
    for index, question in enumerate(deck.questions):
        findings = [finding for rule in RULES for finding in rule(question, source_text)]
        first = seen.setdefault(question.id, index)
        if first != index:
            line = file.place(first, "id").line
            message = f"the id {question.id!r} is taken already"
            hint = f"line {line} has it; history hangs on ids, so choose another here"
            findings.insert(0, Finding("D201", "id", message, hint))
        for one in findings:
            place = file.place(index, one.field, one.item)
            found.append(Diagnostic(one.code, one.severity, one.message, place, one.hint))
    # Sorting is stable: findings of one place stay in the order of the rules.
    return sorted(found, key=lambda one: (one.place.line, one.place.column))


def _source_findings(deck: Deck, text: str | None) -> Iterator[Finding]:
    if not deck.questions:
        hint = "add one below `questions:`"
        message = "the deck has no question yet"
        yield Finding("D202", "questions", message, hint, severity=Severity.WARNING)
    if deck.source is None or text is None:
        return
    actual = digest(text)
    if deck.source.sha256 is not None and deck.source.sha256 != actual:
        message = f"the source's text has changed since (its digest is {actual})"
        hint = "make the deck again, or check the evidence by hand and write the new digest"
        yield Finding("D203", "source", message, hint)


def key_among_distractors(question: Question, text: str | None) -> Iterator[Finding]:
    """A wrong option must not be right."""
    right = {worth(key, question.answer) for key in _keys(question)}
    for index, distractor in enumerate(question.distractors):
        if same_worth(distractor, question.answer) or worth(distractor, question.answer) in right:
            message = f"the distractor {distractor!r} is a right answer"
            yield Finding("D204", "distractors", message, "replace it by a wrong one", index)


def repeated_distractors(question: Question, text: str | None) -> Iterator[Finding]:
    """Each option stands once."""
    seen = set()
    for index, distractor in enumerate(question.distractors):
        value = worth(distractor, question.answer)
        if value in seen:
            message = f"the distractor {distractor!r} stands here twice"
            yield Finding("D205", "distractors", message, "remove one", index)
        seen.add(value)


def distractors_of_another_type(question: Question, text: str | None) -> Iterator[Finding]:
    """Numbers stand beside numbers, dates beside dates."""
    what = {NumberAnswer: "number", DateAnswer: "date"}.get(type(question.answer))
    if what is None:
        return
    hint = "write a bare number" if what == "number" else "write it as 2025-03-18, 2025-03 or 2025"
    for index, distractor in enumerate(question.distractors):
        if isinstance(worth(distractor, question.answer), str):
            message = f"the distractor {distractor!r} is no {what}, but the key is"
            yield Finding("D206", "distractors", message, hint, index)


def options_without_use(question: Question, text: str | None) -> Iterator[Finding]:
    """True or false, orders and pairs make their options themselves."""
    if question.distractors and isinstance(
        question.answer, TruthAnswer | OrderAnswer | PairsAnswer
    ):
        message = "this kind of answer takes no distractors"
        yield Finding("D207", "distractors", message, "remove them")


def evidence_out_of_place(question: Question, text: str | None) -> Iterator[Finding]:
    """Evidence is a stretch of the source's text that holds something."""
    if question.evidence and text is None:
        message = "there is evidence, but the deck's source names no text"
        yield Finding("D208", "evidence", message, "add `path:` to `source:`, or remove it")
        return
    for span in question.evidence:
        if span.start >= span.end:
            message = f"the evidence [{span.start}, {span.end}] holds nothing"
            yield Finding("D209", "evidence", message, "write [start, end], end behind start")
        elif text is not None and span.end > len(text):
            message = f"the evidence ends at {span.end}, the source's text at {len(text)}"
            yield Finding("D210", "evidence", message, "look up the place again")
        elif text is not None and not span.of(text).strip():
            message = f"the evidence [{span.start}, {span.end}] holds only blanks"
            yield Finding("D209", "evidence", message, "look up the place again")


def key_without_support(question: Question, text: str | None) -> Iterator[Finding]:
    """The cited words, or at least the source, must hold the key."""
    if not question.evidence or text is None:
        return
    cited = " ".join(span.of(text) for span in question.evidence)
    if not cited.strip():
        return
    lack = unsupported_part(question.answer, cited, text)
    if lack is not None:
        message = f"the evidence does not say {lack!r}"
        hint = "cite the sentence that answers the question, or mend the key"
        yield Finding("D211", "answer", message, hint)


def lists_too_short(question: Question, text: str | None) -> Iterator[Finding]:
    """Several, in order, or in pairs means at least two different ones."""
    match question.answer:
        case AllAnswer(items) | OrderAnswer(items):
            parts = items
        case PairsAnswer(pairs):
            parts = tuple(left for left, _ in pairs)
        case _:
            return
    if len(parts) < 2:
        message = "there must be at least two"
        yield Finding("D212", "answer", message, "add some, or ask for a single text")
    if len({part.casefold() for part in parts}) < len(parts):
        yield Finding("D213", "answer", "one of them stands here twice", "remove one")


def blanks_that_confuse(question: Question, text: str | None) -> Iterator[Finding]:
    """A cloze has one gap."""
    if question.stem.replace(BLANK, "\0", 1).count(BLANK):
        message = "the stem has more than one gap"
        yield Finding("D214", "stem", message, "keep one ____; make further questions of the rest")


def odd_numbers(question: Question, text: str | None) -> Iterator[Finding]:
    """A tolerance is positive and leaves the distractors wrong."""
    answer = question.answer
    if isinstance(answer, NumberAnswer) and answer.tolerance is not None and answer.tolerance < 0:
        yield Finding("D215", "answer", "a tolerance cannot be negative", "write it without minus")


def keys_said_twice(question: Question, text: str | None) -> Iterator[Finding]:
    """What is accepted adds to the key."""
    for index, other in enumerate(question.accept):
        if same_worth(other, question.answer):
            message = f"{other!r} is the key itself"
            severity = Severity.WARNING
            yield Finding("D216", "accept", message, "remove it", index, severity)


RULES: tuple[Rule, ...] = (
    key_among_distractors,
    repeated_distractors,
    distractors_of_another_type,
    options_without_use,
    evidence_out_of_place,
    key_without_support,
    lists_too_short,
    blanks_that_confuse,
    odd_numbers,
    keys_said_twice,
)
"""Every rule that looks at one question."""


def _keys(question: Question) -> tuple[str, ...]:
    match question.answer:
        case TextAnswer(key):
            return (key, *question.accept)
        case AllAnswer(items):
            return (*items, *question.accept)
        case _:
            return question.accept
