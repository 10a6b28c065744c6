"""The command line's front door: finds the command, and turns every failure into one line.

Commands live in modules of their own and are imported only when they are called, so that
`quizzer --version` and `quizzer due` start fast.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from quizzer import __version__
from quizzer.cli.hangup import Hangup, heed_signals

COMMANDS = {
    "make": "quizzer.cli.make:make",
    "facts": "quizzer.cli.facts:facts",
    "check": "quizzer.cli.check:check",
    "quiz": "quizzer.cli.quiz:quiz",
    "study": "quizzer.cli.study:study",
    "due": "quizzer.cli.study:due",
    "stats": "quizzer.cli.stats:stats",
    "fit": "quizzer.cli.fit:fit",
    "reschedule": "quizzer.cli.fit:reschedule",
    "history": "quizzer.cli.history:history",
    "undo": "quizzer.cli.log:undo",
    "redo": "quizzer.cli.log:redo",
    "suspend": "quizzer.cli.suspending:suspend",
    "merge": "quizzer.cli.log:merge",
    "backup": "quizzer.cli.log:backup",
    "rebuild": "quizzer.cli.log:rebuild",
    "config": "quizzer.cli.config:config",
    "new": "quizzer.cli.authoring:new",
    "edit": "quizzer.cli.authoring:edit",
    "paper": "quizzer.cli.paper:paper",
    "mark": "quizzer.cli.paper:mark",
    "drill": "quizzer.cli.drill:drill",
    "join": "quizzer.cli.join:join",
    "items": "quizzer.cli.items:items",
    "grades": "quizzer.cli.grades:grades",
    "forget": "quizzer.cli.forget:forget",
    "export": "quizzer.cli.exchange:export",
    "import": "quizzer.cli.importing:import_",
}
"""Every command and where it is defined, in the order in which help lists them."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order a newcomer would need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, attribute = where.split(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Like click's own, with a suggestion for a mistyped name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

            close = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else " 'quizzer --help' lists them."
            ctx.fail(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="quizzer %(version)s")
@click.pass_context
def root(ctx: click.Context) -> None:
    """Turn an article into questions you can trust, answer them, and remember.

    Without a command: your decks, what is due, and one key to go on.
    """
    if ctx.invoked_subcommand is None:
        from quizzer.cli.start import show_start  # noqa: PLC0415 - only without a command

        show_start(run)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits: 0 good, 1 bad input, 2 bad call, 130 interrupted."""
    heed_signals()
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: list[str]) -> int:
    """Runs one command and returns its exit code; prints what went wrong as one line each."""
    try:
        outcome = root.main(args=arguments, prog_name="quizzer", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 130
    except Hangup as hangup:
        return 128 + hangup.number
    except BrokenPipeError:
        # The reader (head, less) went away, which is no fault. What is left in the buffer
        # must go nowhere, or Python complains about the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(
            f"{place}{error.strerror or error}; check the path and your rights to it", err=True
        )
        return 1
    except Exception as error:
        from quizzer.cli.output import say_wrong  # noqa: PLC0415 - only for a mistake
        from quizzer.diagnostics import QuizzerError  # noqa: PLC0415 - 1 ms of each start

        if not isinstance(error, QuizzerError):
            raise
        for diagnostic in error.diagnostics:
            say_wrong(str(diagnostic))
        return 1
    return outcome if isinstance(outcome, int) else 0
