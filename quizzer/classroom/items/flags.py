"""Which questions to look at, and why, in words that a teacher can act on.

What is flagged must hold against chance over the whole deck: the more there is to doubt, the
stronger the evidence has to be, so that in a deck without faults hardly ever one is found. A
fault's likelihood must be as many times the ordinary one as there are doubts in the deck.
"""

from collections.abc import Sequence
from math import atanh, erfc, log, sqrt

from quizzer.classroom.items.evidence import (
    Points,
    Questions,
    curve_evidence,
    giveaway_evidence,
    points_of,
    right_evidence,
    typical,
)
from quizzer.classroom.items.model import Fault, Flag
from quizzer.classroom.items.scores import Ranked

FEWEST = 10
"""Below so many students with a rest score, nothing is flagged."""
LEVEL = 0.05
"""How often a deck without reversed questions may have one flagged as reversed."""
_COMMON = 0.1
"""An option is held for right only if at least this share of the best third chose it."""


def flags_of(rankings: Sequence[Ranked]) -> list[tuple[Flag, ...]]:
    """The flags of each question of a deck."""
    tables = [points_of(one.slices, frozenset([one.column.key])) for one in rankings]
    deck = typical(tables, [_wrong_counts(one) for one in rankings])
    doubts = sum(2 * max(len(one.column.options) - 1, len(_others(one))) + 1 for one in rankings)
    reversed_ones = _reversed(rankings)
    found: list[tuple[Flag, ...]] = []
    for place, (one, points) in enumerate(zip(rankings, tables, strict=True)):
        flag = None
        if sum(total for _, _, total in points) >= FEWEST:
            flag = _misjudged(one, deck, log(doubts))
            flag = flag or _giveaway(one, points, deck, log(len(rankings) / 2))
            flag = flag or (_reversed_flag(one) if place in reversed_ones else None)
        found.append((flag,) if flag else ())
    return found


def _wrong_counts(one: Ranked) -> list[int]:
    wrong = [text for text in one.column.options if text != one.column.key]
    return [sum(part.choices.get(text, 0) for part in one.slices) for text in wrong]


def _misjudged(one: Ranked, deck: Questions, threshold: float) -> Flag | None:
    """Whether another option, or another one as well, behaves as the right one."""
    key = one.column.key
    options = [key, *one.column.options]
    keyed = right_evidence(one.slices, frozenset([key]), options, deck)
    best: tuple[float, Fault, str] | None = None
    for other in _others(one):
        for fault, right in ((Fault.WRONG_KEY, {other}), (Fault.TWO_RIGHT, {key, other})):
            gain = right_evidence(one.slices, frozenset(right), options, deck) - keyed
            if best is None or gain > best[0]:
                best = gain, fault, other
    if best is None or best[0] < threshold:
        return None
    _, fault, other = best
    return Flag(fault, other, _reason(one, fault, other))


def _others(one: Ranked) -> list[str]:
    """Options other than the key that enough of the best third chose."""
    best = [part for part in one.slices[-len(one.slices) // 3 :] if part.students]
    size = sum(part.students for part in best)
    texts = dict.fromkeys(text for part in best for text in part.choices)
    return [
        text
        for text in texts
        if text is not None
        and text != one.column.key
        and sum(part.choices.get(text, 0) for part in best) >= max(_COMMON * size, 2)
    ]


def _reason(one: Ranked, fault: Fault, other: str) -> str:
    best = one.slices[-len(one.slices) // 3 :]
    size = sum(part.students for part in best)
    chose_other = sum(part.choices.get(other, 0) for part in best)
    chose_key = sum(part.choices.get(one.column.key, 0) for part in best)
    counts = f"of the {size} best students {chose_other} chose it and {chose_key} the key"
    match fault:
        case Fault.WRONG_KEY:
            return f"the best students chose “{other}”: is it the right answer? ({counts})"
        case _:
            return f"the best students chose “{other}” too: is it right as well? ({counts})"


def _giveaway(one: Ranked, points: Points, deck: Questions, threshold: float) -> Flag | None:
    right, total = sum(r for _, r, _ in points), sum(n for _, _, n in points)
    if right < 0.9 * total:
        return None
    gain = giveaway_evidence(points) - curve_evidence(points, deck)
    if gain < threshold:
        return None
    weakest = [part for part in one.slices[: len(one.slices) // 3] if part.students]
    size = sum(part.students for part in weakest)
    low = sum(part.choices.get(one.column.key, 0) for part in weakest)
    reason = (
        f"{right} of {total} were right, and {low} of the {size} weakest: does the question"
        " give its answer away?"
    )
    return Flag(Fault.GIVEAWAY, None, reason)


def _reversed(rankings: Sequence[Ranked]) -> frozenset[int]:
    """Places of items that better students got wrong more often, by Holm's procedure (1979)."""
    tested: list[tuple[float, int]] = []
    for place, one in enumerate(rankings):
        students = sum(part.students for part in one.slices)
        if one.r_rest is not None and students >= FEWEST:
            limited = max(-0.999, min(0.999, one.r_rest))
            # Fisher's z is about normal with variance 1 / (n - 3).
            tested.append((erfc(-atanh(limited) * sqrt((students - 3) / 2)) / 2, place))
    tested.sort()
    kept = set()
    for rank, (p_value, place) in enumerate(tested):
        if p_value > LEVEL / (len(tested) - rank):
            break
        kept.add(place)
    return frozenset(kept)


def _reversed_flag(one: Ranked) -> Flag:
    reason = (
        f"better students got it wrong more often (r = {one.r_rest:.2f}): is the key right,"
        " and can the question be misread?"
    )
    return Flag(Fault.REVERSED, None, reason)
