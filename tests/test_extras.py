"""A module that is not installed is an error with the command that installs it."""

import pytest

from quizzer.diagnostics import QuizzerError
from quizzer.extras import require


def test_a_missing_module_names_the_command() -> None:
    """One line says what to type."""
    with pytest.raises(
        QuizzerError,
        match=r"page\.html: reading HTML needs no-such-module.*'quizzer\[make\]'",
    ):
        require("no_such_module", "make", "page.html", "reading HTML", "A001", "try text")


def test_an_installed_module_is_fine() -> None:
    """Nothing happens where the module can be found."""
    require("email", "make", "page.html", "reading HTML", "A001")
