"""Ids of questions."""

import re

from hypothesis import given
from hypothesis import strategies as st

from quizzer.questions.ids import question_id


@given(st.text(), st.text(max_size=10))
def test_ids_are_readable_and_stable(stem: str, kind: str) -> None:
    """Any stem gives a short id of small letters, digits and hyphens, the same each time."""
    made = question_id(kind, stem)
    assert re.fullmatch(r"[a-z0-9-]+", made)
    assert made == question_id(kind, stem)


def test_ids_say_what_is_asked() -> None:
    """The content words of the stem come first."""
    assert question_id("event", "Who opened the museum of Bergen in 1990?").startswith(
        "opened-museum-bergen-1990-"
    )
