"""Decks by name: a path, a file name without its ending, or a deck's id, found in the usual places.

What a list of decks needs is read from the head of each file without parsing YAML, so that
completion and the start screen answer at once.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from quizzer.cli.home import deck_folders
from quizzer.diagnostics import QuizzerError

_HEAD = re.compile(rb"""^(id|title) *: *["']?(.*?)["']? *(?: #.*)?\r?$""", re.MULTILINE)
_QUESTION = re.compile(rb"""^ *- +\{? *id *: *["']?([^\s"',}]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckHead:
    """What the head of a deck's file says; `questions` holds their ids in order."""

    path: Path
    id: str
    title: str
    questions: tuple[str, ...]


def read_head(path: Path) -> DeckHead | None:
    """The head of a deck file; None when it is no deck or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if re.search(rb"^(?:\xef\xbb\xbf)?format *:", data, re.MULTILINE) is None:
        return None
    top, _, rest = data.partition(b"\nquestions:")
    fields = {key: value.decode("utf-8", "replace") for key, value in _HEAD.findall(top)}
    identity = fields.get(b"id", path.stem)
    return DeckHead(
        path=path,
        id=identity,
        title=fields.get(b"title", identity),
        questions=tuple(name.decode("utf-8", "replace") for name in _QUESTION.findall(rest)),
    )


def deck_paths() -> list[Path]:
    """Every file in the usual places that may be a deck, nearer places first."""
    return [path for folder in deck_folders() for path in sorted(folder.glob("*.y*ml"))]


def all_decks() -> list[DeckHead]:
    """Every deck in the usual places, each id once, by title."""
    found: dict[str, DeckHead] = {}
    for path in deck_paths():
        head = read_head(path)
        if head is not None:
            found.setdefault(head.id, head)
    return sorted(found.values(), key=lambda head: head.title.casefold())


def find_deck(name: str) -> Path:
    """The file that `name` means.

    Raises:
        QuizzerError: nothing of that name is there; the nearest names are offered.
    """
    path = Path(name)
    if path.exists() or path.suffix in (".yaml", ".yml") or "/" in name:
        return path
    heads = all_decks()
    for head in heads:
        if name in (head.id, head.path.stem):
            return head.path
    names = sorted({head.id for head in heads})
    close = get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]}?" if close else f"known decks: {', '.join(names) or 'none'}"
    raise QuizzerError.at(name, "there is no such deck", hint)
