"""The parts of a picture in SVG, which the page that it stands in gives colours by classes."""

from collections.abc import Sequence
from html import escape


def svg(
    name: str, title: str, described: str, width: float, height: float, parts: Sequence[str]
) -> str:
    """A picture in pixels of its own, with a title and a description for who cannot see it.

    `name` is unique on its page.
    """
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img"'
        f' aria-labelledby="{name}-title {name}-about">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-about">{escape(described)}</desc>{"".join(parts)}</svg>'
    )


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    """A straight line of a class."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{style}"/>'


def words(x: float, y: float, text: str, anchor: str) -> str:
    """Words that start, end or have their middle (`anchor`) at a place."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
