"""What comes with an extra: whether it is there, and how to get it."""

from importlib.util import find_spec

from quizzer.diagnostics import QuizzerError


def require(module: str, extra: str, name: str, purpose: str, code: str, instead: str = "") -> None:
    """Checks that the module of an extra is installed.

    `name` is what the message stands at, `purpose` what the module is for, as in "paper";
    `instead` another way out than installing it.

    Raises:
        QuizzerError: the `code`, with the command that installs it.
    """
    if find_spec(module) is None:
        hint = f"pip install 'quizzer[{extra}]'" + (f", or {instead}" if instead else "")
        message = f"{purpose} needs {module.replace('_', '-')}, which is not installed"
        raise QuizzerError.at(name, message, hint, code)
