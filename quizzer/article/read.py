"""A source becomes an article: a file, a page on the web, or standard input."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quizzer.article.decoding import decode_text
from quizzer.article.model import Article
from quizzer.deck.dates import PartialDate
from quizzer.diagnostics import QuizzerError

MOST_BYTES = 32 * 2**20
MOST_CHARACTERS = 1_000_000

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".md": "markdown",
    ".markdown": "markdown",
}
_MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/markdown": "markdown",
}


def read_article(
    source: str,
    *,
    stdin: Callable[[], bytes],
    title: str | None = None,
    publisher: str | None = None,
    published: PartialDate | None = None,
) -> Article:
    """Reads a file, an http or https address, or standard input (`-`).

    Args:
        source: the path of a file, an address, or `-`.
        stdin: gives the bytes of standard input.
        title: what is given here overrides what the source says; so do the next two.
        publisher: who brought the article out.
        published: when it came out.

    Raises:
        QuizzerError: the source cannot be read or holds no article (codes A001 to A011).
    """
    from quizzer.article.web import is_url  # noqa: PLC0415 - files are read without it

    if source == "-":
        article = _read_piped(stdin())
    elif is_url(source):
        article = _read_url(source)
    else:
        article = _read_file(source)
    return replace(
        article,
        title=title or article.title,
        publisher=publisher or article.publisher,
        published=published or article.published,
    )


def read_bytes(content: bytes, name: str, form: str | None = None) -> Article:
    """An article from bytes in a format: `text`, `markdown`, `html`, `pdf`; None finds out.

    Raises:
        QuizzerError: as for `read_article`.
    """
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        raise QuizzerError.at(name, "there is nothing in it", "give an article", "A006")
    match form or _sniff(content):
        case "pdf":
            from quizzer.article.pdf import read_pdf  # noqa: PLC0415

            article = read_pdf(content, name)
        case "html":
            from quizzer.article.html import read_html  # noqa: PLC0415

            article = read_html(content, name)
        case "markdown":
            from quizzer.article.markdown import read_markdown  # noqa: PLC0415

            article = read_markdown(_short_text(content, name), name)
        case _:
            from quizzer.article.plain import read_plain  # noqa: PLC0415

            article = read_plain(_short_text(content, name), name)
    return _checked(article)


def _read_file(source: str) -> Article:
    path = Path(source)
    try:
        if path.is_dir():
            raise QuizzerError.at(source, "this is a folder", "give one of the files in it", "A011")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise QuizzerError.at(
            source,
            "there is no such file",
            "check the path, or give an address with https://",
            "A011",
        ) from None
    except PermissionError:
        raise QuizzerError.at(
            source, "the file may not be read", "check its permissions", "A011"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise QuizzerError.at(
            source, f"the file cannot be read ({reason})", "check the path", "A011"
        ) from None
    _refuse_large(len(content), source)
    return read_bytes(content, source, _FORMATS.get(path.suffix.lower()))


def _read_piped(content: bytes) -> Article:
    name = "standard input"
    _refuse_large(len(content), name)
    return replace(read_bytes(content, name), text_is_extracted=True)


def _read_url(url: str) -> Article:
    from quizzer.article.web import fetch  # noqa: PLC0415

    page = fetch(url, MOST_BYTES)
    form = _MEDIA.get(page.media_type)
    content = page.content
    if form in (None, "markdown") and page.charset not in (None, "utf-8", "us-ascii"):
        try:
            content = content.decode(page.charset or "utf-8").encode()
        except (LookupError, UnicodeError):
            content = page.content  # the reader says where it is not UTF-8
    if form is None and page.url.lower().endswith((".md", ".markdown")):
        form = "markdown"
    article = read_bytes(content, url, form)
    return replace(article, url=article.url or page.url, text_is_extracted=True)


def _sniff(content: bytes) -> str:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return "html" if _HTML.match(content.removeprefix(b"\xef\xbb\xbf")) else "text"


def _refuse_large(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise QuizzerError.at(
            name,
            f"it is larger than {MOST_BYTES // 2**20} MB",
            "an article is smaller; give the part that you want",
            "A005",
        )


def _short_text(content: bytes, name: str) -> str:
    text = decode_text(content, name)
    _refuse_long(text, name)
    return text


def _refuse_long(text: str, name: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise QuizzerError.at(
            name,
            f"the text has {len(text):,} characters, more than the {MOST_CHARACTERS:,} allowed",
            "cut it into chapters and make a deck of each",
            "A005",
        )


def _checked(article: Article) -> Article:
    _refuse_long(article.text, article.name)
    if not any(not paragraph.is_heading for paragraph in article.paragraphs):
        raise QuizzerError.at(
            article.name,
            "no running text in it, only single lines",
            "an article has sentences; give the page that holds them",
            "A006",
        )
    return article
