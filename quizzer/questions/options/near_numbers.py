"""Numbers that could stand beside a key: as large, as round, with as many decimals."""

from decimal import Decimal

from quizzer.questions.options.stem_bounds import ANY, Bounds
from quizzer.seeded import seeded_number

_OTHERS = 3
_RUNGS = 8
_MOST_STEPS = 50
"""Steps that a key may have from zero for single steps to be seen: 49, 50, 51, not 98.32, 98.33."""
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
    bounds: Bounds = ANY,
    *,
    unit: str | None = None,
) -> tuple[str, ...]:
    """Three other numbers of the key's size, as round as it is, with as many decimals.

    The key's place among the four depends on the seed; all lie within `bounds` where three do.
    For a length of time that people usually agree on, such as 30 days, others of that kind: 14,
    60, 90.
    """
    customary = _CUSTOMARY.get(unit or "", ())
    wanted = seeded_number(seed, stem) % (_OTHERS + 1)
    if key in customary:
        place = customary.index(int(key))
        first = min(max(0, place - wanted), len(customary) - _OTHERS - 1)
        others = [n for n in customary[first : first + _OTHERS + 1] if n != key]
        if all(bounds.allow(Decimal(n)) for n in others):
            return tuple(str(n) for n in others)
    ladders = [_ladder(key, size, bounds) for size in _sizes(key)]
    ladders = [ladder for ladder in ladders if sum(map(len, ladder)) >= _OTHERS]
    low, high = next(iter([*ladders, _ladder(key, unit_of(key), ANY)]))
    below = max(min(wanted, len(low)), _OTHERS - len(high))
    chosen = [*low[:below], *high[: _OTHERS - below]]
    return tuple(_plain(value.quantize(unit_of(key))) for value in sorted(chosen))


def _sizes(key: Decimal) -> list[Decimal]:
    """The distances that options may have, the widest first; a finer one finds room in bounds."""
    unit, step = unit_of(key), round_step(key)
    jump = max(1, int((abs(key) / 10 / step).to_integral_value()))
    finer = [step / 5] if step / 5 >= unit and step / 5 % unit == 0 else []
    return [jump * step, step, *finer] if abs(key) < _MOST_STEPS * step else [jump * step]


def _ladder(key: Decimal, size: Decimal, bounds: Bounds) -> tuple[list[Decimal], list[Decimal]]:
    """The numbers at that distance below the key and above it, the nearest first."""
    low = [key - n * size for n in range(1, _RUNGS)]
    high = [key + n * size for n in range(1, _RUNGS)]
    return [n for n in low if bounds.allow(n)], [n for n in high if bounds.allow(n)]


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
