"""Styled lines broken to a width in terminal cells, wide characters counted as two."""

from wcwidth import wcwidth

from quizzer.cli.wording import Line


def cells(text: str) -> int:
    """How many cells a text takes; characters that cannot be shown take none."""
    if text.isascii():
        return len(text)
    return sum(max(0, wcwidth(char)) for char in text)


def wrap(line: Line, width: int, *, first: str = "", rest: str | None = None) -> list[Line]:
    """Breaks a line at spaces, or within a word that is longer than a line.

    `first` stands before the first line and `rest` (blanks of the same width by default) before
    the others. Between wide characters, which need no spaces, a line may break anywhere.
    """
    indent = " " * cells(first) if rest is None else rest
    room = max(4, width - cells(first))
    lines: list[Line] = [[("", first)] if first else []]
    used = 0
    for style, whole in _chunks(line):
        chunk, size = whole, cells(whole)
        if used and used + size > room:
            lines.append([("", indent)] if indent else [])
            used = 0
        if chunk == " " and not used:
            continue
        while size > room:
            head = _fitting(chunk, room)
            lines[-1].append((style, head))
            chunk = chunk[len(head) :]
            size = cells(chunk)
            lines.append([("", indent)] if indent else [])
            used = 0
        lines[-1].append((style, chunk))
        used += size
    return lines


def _chunks(line: Line) -> list[tuple[str, str]]:
    """Words and single blanks with their styles; each wide character by itself."""
    chunks: list[tuple[str, str]] = []
    for style, text in line:
        word = ""
        for char in text:
            if char.isspace() or (not char.isascii() and wcwidth(char) == 2):
                if word:
                    chunks.append((style, word))
                word = ""
                chunks.append((style, " " if char.isspace() else char))
            else:
                word += char
        if word:
            chunks.append((style, word))
    return chunks


def _fitting(text: str, room: int) -> str:
    used = 0
    for place, char in enumerate(text):
        used += cells(char)
        if used > room:
            return text[: max(1, place)]
    return text


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    return _fitting(text, max(1, width - 1)) + "…" if width > 1 else ""


def spread(left: str, right: str, width: int) -> str:
    """`left` and `right` at the two ends of a line; `left` gives way."""
    left = cut(left, max(0, width - cells(right) - 1))
    return left + " " * max(1, width - cells(left) - cells(right)) + right
