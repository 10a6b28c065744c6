"""`quizzer make --review`: accept, edit or drop each candidate before it joins the deck.

What is decided is on disk at once: the deck holds every question kept so far, and a small file
beside it remembers which were dropped, so that leaving halfway and coming back asks only for
what is still open.
"""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import click

from quizzer.article.model import Article
from quizzer.cli.editing import edit_question
from quizzer.cli.output import is_plain
from quizzer.deck.files import load_deck, save_text
from quizzer.deck.model import Deck, Question
from quizzer.deck.render import answer_text, option_text
from quizzer.deck.write import write_deck
from quizzer.diagnostics import QuizzerError


class Choice(StrEnum):
    """What to do with a candidate."""

    ACCEPT = "accept"
    EDIT = "edit"
    DROP = "drop"
    LEAVE = "leave"


def review_candidates(candidates: Deck, article: Article, path: Path) -> Deck:
    """Asks for a choice on every question that has none yet; returns the deck as saved.

    Raises:
        QuizzerError: the deck at `path` is another deck, or cannot be read or written.
    """
    kept, dropped = _earlier_choices(candidates, path)
    decided = {question.id for question in kept} | dropped
    waiting = [question for question in candidates.questions if question.id not in decided]
    if decided:
        click.echo(f"{len(decided)} were decided before; {len(waiting)} are left.")
    ask = _ask_plainly if is_plain() else _ask
    for number, question in enumerate(waiting, start=1):
        click.echo("\n" + card(question, article, f"{number} of {len(waiting)}"))
        try:
            choice = ask()
        except KeyboardInterrupt:
            click.echo(f"\nSaved. To go on later, give the same command again: {path}", err=True)
            raise
        if choice is Choice.LEAVE:
            click.echo(f"Saved. To go on later, give the same command again: {path}")
            return _save(candidates, kept, dropped, path)
        if choice is Choice.DROP:
            dropped.add(question.id)
        else:
            kept.append(edit_question(question) if choice is Choice.EDIT else question)
        _save(candidates, kept, dropped, path)
    deck = _save(candidates, kept, dropped, path)
    _dropped_path(path).unlink(missing_ok=True)
    return deck


def card(question: Question, article: Article, heading: str) -> str:
    """A candidate as text: stem, key, distractors, and the cited words of the article."""
    lines = [f"[{heading}] {question.stem}", f"  key: {answer_text(question.answer)}"]
    others = [option_text(distractor, question.answer) for distractor in question.distractors]
    if others:
        lines.append(f"  distractors: {', '.join(others)}")
    lines += [f"  > {' '.join(span.of(article.text).split())}" for span in question.evidence]
    return "\n".join(lines)


def _earlier_choices(candidates: Deck, path: Path) -> tuple[list[Question], set[str]]:
    remembered = _dropped_path(path)
    if not remembered.is_file():
        return [], set()
    dropped = set(remembered.read_text("utf-8").split())
    if not path.is_file():
        return [], dropped
    deck = load_deck(path)
    if deck.id != candidates.id:
        raise QuizzerError.at(str(path), "this is another deck", "choose another name with -o")
    return list(deck.questions), dropped


def _save(candidates: Deck, kept: list[Question], dropped: set[str], path: Path) -> Deck:
    # The order of the generator, whatever the order of the choices.
    order = {question.id: place for place, question in enumerate(candidates.questions)}
    kept.sort(key=lambda question: order.get(question.id, len(order)))
    deck = replace(candidates, questions=tuple(kept))
    save_text(_dropped_path(path), "".join(f"{name}\n" for name in sorted(dropped)))
    save_text(path, write_deck(deck))
    return deck


def _dropped_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.dropped")


def _ask() -> Choice:
    import questionary  # noqa: PLC0415 - slow to import, needed on a terminal only

    from quizzer.cli.terminal.prompts import STYLE, with_escape  # noqa: PLC0415

    answer = questionary.select(
        "Keep it?",
        choices=[
            questionary.Choice("accept", Choice.ACCEPT, shortcut_key="a"),
            questionary.Choice("edit", Choice.EDIT, shortcut_key="e"),
            questionary.Choice("drop", Choice.DROP, shortcut_key="d"),
            questionary.Choice("leave, go on later", Choice.LEAVE, shortcut_key="q"),
        ],
        use_shortcuts=True,
        style=STYLE,
        instruction="(one letter, or arrows and Enter)",
    )
    picked = with_escape(answer).unsafe_ask()
    return picked if isinstance(picked, Choice) else Choice.LEAVE


def _ask_plainly() -> Choice:
    while True:
        try:
            typed = input("accept, edit, drop or leave (a/e/d/q)? ").strip().lower()
        except EOFError:
            return Choice.LEAVE
        for choice in Choice:
            if typed in (choice.value, "q" if choice is Choice.LEAVE else choice.value[0]):
                return choice
