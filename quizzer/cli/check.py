"""`quizzer check`: everything that is wrong with a deck, with its place and the remedy."""

from pathlib import Path

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.output import print_diagnostics, print_json
from quizzer.diagnostics import Diagnostic, QuizzerError, Severity


@click.command()
@click.argument("decks", nargs=-1, required=True, metavar="DECK...", shell_complete=complete_deck)
@click.option(
    "--strict", is_flag=True, help="Also hold every question against the rubric of good ones."
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a finding, on standard output."
)
def check(decks: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Check decks for errors and warnings.

    Every finding is one line: file:line:column, what is wrong, and what to do about it. The exit
    code is 1 when a deck has errors; warnings alone leave it at 0.
    """
    failed = False
    for name in decks:
        found, count = _findings(Path(name), strict)
        errors = sum(finding.severity is Severity.ERROR for finding in found)
        failed = failed or errors > 0
        if as_json:
            for finding in found:
                print_json(_as_object(finding))
        else:
            print_diagnostics(found)
            click.echo(_summary(name, count, errors, len(found) - errors))
    return 1 if failed else 0


def _findings(path: Path, strict: bool) -> tuple[list[Diagnostic], int]:
    from quizzer.deck.check import check_deck  # noqa: PLC0415 - help must not load YAML
    from quizzer.deck.files import open_deck, source_text  # noqa: PLC0415

    try:
        file = open_deck(path)
        if file.deck is None:
            return list(file.diagnostics), 0
        text = source_text(file.deck, path)
    except QuizzerError as error:
        return list(error.diagnostics), 0
    found = [*file.diagnostics, *check_deck(file, text)]
    if strict:
        from quizzer.questions.review.deck import review_deck  # noqa: PLC0415

        found += review_deck(file, text)
    found.sort(key=lambda finding: (finding.place.line, finding.place.column))
    return found, len(file.deck.questions)


def _as_object(finding: Diagnostic) -> dict[str, object]:
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
    }


def _summary(name: str, questions: int, errors: int, warnings: int) -> str:
    counts = [
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((questions, "question"), (errors, "error"), (warnings, "warning"))
        if count or word == "question"
    ]
    return f"{name}: {', '.join(counts)}" + ("" if errors or warnings else ", all good")
