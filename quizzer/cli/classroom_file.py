"""The classroom's file in the state folder, and drills chosen by class and deck."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.cli.home import home
from quizzer.diagnostics import QuizzerError

if TYPE_CHECKING:
    from quizzer.classroom.records.model import Drill
    from quizzer.classroom.records.records import Records


def classroom_path() -> Path:
    """The file that holds every drill."""
    from quizzer.classroom.records.records import FILE_NAME  # noqa: PLC0415 - loads the database

    return home() / FILE_NAME


def open_classroom() -> "Records":
    """The classroom's file, made if there is none."""
    from quizzer.classroom.records.records import Records  # noqa: PLC0415

    return Records(classroom_path())


def drills_of(records: "Records", class_name: str | None, deck: str | None = None) -> "list[Drill]":
    """The drills of a class and a deck (by id, title, file or name), or all, the newest first.

    Raises:
        QuizzerError: there is none.
    """
    every = records.drills()
    if not every:
        hint = "run one with quizzer drill, or give quizzer mark a --class"
        raise QuizzerError.at("classroom", "there is no drill yet", hint, "G101")
    classes = {one.class_name for one in every}
    if class_name is not None and class_name not in classes:
        raise QuizzerError.at("classroom", *_unknown("class", class_name, classes), "G102")
    chosen = [one for one in every if class_name in (None, one.class_name)]
    if deck is None:
        return chosen
    wanted = _deck_id(deck, {one.deck.id: one.deck.title for one in chosen})
    return [one for one in chosen if one.deck.id == wanted]


def _deck_id(name: str, known: dict[str, str]) -> str:
    """The id of a deck that was drilled; its file need not be there any more."""
    by_title = {title: identity for identity, title in known.items()}
    if name in known or name in by_title:
        return by_title.get(name, name)
    from quizzer.cli.decks import find_deck, read_head  # noqa: PLC0415

    head = None
    try:
        head = read_head(find_deck(name))
    except QuizzerError:
        # No file of that name: the message below lists what there is.
        head = None
    if head is None or head.id not in known:
        raise QuizzerError.at("classroom", *_unknown("deck", name, set(known)), "G103")
    return head.id


def _unknown(what: str, name: str, known: set[str]) -> tuple[str, str]:
    close = get_close_matches(name, known, n=1)
    listed = ", ".join(sorted(one or "(without a name)" for one in known))
    hint = f"did you mean {close[0]!r}?" if close else f"there is {listed}"
    return f"no drill was of the {what} {name!r}", hint
