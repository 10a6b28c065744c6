"""Numbers that could stand beside a key: as large, as round, with as many decimals."""

from decimal import Decimal

from quizzer.seeded import seeded_number

_OTHERS = 3
_CUSTOMARY: dict[str, tuple[int, ...]] = {
    "minutes": (10, 15, 20, 30, 45, 60, 90),
    "hours": (12, 24, 36, 48, 72, 96),
    "days": (7, 10, 14, 21, 30, 45, 60, 90, 100),
    "weeks": (2, 4, 6, 8, 12),
    "months": (3, 6, 9, 12, 18, 24),
}
"""Lengths of time that deadlines, terms and truces usually have, by unit."""


def near_numbers(
    key: Decimal,
    seed: int,
    stem: str,
    most: Decimal | None = None,
    *,
    unit: str | None = None,
) -> tuple[str, ...]:
    """Three other numbers of the key's size, as round as it is, with as many decimals.

    The key's place among the four depends on the seed; none is above `most`. For a length of
    time that people usually agree on, such as 30 days, others of that kind: 14, 60, 90.
    """
    customary = _CUSTOMARY.get(unit or "", ())
    if key in customary:
        place = customary.index(int(key))
        first = max(0, place - seeded_number(seed, stem) % (_OTHERS + 1))
        first = min(first, len(customary) - _OTHERS - 1)
        return tuple(str(n) for n in customary[first : first + _OTHERS + 1] if n != key)
    step = round_step(key)
    jump = max(1, int((abs(key) / 10 / step).to_integral_value()))
    jumps = [jump, 2 * jump, 3 * jump, 4 * jump]
    low = [key - n * step for n in jumps if key - n * step > 0]
    high = [key + n * step for n in jumps if most is None or key + n * step < most]
    if most is not None and len(low) + len(high) < _OTHERS:
        high = [key + n * unit_of(key) for n in range(1, 4) if key + n * unit_of(key) <= most]
        low = [key - n * unit_of(key) for n in range(1, 4)]
    below = min(seeded_number(seed, stem) % (_OTHERS + 1), len(low), _OTHERS)
    below = max(below, _OTHERS - len(high))
    chosen = [*low[:below], *high[: _OTHERS - below]]
    return tuple(_plain(value.quantize(unit_of(key))) for value in sorted(chosen))


def unit_of(key: Decimal) -> Decimal:
    """One in the last place that the key shows: 0.1 for 1.5, 1 for 30."""
    places = key.as_tuple().exponent
    return Decimal(1).scaleb(min(int(places), 0)) if isinstance(places, int) else Decimal(1)


def round_step(key: Decimal) -> Decimal:
    """The roundest number that divides the key three times or more: 25 for 175, 0.5 for 1.5.

    Where the key is itself so round that nothing does, a fraction of it.
    """
    unit = Decimal(1).scaleb(int(key.as_tuple().exponent)) if key % 1 else Decimal(1)
    best = unit
    power = unit
    while power <= abs(key):
        for factor in (Decimal(1), Decimal("2.5"), Decimal(5)):
            step = power * factor
            if step % unit == 0 and key % step == 0 and abs(key) >= 3 * step:
                best = max(best, step)
        power *= 10
    return best


def _plain(value: Decimal) -> str:
    return f"{value:f}"
