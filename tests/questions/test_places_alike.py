"""Which places may be options beside one another."""

import pytest

from quizzer.questions.options.places_alike import is_region, may_stand_beside


@pytest.mark.parametrize(
    ("name", "key", "stem", "year", "may"),
    [
        ("Norway", "Denmark", "The ferry sails to ____.", 2019, True),
        ("West Africa", "Lagos", "The ship left ____.", 2019, False),
        ("Lagos", "West Africa", "The ship toured ____.", 2019, False),
        ("Lagos", "Accra", "The ship left ____.", 2019, True),
        ("Lagos", "Ghana", "The ship left ____.", 2019, False),
        ("South Sudan", "Chad", "The road ends in ____.", 2005, False),
        ("South Sudan", "Chad", "The road ends in ____.", 2015, True),
        ("Soviet Union", "Finland", "The road ends in ____.", 2015, False),
        ("Wales", "Norway", "The road ends in ____.", 2015, False),
        ("Sweden", "Norway", "Which country doubts its place in NATO?", 2015, False),
        ("Turkey", "Norway", "Which country doubts its place in NATO?", 2015, True),
        ("Turkey", "France", "Which country votes on the EU budget?", 2015, False),
        ("Britain", "France", "Which country votes on the EU budget?", 2015, True),
        ("Britain", "France", "Which country votes on the EU budget?", 2022, False),
    ],
)
def test_places_are_of_one_size_time_and_league(
    name: str, key: str, stem: str, year: int, may: bool
) -> None:
    """Towns beside towns, countries of that year beside countries, members beside members."""
    assert may_stand_beside(name, key, stem, year) is may


def test_a_region_holds_others() -> None:
    """Parts of the world are regions; a country with a point of the compass in its name is none."""
    assert is_region("Southeast Asia")
    assert is_region("the Middle East")
    assert not is_region("South Africa")
    assert not is_region("North Korea")
    assert not is_region("West Virginia")
