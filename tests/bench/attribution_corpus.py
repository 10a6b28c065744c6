"""Reads a folder of the PolNeAR corpus (brat standoff) and matches predictions with it.

A prediction matches an annotation when the sources overlap and the contents' words have a Jaccard
index of at least 0.5. Annotations without a source are left out, and predictions that match only
such a one are ignored.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(r"\w+")
Words = frozenset[int]
"""Words of a text, by where they start."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One attribution that people marked: the words of its source, its content and its cue."""

    source: Words
    content: Words
    cue: Words


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its annotations."""

    name: str
    text: str
    annotations: tuple[Annotation, ...]


def words_in(text: str, spans: Iterable[tuple[int, int]]) -> Words:
    """Where the words in these stretches start."""
    return frozenset(
        match.start() for start, end in spans for match in _WORD.finditer(text, start, end)
    )


def read_corpus(folder: Path) -> Iterator[Document]:
    """The documents of a split, by name."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        marks = next(iter(sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))))
        yield Document(path.stem, text, tuple(_annotations(text, marks.read_text("utf-8"))))


def _annotations(text: str, marks: str) -> Iterator[Annotation]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in marks.splitlines():
        name, rest = line.split("\t")[:2]
        if name.startswith("T"):
            places = rest.split(" ", 1)[1].split(";")
            spans[name] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
    for line in marks.splitlines():
        if not line.startswith("E"):
            continue
        parts: dict[str, list[tuple[int, int]]] = {}
        for part in line.split("\t")[1].split():
            role, target = part.split(":")
            parts.setdefault(re.sub(r"\d+$", "", role), []).extend(spans.get(target, []))
        yield Annotation(
            *(words_in(text, parts.get(role, [])) for role in ("Source", "Content", "Cue"))
        )


def jaccard(one: Words, other: Words) -> float:
    """Shared words over all words."""
    return len(one & other) / max(1, len(one | other))


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, predictions that count, and annotations that count."""

    hits: int = 0
    predicted: int = 0
    marked: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.marked + other.marked
        )

    @property
    def precision(self) -> float:
        """Hits among predictions."""
        return self.hits / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Hits among annotations."""
        return self.hits / max(1, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, self.predicted + self.marked)


def score(document: Document, predictions: list[tuple[Words, Words]]) -> Counts:
    """Matches predictions (source, content) one to one, by the best overlap of contents."""
    full = [one for one in document.annotations if one.source and one.content]
    part = [one for one in document.annotations if not one.source and one.content]
    pairs = sorted(
        (
            (jaccard(content, one.content), place, number)
            for place, (source, content) in enumerate(predictions)
            for number, one in enumerate(full)
            if source & one.source
        ),
        reverse=True,
    )
    used: set[int] = set()
    hit: set[int] = set()
    for overlap, place, number in pairs:
        if overlap >= 0.5 and place not in hit and number not in used:
            hit.add(place)
            used.add(number)
    ignored = sum(
        place not in hit and any(jaccard(content, one.content) >= 0.5 for one in part)
        for place, (_, content) in enumerate(predictions)
    )
    return Counts(len(hit), len(predictions) - ignored, len(full))
