"""Well-known names that stand beside a key."""

import pytest

from quizzer.questions.names.gazetteer import COUNTRIES, STATES
from quizzer.questions.options.peers import is_shared, peers_of, region_of


@pytest.mark.parametrize(
    ("country", "near", "far"),
    [
        ("Kenya", "Tanzania", "Norway"),
        ("the United States", "Canada", "Kenya"),
        ("U.S.", "Germany", "United States"),
        ("Yemen", "Oman", "France"),
        ("Norway", "Sweden", "Luxembourg"),
    ],
)
def test_countries_near_one_another(country: str, near: str, far: str) -> None:
    """Of one part of the world or of one weight, under whatever name."""
    assert near in region_of(country)
    assert far not in region_of(country)


def test_every_country_of_a_row_is_known() -> None:
    """So that options are written and checked as countries."""
    for country in COUNTRIES:
        assert region_of(country) <= COUNTRIES
        assert not {country} & region_of(country)


def test_states_newspapers_and_agencies_have_peers() -> None:
    """A channel stands beside channels, a paper beside papers."""
    assert set(peers_of("Ohio", "state")) <= STATES
    assert "Chicago" in peers_of("Detroit", "place GPE")
    assert "Asia" in peers_of("Africa", "place LOC")
    assert peers_of("Bergen", "place GPE") == ()
    assert "CNN" in peers_of("MSNBC", "news")
    assert "Washington Post" in peers_of("the New York Times", "news")
    assert "CIA" in peers_of("the FBI", "organization")


@pytest.mark.parametrize("name", ["Bergen Port Authority", "Fisheries Department", "Bergen Herald"])
def test_a_local_body_has_none(name: str) -> None:
    """The world's agencies are not beside it."""
    assert peers_of(name, "organization") == ()
    assert peers_of(name, "news") == ()


def test_what_many_do_is_shared() -> None:
    """A country that the article leaves out may have condemned the deed too."""
    assert is_shared("Which country condemned the bombing?")
    assert is_shared("Which state are both parties contesting?")
    assert not is_shared("Which state's leaders met before the vote?")
    assert not is_shared("In which country did the storm break important windows of a hostel?")
    assert not is_shared("In which country did the ferry sink?")
