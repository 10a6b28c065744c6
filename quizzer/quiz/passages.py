"""The cited passage of a question, in its paragraph, with the words of the key marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Span,
    TextAnswer,
    TruthAnswer,
)
from quizzer.facts.numbers import number_words


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, its cited part and the marked words; spans count from the paragraph's start."""

    paragraph: str
    cited: Span
    marks: tuple[Span, ...]

    @property
    def sentence(self) -> "Passage":
        """Only the cited part, as a passage of its own."""
        words = self.cited.of(self.paragraph)
        moved = tuple(
            Span(mark.start - self.cited.start, mark.end - self.cited.start)
            for mark in self.marks
            if self.cited.contains(mark)
        )
        return Passage(words, Span(0, len(words)), moved)

    def parts(self) -> Iterator[tuple[str, bool, bool]]:
        """The paragraph in stretches: text, whether it is cited, whether it is marked."""
        edges = {0, len(self.paragraph), self.cited.start, self.cited.end}
        edges |= {edge for mark in self.marks for edge in (mark.start, mark.end)}
        places = sorted(edges)
        for start, end in pairwise(places):
            here = Span(start, end)
            is_marked = any(mark.contains(here) for mark in self.marks)
            yield here.of(self.paragraph), self.cited.contains(here), is_marked


def passages_of(question: Question, text: str | None) -> tuple[Passage, ...]:
    """The passages that the question cites; none without a text or with evidence outside it."""
    if text is None:
        return ()
    return tuple(
        _passage(question, text, span)
        for span in question.evidence
        if 0 <= span.start < span.end <= len(text)
    )


def _passage(question: Question, text: str, span: Span) -> Passage:
    start = text.rfind("\n\n", 0, span.start + 1) + 2 if "\n\n" in text[: span.start + 1] else 0
    end = text.find("\n\n", span.end)
    paragraph = text[start : end if end >= 0 else len(text)].rstrip()
    cited = Span(span.start - start, min(span.end - start, len(paragraph)))
    found = _find_key(question, cited.of(paragraph))
    marks = tuple(Span(one.start + cited.start, one.end + cited.start) for one in found)
    return Passage(paragraph, cited, marks)


def _find_key(question: Question, cited: str) -> list[Span]:
    """Where the first form of the key that occurs in the cited words stands."""
    for forms in _forms_of_key(question):
        spans: list[Span] = []
        for form in forms:
            words = r"\s+".join(map(re.escape, form.split()))
            match = re.search(rf"(?<!\w){words}(?!\w)", cited, re.IGNORECASE) if words else None
            span = Span(*match.span()) if match else None
            if span and not any(span.overlaps(other) for other in spans):
                spans.append(span)
        if spans:
            return sorted(spans)
    return []


def _forms_of_key(question: Question) -> list[list[str]]:
    """Ways to write the key, best first; the members of one list are looked for together."""
    answer = question.answer
    match answer:
        case TextAnswer(text):
            last = text.split()[-1:] if text[:1].isupper() else []
            return [[form] for form in (text, *question.accept, *last)]
        case TruthAnswer():
            return []
        case NumberAnswer():
            return [[form] for form in _number_forms(answer)]
        case DateAnswer(date):
            return [[form] for form in _date_forms(date)]
        case AllAnswer(items) | OrderAnswer(items):
            return [list(items), [item.split()[-1] for item in items if item.split()]]
        case PairsAnswer(pairs):
            return [[side for pair in pairs for side in pair]]
        case _:
            assert_never(answer)


def _number_forms(answer: NumberAnswer) -> list[str]:
    plain = f"{answer.number:f}"
    forms = [plain, f"{answer.number:,f}"]
    if answer.number == int(answer.number) and 0 <= answer.number < 10**6:
        words = number_words(int(answer.number))
        forms += [words, words.replace("-", " "), words.replace(" and ", " ")]
    elif plain.endswith(".5"):
        whole = number_words(int(answer.number)) if 0 <= answer.number < 10**6 else plain[:-2]
        forms += [f"{whole}-and-a-half", f"{whole} and a half", f"{plain[:-2]}½"]
    with_unit = [f"{form} {answer.unit}" for form in forms] if answer.unit else []
    return [*with_unit, *forms]


def _date_forms(date: PartialDate) -> list[str]:
    forms = [date.in_words, str(date), str(date).replace("-", ".")]
    if date.month is not None:
        month = MONTHS[date.month - 1]
        if date.day is not None:
            day = str(date.day)
            for name in (month, month[:3] + ".", month[:3], month[:4] + "."):
                forms += [f"{name} {day}, {date.year}", f"{name} {day}", f"{day} {name}"]
        else:
            forms += [f"{month}, {date.year}", month]
    return [*forms, str(date.year)]
