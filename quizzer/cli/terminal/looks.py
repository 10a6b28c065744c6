"""What the quiz looks like: styles that work on light and dark grounds and in eight colours."""

import sys
from dataclasses import dataclass

STYLES = {
    "stem": "bold",
    "option": "",
    "cursor": "bold reverse",
    "number": "ansicyan",
    "right": "ansigreen bold",
    "wrong": "ansired bold",
    "partial": "ansiyellow bold",
    "hint": "italic",
    "cited": "",
    "passage": "ansibrightblack",
    "mark": "bold underline",
    "title": "bold",
    "key": "bold",
    "bar": "ansicyan",
    "rest": "ansibrightblack",
    "note": "ansiyellow",
}
"""Meanings and their looks; colour never says anything alone."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs on the screen, where the terminal's encoding has them, or plain ASCII."""

    tick: str = "✓"
    cross: str = "✗"
    done: str = "━"
    rest: str = "─"
    pointer: str = "›"
    dot: str = "·"
    arrow: str = "→"


ASCII = Glyphs(tick="+", cross="x", done="#", rest="-", pointer=">", dot="|", arrow="->")


def glyphs_for(encoding: str | None) -> Glyphs:
    """The richest signs that the encoding can write."""
    glyphs = Glyphs()
    try:
        "".join(getattr(glyphs, name) for name in Glyphs.__slots__).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return glyphs


def output_glyphs() -> Glyphs:
    """The signs for standard output."""
    return glyphs_for(getattr(sys.stdout, "encoding", None))
