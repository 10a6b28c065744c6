"""In which field a role lies, and what sex a word tells."""

import pytest

from quizzer.questions.names.fields import field_of, sex_fits, stem_fits


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("prime minister of Norway", "ruler"),
        ("President", "ruler"),
        ("former Danish president", "ruler"),
        ("president of the Harbour Club", "work"),
        ("vice president of the Harbour Club", "work"),
        ("Senate majority leader", "state"),
        ("Norwegian foreign minister", "state"),
        ("attorney general", "state"),
        ("FBI director", "state"),
        ("D-Ohio", "state"),
        ("Sen.", "state"),
        ("director of the Harbour Museum", "work"),
        ("White House press secretary", "work"),
        ("retired Air Force general", "arms"),
        ("singer from Bergen", "stage"),
        ("soft-spoken bus mechanic", None),
    ],
)
def test_a_role_lies_in_a_field(words: str, field: str | None) -> None:
    """Rulers, offices of state, work, stage and arms; other nouns tell no field."""
    assert field_of(words) == field


def test_a_word_for_a_man_is_no_option_for_a_woman() -> None:
    """Spokesmen are men, spokespersons anybody."""
    assert not sex_fits("Anna Berg", "spokesman")
    assert not sex_fits("Peter Moen", "spokeswoman")
    assert sex_fits("Anna Berg", "spokesperson")
    assert sex_fits("Kim Storm", "spokeswoman")


def test_a_stem_may_tell_the_sex() -> None:
    """Their husband, or what a mother says of herself."""
    assert not stem_fits("Peter Moen", "Who thanked their husband?")
    assert not stem_fits("Anna Berg", "Who thanked their wife?")
    assert not stem_fits("Peter Moen", 'Who said: "As a young mother, I know the port."')
    assert stem_fits("Anna Berg", 'Who said: "As a young mother, I know the port."')
