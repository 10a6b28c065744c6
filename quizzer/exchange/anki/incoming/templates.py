"""Anki's templates: fields, conditionals and filters, as its manual describes them.

https://docs.ankiweb.net/templates/fields.html. What a template shows is given back as HTML; what
a terminal cannot do (hints that open, speech) is told apart so that the caller can place it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizzer.exchange.anki.incoming.clozes import Deletion, only_deletions, with_gaps

_TOKEN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ODD_BRACKETS = re.compile(r"\{\{=<% %>=\}\}")
_BLANK = re.compile(r"(?:\s|&nbsp;|</?(?:br|div)\s*/?>)*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_RUBY = re.compile(r"\s?([^\s<>\[\]]+?)\[([^\]]*)\]")
_CLOZE_NUMBER = re.compile(r"c(\d+)")
_DEEPEST = 100


class TemplateError(ValueError):
    """A template whose sections do not close, or that nests beyond reason."""


@dataclass(slots=True)
class Side:
    """One side of a card as HTML, with what was found on the way.

    `typed` is the content of the field that the learner types, `deletions` are those of this
    card, `hints` and `spoken` hold HTML that Anki shows or says on demand.
    """

    html: str = ""
    typed: str | None = None
    deletions: list[Deletion] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What fills a template: fields by name, and the card's number (from 1) for clozes.

    `shows` tells what stands where a cloze was: gaps on the front; on the back the keys, or nothing
    where only what stands beside the cloze is wanted.
    """

    fields: Mapping[str, str]
    number: int
    shows: Literal["gaps", "keys", "nothing"] = "gaps"


def render(template: str, content: Content) -> Side:
    """One side of a card.

    Raises:
        TemplateError: the template's sections do not fit together.
    """
    if _ODD_BRACKETS.match(template.lstrip()):
        template = _ODD_BRACKETS.sub("", template).replace("<%", "{{").replace("%>", "}}")
    tokens = _TOKEN.split(_COMMENT.sub("", template))
    side = Side()
    pieces: list[str] = []
    # Each open section: its name, and whether what it holds is shown.
    sections: list[tuple[str, bool]] = []
    for place, token in enumerate(tokens):
        is_shown = all(shown for _, shown in sections)
        if place % 2 == 0:
            pieces.append(token if is_shown else "")
            continue
        key = token.strip()
        if key[:1] in ("#", "^"):
            name = key[1:].strip()
            sections.append((name, _holds(name, content) is (key[0] == "#")))
            if len(sections) > _DEEPEST:
                raise TemplateError("its sections are nested too deep")
        elif key[:1] == "/":
            if not sections or sections[-1][0] != key[1:].strip():
                raise TemplateError(f"{{{{{key}}}}} closes what is not open")
            sections.pop()
        elif is_shown:
            pieces.append(_filled(key, content, side))
    if sections:
        raise TemplateError(f"{{{{#{sections[-1][0]}}}}} is never closed")
    side.html = "".join(pieces)
    return side


def is_blank(html: str) -> bool:
    """Whether Anki takes a field for empty: only blanks and line breaks."""
    return _BLANK.fullmatch(html) is not None


def _holds(name: str, content: Content) -> bool:
    number = _CLOZE_NUMBER.fullmatch(name)
    if number and name not in content.fields:
        return int(number.group(1)) == content.number
    return not is_blank(content.fields.get(name, ""))


def _filled(key: str, content: Content, side: Side) -> str:
    *filters, name = (part.strip() for part in key.split(":"))
    if "type" in filters and "cloze" in filters:
        # Only the field to type into; what is asked stands beside it.
        return ""
    html = content.fields.get(name, "")
    for name_of_filter in reversed(filters):
        html = _filtered(name_of_filter, html, content, side)
    return html


def _filtered(name: str, html: str, content: Content, side: Side) -> str:
    match name.partition(" ")[0]:
        case "text":
            return _TAG.sub("", html)
        case "hint":
            if not is_blank(html):
                side.hints.append(html)
            return ""
        case "type":
            side.typed = html
            return "" if content.shows == "gaps" else html
        case "tts":
            side.spoken.append(html)
            return ""
        case "tts-voices":
            return ""
        case "cloze":
            if content.shows == "nothing":
                return ""
            shown, deletions = with_gaps(html, content.number, hides=content.shows == "gaps")
            side.deletions += deletions
            return shown if deletions else ""
        case "cloze-only":
            return only_deletions(html, content.number)
        case "furigana":
            return _RUBY.sub(r"\1(\2)", html)
        case "kana":
            return _RUBY.sub(r"\2", html)
        case "kanji":
            return _RUBY.sub(r"\1", html)
        case _:
            # `nc` and what add-ons define leave the text as it is.
            return html
