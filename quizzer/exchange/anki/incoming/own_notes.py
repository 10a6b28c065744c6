"""What was edited in Anki on a note of ours, read back into its question.

The fields as they would be exported now tell what differs; only that is read. A field that Anki
gave us as we wrote it is never read, so nothing is lost by going through HTML and back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.deck.fields import ID, NUMBER
from quizzer.deck.model import (
    BLANK,
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
from quizzer.exchange.anki.escape import as_tag
from quizzer.exchange.anki.incoming.clozes import GAP, numbers_of, with_gaps
from quizzer.exchange.anki.incoming.decks import OwnNote
from quizzer.exchange.anki.incoming.html_text import FindMedium, html_text
from quizzer.quiz.options import shown_distractors, shown_key

_ITEM = re.compile(r"<li\b([^>]*)>(.*?)</li>", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<td\b[^>]*>(.*?)</td>\s*<td\b[^>]*>(.*?)</td>", re.DOTALL | re.IGNORECASE)
_NUMBER = re.compile(r"([+-]?[\d,]*\.?\d+)\s*(.*)", re.DOTALL)
_DATE = re.compile(rf"(?:(\d{{1,2}}) )?(?:({'|'.join(MONTHS)}) )?(\d{{1,4}})")
_KIND = "quizzer::"
_BY_ANKI = "leech"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A question with the edits made in Anki, and in words what of them could not be taken."""

    question: Question
    remarks: tuple[str, ...] = ()


def read_back(
    question: Question, exported: Mapping[str, str], note: OwnNote, find: FindMedium
) -> ReadBack:
    """The question as it is after the edits in Anki; `exported` are its fields as we write them."""
    reader = _Reader(question, exported, note, find)
    reader.read()
    return ReadBack(reader.question, tuple(reader.remarks))


def rebuilt(note: OwnNote, find: FindMedium) -> Question | None:
    """A question from its note alone, when its deck's file is gone; None when it has no key.

    Numbers and dates become texts, and evidence is lost, since only the quotation went to Anki.
    """
    answer = _guessed(note.fields, find)
    stub = Question(id=note.question_id, stem=" ", answer=answer)
    empty = dict.fromkeys(note.fields, "")
    question = read_back(stub, empty, note, find).question
    keys = [question.stem, shown_key(question)]
    return question if all(text.strip() for text in keys) else None


def _guessed(fields: Mapping[str, str], find: FindMedium) -> Answer:
    options, answer = fields.get("Options", ""), fields.get("Answer", "")
    if "data-fixed" in options:
        return TruthAnswer(False)
    if answer.startswith("<ol"):
        return OrderAnswer(())
    if answer.startswith("<ul"):
        return AllAnswer(())
    return PairsAnswer(()) if answer.startswith("<table") else TextAnswer("")


