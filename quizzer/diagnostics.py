"""What is wrong, as a value, and the one exception for work that cannot go on.

A `Diagnostic` is collected and shown with others in the order of the file; `QuizzerError`
carries one or more of them up to the edge, which alone turns them into text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: errors make a deck unusable, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file that a person can jump to.

    `line` and `column` count from 1, columns in code points; 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing wrong, where it is and what to do about it.

    `code` is stable and documented in `docs/diagnostics.md` (for example `D104`);
    `message` says what is wrong, `hint` the remedy, both without a final full stop.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""

    def __str__(self) -> str:
        """`file:line:column: what is wrong; what to do`, always one line."""
        text = f"{self.place}: {self.message}" + (f"; {self.hint}" if self.hint else "")
        return " ".join(text.split())


class QuizzerError(Exception):
    """Work that cannot go on because of its input; holds at least one diagnostic."""

    def __init__(self, diagnostics: Iterable[Diagnostic]):
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))

    @classmethod
    def at(
        cls, place: Place | str, message: str, hint: str = "", code: str = "E001"
    ) -> "QuizzerError":
        """An error of one diagnostic; a string is the name of a file or of another input."""
        where = place if isinstance(place, Place) else Place(place)
        return cls([Diagnostic(code, Severity.ERROR, message, where, hint)])
