"""Names that the shell completes: decks by file or id, questions by id."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem


def complete_deck(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Deck ids with their titles, and files for everything that looks like a path."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415 - only the shell asks

    found = [
        CompletionItem(head.id, help=head.title)
        for head in all_decks()
        if head.id.startswith(incomplete)
    ]
    return [*found, *_files(incomplete)]


def complete_question(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Question ids, alone and as `deck/question`, and decks."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415

    heads = all_decks()
    names = {question: head.title for head in heads for question in head.questions}
    if "/" in incomplete:
        names = {
            f"{head.id}/{question}": head.title for head in heads for question in head.questions
        }
    found = [
        CompletionItem(name, help=title)
        for name, title in names.items()
        if name.startswith(incomplete)
    ]
    return [*found, *complete_deck(ctx, param, incomplete)]


def _files(incomplete: str) -> list[CompletionItem]:
    start = Path(incomplete)
    folder = start if incomplete.endswith("/") else start.parent
    prefix = "" if incomplete.endswith("/") else start.name
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        CompletionItem(f"{entry}/" if entry.is_dir() else str(entry))
        for entry in entries
        if entry.name.startswith(prefix)
        and not entry.name.startswith(".")
        and (entry.suffix in (".yaml", ".yml") or (entry.is_dir() and bool(incomplete)))
    ]
