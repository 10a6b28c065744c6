"""Changes questions in a deck's text with as few changed lines as that takes.

Comments, order, quotes and blank lines stay as they are: only the values that differ are replaced.
What comes out is read again and compared; if it is not the deck that was wanted (which no test has
shown yet), the deck is written anew as a whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import yaml

from quizzer.deck.model import AllAnswer, Deck, OrderAnswer, Question, TextAnswer
from quizzer.deck.read import read_deck
from quizzer.deck.write import (
    block,
    field_lines,
    in_list,
    in_quotes,
    quoted,
    write_deck,
    write_question,
)
from quizzer.diagnostics import QuizzerError

_FIELDS = ("stem", "answer", "accept", "distractors", "explanation", "evidence", "kind", "tags")
_BLOCK = ("|", ">")


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """Replaces the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def patched(
    text: str, name: str, changed: Mapping[str, Question], added: Sequence[Question] = ()
) -> str:
    """The text of a deck's file with other questions under the ids of `changed`, and more.

    `name` is what errors call the file.

    Raises:
        QuizzerError: the text is no usable deck.
    """
    file = read_deck(text, name)
    if file.deck is None:
        raise QuizzerError(file.diagnostics)
    questions = tuple(changed.get(one.id, one) for one in file.deck.questions)
    wanted = replace(file.deck, questions=(*questions, *added))
    if wanted == file.deck:
        return text
    edited = _Patch(text).applied(file.deck, wanted, added)
    return edited if read_deck(edited, name).deck == wanted else write_deck(wanted)


