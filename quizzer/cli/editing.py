"""One question in the user's editor, checked when it comes back."""

import click

from quizzer.deck.model import Question
from quizzer.deck.read import DeckFile, read_deck
from quizzer.deck.write import write_question

_HEAD = "format: 1\nid: editing\ntitle: Editing\nquestions:\n"
_NOTE = "# Save and close to go on. An empty file leaves the question as it was.\n"
_PROBLEM = "# Not yet right: "


def edit_question(question: Question) -> Question:
    """Opens the question in `$EDITOR` until it can be read; an empty file changes nothing."""
    text = _NOTE + write_question(question)
    while True:
        edited = click.edit(text, extension=".yaml")
        if edited is None or not _content(edited):
            return question
        file = read_deck(_HEAD + edited, "question")
        if file.deck is not None and len(file.deck.questions) == 1:
            return file.deck.questions[0]
        kept = "".join(
            line for line in edited.splitlines(keepends=True) if not line.startswith(_PROBLEM)
        )
        text = "".join(f"{_PROBLEM}{problem}\n" for problem in _problems(file)) + kept


def _content(text: str) -> str:
    return "".join(line for line in text.splitlines() if not line.startswith("#")).strip()


def _problems(file: DeckFile) -> list[str]:
    if file.deck is not None:
        return ["there must be exactly one question here"]
    return [f"{one.message}; {one.hint}" for one in file.diagnostics]
