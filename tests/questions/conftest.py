"""The parsed language model, loaded once, and short cuts from text to a deck."""

import pytest

from quizzer.facts.language import load_language


@pytest.fixture(scope="session")
def nlp():
    """The English pipeline."""
    return load_language()
