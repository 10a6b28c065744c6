"""The surname in a name, whichever end it stands at."""

import pytest

from quizzer.facts.surnames import is_family_first, last_name


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ban Ki-moon", "Ban"),
        ("Xi Jinping", "Xi"),
        ("Kim Jong Un", "Kim"),
        ("Moon Jae-in", "Moon"),
        ("Tsai Ing-wen", "Tsai"),
        ("Lars Holm", "Holm"),
        ("Ida van der Berg", "van der Berg"),
        ("Van Houten", "Van Houten"),
        ("Al Moen", "Moen"),
        ("Erik Dahl Jr.", "Dahl"),
    ],
)
def test_the_surname(name: str, surname: str) -> None:
    """The last words with their particles; the first in East Asia; nothing of Jr."""
    assert last_name(name) == surname


@pytest.mark.parametrize(
    "name", ["Kim Holm", "Lee Harvey Dahl", "Jackie Chan", "Sun Myung Moon", "Long Island", "Bo"]
)
def test_a_western_name_has_its_surname_last(name: str) -> None:
    """Whatever its first word looks like."""
    assert not is_family_first(name)