class _Reader:
    def __init__(
        self, question: Question, exported: Mapping[str, str], note: OwnNote, find: FindMedium
    ):
        self.question = question
        self.exported = exported
        self.note = note
        self.find = find
        self.remarks: list[str] = []
        self.changed = {
            name: html
            for name, html in note.fields.items()
            if name in exported and html != exported[name]
        }

    def read(self) -> None:
        if "Text" in self.changed:
            self.cloze(self.changed["Text"])
        if "Stem" in self.changed:
            self.stem(self.text("Stem", self.question.stem))
        key = self.changed.get("Answer") or self.changed.get("Typed") or self.changed.get("Answer")
        if key is not None:
            self.answer(key)
        if "Options" in self.changed:
            self.options(is_key_read=key is not None or "Text" in self.changed)
        if "Explanation" in self.changed:
            text = self.text("Explanation", self.question.explanation or "")
            self.question = replace(self.question, explanation=text if text.strip() else None)
        self.tags()
        for name, what in (("Passage", "the quotation"), ("Source", "the source")):
            if name in self.changed and self.exported[name]:
                self.remarks.append(f"{what} stays as the deck has it")

    def text(self, name: str, old: str) -> str:
        return self.plain(self.changed[name], old)

    def plain(self, html: str, old: str = "") -> str:
        text = html_text(html, self.find, keep_blanks=True)
        return text if old != old.strip() else text.strip()

    def stem(self, text: str) -> None:
        if text.strip():
            self.question = replace(self.question, stem=text)
        else:
            self.remarks.append("its stem was emptied in Anki and stays as it was")

    def cloze(self, html: str) -> None:
        if numbers_of(html) - {1}:
            self.remarks.append("a question has one gap; c2 and further ones stay in Anki")
        shown, deletions = with_gaps(html, 1, hides=True)
        if not deletions:
            self.remarks.append("its gap was removed in Anki; the text stays as it was")
            return
        text = self.plain(shown, self.question.stem)
        has_gap = BLANK in self.question.stem or text.strip() != text.strip().removesuffix(GAP)
        if BLANK not in self.question.stem and self.question.stem.strip() and has_gap:
            # It was a cloze when Anki first got it; the key stands below the stem.
            text = text.removesuffix(GAP).removesuffix("\n")
        self.stem(text.replace(GAP, BLANK))
        keys = tuple(self.plain(one.html) for one in deletions)
        if isinstance(self.question.answer, AllAnswer) and len(keys) > 1:
            self.question = replace(self.question, answer=AllAnswer(keys))
        elif keys != (shown_key(self.question),):
            self.answer(deletions[0].html)

    def answer(self, html: str) -> None:
        answer = self.answer_of(self.question.answer, html)
        if answer is None:
            self.remarks.append("its key was emptied or is no longer a list, and stays as it was")
        else:
            self.question = replace(self.question, answer=answer)

    def answer_of(self, old: Answer, html: str) -> Answer | None:
        match old:
            case TextAnswer(text):
                new = self.plain(html, text)
                return TextAnswer(new) if new.strip() else None
            case TruthAnswer():
                word = self.plain(html).casefold()
                return TruthAnswer(word == "true") if word in ("true", "false") else None
            case NumberAnswer():
                return _number(self.plain(html), old)
            case DateAnswer():
                return _date(self.plain(html))
            case AllAnswer():
                items = self.items(html)
                return AllAnswer(items) if items else None
            case OrderAnswer():
                items = self.items(html)
                return OrderAnswer(items) if items else None
            case PairsAnswer():
                pairs = {
                    self.plain(left, " "): self.plain(right, " ")
                    for left, right in _CELL.findall(html)
                }
                return PairsAnswer(tuple(pairs.items())) if pairs else None
            case _:
                assert_never(old)

    def items(self, html: str) -> tuple[str, ...]:
        found = (self.plain(inner, " ") for _, inner in _ITEM.findall(html))
        return tuple(text for text in found if text.strip())

    def options(self, *, is_key_read: bool) -> None:
        before, after = self.listed(self.exported["Options"]), self.listed(self.changed["Options"])
        if before == after:
            return
        if not after and self.changed["Options"].strip():
            self.remarks.append("its options are no longer a list, and stay as they were")
            return
        key = next((text for text, is_key in after if is_key), None)
        if isinstance(self.question.answer, TruthAnswer):
            if key is not None:
                self.answer(key)
            return
        if key is not None and not is_key_read and before:
            self.answer_text(key)
        was = [text for text, is_key in before if not is_key]
        now = [text for text, is_key in after if not is_key]
        self.question = replace(self.question, distractors=self.distractors(was, now))

    def answer_text(self, key: str) -> None:
        if key != shown_key(self.question):
            self.answer(key.replace("&", "&amp;").replace("<", "&lt;"))

    def listed(self, html: str) -> list[tuple[str, bool]]:
        return [
            (self.plain(inner, " "), "data-key" in attributes)
            for attributes, inner in _ITEM.findall(html)
        ]

    def distractors(self, was: list[str], now: list[str]) -> tuple[str, ...]:
        """The wrong options: kept ones as they were written, edited ones in their places."""
        gone = [text for text in was if text not in now]
        moved = dict(zip(gone, (text for text in now if text not in was), strict=False))
        kept: list[str] = []
        left = list(now)
        for raw in self.question.distractors:
            shown = next(iter(shown_distractors(replace(self.question, distractors=(raw,)))), None)
            if shown is None or shown not in was:
                kept.append(raw)
            elif shown in left:
                left.remove(shown)
                kept.append(raw)
            elif (edited := moved.get(shown)) in left and edited is not None:
                left.remove(edited)
                kept.append(self.raw(edited))
        return (*kept, *(self.raw(text) for text in left if text.strip()))

    def raw(self, shown: str) -> str:
        """A distractor as decks write it: numbers bare, dates in ISO form."""
        match self.question.answer:
            case NumberAnswer() as old:
                read = _number(shown, old)
                return f"{read.number:f}" if isinstance(read, NumberAnswer) else shown
            case DateAnswer():
                read = _date(shown)
                return str(read.date) if isinstance(read, DateAnswer) else shown
            case _:
                return shown

    def tags(self) -> None:
        now = {tag.casefold(): tag for tag in self.note.tags}
        own = {as_tag(tag).casefold() for tag in self.question.tags}
        kept = [
            tag for tag in self.question.tags if not as_tag(tag) or as_tag(tag).casefold() in now
        ]
        fresh = [tag for folded, tag in sorted(now.items()) if folded not in own]
        kinds = [tag.removeprefix(_KIND) for tag in fresh if tag.startswith(_KIND)]
        more = [tag for tag in fresh if not tag.startswith(_KIND) and tag.casefold() != _BY_ANKI]
        kind = self.question.kind
        if len(kinds) == 1 and kinds[0] != as_tag(kind or "") and ID.fullmatch(kinds[0]):
            kind = kinds[0]
        self.question = replace(self.question, tags=(*kept, *more), kind=kind)


def _number(text: str, old: NumberAnswer) -> Answer | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return TextAnswer(text) if text.strip() else None
    digits, unit = match.group(1).replace(",", ""), match.group(2).strip()
    if NUMBER.fullmatch(digits) is None:
        return TextAnswer(text)
    return NumberAnswer(Decimal(digits), unit or None, old.tolerance)


def _date(text: str) -> Answer | None:
    words = " ".join(text.split())
    match = _DATE.fullmatch(words)
    try:
        if match is None or (match.group(1) and not match.group(2)):
            return DateAnswer(PartialDate.parse(words))
        day, month, year = match.groups()
        number = MONTHS.index(month) + 1 if month else None
        return DateAnswer(PartialDate(int(year), number, int(day) if day else None))
    except ValueError:
        return TextAnswer(text) if words else None
