"""YAML text becomes nodes with places; every scalar stays the text that stands there.

PyYAML's C parser does the reading, as a stream of events. Typing is left to the fields
(`quizzer.deck.read`), so that `No`, `1:30` and `010` are not turned into something else.
Aliases, anchors, tags, several documents and repeated keys are refused: no deck needs them, and
each of them can hide what a person would not see.
"""

from dataclasses import dataclass

import yaml

from quizzer.collection import no_collection
from quizzer.diagnostics import Diagnostic, Place, QuizzerError, Severity

_DEEPEST = 16
"""Deeper than any deck goes; keeps hostile nesting from exhausting the stack."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `plain` tells that it stands without quotes. Line and column count from 1."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file; keys are unique."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


_QUOTES = ("'", '"', "|", ">")

Node = Scalar | Sequence | Mapping


def scan_yaml(text: str, name: str) -> tuple[Node | None, list[Diagnostic]]:
    """The one document in `text`, and what is wrong with its YAML; None when it has no node.

    `name` is what places call the file.

    Raises:
        QuizzerError: the text is no YAML, or goes deeper than any deck.
    """
    scan = _Scan(name)
    try:
        loader = yaml.CLoader(text)
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise QuizzerError([scan.syntax(Place(name, line, 1), "half a character")]) from None
    try:
        with no_collection():
            return scan.document(loader), scan.found
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise QuizzerError([scan.syntax(place, error.problem or "")]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise QuizzerError([scan.syntax(Place(name, line, 1), error.reason)]) from None
    finally:
        loader.dispose()


class _Scan:
    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Diagnostic] = []

    def syntax(self, place: Place, problem: str) -> Diagnostic:
        if "nesting depth" in problem:
            # Newer parsers look far ahead and give up before the reader sees the first level.
            return self.too_deep(place)
        hint = "quote text that holds ': ' or ' #' or begins with one of {[&*!|>%@`"
        if "\\t" in problem or "tab" in problem:
            hint = "indent with spaces; YAML does not allow tabs there"
        message = f"this is not YAML: {problem}" if problem else "this is not YAML"
        return Diagnostic("D001", Severity.ERROR, message, place, hint)

    def too_deep(self, place: Place) -> Diagnostic:
        message = f"lists and keys are nested more than {_DEEPEST} deep"
        return Diagnostic("D005", Severity.ERROR, message, place, "a deck needs no more than five")

    def refuse(self, code: str, event: yaml.Event, message: str, hint: str) -> None:
        place = Place(self.name, *_position(event))
        self.found.append(Diagnostic(code, Severity.ERROR, message, place, hint))

    def document(self, loader: yaml.CLoader) -> Node | None:
        root: Node | None = None
        while not isinstance(event := _next(loader), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                node = self.node(loader, _next(loader), 0)
                if root is None:
                    root = node
                else:
                    hint = "keep one deck in a file"
                    self.refuse("D002", event, "a second document begins here", hint)
        return root

    def node(self, loader: yaml.CLoader, event: yaml.Event, depth: int) -> Node:
        line, column = _position(event)
        if isinstance(event, yaml.AliasEvent):
            hint = "write the value out"
            self.refuse("D003", event, f"the alias *{event.anchor} is not allowed", hint)
            return Scalar(f"*{event.anchor}", False, line, column)
        assert isinstance(event, yaml.NodeEvent)
        if event.anchor is not None:
            hint = f"remove &{event.anchor}, or quote the text if it begins with &"
            self.refuse("D003", event, "an anchor is not allowed", hint)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event, event.tag)
            return Scalar(event.value, event.style not in _QUOTES, line, column)
        if depth >= _DEEPEST:
            raise QuizzerError([self.too_deep(Place(self.name, line, column))])
        assert isinstance(event, yaml.CollectionStartEvent)
        self._refuse_tag(event, event.tag)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(loader, depth, line, column)
        items = []
        while not isinstance(inner := _next(loader), yaml.SequenceEndEvent):
            items.append(self.node(loader, inner, depth + 1))
        return Sequence(tuple(items), line, column)

    def mapping(self, loader: yaml.CLoader, depth: int, line: int, column: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := _next(loader), yaml.MappingEndEvent):
            key = self.node(loader, event, depth + 1)
            value = self.node(loader, _next(loader), depth + 1)
            if not isinstance(key, Scalar):
                self.refuse("D006", event, "a key must be a text", "write `key: value`")
            elif key.text in entries:
                first = entries[key.text][0].line
                message = f"the key {key.text!r} stands here a second time"
                self.refuse("D007", event, message, f"the first is in line {first}; keep one")
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), line, column)

    def _refuse_tag(self, event: yaml.Event, tag: str | None) -> None:
        if tag is not None:
            hint = "remove it, or quote the text if it begins with !"
            self.refuse("D004", event, f"the tag {tag} is not allowed", hint)


def _next(loader: yaml.CLoader) -> yaml.Event:
    event = loader.get_event()
    assert event is not None  # the stream's end comes before the parser runs out of events
    return event


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1
