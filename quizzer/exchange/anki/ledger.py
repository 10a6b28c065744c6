"""Remembers when each exported question last changed, so that Anki keeps newer edits of its own.

Anki overwrites a note with one of a later time. A note's time is therefore never the time of the
export but that of its last change. A question that is exported for the first time has the fixed
time `FIRST`: Anki adds the note where it is missing and never overwrites one with it, even if the
record was lost. When its content differs from what was exported before, its time becomes that of
the deck's file, so that whichever of the two sides was edited last wins.
"""

import json
from dataclasses import dataclass, field

from quizzer.exchange.anki.notetypes import Kind

FIRST = 1_000_000_000
"""Seconds since 1970; older than any Anki."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was last exported of a question."""

    digest: str
    changed: int
    kind: Kind


@dataclass(slots=True)
class Ledger:
    """What was exported of one deck, by question id."""

    entries: dict[str, Exported] = field(default_factory=dict)

    def changed_at(self, question_id: str, digest: str, edited_at: int) -> int:
        """When the question's content last changed, in seconds since 1970."""
        known = self.entries.get(question_id)
        if known is None:
            return FIRST
        return known.changed if known.digest == digest else max(edited_at, known.changed + 1)

    def kind_of(self, question_id: str) -> Kind | None:
        """The note type that Anki knows the question under, if it was exported before."""
        known = self.entries.get(question_id)
        return None if known is None else known.kind


def read_ledger(text: str) -> Ledger:
    """A ledger from its JSON; whatever cannot be read counts as never exported."""
    try:
        rows = json.loads(text)["questions"]
        return Ledger(
            {
                str(name): Exported(
                    str(row["digest"]),
                    int(row["changed"]),
                    "cloze" if row["kind"] == "cloze" else "question",
                )
                for name, row in rows.items()
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Ledger()


def write_ledger(ledger: Ledger) -> str:
    """The ledger as JSON, a line a question."""
    rows = {
        name: {"digest": entry.digest, "changed": entry.changed, "kind": entry.kind}
        for name, entry in sorted(ledger.entries.items())
    }
    return json.dumps({"format": 1, "questions": rows}, indent=0) + "\n"