class _Patch:
    def __init__(self, text: str):
        self.text = text
        # PyYAML counts from behind a byte order mark.
        self.shift = len(text) - len(text.removeprefix("\ufeff"))
        self.newline = "\r\n" if "\r\n" in text else "\n"
        root = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader)
        assert isinstance(root, yaml.MappingNode)
        questions = dict(_named(root))["questions"][1]
        assert isinstance(questions, yaml.SequenceNode)
        self.questions = questions

    def applied(self, old: Deck, new: Deck, added: Sequence[Question]) -> str:
        edits: list[_Edit] = []
        nodes = self.questions.value
        for node, before, after in zip(nodes, old.questions, new.questions, strict=False):
            if before != after:
                edits += self.question(node, before, after)
        if added:
            edits.append(self.appended(added))
        text = self.text
        for edit in sorted(edits, reverse=True):
            text = text[: edit.start] + edit.text.replace("\n", self.newline) + text[edit.end :]
        return text

    def question(self, node: yaml.MappingNode, old: Question, new: Question) -> list[_Edit]:
        if node.flow_style:
            return [self.whole(node, new)]
        entries = dict(_named(node))
        edits: list[_Edit] = []
        for place, name in enumerate(_FIELDS):
            before, after = getattr(old, name), getattr(new, name)
            if before == after:
                continue
            lines = field_lines(new, name)
            if name in entries and lines:
                edits += self.field(*entries[name], new, name)
            elif name in entries:
                edits.append(self.without_lines(*entries[name]))
            else:
                above = next(one for one in ("id", *_FIELDS[:place])[::-1] if one in entries)
                end = self.line_end(self.end(entries[above][1]))
                text = self.indented(lines, entries["id"][0].start_mark.column - 2)
                edits.append(_Edit(end, end, f"\n{text}"))
        return self.joined(edits)

    def joined(self, edits: list[_Edit]) -> list[_Edit]:
        """Insertions at one place become one, in the order in which they were asked for."""
        found: dict[tuple[int, int], str] = {}
        for edit in edits:
            found[edit.start, edit.end] = found.get((edit.start, edit.end), "") + edit.text
        return [_Edit(start, end, text) for (start, end), text in found.items()]

    def whole(self, node: yaml.MappingNode, new: Question) -> _Edit:
        # Behind the dash, the lines of a block take the column of the brace.
        column = node.start_mark.column - 2
        text = self.indented(write_question(new).splitlines(), column)[column + 2 :]
        return self.with_remark_above(node, node, text)

    def with_remark_above(self, first: yaml.Node, last: yaml.Node, text: str) -> _Edit:
        """Lines in the place of nodes; remarks among these, and behind, go above the lines."""
        start, end = self.start(first), self.end(last)
        remarks = self.remarks(first, last)
        rest = self.text[end : self.line_end(end)]
        if "\n" in text and rest.strip().startswith("#"):
            remarks.append(rest.strip())
            end += len(rest)
        indent = " " * first.start_mark.column
        return _Edit(start, end, "".join(f"{one}\n{indent}" for one in remarks) + text)

    def remarks(self, first: yaml.Node, last: yaml.Node) -> list[str]:
        """The comments between two nodes or within them."""
        leaves = [*_leaves(first), *([] if first is last else _leaves(last))]
        ends = [self.start(first), *map(self.end, leaves)]
        starts = [*map(self.start, leaves), self.end(last)]
        gaps = (self.text[a:b] for a, b in zip(ends, starts, strict=True))
        return [one for gap in gaps for one in re.findall(r"#[^\r\n]*", gap)]

    def field(self, key: yaml.Node, value: yaml.Node, new: Question, name: str) -> Iterator[_Edit]:
        after = getattr(new, name)
        inner = value
        items: tuple[str, ...] | None = after if isinstance(after, tuple) else None
        if isinstance(after, AllAnswer | OrderAnswer) and isinstance(value, yaml.MappingNode):
            word = "all" if isinstance(after, AllAnswer) else "order"
            inner, items = dict(_named(value)).get(word, (key, value))[1], after.items
        if isinstance(inner, yaml.SequenceNode) and items and name != "evidence":
            yield from self.items(key, inner, items)
        elif isinstance(value, yaml.ScalarNode) and isinstance(after, str | TextAnswer):
            text = after if isinstance(after, str) else after.text
            yield self.scalar(value, text, key.start_mark.column)
        else:
            column = key.start_mark.column
            text = self.indented(field_lines(new, name), column - 2)[column:]
            yield self.with_remark_above(key, value, text)

    def items(
        self, key: yaml.Node, node: yaml.SequenceNode, items: tuple[str, ...]
    ) -> Iterator[_Edit]:
        old = [one.value for one in node.value]
        if len(old) == len(items):
            for one, text in zip(node.value, items, strict=True):
                if one.value != text:
                    yield self.scalar(one, text, node.start_mark.column, is_listed=True)
        elif node.flow_style:
            yield from self.flow_items(key, node, items)
        else:
            yield from self.block_items(node, old, items)

    def flow_items(
        self, key: yaml.Node, node: yaml.SequenceNode, items: tuple[str, ...]
    ) -> Iterator[_Edit]:
        indent = " " * key.start_mark.column
        remarks = self.remarks(node, node)
        if remarks:
            above = self.start(key)
            yield _Edit(above, above, "".join(f"{one}\n{indent}" for one in remarks))
        listed = ", ".join(map(in_list, items))
        yield _Edit(self.start(node), self.end(node), f"[{listed}]")

    def block_items(
        self, node: yaml.SequenceNode, old: list[str], items: tuple[str, ...]
    ) -> Iterator[_Edit]:
        column = node.start_mark.column
        for tag, a, b, c, d in SequenceMatcher(None, old, items, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            shared = min(b - a, d - c)
            for one, text in zip(node.value[a : a + shared], items[c : c + shared], strict=True):
                yield self.scalar(one, text, column, is_listed=True)
            for one in node.value[a + shared : b]:
                yield self.without_lines(one, one)
            if c + shared < d:
                lines = "".join(
                    f"{' ' * column}- {in_list(text)}\n" for text in items[c + shared : d]
                )
                place = a + shared
                if place < len(node.value):
                    start = self.line_start(self.start(node.value[place]))
                    yield _Edit(start, start, lines)
                else:
                    end = self.line_end(self.end(node.value[-1]))
                    yield _Edit(end, end, f"\n{lines[:-1]}")

    def scalar(
        self, node: yaml.ScalarNode, text: str, column: int, *, is_listed: bool = False
    ) -> _Edit:
        end = self.end(node)
        has_remark = self.text[end : self.line_end(end)].strip() != ""
        lines = None if is_listed or has_remark else block(text, " " * (column + 2))
        if lines is not None:
            return _Edit(self.start(node), self.end(node), lines)
        if node.style in ("'", '"'):
            return _Edit(self.start(node), self.end(node), in_quotes(text))
        written = in_list(text) if is_listed else quoted(text)
        return _Edit(self.start(node), self.end(node), written)

    def appended(self, added: Sequence[Question]) -> _Edit:
        lines = [line for one in added for line in write_question(one).splitlines()]
        if self.questions.flow_style or not self.questions.value:
            old = ", ".join(self.text[self.start(n) : self.end(n)] for n in self.questions.value)
            start, end = self.start(self.questions), self.end(self.questions)
            kept = [f"- {old}"] if len(self.questions.value) == 1 else []
            return _Edit(start, end, "\n" + "\n".join([*kept, *lines]))
        end = self.line_end(self.end(self.questions))
        return _Edit(end, end, "\n" + self.indented(lines, self.questions.start_mark.column))

    def without_lines(self, first: yaml.Node, last: yaml.Node) -> _Edit:
        """Takes the lines of nodes out; remarks on lines of their own among them stay."""
        end = self.line_end(self.end(last))
        end += len(self.newline) if self.text[end:].startswith(self.newline) else 0
        indent = " " * first.start_mark.column
        kept = "".join(f"{indent}{one}\n" for one in self.remarks(first, last))
        return _Edit(self.line_start(self.start(first)), end, kept)

    def indented(self, lines: Sequence[str], column: int) -> str:
        return "\n".join(f"{' ' * column}{line}" for line in lines)

    def start(self, node: yaml.Node) -> int:
        return int(node.start_mark.index) + self.shift

    def end(self, node: yaml.Node) -> int:
        """Where a node's own characters end; PyYAML counts what follows to a block."""
        if isinstance(node, yaml.ScalarNode):
            start, end = self.start(node), int(node.end_mark.index) + self.shift
            if node.style in _BLOCK:
                return start + len(self.text[start:end].rstrip())
            return end
        assert isinstance(node, yaml.CollectionNode)
        if node.flow_style or not node.value:
            return int(node.end_mark.index) + self.shift
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)

    def line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > place and self.text[end - 1] == "\r" else end


def _named(node: yaml.Node) -> Iterator[tuple[str, tuple[yaml.Node, yaml.Node]]]:
    for key, value in node.value:
        yield key.value, (key, value)


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for part in node.value:
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _leaves(inner)
