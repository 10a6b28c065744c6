"""How many slips of the finger lie between two words, and how many are forgiven.

A slip is a letter too many, too few or wrong, or two swapped (optimal string alignment).
Up to four letters, and whatever holds a digit or a Roman numeral, must be exact. Longer words
are forgiven one slip for each full seven letters, at least one; up to two fifths of the
letters make a near miss.
"""

from enum import IntEnum

from quizzer.quiz.grading.lookalikes import is_other_word, usual_spelling

EXACT_UP_TO = 4


class Closeness(IntEnum):
    """How near two words are, best first in number."""

    FAR = 0
    NEAR = 1
    TYPO = 2
    SAME = 3


def slips(written: str, meant: str, most: int = 99) -> int:
    """The number of slips; `most + 1` when there are more than `most`."""
    if written == meant:
        return 0
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 14 ms that most answers never need

    return OSA.distance(written, meant, score_cutoff=most)


def closeness(written: str, meant: str) -> Closeness:
    """How near a folded word comes to the one that was meant."""
    if written == meant or usual_spelling(written) == usual_spelling(meant):
        return Closeness.SAME
    if len(meant) <= EXACT_UP_TO or has_digit(written) or has_digit(meant):
        return Closeness.FAR
    if is_other_word(written, meant):
        return Closeness.FAR
    count = slips(written, meant, len(meant))
    if count <= max(1, len(meant) // 7):
        # One wrong letter of five makes another word too easily: truce, truck.
        is_swap = sorted(written) == sorted(meant)
        if len(meant) == 5 == len(written) and not is_swap:
            return Closeness.NEAR
        return Closeness.TYPO
    return Closeness.NEAR if count * 5 <= len(meant) * 2 else Closeness.FAR


def has_digit(word: str) -> bool:
    """Whether any character counts as a digit."""
    return any(char.isdigit() for char in word)
