"""The parsers that come with an extra: whether they are there, and how to get them."""

from importlib.util import find_spec

from quizzer.diagnostics import QuizzerError


def require(module: str, name: str, form: str) -> None:
    """Checks that a parser is installed.

    Raises:
        QuizzerError: A001 with the command that installs it.
    """
    if find_spec(module) is None:
        raise QuizzerError.at(
            name, f"reading {form} needs {module}", "pip install 'quizzer[make]'", "A001"
        )
