"""Remembers what Anki had of a deck when it was last heard of, to tell what has changed there."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from quizzer.deck.model import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Digests of questions that came from Anki, by id, and the ids of cards suspended there."""

    digests: Mapping[str, str] = field(default_factory=dict)
    suspended: frozenset[str] = frozenset()

    def after(
        self, questions: Collection[Question], present: Collection[str], suspended: Collection[str]
    ) -> "Imported":
        """The record once these questions came in; `present` are all ids that Anki spoke of."""
        return Imported(
            digests={**self.digests, **{one.id: digest_of(one) for one in questions}},
            suspended=(self.suspended - frozenset(present)) | frozenset(suspended),
        )


def digest_of(question: Question) -> str:
    """What differs exactly when Anki's side of a question differs."""
    parts = (question.stem, repr(question.answer), question.explanation or "", *question.tags)
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=12).hexdigest()


def read_imported(text: str) -> Imported:
    """A record from its JSON; one that cannot be read counts as none."""
    try:
        found = json.loads(text)
        return Imported(
            digests={str(name): str(value) for name, value in found["questions"].items()},
            suspended=frozenset(map(str, found["suspended"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Imported()


def write_imported(imported: Imported) -> str:
    """The record as JSON, a line a question."""
    found = {
        "format": 1,
        "questions": dict(sorted(imported.digests.items())),
        "suspended": sorted(imported.suspended),
    }
    return json.dumps(found, indent=0) + "\n"
