"""HTML becomes text that reads well in a terminal: lists, tables, powers, formulas, media.

A picture or a sound becomes `![what it shows](path)`, as decks name media. Formulas stay as LaTeX
between `\\(` and `\\)` or `\\[` and `\\]`, whichever of Anki's ways they were written in.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import unquote

FindMedium = Callable[[str], str | None]
"""The path of a medium by its name in Anki, or None when there is none."""

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr main nav p pre section summary table tbody tfoot"
    " thead tr ul ol li".split()
)
_DROPPED = frozenset("script style head title template button svg canvas rp".split())
_FORMULAS = (
    (re.compile(r"\[\$\$\](.*?)\[/\$\$\]", re.DOTALL), r"\\[\1\\]"),
    (re.compile(r"\[\$\](.*?)\[/\$\]", re.DOTALL), r"\\(\1\\)"),
    (re.compile(r"\[latex\](.*?)\[/latex\]", re.DOTALL | re.IGNORECASE), r"\1"),
    (re.compile(r"\[anki:tts[^\]]*\](.*?)\[/anki:tts\]", re.DOTALL), r"\1"),
)
_SOUND = re.compile(r"\[sound:([^\]\n]+)\]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^()\s<>\"]+")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_MANY_LINES = re.compile(r"\n{3,}")
# Control characters mean nothing in a text, and no terminal should get them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_UP = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_DOWN = dict(zip("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ", strict=True))


def no_medium(name: str) -> None:
    """Finds nothing; for text that is only compared."""


def html_text(html: str, find: FindMedium = no_medium, *, keep_blanks: bool = False) -> str:
    """The text of a piece of HTML.

    `find` gives the path of a medium; one that it does not know is named in words.
    `keep_blanks` leaves runs of blanks as they are, as in fields that we wrote ourselves.
    """
    if "<" not in html and "&" not in html and "[" not in html:
        return _tidied(html if keep_blanks else _BLANKS.sub(" ", html), keep_blanks)
    # In Anki only what stands in brackets as such is a sound or a formula, not what is escaped.
    for pattern, form in _FORMULAS:
        html = pattern.sub(form, html)
    html = _SOUND.sub(lambda match: f'<audio src="{match[1].replace(chr(34), "&quot;")}">', html)
    reader = _Reader(find, keep_blanks)
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # what Python's parser says to a malformed declaration
        reader.handle_data(re.sub(r"<[^>]*>", " ", html))
    return _tidied("".join(reader.pieces), keep_blanks)


def _tidied(text: str, keep_blanks: bool) -> str:
    text = _CONTROLS.sub("", text.replace("\xa0", " "))
    if keep_blanks:
        return text
    lines = (line.rstrip() for line in text.split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Gathers text; `pieces` joined is the result."""

    def __init__(self, find: FindMedium, keep_blanks: bool):
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.find = find
        self.keep_blanks = keep_blanks
        # The element that is being dropped, and how often it has been opened within itself.
        self.dropped = ("", 0)
        self.preformatted = 0
        self.cells = 0
        self.lists: list[int | None] = []
        # Where raised and lowered text, ruby and links begin among the pieces.
        self.marks: list[tuple[str, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name, depth = self.dropped
        if depth or tag in _DROPPED:
            self.dropped = (name or tag, depth + (tag == (name or tag)))
            return
        attributes = {key: value or "" for key, value in attrs}
        if tag == "br":
            self.break_line()
        elif tag in ("img", "audio", "video", "source", "embed", "object"):
            self.medium(attributes)
        elif tag in ("sup", "sub", "rt", "a", "anki-mathjax"):
            what = attributes.get("href", "") or attributes.get("block", "")
            self.marks.append((tag, len(self.pieces), what))
        elif tag in ("td", "th"):
            self.cell()
        elif tag in _BLOCKS:
            self.block(tag)

    def handle_endtag(self, tag: str) -> None:
        name, depth = self.dropped
        if depth:
            depth -= tag == name
            self.dropped = (name, depth) if depth else ("", 0)
            return
        if tag in ("sup", "sub", "rt", "a", "anki-mathjax"):
            self.close_mark(tag)
        elif tag in ("td", "th"):
            self.cells = max(self.cells - 1, 0)
        elif tag in ("ul", "ol"):
            if self.lists:
                self.lists.pop()
            self.new_line()
        elif tag == "pre":
            self.preformatted = max(self.preformatted - 1, 0)
            self.new_line()
        elif tag in _BLOCKS:
            self.new_line()

    def handle_data(self, data: str) -> None:
        if self.dropped[1]:
            return
        if self.keep_blanks:
            data = re.sub(r"[\n\r]", " ", data)
        elif not self.preformatted:
            data = _BLANKS.sub(" ", data)
            if self.at_gap():
                data = data.lstrip(" ")
        if data:
            self.pieces.append(data)

    def at_gap(self) -> bool:
        last = self.pieces[-1][-1:] if self.pieces else "\n"
        return last in (" ", "\n", "")

    def break_line(self) -> None:
        self.pieces.append(" " if self.cells else "\n")

    def new_line(self) -> None:
        if self.cells:
            if not self.at_gap():
                self.pieces.append(" ")
        elif self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")

    def block(self, tag: str) -> None:
        if tag == "pre":
            self.preformatted += 1
        if tag in ("ul", "ol"):
            self.lists.append(1 if tag == "ol" else None)
        self.new_line()
        if tag == "tr":
            self.cells = 0
            self.new_line()
        if tag == "li":
            self.item()

    def item(self) -> None:
        number = self.lists[-1] if self.lists else None
        indent = "  " * max(len(self.lists) - 1, 0)
        if number is not None:
            self.lists[-1] = number + 1
        self.pieces.append(f"{indent}- " if number is None else f"{indent}{number}. ")

    def cell(self) -> None:
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append(" | ")
        self.cells += 1

    def close_mark(self, tag: str) -> None:
        place = next((n for n in range(len(self.marks) - 1, -1, -1) if self.marks[n][0] == tag), -1)
        if place < 0:
            return
        _, start, what = self.marks[place]
        del self.marks[place:]
        inner = "".join(self.pieces[start:])
        self.pieces[start:] = [_marked(tag, inner, what)] if inner else []

    def medium(self, attributes: dict[str, str]) -> None:
        name = attributes.get("src") or attributes.get("data") or ""
        if name:
            self.pieces.append(self.named(name, attributes.get("alt", "")))

    def named(self, name: str, shown: str) -> str:
        shown = re.sub(r"[\[\]\s]+", " ", shown).strip()
        path = self.find(name) or self.find(unquote(name))
        if (
            path is None
            and name.startswith(("http://", "https://"))
            and not re.search(r"[()\s]", name)
        ):
            path = name
        if path is None:
            words = name if len(name) < 200 else f"{name[:40]}..."
            return f"[missing: {words}]"
        return f"![{shown}]({path})"


def _marked(tag: str, inner: str, what: str) -> str:
    text = inner.strip()
    match tag:
        case "sup" | "sub":
            letters = _UP if tag == "sup" else _DOWN
            if not text:
                return inner
            if all(letter in letters for letter in text):
                return "".join(letters[letter] for letter in text)
            sign = "^" if tag == "sup" else "_"
            return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
        case "rt":
            return f"({text})"
        case "anki-mathjax":
            return f"\\[{text}\\]" if what == "true" else f"\\({text}\\)"
        case _:
            is_address = what.startswith(("http://", "https://")) and what != text
            is_address = is_address and not text.startswith("![")
            return f"{inner} ({what})" if is_address and text else inner
