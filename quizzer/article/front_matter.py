"""The YAML between two `---` lines at the top of a text: title, publisher, date, url."""

import re
from dataclasses import dataclass

from quizzer.article.published import parse_day
from quizzer.deck.dates import PartialDate
from quizzer.deck.scan import Mapping, Scalar, scan_yaml
from quizzer.diagnostics import Place, QuizzerError

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a file says about the article under it."""

    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None


def read_front_matter(text: str, name: str) -> tuple[FrontMatter, int]:
    """The front matter and the offset behind it; an empty one and 0 where there is none.

    Keys: `title`, `publisher` (or `site`, `source`), `published` (or `date`), `url` (or `link`).
    Others are left alone, since many programs write theirs.

    Raises:
        QuizzerError: A004 where the block is not YAML, or its date is none.
    """
    match = _BLOCK.match(text, 0, _LONGEST)
    if match is None:
        return FrontMatter(), 0
    keys = _scalars(match.group(1), name)
    if not keys:
        return FrontMatter(), match.end() if keys is not None else 0
    written = keys.get("published") or keys.get("date") or keys.get("publication_date")
    published = None if written is None else parse_day(written)
    if written is not None and published is None:
        line = next(
            (n for n, line in enumerate(text.split("\n"), 1) if written in line and n > 1), 1
        )
        raise QuizzerError.at(
            Place(name, line, 1),
            f"{written!r} is no date",
            "write it as 2025-03-18, 2025-03 or 2025",
            "A004",
        )
    front = FrontMatter(
        keys.get("title"),
        keys.get("publisher") or keys.get("site") or keys.get("source"),
        published,
        keys.get("url") or keys.get("link"),
    )
    return front, match.end()


def _scalars(block: str, name: str) -> dict[str, str] | None:
    """The scalar values by lower-case key; None where the block is no mapping at all."""
    try:
        # Tags and aliases of other programs are found too, and do not matter here.
        node, _ = scan_yaml(block, name)
    except QuizzerError as error:
        place = error.diagnostics[0].place
        # The block begins in the second line of the file.
        moved = Place(name, place.line + 1, place.column) if place.line else Place(name, 1, 1)
        hint = "quote values that hold a colon"
        raise QuizzerError.at(moved, "the front matter is not YAML", hint, "A004") from None
    if not isinstance(node, Mapping):
        return {} if node is None else None
    keys: dict[str, str] = {}
    for key, value in node.entries:
        if isinstance(value, Scalar) and value.text.strip():
            keys.setdefault(key.text.strip().lower(), " ".join(value.text.split()))
    return keys
