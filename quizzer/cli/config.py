"""`quizzer config`: the learner's settings, in a commented file that is checked."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.home import config_path

if TYPE_CHECKING:
    from quizzer.memory.config import Config

STARTER = """\
# Settings of quizzer. A line that begins with # is a remark; take the # away to change something.
# `quizzer config` names mistakes. What is not set here is as written in the remarks.

# retention: 0.9               # how much of what is due you want to still know (0.7 to 0.99)
# new_per_day: 20              # new questions a day and deck
# reviews_per_day: 200         # known questions a day and deck
# learning_steps: [1m, 10m]    # waits of a new question, before it comes after days
# relearning_steps: [10m]      # the same for a question that was forgotten
# typed_from: 7                # days of stability from which a question is typed, not chosen
# leech_lapses: 8              # forgotten so often, a question is called a leech
# longest: 36500               # no wait is longer than so many days
# rollover_hour: 4             # your day begins at this hour of your clock
# timezone: Europe/Berlin      # where your clock is; without it, as the computer says

# Single decks, by the `id` in their files, may differ in all but the last two:
# decks:
#   apollo-11:
#     new_per_day: 5
#     retention: 0.95
"""


@click.command()
@click.option("--path", "only_path", is_flag=True, help="Only print where the file is.")
@click.option("--edit", is_flag=True, help="Open it in $EDITOR, and check it on return.")
def config(only_path: bool, edit: bool) -> None:
    """Show where your settings are and check them; a starter is written if there are none.

    Learning steps, retention, daily limits, the hour at which a day begins and more, for all
    decks or for one.
    """
    from quizzer.deck.files import save_text  # noqa: PLC0415 - help must stay light

    path = config_path()
    if only_path:
        click.echo(str(path))
        return
    is_new = not path.exists()
    if is_new:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_text(path, STARTER)
    if edit:
        from quizzer.cli.authoring import open_editor  # noqa: PLC0415

        open_editor(path, 1)
    load_config.cache_clear()
    decks = load_config().decks
    if is_new and not edit:
        click.echo(
            f"{path}: written, with every setting explained. Change it: quizzer config --edit"
        )
        return
    own = f", own settings for {', '.join(decks)}" if decks else ""
    click.echo(f"{path}: all good{own}.")


@lru_cache(maxsize=1)
def load_config() -> "Config":
    """The learner's settings; the defaults where there is no file.

    Raises:
        QuizzerError: the file has errors; all of them are named.
    """
    from quizzer.cli.timezone import local_timezone  # noqa: PLC0415 - help must stay light
    from quizzer.memory.settings import Settings  # noqa: PLC0415

    path, defaults = config_path(), Settings(timezone=local_timezone())
    text = _text(path)
    if text is None:
        from quizzer.memory.config import Config  # noqa: PLC0415

        return Config(defaults)
    from quizzer.memory.config import read_config  # noqa: PLC0415

    return read_config(text, str(path), defaults)


def _text(path: Path) -> str | None:
    from quizzer.deck.read import decode  # noqa: PLC0415

    try:
        return decode(path.read_bytes(), str(path))
    except FileNotFoundError:
        return None
