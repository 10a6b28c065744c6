"""Plots of an item analysis as inline SVG, with words for whoever cannot see them."""

from collections.abc import Sequence
from html import escape

from quizzer.classroom.items.model import ItemStats
from quizzer.stats.svg import line, svg, words

_WIDTH, _HEIGHT = 240, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 42, 10, 10, 30


def characteristic(item: ItemStats, name: str) -> str:
    """How often each group of students was right, from the weakest group to the best.

    `name` is unique on the page.
    """
    points = [
        (_x(number + 0.5, len(item.groups)), _y(group.credit))
        for number, group in enumerate(item.groups)
    ]
    shares = ", ".join(f"{100 * group.credit:.0f} %" for group in item.groups)
    curve = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    parts = [
        *_axes(_WIDTH, _HEIGHT),
        f'<polyline class="accent curve" points="{curve}"/>',
        *(f'<circle class="fill" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in points),
        words(_LEFT, _HEIGHT - 8, "weakest", "start"),
        words(_WIDTH - _RIGHT, _HEIGHT - 8, "best students", "end"),
    ]
    title = "Right answers from the weakest to the best students"
    return svg(name, title, shares, _WIDTH, _HEIGHT, parts)


def overview(items: Sequence[ItemStats], name: str) -> str:
    """All questions: how easy, and how well they tell strong students from weak ones.

    Flagged ones are squares, so that the plot says the same without colors. `name` is unique on
    the page.
    """
    width, height = 560, 240
    placed = [item for item in items if item.r_rest is not None]
    parts = _axes(width, height, low=-0.5)
    for item in placed:
        assert item.r_rest is not None
        x = _LEFT + (width - _LEFT - _RIGHT) * item.p
        share = (max(-0.5, min(1.0, item.r_rest)) + 0.5) / 1.5
        y = _TOP + (height - _TOP - _BOTTOM) * (1 - share)
        title = f"<title>{escape(item.question_id)}: p {item.p:.2f}, r {item.r_rest:.2f}</title>"
        if item.flags:
            place = f'x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"'
            parts.append(f'<rect class="alarm" {place}>{title}</rect>')
        else:
            parts.append(f'<circle class="fill" cx="{x:.1f}" cy="{y:.1f}" r="4">{title}</circle>')
    parts += [
        words(_LEFT, height - 8, "p = 0: nobody right", "start"),
        words(width - _RIGHT, height - 8, "everybody right: p = 1", "end"),
        words(_LEFT + 6, _TOP + 12, "r: tells strong from weak", "start"),
    ]
    described = (
        f"{len(placed)} questions; {sum(bool(item.flags) for item in placed)} are flagged, drawn as"
        " squares. The numbers stand at each question below."
    )
    title = "Questions by share right (p) and discrimination (r)"
    return svg(name, title, described, width, height, parts)


def _axes(width: int, height: int, low: float = 0.0) -> list[str]:
    """Axes with lines at 0, 50 and 100 %, or at r of -0.5, 0, 0.5 and 1."""
    ticks = (0.0, 0.5, 1.0) if low == 0 else (-0.5, 0.0, 0.5, 1.0)
    right, base = width - _RIGHT, height - _BOTTOM
    parts = []
    for tick in ticks:
        y = _TOP + (base - _TOP) * (1 - (tick - low) / (1 - low))
        text = f"{100 * tick:.0f} %" if low == 0 else f"{tick:g}"
        parts += [line(_LEFT, y, right, y, "line"), words(_LEFT - 4, y + 4, text, "end")]
    return [
        *parts,
        line(_LEFT, _TOP, _LEFT, base, "soft"),
        line(_LEFT, base, right, base, "soft"),
    ]


def _x(place: float, count: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * place / max(count, 1)


def _y(share: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - share)
