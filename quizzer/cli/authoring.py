"""`quizzer new` and `quizzer edit`: decks written by hand."""

import re
from pathlib import Path

import click

from quizzer.cli.completion import complete_question
from quizzer.cli.output import print_diagnostics

STARTER = """\
# A deck of questions. Every line that begins with # is a remark and can go.
# `quizzer check {name}` names mistakes; docs/deck-format.md describes every field.
format: 1
id: {id}            # keep it: history hangs on it, and renaming the file loses nothing
title: {title}
language: en
questions:
- id: capital-of-australia      # unique here; keep it when you edit the wording
  stem: What is the capital of Australia?
  answer: Canberra
  distractors: [Sydney, Melbourne, Perth]   # with them it can be asked as a choice
  explanation: It was founded in 1913, between Sydney and Melbourne.
- id: moons-of-mars
  stem: How many moons does Mars have?
  answer: {{number: 2}}
- id: first-moon-landing
  stem: On what date did people first land on the Moon?
  answer: {{date: 1969-07-20}}
- id: boiling
  stem: At sea level, water boils at a lower temperature than on a high mountain.
  answer: false
"""


@click.command()
@click.argument("deck", metavar="DECK")
def new(deck: str) -> None:
    """Write a commented starter deck to edit."""
    from quizzer.cli.make import slug  # noqa: PLC0415 - help must stay light
    from quizzer.deck.files import save_text  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415

    path = Path(deck if deck.endswith((".yaml", ".yml")) else f"{deck}.yaml")
    if path.exists():
        hint = "choose another name, or edit it with: quizzer edit"
        raise QuizzerError.at(str(path), "there is such a file already", hint)
    title = path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or "My deck"
    safe = re.sub(r"[^\w .,-]", "", title) or "My deck"
    save_text(path, STARTER.format(name=path, id=slug(path.stem), title=safe))
    click.echo(f"{path}: four questions to begin with.\nNext: edit it, then quizzer check {path}")


@click.command()
@click.argument("name", metavar="ID", shell_complete=complete_question)
def edit(name: str) -> int:
    """Open a question in $EDITOR at its line, or a deck, and check it on return.

    ID is a question's id, `deck-id/question-id`, or a deck's name.
    """
    from quizzer.cli.decks import all_decks, find_deck  # noqa: PLC0415
    from quizzer.deck.check import check_deck  # noqa: PLC0415
    from quizzer.deck.files import open_deck, source_text  # noqa: PLC0415
    from quizzer.deck.read import DeckFile  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError, Severity  # noqa: PLC0415

    deck_id, _, question_id = name.rpartition("/")
    holding = [
        head
        for head in all_decks()
        if question_id in head.questions and deck_id in ("", head.id, head.path.stem)
    ]
    if len(holding) > 1:
        decks = ", ".join(f"{head.id}/{question_id}" for head in holding)
        raise QuizzerError.at(name, "several decks have this question", f"say which: {decks}")
    path = holding[0].path if holding else find_deck(name)
    line = _line_of(path, question_id) if holding else 1
    open_editor(path, line)
    file: DeckFile = open_deck(path)
    found = list(file.diagnostics)
    if file.deck is not None:
        found += check_deck(file, source_text(file.deck, path))
    print_diagnostics(found)
    if any(one.severity is Severity.ERROR for one in found):
        click.echo(f"Mend it with: quizzer edit {name}", err=True)
        return 1
    click.echo(f"{path}: all good.")
    return 0


def _line_of(path: Path, question_id: str) -> int:
    pattern = re.compile(rf"""^ *- +\{{? *id *: *["']?{re.escape(question_id)}["']?\b""")
    lines = path.read_text("utf-8", "replace").splitlines()
    return next((place for place, line in enumerate(lines, start=1) if pattern.match(line)), 1)


def open_editor(path: Path, line: int) -> None:
    """Runs `$VISUAL` or `$EDITOR` at a line; most editors know `+LINE`."""
    import os  # noqa: PLC0415
    import shlex  # noqa: PLC0415
    import signal  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415

    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    if Path(command[0]).name in ("code", "codium"):
        arguments = [*command, "--wait", "--goto", f"{path}:{line}"]
    else:
        arguments = [*command, f"+{line}", str(path)]
    hint = "set EDITOR to the program that you write with"
    try:
        editor = subprocess.Popen(arguments)
    except OSError as error:
        raise QuizzerError.at(command[0], f"the editor failed ({error})", hint) from None
    # Ctrl-C is the editor's own key; ending here would leave it without its terminal.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = editor.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if code == -signal.SIGINT:
        raise KeyboardInterrupt
    if code:
        raise QuizzerError.at(command[0], f"the editor failed (exit code {code})", hint)
