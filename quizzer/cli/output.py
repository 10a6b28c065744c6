"""Printing for people and for programs: one way to warn, one way to print JSON."""

import json
import os
import shutil
import sys
from collections.abc import Iterable

import click

from quizzer.diagnostics import Diagnostic, Severity


def is_plain(asked: bool = False) -> bool:
    """Whether to go line by line: asked for, no terminal, or one that wants no escape byte."""
    return asked or not has_terminal() or wants_plain_text()


def wants_plain_text() -> bool:
    """Whether the environment asks for text alone: a dumb terminal, a screen reader, no color."""
    return os.environ.get("TERM") == "dumb" or any(
        os.environ.get(name) for name in ("ACCESSIBLE", "NO_COLOR")
    )


def has_terminal() -> bool:
    """Whether a person sits at both ends; a closed stream is no terminal."""
    # Python sets a stream that was closed at start to None.
    return all(
        stream is not None and not stream.closed and stream.isatty()
        for stream in (sys.stdin, sys.stdout)
    )


def print_json(value: object) -> None:
    """One JSON value on standard output, as UTF-8 text, on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Each on a line of its own on standard error; warnings say that they are warnings."""
    for diagnostic in diagnostics:
        text = str(diagnostic)
        if diagnostic.severity is Severity.WARNING:
            place = str(diagnostic.place)
            text = f"{place}: warning:{text[len(place) + 1 :]}"
        say_wrong(f"{text} [{diagnostic.code}]")


def say_wrong(text: str) -> None:
    """One line on standard error; a terminal gets it broken between words, a program whole."""
    if sys.stderr is not None and not sys.stderr.closed and sys.stderr.isatty():
        width = max(20, shutil.get_terminal_size().columns)
        import textwrap  # noqa: PLC0415 - only for a mistake

        text = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
    click.echo(text, err=True)
