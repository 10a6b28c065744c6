"""Pictures and sounds that questions name as `![what it shows](media/file.png)`."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from quizzer.deck.model import Deck
from quizzer.exchange.anki.notes import AnkiNote

_NAMED = re.compile(r"!\[([^\]\n]*)\]\(([^()\s\"<>]+)\)")
_SOUNDS = {".mp3", ".ogg", ".oga", ".opus", ".wav", ".flac", ".m4a", ".aac"}
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"}


def named_media(deck: Deck) -> list[str]:
    """Paths of the media that the deck's questions name, as written, each once; no addresses."""
    found: dict[str, None] = {}
    for question in deck.questions:
        for text in (question.stem, repr(question.answer), question.explanation or ""):
            for _, path in _NAMED.findall(text):
                is_here = "://" not in path
                if is_here and PurePosixPath(path).suffix.lower() in _SOUNDS | _PICTURES:
                    found.setdefault(path)
    return list(found)


def with_media(note: AnkiNote, names: Mapping[str, str]) -> AnkiNote:
    """The note with pictures and sounds in the place of their names.

    `names` holds the name in Anki of each path; other paths stay text.
    """
    fields = tuple(_replaced(field, names) if "![" in field else field for field in note.fields)
    return note if fields == note.fields else replace(note, fields=fields)


def _replaced(html: str, names: Mapping[str, str]) -> str:
    def element(match: re.Match[str]) -> str:
        # What is matched is HTML already, in which & stands as &amp;.
        shown, path = match.group(1), match.group(2).replace("&amp;", "&")
        name = names.get(path)
        if name is None:
            return match.group()
        if PurePosixPath(name).suffix.lower() in _SOUNDS:
            return f"[sound:{name}]"
        quoted = name.replace("&", "&amp;")
        alternative = shown.replace('"', "&quot;")
        return f'<img src="{quoted}" alt="{alternative}">'

    return _NAMED.sub(element, html)
