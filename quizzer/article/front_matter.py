"""The YAML between two `---` lines at the top of a text: title, publisher, date, url."""

import re
from dataclasses import dataclass

from quizzer.article.published import parse_day
from quizzer.deck.dates import PartialDate
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
    import yaml  # noqa: PLC0415 - plain text is read without it

    try:
        # Only the events are read: aliases cannot blow up, and dates stay as they are written.
        events = list(yaml.parse(block, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(name, mark.line + 2, mark.column + 1) if mark else Place(name, 1, 1)
        raise QuizzerError.at(
            place, "the front matter is not YAML", "quote values that hold a colon", "A004"
        ) from None
    keys: dict[str, str] = {}
    depth = 0
    key: str | None = None
    for event in events:
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if depth == 0 and isinstance(event, yaml.SequenceStartEvent):
                return None
            depth += 1
            key = None if depth == 2 else key
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            if depth == 0:
                return None if event.value.strip() else {}
            if depth == 1 and key is None:
                key = event.value.strip().lower()
            elif depth == 1 and key is not None:
                if event.value.strip():
                    keys.setdefault(key, " ".join(event.value.split()))
                key = None
        elif isinstance(event, yaml.AliasEvent) and depth == 1:
            key = None
    return keys
