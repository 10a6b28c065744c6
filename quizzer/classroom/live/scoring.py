"""What an answer earns, as formulas; docs/drill.md gives them with examples.

With c the credit from 0 to 1 that the grader gave, t the time taken and T the time there was:
accuracy and exam  100 c;
race               1000 c (1 - t / 2T), all of it when t < 0.5 s: half is left at the bell;
streak (race)      +100 for the second answer in a row that is all right, +200 for the third,
                   and so on up to +500.
"""

ACCURACY = 100
RACE = 1000
FULL_MS = 500
"""Who answers faster than this gets all points: nobody reads and taps in less time."""

_BONUS = 100
_MOST_BONUSES = 5


def accuracy_points(credit: float) -> int:
    """Points where speed does not count.

    >>> accuracy_points(1.0), accuracy_points(1 / 3), accuracy_points(0.0)
    (100, 33, 0)
    """
    return _rounded(ACCURACY * credit)


def race_points(credit: float, elapsed_ms: int, limit_ms: int) -> int:
    """Points where speed counts; an answer after its time counts as one at the bell.

    >>> race_points(1.0, 2000, 30_000), race_points(1.0, 30_000, 30_000)
    (967, 500)
    """
    if elapsed_ms < FULL_MS:
        return _rounded(RACE * credit)
    used = min(elapsed_ms, limit_ms) / limit_ms
    return _rounded(RACE * credit * (1 - used / 2))


def streak_bonus(streak: int) -> int:
    """Points on top for the answer that makes a streak so long.

    >>> [streak_bonus(n) for n in range(9)]
    [0, 0, 100, 200, 300, 400, 500, 500, 500]
    """
    return _BONUS * min(max(streak - 1, 0), _MOST_BONUSES)


def team_points(members: list[int]) -> float:
    """The mean of the members' points, to a tenth, so that a small team is no worse off."""
    return round(sum(members) / len(members), 1) if members else 0.0


def _rounded(points: float) -> int:
    return int(points + 0.5)
