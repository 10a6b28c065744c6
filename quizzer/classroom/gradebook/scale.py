"""Grading scales: from which share of the points on a mark is given."""

from dataclasses import dataclass
from itertools import pairwise

from quizzer.diagnostics import QuizzerError

_EXAMPLE = "write it as A:90,B:80,C:70,D:60,F:0, from the best down to 0"


@dataclass(frozen=True, slots=True)
class Scale:
    """Marks with the percentage from which each is given, the best first; the last is from 0."""

    steps: tuple[tuple[str, float], ...]

    def mark(self, share: float) -> str:
        """The mark for a share of the points from 0 to 1; there is no rounding up to a step."""
        percent = 100 * share
        # 90 of 100 points added up from thirds must still be 90 %.
        return next(name for name, least in self.steps if percent >= least - 1e-9)


NAMED = {
    "letters": Scale((("A", 90), ("B", 80), ("C", 70), ("D", 60), ("F", 0))),
    "plus-minus": Scale(
        (
            *(("A+", 97), ("A", 93), ("A-", 90), ("B+", 87), ("B", 83), ("B-", 80)),
            *(("C+", 77), ("C", 73), ("C-", 70), ("D+", 67), ("D", 63), ("D-", 60), ("F", 0)),
        )
    ),
    "1-6": Scale((("1", 92), ("2", 81), ("3", 67), ("4", 50), ("5", 30), ("6", 0))),
    "pass": Scale((("pass", 60), ("fail", 0))),
}
"""Usual scales: letters with and without signs (United States), 1 to 6 (the German chambers of
industry and commerce), and pass or fail."""


def parse_scale(text: str) -> Scale:
    """A scale by name, or as `A:90,B:80,F:0`.

    Raises:
        QuizzerError: it is none; the message says what is missing.
    """
    if text in NAMED:
        return NAMED[text]
    steps = []
    for part in text.split(","):
        name, colon, least = part.rpartition(":")
        try:
            steps.append((name.strip(), float(least.strip().removesuffix("%"))))
        except ValueError:
            colon = ""
        if not colon or not name.strip():
            names = ", ".join(NAMED)
            message = f"the scale is none of {names}, and {part.strip()!r} is no step of one"
            raise QuizzerError.at("--scale", message, _EXAMPLE, "G110")
    leasts = [least for _, least in steps]
    falls = all(a > b for a, b in pairwise(leasts))
    if not falls or leasts[-1] != 0 or leasts[0] > 100:
        message = "the steps of a scale must fall, from at most 100 to 0"
        raise QuizzerError.at("--scale", message, _EXAMPLE, "G110")
    return Scale(tuple(steps))
