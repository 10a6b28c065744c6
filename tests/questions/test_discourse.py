"""Whom he and she mean."""

import pytest

from quizzer.questions.alone.discourse import SURE
from tests.questions.material import desk_of

INTRODUCTION = "Ingrid Solberg met Lars Holm in Bergen. "


def meant(text: str, pronoun: str) -> str | None:
    """Whom the last such pronoun of the text means, or None where that is not sure."""
    desk = desk_of(INTRODUCTION + text)
    places = [
        (sentence, token)
        for sentence in desk.reading.sentences
        for token in sentence.parse
        if token.lower_ == pronoun
    ]
    found = desk.grounding.discourse.meant_by(*places[-1])
    return found.name if found is not None and found.sure >= SURE else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Lars Holm said that he would pay for the ferry.", "he", "Lars Holm"),
        ("Ingrid Solberg praised her ministers.", "her", "Ingrid Solberg"),
        ("Lars Holm told Labour's conference in Oslo that he would leave.", "he", "Lars Holm"),
        ("Ingrid Solberg spoke in Oslo. She praised the ferry.", "she", "Ingrid Solberg"),
        ("Ingrid Solberg told Lars Holm that she liked the ferry.", "she", "Ingrid Solberg"),
        ("Holm opened the port. He praised the ferry. He left Bergen.", "he", "Lars Holm"),
    ],
)
def test_a_pronoun_means_the_subject_that_fits(text: str, pronoun: str, name: str) -> None:
    """The subject of the clause above, or of the sentence before, where its first name fits."""
    assert meant(text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("After Erik Dahl met Lars Holm, he left Bergen.", "he"),
        ("The mother of Lars Holm said that she would leave Bergen.", "she"),
        ("Lars Holm said that the ferry would help him.", "him"),
        ('The mayor of Bergen said: "He will leave."', "he"),
    ],
)
def test_a_doubtful_pronoun_means_nobody(text: str, pronoun: str) -> None:
    """Two who fit, a relative without a name, an object of speech, quoted words."""
    assert meant(text, pronoun) is None


def test_a_surname_that_is_taken_for_a_noun_is_a_person_still() -> None:
    """It opens its sentence with a capital, and no noun is written like it."""
    desk = desk_of("The banker Rex Elsass met Lars Holm.\n\nElsass has deep connections.")
    last = desk.reading.sentences[-1]
    assert last.tokens[0].pos_ == "NOUN"
    assert [one.name for one in desk.grounding.discourse.named_in(last.number)] == ["Rex Elsass"]


def test_two_of_one_name_are_told_apart_by_their_titles() -> None:
    """`Mrs. Dahl` is the woman of that name, and the bare surname means neither."""
    desk = desk_of("Maria Dahl and Erik Dahl met in Bergen. Mrs. Dahl spoke to Mr. Dahl.")
    people = desk.people
    assert people.with_title("mrs.", "Dahl") == "Maria Dahl"
    assert people.with_title("mr.", "Dahl") == "Erik Dahl"
    assert people.name("Dahl") is None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            'Holm said that Bergen was ready. "Erik Dahl told me that the ferry would sail," he'
            " said.",
            "he",
            "Lars Holm",
        ),
        (
            'Solberg said that it rained. "Holm is late. He always is. The ferry waits for him,"'
            " she said.",
            "she",
            "Ingrid Solberg",
        ),
        (
            "Holm said that Erik Dahl owned the ferry. He said that Dahl was rich.",
            "he",
            "Lars Holm",
        ),
    ],
)
def test_whoever_spoke_last_goes_on_speaking(text: str, pronoun: str, name: str) -> None:
    """Who is named in quoted or reported words is talked about."""
    assert meant(text, pronoun) == name


@pytest.mark.parametrize(
    "text",
    [
        "Holm met a fisherman. The fisherman spoke in Oslo. He said that the ferry was late.",
        "Lars Holm and Erik Dahl said that it rained. He said that the ferry was late.",
    ],
)
def test_where_another_may_speak_the_pronoun_means_nobody(text: str) -> None:
    """A person without a name, or two who spoke."""
    assert meant(text, "he") is None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("While he waited in Oslo, Holm praised the ferry.", "he", "Lars Holm"),
        ("In her last speech, Solberg praised the ferry.", "her", "Ingrid Solberg"),
        ("Holm praised Erik Dahl's ferry for what he called good work.", "he", "Lars Holm"),
        ("Solberg stayed in Bergen even after the police accused her.", "her", "Ingrid Solberg"),
        ("Holm's campaign said that he would come.", "he", "Lars Holm"),
        ("Holm praised Erik Dahl's ferry, but he left early.", "he", "Lars Holm"),
    ],
)
def test_grammar_tells_whom_a_pronoun_means(text: str, pronoun: str, name: str) -> None:
    """An opening phrase before its subject, what he calls it, a clause beside the main one."""
    assert meant(text, pronoun) == name


def test_an_object_in_front_of_a_name_means_somebody_else() -> None:
    """In "For him, Holm was a friend" he is not Holm."""
    assert meant("For him, Holm was a friend.", "him") is None


def test_an_unclear_he_is_not_whoever_is_named_beside_him() -> None:
    """Where nobody knows who the first one is, the second is not the other one."""
    text = "Two men named Bakke came. He spoke to Lars Holm twice before he left Norway."
    assert meant(text, "he") is None


def test_a_trade_before_a_name_tells_a_person() -> None:
    """Also where the first name is rare, and the recogniser sees a body."""
    text = "The Bergen pilot Odalys Verhaeg praised the ferries."
    assert desk_of(INTRODUCTION + text).people.name("Verhaeg") == "Odalys Verhaeg"


def test_he_is_the_man_whose_name_stands_beside_his_office() -> None:
    """The subject is the office, and the name in commas says who that is."""
    assert meant("The chairman, Erik Dahl, said he likes the ferry.", "he") == "Erik Dahl"
