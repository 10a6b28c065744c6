"""What the commands that read articles share: opening a source, reading their options."""

import sys

import click

from quizzer.article.model import Article
from quizzer.deck.dates import PartialDate


def open_article(source: str, *, published: str | None = None, title: str | None = None) -> Article:
    """Reads a file, a URL or standard input (`-`); what is given overrides what is found.

    Raises:
        QuizzerError: the source cannot be read or holds no article.
        click.BadParameter: the date is not one.
    """
    from quizzer.article.read import read_article  # noqa: PLC0415 - help must not load parsers

    return read_article(source, stdin=_standard_input, published=parse_date(published), title=title)


def _standard_input() -> bytes:
    # A stream that was closed at start is None, and an empty article is what it gives.
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def parse_date(text: str | None) -> PartialDate | None:
    """A date option's value.

    Raises:
        click.BadParameter: the text is no date in ISO form.
    """
    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None


def parse_kinds(text: str | None) -> frozenset[str] | None:
    """The kinds named in `a,b,c`; None for all."""
    return frozenset(part.strip() for part in text.split(",") if part.strip()) if text else None
