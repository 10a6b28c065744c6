"""A diagnostic is always one line with the place first."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.diagnostics import Diagnostic, Place, QuizzerError, Severity


@given(st.text(), st.text())
def test_a_diagnostic_is_one_line(message: str, hint: str) -> None:
    """Whatever the input quoted in it, one line comes out."""
    text = str(Diagnostic("D001", Severity.ERROR, message, Place("a.yaml", 3, 4), hint))
    assert len(text.splitlines()) == 1
    assert text.startswith("a.yaml:3:4:")


def test_an_error_names_every_diagnostic() -> None:
    """An exception shown raw still says all that is wrong."""
    first = Diagnostic("D001", Severity.ERROR, "no stem", Place("a.yaml", 3, 1), "write one")
    second = Diagnostic("D002", Severity.ERROR, "no key", Place("a.yaml"))
    text = str(QuizzerError([first, second]))
    assert text == "a.yaml:3:1: no stem; write one\na.yaml: no key"
