"""Cloze deletions, `{{c1::key::hint}}`, which may nest and share numbers."""

import re
from dataclasses import dataclass, field

GAP = "\ue000"
"""Stands for a gap in HTML until it has become text; no font has a letter there."""

_OPEN = re.compile(r"\{\{c(\d+(?:,\d+)*)::")
_OCCLUSION = "image-occlusion:"
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a gap hides, as HTML, with its hint (empty when there is none)."""

    html: str
    hint: str

    @property
    def is_occlusion(self) -> bool:
        """Whether it hides a part of a picture."""
        return self.html.lstrip().startswith(_OCCLUSION)


@dataclass(slots=True)
class _Node:
    numbers: frozenset[int]
    parts: list["str | _Node"] = field(default_factory=list)


def with_gaps(html: str, number: int, *, hides: bool) -> tuple[str, list[Deletion]]:
    """The text with `GAP` (or, unless `hides`, the keys) for deletions of that number."""
    deletions: list[Deletion] = []
    root = _parsed(html)
    return "".join(_shown(part, number, hides, deletions) for part in root.parts), deletions


def only_deletions(html: str, number: int) -> str:
    """What the deletions of that number hide, with commas between."""
    return ", ".join(one.html for one in with_gaps(html, number, hides=True)[1])


def numbers_of(html: str) -> frozenset[int]:
    """All numbers that deletions in the text have."""
    found = (match.group(1).split(",") for match in _OPEN.finditer(html))
    return frozenset(int(number) for numbers in found for number in numbers)


def _parsed(html: str) -> _Node:
    root = _Node(frozenset())
    stack = [root]
    place = 0
    while place < len(html):
        opened = _OPEN.search(html, place)
        closed = html.find("}}", place) if len(stack) > 1 else -1
        if opened and (closed < 0 or opened.start() < closed) and len(stack) <= _DEEPEST:
            stack[-1].parts.append(html[place : opened.start()])
            node = _Node(frozenset(map(int, opened.group(1).split(","))))
            stack[-1].parts.append(node)
            stack.append(node)
            place = opened.end()
        elif closed >= 0:
            stack.pop().parts.append(html[place:closed])
            place = closed + 2
        else:
            stack[-1].parts.append(html[place:])
            break
    # What was opened and never closed is text.
    while len(stack) > 1:
        node = stack.pop()
        numbers = ",".join(map(str, sorted(node.numbers)))
        stack[-1].parts[-1:] = [f"{{{{c{numbers}::", *node.parts]
    return root


def _shown(part: "str | _Node", number: int, hides: bool, deletions: list[Deletion]) -> str:
    if isinstance(part, str):
        return part
    if number not in part.numbers:
        inside: list[Deletion] = []
        key, _ = _key_and_hint("".join(_shown(one, number, hides, inside) for one in part.parts))
        # What stands in a hint that is not shown hides nothing.
        deletions += inside[: key.count(GAP)] if hides else inside
        return key
    # Inside a gap nothing else is hidden.
    key, hint = _key_and_hint("".join(_shown(one, 0, False, []) for one in part.parts))
    deletions.append(Deletion(key, hint))
    if not hides:
        return key
    return f"{GAP} [{hint}]" if hint else GAP


def _key_and_hint(text: str) -> tuple[str, str]:
    key, _, hint = text.partition("::")
    return key, hint
