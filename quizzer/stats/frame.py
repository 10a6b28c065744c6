"""The frame of a self-contained page: no script, nothing to fetch, light, dark and paper."""

from collections.abc import Iterable, Sequence
from html import escape

from quizzer.stats.style import STYLE


def page(title: str, body: str, *, lead: str = "", style: str = "") -> str:
    """A whole page; title and lead are text, the body is HTML, and `style` CSS of its own."""
    below = f"<p>{escape(lead)}</p>" if lead else ""
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';',
            " style-src 'unsafe-inline'\">\n",
            f"<title>{escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n",
            f"<header><h1>{escape(title)}</h1>",
            f"{below}</header>\n<main>\n{body}\n</main>\n</body>\n</html>\n",
        )
    )


def section(title: str, words: str, content: str) -> str:
    """A part with its heading and a sentence (as text); the content is HTML."""
    return f"<section><h2>{title}</h2><p>{escape(words)}</p>{content}</section>"


def figure(picture: str, table: str) -> str:
    """A picture, and its figures as a table for who wants to read them."""
    return (
        f'<figure><div class="picture" tabindex="0">{picture}</div>'
        f"<details><summary>The figures as a table</summary>{table}</details></figure>"
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts; the first of each row is its head."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )
