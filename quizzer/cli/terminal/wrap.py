"""Styled lines broken to a width in terminal cells, wide characters counted as two."""

from quizzer.cli.wording import Line


def cells(text: str) -> int:
    """How many cells a text takes; characters that cannot be shown take none."""
    if text.isascii() or not any(map(_is_unusual, text)):
        return len(text)
    from wcwidth import wcwidth  # noqa: PLC0415 - 8 ms that plain letters do not need

    return sum(max(0, wcwidth(char)) for char in text)


def _is_unusual(char: str) -> bool:
    """Whether a character may take other than one cell; European letters and signs take one."""
    return not (" " <= char <= "\u02ff" or "\u0370" <= char <= "\u0482" or char in "–—‘’“”…›→·━─✓✗")


def wrap(line: Line, width: int, *, first: str = "", style: str = "") -> list[Line]:
    """Breaks a line at spaces, or within a word that is longer than a line.

    `first` stands before the first line, in `style`, and blanks of its width before the others.
    Between wide characters, which need no spaces, a line may break anywhere.
    """
    indent = " " * cells(first)
    room = max(4, width - cells(first))
    lines: list[Line] = [[(style, first)] if first else []]
    used = 0
    for chunk_style, whole in _chunks(line):
        chunk, size = whole, cells(whole)
        if used and used + size > room:
            lines.append([("", indent)] if indent else [])
            used = 0
        if chunk == " " and not used:
            continue
        while size > room:
            head = _fitting(chunk, room)
            lines[-1].append((chunk_style, head))
            chunk = chunk[len(head) :]
            size = cells(chunk)
            lines.append([("", indent)] if indent else [])
            used = 0
        lines[-1].append((chunk_style, chunk))
        used += size
    return [_joined(line) for line in lines]


def _joined(line: Line) -> Line:
    """Neighbours of one style made one."""
    joined: Line = []
    for style, text in line:
        if joined and joined[-1][0] == style:
            joined[-1] = (style, joined[-1][1] + text)
        else:
            joined.append((style, text))
    return joined


def _chunks(line: Line) -> list[tuple[str, str]]:
    """Words and single blanks with their styles; each wide character by itself."""
    chunks: list[tuple[str, str]] = []
    for style, text in line:
        word = ""
        for char in text:
            if char.isspace() or (_is_unusual(char) and cells(char) == 2):
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
    kept = _fitting(text, max(1, width - 1))
    # A wide character may not fit where one cell is left.
    return (kept if cells(kept) < width else "") + "…" if width > 0 else ""


def spread(left: str, right: str, width: int) -> str:
    """`left` and `right` at the two ends of a line; `left` gives way."""
    left = cut(left, max(0, width - cells(right) - 1))
    return left + " " * max(1, width - cells(left) - cells(right)) + right
