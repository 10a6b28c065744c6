"""A parser that is not installed is an error with the command that installs it."""

import pytest

from quizzer.article.extras import require
from quizzer.diagnostics import QuizzerError


def test_a_missing_parser_names_the_command() -> None:
    """One line says what to type."""
    with pytest.raises(QuizzerError, match=r"page\.html: .*; pip install 'quizzer\[make\]'"):
        require("no_module_of_this_name", "page.html", "HTML")


def test_an_installed_parser_is_fine() -> None:
    """Nothing happens where the module can be found."""
    require("email", "page.html", "HTML")
