"""Plots of an item analysis as inline SVG, with words for whoever cannot see them."""

from collections.abc import Sequence
from html import escape

from quizzer.classroom.items.model import ItemStats

_WIDTH, _HEIGHT = 240, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 42, 10, 10, 30


def characteristic(item: ItemStats) -> str:
    """How often each group of students was right, from the weakest group to the best."""
    points = [
        (_x(number + 0.5, len(item.groups)), _y(group.credit))
        for number, group in enumerate(item.groups)
    ]
    words = ", ".join(f"{100 * group.credit:.0f} %" for group in item.groups)
    label = f"Right answers from the weakest to the best students: {words}"
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in points)
    return _svg(
        label,
        _WIDTH,
        _HEIGHT,
        f'{_frame(_WIDTH, _HEIGHT)}<polyline class="curve" points="{line}"/>{dots}'
        f'<text x="{_LEFT}" y="{_HEIGHT - 8}">weakest</text>'
        f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 8}" text-anchor="end">best students</text>',
    )


def overview(items: Sequence[ItemStats]) -> str:
    """All questions: how easy, and how well they tell strong students from weak ones.

    Flagged ones are squares, so that the plot says the same without colors.
    """
    width, height = 560, 240
    placed = [item for item in items if item.r_rest is not None]
    flagged = sum(bool(item.flags) for item in placed)
    label = (
        f"{len(placed)} questions by share right (p) and discrimination (r); {flagged} are flagged,"
        " drawn as squares. The numbers stand at each question below."
    )
    inner = _frame(width, height, low=-0.5)
    for item in placed:
        assert item.r_rest is not None
        x = _LEFT + (width - _LEFT - _RIGHT) * item.p
        share = (max(-0.5, min(1.0, item.r_rest)) + 0.5) / 1.5
        y = _TOP + (height - _TOP - _BOTTOM) * (1 - share)
        title = f"<title>{escape(item.question_id)}: p {item.p:.2f}, r {item.r_rest:.2f}</title>"
        if item.flags:
            place = f'x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"'
            inner += f'<rect class="alarm" {place}>{title}</rect>'
        else:
            inner += f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4">{title}</circle>'
    at_end = f'x="{width - _RIGHT}" y="{height - 8}" text-anchor="end"'
    inner += (
        f'<text x="{_LEFT}" y="{height - 8}">p = 0: nobody right</text>'
        f"<text {at_end}>everybody right: p = 1</text>"
        f'<text x="{_LEFT + 6}" y="{_TOP + 12}">r: tells strong from weak</text>'
    )
    return _svg(label, width, height, inner)


def _frame(width: int, height: int, low: float = 0.0) -> str:
    """Axes with lines at 0, 50 and 100 %, or at r of -0.5, 0, 0.5 and 1."""
    ticks = (0.0, 0.5, 1.0) if low == 0 else (-0.5, 0.0, 0.5, 1.0)
    lines = ""
    for tick in ticks:
        share = (tick - low) / (1 - low)
        y = _TOP + (height - _TOP - _BOTTOM) * (1 - share)
        text = f"{100 * tick:.0f} %" if low == 0 else f"{tick:g}"
        lines += (
            f'<path class="grid" d="M{_LEFT} {y:.1f}H{width - _RIGHT}"/>'
            f'<text x="{_LEFT - 4}" y="{y + 4:.1f}" text-anchor="end">{text}</text>'
        )
    axis = f"M{_LEFT} {_TOP}V{height - _BOTTOM}H{width - _RIGHT}"
    return f'{lines}<path class="axis" d="{axis}"/>'


def _svg(label: str, width: int, height: int, inner: str) -> str:
    return (
        f'<svg role="img" aria-label="{escape(label, quote=True)}" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}">{inner}</svg>'
    )


def _x(place: float, count: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * place / max(count, 1)


def _y(share: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - share)
