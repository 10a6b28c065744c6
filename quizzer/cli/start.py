"""What `quizzer` alone shows: the decks, what waits, the last scores, and one key to go on."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

SHOWN = 8
"""Decks that are listed; the picker has them all."""

WIDEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A deck on the start page; `last` is its last score in words, empty before the first."""

    title: str
    questions: int
    due: int = 0
    last: str = ""

    @property
    def waiting(self) -> str:
        """What there is to do."""
        if self.due:
            return f"{self.due} due"
        return "1 question" if self.questions == 1 else f"{self.questions} questions"


def show_start(run: Callable[[list[str]], int]) -> None:
    """Prints the start page; on a terminal, one key goes on.

    `run` takes the arguments of a command, runs it and gives its exit code.
    """
    from quizzer.cli.history_file import left_quiz  # noqa: PLC0415 - only without a command
    from quizzer.cli.output import is_plain  # noqa: PLC0415

    rows = _rows()
    if not rows:
        click.echo("There is no deck yet. Make one: quizzer make ARTICLE, or quizzer new DECK")
        return
    following = "study" if any(row.due for row in rows) else "quiz"
    if is_plain():
        for row in rows[:SHOWN]:
            last = f", last time {row.last}" if row.last else ""
            click.echo(f"  {row.title}: {row.waiting}{last}")
        if len(rows) > SHOWN:
            click.echo(f"  and {len(rows) - SHOWN} more decks")
        click.echo(f"Next: quizzer {following}. All commands: quizzer --help")
        return
    for line in start_lines(rows, shutil.get_terminal_size().columns):
        click.echo(line)
    chosen = _chosen(following, is_left=left_quiz() is not None)
    if chosen:
        click.get_current_context().exit(run(chosen))


def start_lines(rows: Sequence[Row], width: int) -> list[str]:
    """The page as lines of at most `width` cells: columns where they fit, else two lines a deck."""
    from quizzer.cli.terminal.wrap import cells, cut  # noqa: PLC0415

    width = min(width, WIDEST)
    shown = rows[:SHOWN]
    waiting = max(len(row.waiting) for row in shown)
    last = max(len(row.last) for row in shown)
    room = width - 2 - 2 - waiting - (8 + last if last else 0)
    lines = ["Your decks", ""]
    for row in shown:
        score = f"   last {row.last}" if row.last else ""
        if room >= 24:
            title = cut(row.title, room)
            blank = " " * (room - cells(title))
            lines.append(f"  {title}{blank}  {row.waiting:>{waiting}}{score}".rstrip())
        else:
            lines += [f"  {cut(row.title, width - 2)}", f"    {row.waiting}{score}"]
    if len(rows) > SHOWN:
        lines.append(f"  and {len(rows) - SHOWN} more")
    return [*lines, ""]


def _rows() -> list[Row]:
    """The decks, what is due first, then those tried before."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415
    from quizzer.cli.history import right_answers  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.home import history_path  # noqa: PLC0415
    from quizzer.cli.waiting import waiting_cards  # noqa: PLC0415
    from quizzer.cli.wording import safe  # noqa: PLC0415

    heads = all_decks()
    scores: dict[str, str] = {}
    due: dict[str, int] = {}
    if history_path().exists():
        with open_history() as store:
            for past in store.sittings(limit=200):
                shown = f"{right_answers(past)} of {len(past.reviews)}"
                for review in past.reviews:
                    scores.setdefault(review.card.deck_id, shown)
            due = {
                row.deck.id: row.counts.due + row.counts.learning for row in waiting_cards(store)
            }
    heads.sort(key=lambda head: (-due.get(head.id, 0), head.id not in scores, head.title))
    return [
        Row(
            title=safe(head.title),
            questions=len(head.questions),
            due=due.get(head.id, 0),
            last=scores.get(head.id, ""),
        )
        for head in heads
    ]


def _chosen(following: str, *, is_left: bool) -> list[str]:
    """Names the keys, waits for one, and gives the command that it stands for, or none."""
    keys = {"\r": [following], "\n": [following], "p": ["quiz"]}
    words = ["Enter study what is due" if following == "study" else "Enter take a quiz"]
    if is_left:
        keys["r"] = ["quiz", "--resume"]
        words.append("r go on where you left")
    if following == "study":
        words.append("p pick a deck")
    click.echo("\n".join(_joined([*words, "any other key leaves"])))
    click.echo("All commands: quizzer --help")
    try:
        return keys.get(click.getchar().lower(), [])
    except EOFError:
        return []


def _joined(words: Sequence[str]) -> list[str]:
    """Key hints on as few lines as the terminal has room for."""
    width, lines = shutil.get_terminal_size().columns, [""]
    for word in words:
        longer = f"{lines[-1]} | {word}" if lines[-1] else word
        if lines[-1] and len(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
