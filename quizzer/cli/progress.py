"""A progress bar for long work, drawn on standard error so that output stays clean."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from quizzer.cli.output import wants_plain_text

Step = Callable[[int, int], None]
"""Called with how much is done and how much there is."""


@contextmanager
def progress(label: str) -> Iterator[Step]:
    """Gives a `Step` that moves a bar on a terminal and does nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty() or wants_plain_text():
        yield lambda done, total: None
        return
    # Rich costs 40 ms to import, which only a person who watches a bar should pay.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
