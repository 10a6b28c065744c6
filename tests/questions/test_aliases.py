"""Names that may mean the same, or a part of the same."""

import pytest

from quizzer.questions.names.aliases import is_named, is_near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the DNC", "Democratic Party"),
        ("the GOP", "the Republican National Committee"),
        ("the Security Council", "the United Nations"),
        ("Congress", "the Senate"),
        ("the EU", "the European Commission"),
        ("Maria Lindqvist", "Lindqvist"),
    ],
)
def test_an_alias_or_a_part_is_near(one: str, other: str) -> None:
    """Whichever of the two is the key."""
    assert is_near(one, other)
    assert is_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Senate", "the House"),
        ("the State Department", "the Fisheries Department"),
        ("the DNC", "the RNC"),
        ("Lars Holm", "Erik Dahl"),
    ],
)
def test_two_of_a_kind_are_not_near(one: str, other: str) -> None:
    """A word for the kind of body is shared by many."""
    assert not is_near(one, other)


@pytest.mark.parametrize(
    ("name", "stem", "named"),
    [
        ("Sweden", "Which country sent ferries into Swedish waters?", True),
        ("Norway", "Which country sent ferries into Swedish waters?", False),
        ("Russia", "Which country has to keep Moscow out of the talks?", True),
        ("the DNC", "Which body did the Democratic Party ask?", True),
        ("Lars Holm", "Whom did Holm meet?", True),
        ("the Fisheries Department", "Which department did the State Department ask?", False),
    ],
)
def test_whom_the_stem_names(name: str, stem: str, *, named: bool) -> None:
    """By an alias or the country's adjective too, not by the word for its kind."""
    assert is_named(name, stem) is named
