"""Nodes become the values of fields; whatever does not fit is noted with its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from quizzer.deck.dates import PartialDate
from quizzer.deck.fields import ANSWERS, ID, LANGUAGE, NUMBER, SHA256, Field
from quizzer.deck.model import (
    FORMAT,
    AllAnswer,
    Answer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Span,
    TextAnswer,
    TruthAnswer,
)
from quizzer.deck.scan import Mapping, Node, Scalar, Sequence
from quizzer.diagnostics import Diagnostic, Place, Severity

T = TypeVar("T")
Fields = dict[str, Node]


@dataclass(slots=True)
class Values:
    """Reads fields and gathers what is wrong; each method returns None for a bad value."""

    name: str
    found: list[Diagnostic] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether anything so far makes the deck unusable."""
        return any(one.severity is Severity.ERROR for one in self.found)

    def error(self, code: str, node: Node, message: str, hint: str) -> None:
        """Notes an error at `node`."""
        place = Place(self.name, node.line, node.column)
        self.found.append(Diagnostic(code, Severity.ERROR, message, place, hint))

    def fields(self, node: Mapping, table: tuple[Field, ...], what: str) -> Fields:
        """The known fields of a mapping; unknown and missing ones are noted."""
        known = {entry.name for entry in table}
        fields: Fields = {}
        for key, value in node.entries:
            if key.text in known:
                fields[key.text] = value
                continue
            close = get_close_matches(key.text, known, n=1)
            names = ", ".join(entry.name for entry in table)
            hint = f"did you mean `{close[0]}`?" if close else f"a {what} has: {names}"
            self.error("D020", key, f"a {what} has no key {key.text!r}", hint)
        for entry in table:
            if entry.required and entry.name not in fields:
                self.error(
                    "D021",
                    node,
                    f"the {what} has no `{entry.name}`",
                    f"add one: {entry.about[0].lower()}{entry.about[1:].rstrip('.')}",
                )
        return fields

    def get(self, fields: Fields, name: str, read: Callable[[Node], T | None]) -> T | None:
        """A field's value, or None when it is absent or bad."""
        node = fields.get(name)
        return None if node is None else read(node)

    def format(self, node: Node | None) -> None:
        """Notes a format that this version cannot read."""
        if node is None or (isinstance(node, Scalar) and node.text == str(FORMAT)):
            return
        newer = isinstance(node, Scalar) and node.text.isdecimal() and int(node.text[:9]) > FORMAT
        hint = "update quizzer to read it" if newer else f"write `format: {FORMAT}`"
        self.error("D022", node, f"this version reads format {FORMAT}", hint)

    def text(self, node: Node) -> str | None:
        """Any text that is not blank; it may run over several lines."""
        if not isinstance(node, Scalar):
            self.error("D023", node, "this must be a text", "put it in quotes")
        elif node.plain and not node.text:
            self.error("D024", node, "the value is missing", "write one, or remove the key")
        elif not node.text.strip():
            self.error("D024", node, "the text is empty", "write one, or remove the key")
        else:
            return node.text
        return None

    def line(self, node: Node) -> str | None:
        """A text of one line."""
        text = self.text(node)
        if text is not None and len(text.splitlines()) > 1:
            self.error("D025", node, "this must be one line", "take the line break out")
            return None
        return text

    def identifier(self, node: Node) -> str | None:
        """A plain id."""
        hint = "use letters a to z, digits, `-`, `_` and `.`, beginning with a letter or digit"
        return self._matching(node, ID.fullmatch, "D026", "is no id", hint)

    def language(self, node: Node) -> str | None:
        """A language tag."""
        hint = "write a tag like en, de or pt-BR"
        return self._matching(node, LANGUAGE.fullmatch, "D027", "is no language tag", hint)

    def sha256(self, node: Node) -> str | None:
        """A digest in hexadecimal."""
        hint = "it has 64 digits from 0 to f; `quizzer check` tells the right one"
        return self._matching(node, SHA256.fullmatch, "D028", "is no SHA-256 digest", hint)

    def _matching(
        self, node: Node, test: Callable[[str], object], code: str, what: str, hint: str
    ) -> str | None:
        text = self.line(node)
        if text is not None and not test(text):
            self.error(code, node, f"{text!r} {what}", hint)
            return None
        return text

    def date(self, node: Node) -> PartialDate | None:
        """A day, a month or a year."""
        text = self.line(node)
        if text is None:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError as error:
            self.error("D029", node, f"{text!r} is no date", str(error))
            return None

    def number(self, node: Node) -> Decimal | None:
        """A number with digits and at most one point."""
        hint = "write digits, with a point for decimals, and the unit in `unit`"
        text = self._matching(node, NUMBER.fullmatch, "D030", "is no number", hint)
        return None if text is None else Decimal(text)

    def lines(self, node: Node) -> tuple[str, ...] | None:
        """A list of texts."""
        if not isinstance(node, Sequence):
            self.error("D031", node, "this must be a list", "write [first, second]")
            return None
        texts = [self.text(item) for item in node.items]
        return tuple(text for text in texts if text is not None)

    def spans(self, node: Node) -> tuple[Span, ...] | None:
        """`[start, end]`, or a list of such pairs."""
        if not isinstance(node, Sequence):
            self.error("D032", node, "evidence is [start, end]", "count characters of the source")
            return None
        if node.items and isinstance(node.items[0], Sequence):
            spans = [self._span(item) for item in node.items]
            return tuple(span for span in spans if span is not None)
        span = self._span(node)
        return None if span is None else (span,)

    def _span(self, node: Node) -> Span | None:
        ends = [
            int(item.text)
            for item in (node.items if isinstance(node, Sequence) else ())
            if isinstance(item, Scalar) and item.text.isdecimal() and len(item.text) < 12
        ]
        if not isinstance(node, Sequence) or len(ends) != 2 or len(node.items) != 2:
            hint = "write [start, end], two whole numbers"
            self.error("D032", node, "evidence is a start and an end", hint)
            return None
        return Span(*ends)

    def answer(self, node: Node) -> Answer | None:
        """The key in any of its forms."""
        if isinstance(node, Scalar):
            if node.plain and node.text in ("true", "false"):
                return TruthAnswer(node.text == "true")
            text = self.text(node)
            return None if text is None else TextAnswer(text)
        if isinstance(node, Sequence):
            self.error("D033", node, "an answer is no list", "write {all: [...]} or {order: [...]}")
            return None
        kinds = [key.text for key, _ in node.entries if key.text in ANSWERS]
        if len(kinds) != 1:
            hint = f"use exactly one of: {', '.join(ANSWERS)}"
            self.error("D034", node, "it is not clear what kind of answer this is", hint)
            return None
        fields = self.fields(node, ANSWERS[kinds[0]], f"{kinds[0]} answer")
        return self._structured(kinds[0], fields)

    def _structured(self, kind: str, fields: Fields) -> Answer | None:
        match kind:
            case "number":
                number = self.get(fields, "number", self.number)
                unit = self.get(fields, "unit", self.line)
                tolerance = self.get(fields, "tolerance", self.number)
                return None if number is None else NumberAnswer(number, unit, tolerance)
            case "date":
                day = self.get(fields, "date", self.date)
                return None if day is None else DateAnswer(day)
            case "all":
                items = self.get(fields, "all", self.lines)
                return None if items is None else AllAnswer(items)
            case "order":
                items = self.get(fields, "order", self.lines)
                return None if items is None else OrderAnswer(items)
            case _:
                pairs = self.get(fields, "pairs", self.pairs)
                return None if pairs is None else PairsAnswer(pairs)

    def pairs(self, node: Node) -> tuple[tuple[str, str], ...] | None:
        """Keys with texts, in the order of the file."""
        if not isinstance(node, Mapping):
            self.error("D035", node, "pairs are keys with values", "write {left: right, ...}")
            return None
        pairs = [(self.text(key), self.text(value)) for key, value in node.entries]
        return tuple((left, right) for left, right in pairs if left and right)
