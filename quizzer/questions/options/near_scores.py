"""Scores that could stand beside a key: of the same winner, and about as high."""

from quizzer.seeded import seeded_order

_OTHERS = 3
_GOALS = 6
"""Scores up to this one go by single goals; higher ones are told in points."""
_FEWEST_VOTERS, _MOST_VOTERS = 5, 120


def near_scores(key: str, seed: int, stem: str) -> tuple[str, ...]:
    """Three other scores such as the `2-1` of the key, the winner on the same side."""
    first, second = _pair(key)
    steps = (-2, -1, 0, 1, 2) if max(first, second) <= _GOALS else (-9, -6, -4, -3, 0, 3, 4, 6, 9)
    if first == second:
        others = [(first + n, second + n) for n in steps]
    else:
        others = [
            (first + n, second + m)
            for n in steps
            for m in steps
            if (first + n > second + m) == (first > second) and first + n != second + m
        ]
    return _chosen(key, [pair for pair in others if min(pair) >= 0], seed, stem)


def near_counts(key: str, seed: int, stem: str) -> tuple[str, ...]:
    """Three other counts of as many votes: 6-3 beside the 5-4 of a court; none for a crowd."""
    first, second = _pair(key)
    voters = first + second
    if not _FEWEST_VOTERS <= voters <= _MOST_VOTERS or first <= second:
        return ()
    others = [
        (n, voters - n) for n in range(voters // 2 + 1, voters + 1) if abs(n - first) <= _GOALS
    ]
    return _chosen(key, others, seed, stem)


def _pair(key: str) -> tuple[int, int]:
    first, _, second = key.partition("-")
    return int(first), int(second)


def _chosen(key: str, others: list[tuple[int, int]], seed: int, stem: str) -> tuple[str, ...]:
    mine = key.split("-")
    texts = [
        f"{first}-{second}"
        for first, second in others
        if str(first) != mine[0] and str(second) != mine[1]
    ]
    if len(texts) < _OTHERS:
        return ()
    return tuple(sorted(seeded_order(texts, seed, stem)[:_OTHERS]))
