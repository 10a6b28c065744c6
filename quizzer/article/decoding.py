"""Bytes become text: UTF-8, LF line ends, or one error that names the place and the remedy."""

import re

from quizzer.diagnostics import Place, QuizzerError

# Tabs, line feeds, form feeds and carriage returns stand in text; the others do not.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n?")


def decode_text(content: bytes, name: str) -> str:
    """The text of a file as quizzer reads it: UTF-8, without a byte order mark, LF line ends.

    Nothing else is changed, so that offsets count what an editor shows.

    Raises:
        QuizzerError: A002 for binary content, A003 for another encoding than UTF-8.
    """
    if content.startswith(_UTF16_MARKS):
        raise QuizzerError.at(
            name, "the text is in UTF-16, not UTF-8", "save it again as UTF-8", "A003"
        )
    _refuse_binary(content, name)
    content = content.removeprefix(_UTF8_MARK)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        place = _place_after(normalize_line_ends(before), name)
        raise QuizzerError.at(
            place,
            f"byte 0x{content[error.start]:02x} is not UTF-8",
            "save the file as UTF-8 (it may be in Windows-1252 or Latin-1)",
            "A003",
        ) from None
    return normalize_line_ends(text)


def normalize_line_ends(text: str) -> str:
    """CRLF and CR become LF."""
    return _LINE_END.sub("\n", text)


def _refuse_binary(content: bytes, name: str) -> None:
    control = _CONTROL.search(content)
    if control is None:
        return
    line = content.count(b"\n", 0, control.start()) + 1
    # A stray control character in readable text is named with its line; else it is no text.
    if len(_CONTROL.findall(content[:65536])) > 2 or control.group() == b"\x00":
        raise QuizzerError.at(
            name,
            "this is a binary file, not an article",
            "give text, Markdown, HTML or PDF",
            "A002",
        )
    raise QuizzerError.at(
        Place(name, line, control.start() - content.rfind(b"\n", 0, control.start())),
        f"control character 0x{control.group()[0]:02x} in the text",
        "delete it",
        "A002",
    )


def _place_after(before: str, name: str) -> Place:
    line_start = before.rfind("\n") + 1
    return Place(name, before.count("\n") + 1, len(before) - line_start + 1)
