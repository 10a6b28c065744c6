"""Which mentions are of one person, and what the person is called in full."""

from collections import Counter

import pytest

from quizzer.questions.names.called_by_first import wholes_by_first_word
from quizzer.questions.names.name_shapes import takes_an_article
from quizzer.questions.names.people import is_surname, people_of
from tests.questions.material import desk_of


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


def named(*mentions: str, **more: object):
    """The persons behind the mentions, each of which comes as often as it is listed."""
    return people_of(Counter(mentions), **more)


@pytest.mark.parametrize(
    ("short", "full"),
    [("Chuck Holm", "Charles Holm"), ("Bob Lund", "Robert Lund"), ("Debbie Vik", "Deborah Vik")],
)
def test_short_first_names_are_those_of_one_person(short: str, full: str) -> None:
    """The form that comes more often stands for both, and the surname means that person."""
    people = named(full, full, short)
    assert people.name(short) == people.name(short.rsplit(maxsplit=1)[-1]) == full
    assert people.counts[full] == 3


def test_other_first_names_are_those_of_others() -> None:
    """A brother and a sister share the surname, and it means neither."""
    people = named("Robert Lund", "Rosa Lund")
    assert people.name("Rosa Lund") == "Rosa Lund"
    assert people.name("Lund") is None


def test_a_president_is_not_the_relative_whom_the_article_names() -> None:
    """`President Clinton` beside Hillary Clinton is somebody else; Bill Clinton would be he."""
    wife = named("Hillary Clinton", "Clinton")
    assert wife.with_title("president", "Clinton") is None
    assert wife.with_title("", "President Clinton") is None
    assert wife.with_title("secretary", "Clinton") == "Hillary Clinton"
    assert named("Bill Clinton", "Clinton").with_title("president", "Clinton") == "Bill Clinton"
    assert named("Maria Lund", "Lund").with_title("president", "Lund") == "Maria Lund"


def test_a_first_name_used_alone_means_its_only_bearer() -> None:
    """As news call children; one mention may be a slip."""
    assert named("Clara Holm", "Clara", "Clara", "Clara").name("Clara") == "Clara Holm"
    assert named("Clara Holm", "Clara").name("Clara") is None


def test_a_first_name_of_two_means_nobody() -> None:
    """Which Maria is meant cannot be told."""
    people = named("Maria Holm", "Maria Lund", "Maria", "Maria", "Maria")
    assert people.name("Maria") is None


def test_a_first_name_is_none_where_it_names_a_body_or_nobody_says_he_or_she() -> None:
    """`Harbour`, short for the Harbour Coal that was taken for a person; Jordan, a country too."""
    company = ("Harbour Coal", "Harbour", "Harbour", "Harbour")
    assert named(*company).name("Harbour") is None
    spoken = {"Harbour": Counter({"she": 2})}
    assert named(*company, spoken_of=spoken).name("Harbour") == "Harbour Coal"
    mother = ("Victoria Holm", "Victoria", "Victoria", "Victoria")
    assert named(*mother, bodies={"Victoria": 2}).name("Victoria") is None


def test_a_name_without_its_last_word_is_that_of_the_one_with_it() -> None:
    """Not where two words more follow, for then somebody else may be meant."""
    people = named("Juan Pablo Castillo", "Juan Pablo", "Juan Pablo")
    assert people.name("Juan Pablo") == "Juan Pablo Castillo"
    father = named("Aung Min Thura Kyaw", "Aung Min")
    assert father.name("Aung Min") == "Aung Min"


def test_a_person_who_stands_behind_a_town_is_a_person() -> None:
    """The comma between town and name is no row of places."""
    desk = desk_of("Talks\n\nOn Monday in Bergen, Maria K. Holm, the mayor of Oslo, left.")
    assert desk.people.name("Holm") == "Maria K. Holm"


def test_a_particle_may_have_a_capital() -> None:
    """At the front of a sentence the surname is the same."""
    people = named("Olav van Dahl", "van Dahl", "Van Dahl")
    assert people.name("Van Dahl") == people.name("van Dahl") == "Olav van Dahl"
    assert people.counts["Olav van Dahl"] == 3


def test_a_name_with_an_article_is_no_person() -> None:
    """Unless it opens with a first name: the Ida Holm trial is about a person."""
    text = "According to Statnor Consult, the Statnor Consult poll and the Ida Holm trial are over."
    assert takes_an_article(text, "Statnor Consult")
    assert not takes_an_article(text, "Ida Holm")
    assert not takes_an_article("Statnor Consult asked the Statnor Consults.", "Statnor Consult")


def test_a_firm_called_by_the_first_word_of_its_name_is_known_by_it() -> None:
    """The recogniser takes both for persons; one mention of the whole would not do."""
    named = Counter({"Fjordland": 4, "Fjordland Coal": 2, "Brattholm": 4, "Brattholm Oil": 1})
    assert wholes_by_first_word({"Fjordland", "Brattholm"}, named) == {
        "Fjordland": "Fjordland Coal"
    }


def test_a_first_word_that_begins_two_names_or_is_a_first_name_means_neither() -> None:
    """Fjordland Coal or Fjordland Oil; and Maria is who she is elsewhere."""
    named = Counter({"Fjordland": 4, "Fjordland Coal": 2, "Fjordland Oil": 2, "Maria": 4})
    named["Maria Holm"] = 2
    assert wholes_by_first_word({"Fjordland", "Maria"}, named) == {}
    assert wholes_by_first_word({"Ulvik"}, Counter({"Ulvik": 2, "Ulvik Coal": 5})) == {}
