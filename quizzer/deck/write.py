"""A deck becomes YAML that a person would write: fixed field order, one line a change in diffs."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from quizzer.deck.model import (
    FORMAT,
    AllAnswer,
    Answer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Source,
    Span,
    TextAnswer,
    TruthAnswer,
)

_WIDTH = 100
"""A list that does not fit into so many columns is written an item a line."""

# Begins and ends like a word and holds nothing that YAML gives a meaning, in lists neither.
_PLAIN = re.compile(r"\w(?:[\w ./;()'’“”%$€£+=&–—?!°-]*[\w.)'’”%?!°-])?")
_ESCAPED = r"\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
# Lines that need no escapes and begin and end with something to see.
_BLOCK = re.compile(rf"[^\s{_ESCAPED}][^{_ESCAPED}]*[^\s{_ESCAPED}]\n?")
# What YAML 1.1 readers other than ours take for something else than text.
_TAKEN = re.compile(r"(?i)true|false|yes|no|on|off|null|y|n|nan|inf")
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# NEL, LS and PS are line breaks to YAML, U+FEFF a byte order mark, the rest not printable.
_UNPRINTABLE = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]'
)


def write_deck(deck: Deck) -> str:
    """The deck as YAML text with LF line ends; `read_deck` gives the same deck again."""
    return "".join(f"{line}\n" for line in _deck_lines(deck))


def write_question(question: Question) -> str:
    """One question as it stands in a deck's list."""
    return "".join(f"{line}\n" for line in _question_lines(question))


def field_lines(question: Question, name: str) -> list[str]:
    """One field of a question as it stands below the dash; empty when it has no value."""
    return list(_FIELD_LINES[name](question))


def block(text: str, indent: str) -> str | None:
    """Several lines as a YAML block scalar with its lines behind `indent`; None if they cannot."""
    if "\n" not in text or not _BLOCK.fullmatch(text):
        return None
    lines = text.removesuffix("\n").split("\n")
    head = "|" if text.endswith("\n") else "|-"
    return head + "".join(f"\n{indent}{line}" if line else "\n" for line in lines)


def quoted(text: str) -> str:
    """`text` as a YAML scalar: bare where that is safe everywhere, else in double quotes."""
    if _PLAIN.fullmatch(text) and "  " not in text and not _TAKEN.fullmatch(text):
        return text
    return in_quotes(text)


def in_quotes(text: str) -> str:
    """`text` as a YAML scalar in double quotes."""
    return '"' + _UNPRINTABLE.sub(_escape, text) + '"'


def in_list(text: str) -> str:
    """Like `quoted`; some readers stumble over a bare question mark between brackets."""
    bare = quoted(text)
    return f'"{text}"' if bare == text and "?" in text else bare


def _escape(match: re.Match[str]) -> str:
    letter = match.group()
    short = _SHORT_ESCAPES.get(letter)
    if short is not None:
        return short
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _deck_lines(deck: Deck) -> Iterator[str]:
    yield f"format: {FORMAT}"
    yield f"id: {quoted(deck.id)}"
    yield f"title: {quoted(deck.title)}"
    yield f"language: {quoted(deck.language)}"
    if deck.source is not None:
        yield from _source_lines(deck.source)
    if not deck.questions:
        yield "questions: []"
        return
    yield "questions:"
    for question in deck.questions:
        yield from _question_lines(question)


def _source_lines(source: Source) -> Iterator[str]:
    entries = {
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "path": source.path,
        "sha256": source.sha256,
    }
    given = [
        f"  {key}: {quoted(str(value))}" for key, value in entries.items() if value is not None
    ]
    yield "source:" if given else "source: {}"
    yield from given


def _question_lines(question: Question) -> Iterator[str]:
    yield f"- id: {quoted(question.id)}"
    for lines in _FIELD_LINES.values():
        yield from lines(question)


def _text_line(key: str, text: str | None) -> Iterator[str]:
    if text is not None:
        yield from f"  {key}: {block(text, '    ') or quoted(text)}".split("\n")


def _evidence_line(question: Question) -> Iterator[str]:
    if question.evidence:
        yield f"  evidence: {_spans(question.evidence)}"


def _answer_lines(answer: Answer) -> Iterator[str]:
    match answer:
        case TextAnswer(text):
            yield from _text_line("answer", text)
        case TruthAnswer(value):
            yield f"  answer: {'true' if value else 'false'}"
        case NumberAnswer(number, unit, tolerance):
            parts = [f"number: {number:f}"]
            parts += [] if unit is None else [f"unit: {quoted(unit)}"]
            parts += [] if tolerance is None else [f"tolerance: {tolerance:f}"]
            yield f"  answer: {{{', '.join(parts)}}}"
        case DateAnswer(day):
            yield f"  answer: {{date: {day}}}"
        case AllAnswer(items):
            yield "  answer:"
            yield from _list_lines("all", items, indent="    ", keep_empty=True)
        case OrderAnswer(items):
            yield "  answer:"
            yield from _list_lines("order", items, indent="    ", keep_empty=True)
        case PairsAnswer(pairs):
            yield "  answer:"
            yield "    pairs:" if pairs else "    pairs: {}"
            # A long key needs the form with a question mark, which YAML always accepts.
            for left, right in pairs:
                key = quoted(left)
                if len(key) < _WIDTH:
                    yield f"      {key}: {quoted(right)}"
                else:
                    yield f"      ? {key}"
                    yield f"      : {quoted(right)}"
        case _:
            assert_never(answer)


def _list_lines(
    key: str, items: Iterable[str], *, indent: str = "  ", keep_empty: bool = False
) -> Iterator[str]:
    texts = [in_list(item) for item in items]
    if not texts and not keep_empty:
        return
    line = f"{indent}{key}: [{', '.join(texts)}]"
    if len(line) <= _WIDTH:
        yield line
        return
    yield f"{indent}{key}:"
    for text in texts:
        yield f"{indent}- {text}"


def _spans(spans: tuple[Span, ...]) -> str:
    pairs = [f"[{span.start}, {span.end}]" for span in spans]
    return pairs[0] if len(pairs) == 1 else f"[{', '.join(pairs)}]"


_FIELD_LINES: dict[str, Callable[[Question], Iterator[str]]] = {
    "stem": lambda question: _text_line("stem", question.stem),
    "answer": lambda question: _answer_lines(question.answer),
    "accept": lambda question: _list_lines("accept", question.accept),
    "distractors": lambda question: _list_lines("distractors", question.distractors),
    "explanation": lambda question: _text_line("explanation", question.explanation),
    "evidence": _evidence_line,
    "kind": lambda question: _text_line("kind", question.kind),
    "tags": lambda question: _list_lines("tags", question.tags),
}
"""The fields below a question's id, in the order in which they are written."""
