"""`quizzer suspend`: questions that memory leaves alone until they are called back."""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizzer.memory.model import CardKey
    from quizzer.store.model import Event, EventKind


@click.command()
@click.argument("questions", nargs=-1, metavar="[DECK/QUESTION]...")
@click.option("--end", is_flag=True, help="Call them back.")
def suspend(questions: tuple[str, ...], end: bool) -> None:
    """Leave questions out of study until you call them back; alone, list those left out.

    Quizzes still ask them. `quizzer undo` takes it back.
    """
    from quizzer.cli.history_file import open_history  # noqa: PLC0415 - help must stay light
    from quizzer.store.model import EventKind  # noqa: PLC0415

    with open_history() as store:
        if not questions:
            sql = "SELECT deck_id, question_id FROM card WHERE is_suspended ORDER BY 1, 2"
            from quizzer.cli.clock import now  # noqa: PLC0415
            from quizzer.store.today import Today  # noqa: PLC0415

            today = Today(store, now())
            today.refresh(today.answered_decks())
            rows = store.read(sql)
            for deck, question in rows:
                click.echo(f"{deck}/{question}")
            if not rows:
                click.echo("No question is suspended.")
            return
        keys = [_key(name) for name in questions]
        kind = EventKind.UNSUSPEND if end else EventKind.SUSPEND
        store.note([decision(kind, key) for key in keys])
    for key in keys:
        what = "Called back" if end else "Left out of study"
        click.echo(f"{what}: {key.deck_id}/{key.question_id}.")


def decision(kind: "EventKind", card: "CardKey") -> "Event":
    """A decision about a card, made now."""
    from quizzer.cli.clock import now  # noqa: PLC0415
    from quizzer.store.model import Event  # noqa: PLC0415

    return Event(id=f"{kind}:{os.urandom(8).hex()}", kind=kind, at=now(), card=card)


def _key(name: str) -> "CardKey":
    """The card that `deck-id/question-id` means, or a question's id that only one deck has."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.memory.model import CardKey  # noqa: PLC0415

    deck_id, _, question_id = name.rpartition("/")
    holding = {
        head.id
        for head in all_decks()
        if question_id in head.questions and deck_id in ("", head.id, head.path.stem)
    }
    if len(holding) == 1:
        return CardKey(holding.pop(), question_id)
    if holding:
        decks = ", ".join(sorted(f"{deck}/{question_id}" for deck in holding))
        raise QuizzerError.at(name, "several decks have this question", f"say which: {decks}")
    raise QuizzerError.at(name, "no deck has this question", "write it as DECK/QUESTION")
