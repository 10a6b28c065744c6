"""A PDF with a text layer becomes an article; its extracted text is what is cited."""

import re
import struct
import zlib
from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import Any

from quizzer.article.blocks import split_blocks
from quizzer.article.front_matter import FrontMatter
from quizzer.article.html import as_extracted, join_parts
from quizzer.article.model import Article
from quizzer.article.plain import assemble
from quizzer.diagnostics import QuizzerError
from quizzer.extras import require

_MOST_PAGES = 300
_DIGITS = re.compile(r"[0-9]+")
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]\n(?=[a-z])")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")
# A damaged file fails anywhere in the parser, in any of these ways.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read_pdf(content: bytes, name: str) -> Article:
    """An article from the text layer of a PDF.

    Lines are joined to paragraphs, words that were parted at a line's end are made whole, and
    running heads, feet and page numbers go.

    Raises:
        QuizzerError: A001 without pypdf, A007 for a password, A008 without a text layer,
            A009 for a damaged file or one of more than 300 pages.
    """
    require("pypdf", "make", name, "reading PDF", "A001")
    pages = _without_running_heads(_page_texts(content, name))
    text = _HYPHEN.sub("", "\n".join(pages))
    if len(text.split()) < 5:
        raise QuizzerError.at(
            name,
            "this PDF has no text, only pictures of pages",
            "run it through text recognition first, for example with ocrmypdf",
            "A008",
        )
    parts = [(block.text, False) for block in split_blocks(text)]
    joined, blocks = join_parts(parts)
    return as_extracted(assemble(joined, name, blocks, FrontMatter()))


def _page_texts(content: bytes, name: str) -> list[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - a heavy import
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    locked = QuizzerError.at(
        name, "this PDF is locked with a password", "save a copy without one", "A007"
    )
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        if len(reader.pages) > _MOST_PAGES:
            raise QuizzerError.at(
                name,
                f"{len(reader.pages)} pages are more than the {_MOST_PAGES} that are read",
                "print the chapter that you want to a PDF of its own",
                "A009",
            )
        return [_UNREADABLE.sub(" ", _text_with_gaps(page)) for page in reader.pages]
    except DependencyError:
        raise locked from None
    except (PyPdfError, *_DAMAGE):
        raise QuizzerError.at(
            name, "this PDF is damaged", "open it in a viewer and print it to a new PDF", "A009"
        ) from None


def _text_with_gaps(page: Any) -> str:
    """A page's text with a blank line where more room or another size parts two lines."""
    chunks: list[tuple[float, float, str]] = []

    def collect(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            chunks.append((tm[5] * cm[3] + cm[5], abs(size * tm[3]), text.strip()))

    lines = page.extract_text(visitor_text=collect).splitlines()
    steps = sorted(y - below for (y, _, _), (below, _, _) in pairwise(chunks) if y - below > 1)
    if not steps:
        return "\n".join(lines)
    usual = steps[len(steps) // 4]  # most steps lead to the next line of a paragraph
    openings = [
        chunk[2][:20]
        for above, chunk in pairwise(chunks)
        if above[0] - chunk[0] > 1.25 * usual
        or (abs(above[0] - chunk[0]) > 1 and abs(above[1] - chunk[1]) > 0.8)
    ]
    parted: list[str] = []
    for line in lines:
        if openings and line.strip().startswith(openings[0]):
            parted.append("")
            del openings[0]
        parted.append(line)
    return "\n".join(parted)


def _without_running_heads(pages: list[str]) -> list[str]:
    """Pages without the first and last lines that most of them share, numbers aside."""
    lines = [[line for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(
        key for page in lines for key in {_edge_key(line) for line in page[:2] + page[-2:]}
    )
    often = {key for key, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    kept: list[str] = []
    for page, text in zip(lines, pages, strict=True):
        drop = {
            line
            for line in page[:2] + page[-2:]
            if _edge_key(line) in often or not _DIGITS.sub("", line).strip(" -–—|/")
        }
        kept.append("\n".join(line for line in text.splitlines() if line not in drop).strip("\n"))
    return kept


def _edge_key(line: str) -> str:
    return _DIGITS.sub("0", line.strip())
