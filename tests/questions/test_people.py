"""Which mentions are of one person, and what the person is called in full."""

from collections import Counter

import pytest

from quizzer.questions.people import is_surname, people_of


@pytest.mark.parametrize(
    ("mentions", "short", "full"),
    [
        (("Maung Htet Win Kyaw", "Win Kyaw", "Win Kyaw"), "Win Kyaw", "Maung Htet Win Kyaw"),
        (("Crooked Ida Holm", "Ida Holm", "Ida Holm"), "Holm", "Ida Holm"),
        (("Coach Zlatko Dahl", "Zlatko Dahl"), "Dahl", "Zlatko Dahl"),
        (("Erik Van Houten", "Van Houten", "Van Houten"), "Van Houten", "Erik Van Houten"),
        (("Park Geun-hye", "Park"), "Park", "Park Geun-hye"),
        (("Van Houten", "Ida Holm"), "Van Houten", "Van Houten"),
    ],
)
def test_the_fullest_name_is_meant(mentions: tuple[str, ...], short: str, full: str) -> None:
    """Words before a name that opens with no first name belong to it, other than titles."""
    people = people_of(Counter(mentions))
    assert people.name(short) == full
    assert people.counts[full] == sum(m.endswith(short) or full == m for m in mentions)


def test_two_of_one_family_stay_two() -> None:
    """Kim Jong Un and Kim Il Sung share the first word, which is no first name."""
    people = people_of(Counter(["Kim Jong Un", "Kim Il Sung", "Kim"]))
    assert people.name("Kim Jong Un") == "Kim Jong Un"
    assert people.name("Kim Il Sung") == "Kim Il Sung"
    assert people.name("Kim") is None


def test_a_surname_alone() -> None:
    """With its particles or without."""
    assert is_surname("Holm")
    assert is_surname("de Vries")
    assert not is_surname("Ida Holm")
