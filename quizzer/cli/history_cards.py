"""`quizzer history` on questions and the file itself: orphans, rename, check, restore."""

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli import clock
from quizzer.cli.history_file import open_history
from quizzer.cli.home import backup_folder, history_path
from quizzer.cli.output import print_json
from quizzer.cli.wording import counted
from quizzer.diagnostics import QuizzerError

if TYPE_CHECKING:
    from quizzer.store.store import Store


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a question, a line each.")
def orphans(as_json: bool) -> None:
    """List answered questions that are in no deck any more.

    Their history is kept. If one only got another id, map it with `quizzer history rename`.
    """
    from quizzer.cli.waiting import studied_decks  # noqa: PLC0415
    from quizzer.store.orphans import orphans_in  # noqa: PLC0415
    from quizzer.store.today import Today  # noqa: PLC0415

    with open_history() as store:
        today = Today(store, clock.now())
        there = {deck.id for deck in studied_decks(store, today)}
        today.refresh(today.answered_decks())
        found = orphans_in(store, there)
    for one in found:
        deck, question = one.card.deck_id, one.card.question_id
        if as_json:
            print_json(
                {"deck": deck, "question": question, "answers": one.reviews}
                | {"last": one.last_at.isoformat(), "deck_found": deck in there}
            )
            continue
        why = "" if deck in there else ", the deck is not here"
        answers = counted(one.reviews, "answer")
        click.echo(f"{deck}/{question}: {answers}, the last on {one.last_at:%Y-%m-%d}{why}")
    if not as_json:
        hint = "If one has a new id: quizzer history rename DECK OLD NEW"
        click.echo(hint if found else "Every answered question is in its deck.")


@click.command()
@click.argument("deck", metavar="DECK")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", default="")
def rename(deck: str, old: str, new: str) -> None:
    """Let a question with a new id keep its history: DECK OLD NEW.

    With two words a deck got a new id: OLD-DECK NEW-DECK. `quizzer undo` takes it back.
    """
    from quizzer.deck.fields import ID  # noqa: PLC0415
    from quizzer.memory.model import CardKey  # noqa: PLC0415
    from quizzer.store.model import Event, EventKind  # noqa: PLC0415

    now = clock.now()
    with open_history() as store:
        if new:
            pairs = [(CardKey(deck, old), f"{deck}/{new}")]
        else:
            names = {one.card.question_id for one in store.reviews() if one.card.deck_id == deck}
            pairs = [(CardKey(deck, name), f"{old}/{name}") for name in sorted(names)]
        if ID.fullmatch(new or old) is None:
            raise QuizzerError.at(new or old, "this is no id", "write it as in the deck's file")
        _refuse_unknown(store, deck, old if new else None, new)
        batch = os.urandom(6).hex()
        events = [
            Event(
                id=f"{EventKind.RENAME}:{batch}-{place}",
                kind=EventKind.RENAME,
                at=now,
                card=key,
                detail=detail,
            )
            for place, (key, detail) in enumerate(pairs)
        ]
        store.note(events)
    what = f"{deck}/{old} is {deck}/{new} now" if new else f"{deck} is {old} now"
    click.echo(f"{what}; its history goes along. Taken back by: quizzer undo {len(pairs)}")


def _refuse_unknown(store: "Store", deck: str, old: str | None, new: str) -> None:
    """Only what has a history can be renamed, and only to a question that is there."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415

    answered = {one.card for one in store.reviews()}
    decks = {card.deck_id for card in answered}
    if deck not in decks:
        raise _unknown(deck, "nothing of such a deck was answered", sorted(decks))
    if old is None:
        return
    names = sorted(card.question_id for card in answered if card.deck_id == deck)
    if old not in names:
        raise _unknown(old, f"no such question of {deck} was answered", names)
    head = next((head for head in all_decks() if head.id == deck), None)
    if head is not None and new not in head.questions:
        raise _unknown(new, f"{head.path} has no such question", list(head.questions))


def _unknown(name: str, message: str, names: list[str]) -> QuizzerError:
    close = get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]}?" if close else "quizzer history orphans lists candidates"
    return QuizzerError.at(name, message, hint)


@click.command()
def check() -> int:
    """Check the whole file and the states of all cards, and say what to do.

    Exit code 1: something is damaged; a backup can be restored.
    """
    from quizzer.store.today import Today  # noqa: PLC0415

    path = history_path()
    with open_history() as store:
        problems = store.problems()
        if problems:
            for problem in problems[:10]:
                click.echo(f"{path}: {problem}", err=True)
            click.echo("The file is damaged. Put the newest good copy in its place with:", err=True)
            click.echo("  quizzer history restore", err=True)
            return 1
        today = Today(store, clock.now())
        decks = today.answered_decks()
        today.refresh(decks)
        before = store.read("SELECT * FROM card")
        store.rebuild()
        today.refresh(decks)
        wrong = set(before) ^ set(store.read("SELECT * FROM card"))
        if wrong:
            cards = len({row[:3] for row in wrong})
            click.echo(f"{cards} cards were not what the log gives; they are made anew.")
        answers, decisions = store.count(), len(store.events(is_standing=False))
    counts = f"{counted(answers, 'answer')}, {counted(decisions, 'decision')}"
    click.echo(f"{path}: {counts}, all good.")
    return 0


@click.command()
@click.argument("backup", required=False, metavar="[BACKUP.db]")
def restore(backup: str | None) -> None:
    """Put a backup in the place of the history; what is there now is moved aside.

    Without a name the newest backup in the state folder is taken that is not damaged.
    """
    from quizzer.store.backups import restore as put_back  # noqa: PLC0415

    path = history_path()
    aside = path.with_name(f"{path.name}.aside-{clock.now():%Y%m%d-%H%M%S}")
    copies = [Path(backup)] if backup else _newest_first()
    if not copies:
        hint = "the next one is made when you have answered something"
        raise QuizzerError.at(str(backup_folder()), "there is no backup", hint, "S109")
    for place, copy in enumerate(copies):
        try:
            count = put_back(path, copy, aside)
        except QuizzerError as error:
            if place == len(copies) - 1:
                raise
            click.echo(str(error), err=True)
            continue
        click.echo(f"{path}: {count} answers from {copy}.")
        if aside.exists():
            click.echo(f"What was there is in {aside}; if it opens: quizzer merge {aside}")
        return


def _newest_first() -> list[Path]:
    folder = backup_folder()
    return sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)
