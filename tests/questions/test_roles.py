"""Who is who: questions about offices, descriptions, organizations and seats."""

import pytest

from quizzer.deck.model import Question, TextAnswer
from quizzer.questions.names.descriptions import describe
from quizzer.questions.names.naming import is_full
from quizzer.questions.names.public_offices import is_public_office
from quizzer.questions.names.role_words import (
    in_running_text,
    is_office,
    is_said_by,
    may_both_fit,
    with_article,
)
from quizzer.questions.names.states import others_nearby, state_named
from tests.questions.material import deck_of, desk_of

MEETING = """Ferry talks end without a result

Maria Holm, a physicist at the Ice Society, presented a study of the fjord on Monday. \
Ferry Union spokesman Peter Lund praised the study in Bergen.

Anna Berg, director of the Harbour Museum, opened the meeting. David Strand, a lawyer for the \
Salmon Association, asked for more time. Erik Dahl, the treasurer of the Sailors Guild, took notes.

Sen. Robert Hale (R-Ohio) and Rep. Susan Marsh (D-Wis.) watched the talks.

Maria Holm thanked Peter Lund. Anna Berg thanked David Strand. Robert Hale thanked Susan Marsh.
"""


@pytest.fixture(scope="module")
def made() -> tuple[Question, ...]:
    """The role questions of the meeting."""
    return deck_of(MEETING, kinds=frozenset({"role"})).deck.questions


def asked(questions: tuple[Question, ...], stem: str) -> Question:
    """The question of that stem."""
    return next(question for question in questions if question.stem == stem)


def stems_of(text: str) -> list[str]:
    """The stems of the role questions about a text."""
    return [q.stem for q in deck_of(text, kinds=frozenset({"role"})).deck.questions]


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("In an article of May 2019, who was described as a physicist at the Ice Society?",
         "Maria Holm"),
        ("In an article of May 2019, who was described as a Ferry Union spokesman?", "Peter Lund"),
        ("In an article of May 2019, who was described as the director of the Harbour Museum?",
         "Anna Berg"),
        ("Which state did Robert Hale represent in the U.S. Senate in May 2019?", "Ohio"),
        ("Which state did Susan Marsh represent in the U.S. House of Representatives in May 2019?",
         "Wisconsin"),
    ],
)  # fmt: skip
def test_persons_are_asked_for_by_what_they_are(
    made: tuple[Question, ...], stem: str, key: str
) -> None:
    """An office is held, a description given by an article, a seat represents a state."""
    assert asked(made, stem).answer == TextAnswer(key)


def test_no_person_gets_more_than_two_questions(made: tuple[Question, ...]) -> None:
    """A who and a what, or a who and a where."""
    for name in ("Maria Holm", "Peter Lund", "Anna Berg", "David Strand"):
        about = [q for q in made if name in q.stem or q.answer == TextAnswer(name)]
        assert 1 <= len(about) <= 2


def test_evidence_shows_the_name_and_the_role(made: tuple[Question, ...]) -> None:
    """The reader of the evidence sees why the key is right."""
    question = asked(
        made, "In an article of May 2019, who was described as the director of the Harbour Museum?"
    )
    cited = " ".join(span.of(MEETING) for span in question.evidence)
    assert "Anna Berg" in cited
    assert "director of the Harbour Museum" in cited


@pytest.mark.parametrize(
    "sentence",
    [
        "Her aide, Maria Holm, left.",
        "Maria Holm, a woman from Bergen, left.",
        "Maria Holm, the agency's director, left.",
        "Maria Holm, director of the Holm Foundation, left.",
        'She called him "the Nordic Institute director Maria Holm" in jest.',
        "Maria Holm, another critic of the Harbour Museum, left.",
        "President Maria Holm left.",
        "Maria Holm, a daughter of Norway, left.",
        "Maria Holm, the wildly popular singer from Bergen, left.",
        "Maria Holm, a tyrant from Bergen, left.",
        "U.S. Ambassador Maria Holm left.",
        "Police Inspector Maria Holm left.",
        "Zorvik's lawyer, Maria Holm, left.",
        "Maria Holm, president of the ministry's Young Sailors Federation, left.",
        "Maria Holm, a Harbour Club cook-turned-legal assistant, left.",
        "Liberal nominee Maria Holm left.",
    ],
)
def test_descriptions_that_hang_in_the_air_are_not_asked(sentence: str) -> None:
    """Unnamed owners, vague nouns, quoted words, names in the role, bare titles."""
    assert stems_of(f"A quiet day\n\nPeter Lund came to Bergen. {sentence}") == []


def test_a_description_of_two_persons_is_not_asked() -> None:
    """Two spokesmen of one union: nobody knows which is meant."""
    text = (
        "Talks\n\nFerry Union spokesman Peter Lund spoke in Bergen. "
        "David Strand, a Ferry Union spokesman, spoke in Oslo."
    )
    assert not any("described as a Ferry Union spokesman" in stem for stem in stems_of(text))


def test_former_holders_are_not_asked_for_as_if_they_held_it() -> None:
    """The word stays in the question, and no month of office is claimed."""
    stems = stems_of("Talks\n\nMaria Holm, a former director of the Harbour Museum, left Bergen.")
    assert stems == [
        "In an article of May 2019, who was described as a former director of the Harbour Museum?"
    ]


def test_a_state_in_front_of_the_title_is_the_one_represented() -> None:
    """`Ohio Sen.` says it as well as `(R-Ohio)` does."""
    stems = stems_of("Talks\n\nOhio Sen. Robert Hale came to Bergen.")
    assert stems == ["Which state did Robert Hale represent in the U.S. Senate in May 2019?"]


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("NBC's Peter Lund and NBC's Anna Berg came to Bergen.",
         "For which organization did Peter Lund work, according to an article of May 2019?"),
        ("Anna Berg met Peter Lund of Fox News in Bergen.",
         "For which news organization did Peter Lund work, according to an article of May 2019?"),
    ],
)  # fmt: skip
def test_journalists_are_tied_to_their_news_organization(sentence: str, stem: str) -> None:
    """Where the article has no other word for them."""
    assert stem in stems_of(f"Talks\n\n{sentence}")


def test_two_roles_in_a_row_are_not_asked() -> None:
    """What is one role and what the other cannot be told."""
    text = "Talks\n\nThe Liberal candidate board member Maria Holm came to Bergen."
    assert stems_of(text) == []


def test_state_lawmakers_have_no_seat_in_congress() -> None:
    """A member of a state's parliament, or a governor, represents no state in Washington."""
    text = "Talks\n\nState Sen. Robert Hale (R-Ohio) came. Gov. Susan Marsh (D-Wis.) left."
    assert not any(stem.startswith("Which state") for stem in stems_of(text))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("physicist", "a physicist"), ("economist", "an economist"),
        ("union leader", "a union leader"),
        ("FBI agent", "an FBI agent"), ("U.S. senator", "a U.S. senator"), ("hourly", "an hourly"),
        ("European judge", "a European judge"), ("one-time aide", "a one-time aide"),
        ("unusual guest", "an unusual guest"), ("NATO envoy", "a NATO envoy"),
    ],
)  # fmt: skip
def test_articles_go_by_sound(words: str, expected: str) -> None:
    """A union, an FBI agent."""
    assert with_article(words) == expected


def test_titles_are_small_in_running_text() -> None:
    """Names keep their capitals, titles before names too."""
    assert (
        in_running_text("Danish Prime Minister", frozenset({"Danish"})) == "Danish prime minister"
    )
    assert in_running_text("aide to President Hale", frozenset()) == "aide to President Hale"
    assert in_running_text("Bank of England Governor", frozenset()) == "Bank of England governor"
    assert in_running_text("Tax Policy Center fellow", frozenset()) == "Tax Policy Center fellow"


def test_offices_have_one_holder() -> None:
    """A director of something named is one person, a spokesman one of several."""
    assert is_office("director of the Harbour Museum")
    assert is_office("Danish prime minister")
    assert not is_office("former director of the Harbour Museum")
    assert not is_office("Harbour Museum spokesman")
    assert not is_office("director")
    assert is_office("Bank of England governor")
    assert is_office("NATO secretary-general")
    assert not is_office("deputy attorney general of Ohio")


def test_roles_that_one_person_may_have_never_stand_together() -> None:
    """An economist may be a chief economist; a mayor of one town is not that of another."""
    assert may_both_fit("economist", "Arctic Council chief economist")
    assert may_both_fit("Liberal pollster", "Liberal strategist")
    assert not may_both_fit("Oslo mayor", "Bergen mayor")
    assert not may_both_fit("physicist at the Nordic Institute", "Bergen mayor")
    assert is_said_by("Ferry Union spokesman", "spokeswoman for the Ferry Union")
    assert not is_said_by("Ferry Union spokesman", "Salmon Union spokesman")


def test_states_have_short_forms_and_neighbours() -> None:
    """The forms of news and of the post."""
    assert state_named("Wis.") == state_named("WI") == state_named("Wisconsin") == "Wisconsin"
    assert state_named("N.C.") == state_named("N. C.") == "North Carolina"
    assert state_named("Tampa") is None
    assert "Ohio" in others_nearby("Wisconsin")
    assert "Wisconsin" not in others_nearby("Wisconsin")
    assert others_nearby("Tampa") == ()


@pytest.mark.parametrize(
    "words",
    ["Danish prime minister", "Norwegian foreign minister", "mayor of Bergen", "Ohio governor",
     "Republican Ohio governor", "House speaker", "Senate majority leader",
     "speaker of the House of Representatives", "secretary general of the United Nations",
     "president of Mexico", "U.S. attorney general", "European Council president",
     "White House press secretary"],
)  # fmt: skip
def test_public_offices_are_of_a_state_a_body_or_a_court(words: str) -> None:
    """The world knows who holds them, and one person does."""
    assert is_public_office(words)


@pytest.mark.parametrize(
    "words",
    ["Ida Holm's campaign manager", "president of the Harbour Club", "Ohio Salmon Union president",
     "director of the Harbour Museum", "Republican presidential nominee", "chief executive of Holm",
     "Ida Holm press secretary", "prime minister", "Ferry Company president"],
)  # fmt: skip
def test_posts_of_companies_and_campaigns_are_no_public_offices(words: str) -> None:
    """What they are called is what an article says, so it is asked as a description."""
    assert not is_public_office(words)


def test_a_post_is_asked_for_as_described() -> None:
    """A company's head is asked for by the article's words, a premier as a fact."""
    stems = stems_of(
        "Talks end\n\nErik Dahl, the chief executive of Bergen Salmon, praised Danish Prime"
        " Minister Lars Holm on Monday. Lars Holm thanked Erik Dahl.\n"
    )
    assert (
        "In an article of May 2019, who was described as the chief executive of Bergen Salmon?"
        in (stems)
    )
    assert "Who was the Danish prime minister in May 2019?" in stems


def test_an_initial_is_no_first_name() -> None:
    """The name in a description stays as the article writes it."""
    assert is_full("Ida Holm")
    assert is_full("J. P. Holm")
    assert not is_full("N. Holm")
    assert not is_full("Holm")


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Ida Holm, who heads the Centre for Ice Research in Bergen, opposed the plan.",
         "who heads the Centre for Ice Research in Bergen?"),
        ("The plan went to Ida Holm, who served as Arctic director under Lars Dahl.",
         "who served as Arctic director under Lars Dahl?"),
    ],
)  # fmt: skip
def test_what_a_relative_clause_says_of_a_person_is_asked(sentence: str, asked: str) -> None:
    """The clause behind the comma is a fact of its own."""
    stems = [q.stem for q in deck_of(f"Talks\n\n{sentence}").deck.questions]
    assert [stem for stem in stems if stem.endswith(asked)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan went to Lars Dahl and Ida Holm, who are on the Harbour Council of Bergen.",
        "The plan went to Lars Dahl and Ida Holm, who served on the Harbour Council of Bergen.",
    ],
)
def test_a_relative_clause_of_two_is_not_asked_of_one(sentence: str) -> None:
    """Both of them are meant, or either."""
    stems = [q.stem for q in deck_of(f"Talks\n\n{sentence}").deck.questions]
    assert not [stem for stem in stems if "on the Harbour Council of Bergen?" in stem]


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("U.S. Secretary of State Ida Holm came.", "Who was the U.S. secretary of state in"),
        ("Norwegian Minister of Foreign Affairs Ida Holm left Bergen.",
         "Who was the Norwegian minister of foreign affairs in"),
        ("Director of the Bureau of Ice (BI) Lars Holm left.",
         "In an article of May 2019, who was described as the director of the Bureau of Ice?"),
        ("The Archbishop of Bergen Justin Holm prayed.",
         "In an article of May 2019, who was described as the archbishop of Bergen?"),
    ],
)  # fmt: skip
def test_titles_may_have_their_body_behind_them(sentence: str, stem: str) -> None:
    """Between the noun and the name stand capitals alone."""
    assert [s for s in stems_of(f"Talks\n\n{sentence}") if s.startswith(stem)]


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Gov. Ida Holm of West Virginia came.", "Who was the governor of West Virginia in"),
        ("Foreign Minister Jan Holm of the Czech Republic left.",
         "Who was the foreign minister of the Czech Republic in"),
        ("The crew left Oslo. Mayor Ida Holm of Bergen stayed in Bergen.",
         "Who was the mayor of Bergen in"),
    ],
)  # fmt: skip
def test_a_realm_may_stand_behind_the_name(sentence: str, stem: str) -> None:
    """The title in front of the name, and the place behind it, are one office."""
    assert [s for s in stems_of(f"Talks\n\n{sentence}") if s.startswith(stem)]


def test_a_club_behind_the_name_is_no_realm() -> None:
    """Nobody is president of a state there."""
    stems = stems_of("Talks\n\nPresident Ida Holm of the Harbour Club left.")
    assert not [stem for stem in stems if stem.startswith("Who was the president")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Then-Secretary of State Ida Holm came to Bergen.",
        "The Bergen Museum of Modern Ice's director, Ida Holm, came.",
        "Ida Holm, then the mayor of Bergen, came.",
        "On Monday the King of Norway met Ida Holm.",
        "The director of a new film Ida Holm left.",
    ],
)
def test_no_title_is_made_of_other_words(sentence: str) -> None:
    """What was then, and what a verb or small letters part from the name."""
    assert stems_of(f"Talks\n\n{sentence}") == []


def test_who_stands_so_to_a_named_thing_is_one() -> None:
    """Without an article, the captain of a ship is the one, a worker of a port one of many."""
    stems = stems_of(
        "Talks\n\nLars Holm, captain of the Freya Belle, and Ida Lund, member of the Harbour Club,"
        " came."
    )
    assert any(stem.endswith("described as the captain of the Freya Belle?") for stem in stems)
    assert not any("the member of" in stem for stem in stems)


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The hat of Democratic presidential nominee Michael Dukakis was ridiculed in Oslo.",
            "In an article of May 2019, who was described as the 1988 Democratic presidential"
            " nominee?",
        ),
        (
            "Texas Attorney General Erik Dahl came to Bergen. In Oslo, Republican Attorney General"
            " Erik Dahl bought three ferries.",
            "Who was the Texas attorney general in May 2019?",
        ),
        (
            "Ohio has a port. Ohio sold three ferries. Sailors like Ohio. In Oslo, Republican"
            " Governor Erik Dahl bought three ferries.",
            "Who was the governor of Ohio in May 2019?",
        ),
        (
            "The Congress of the United States met. In Cuba he sold three ferries. National"
            " Assembly President Erik Dahl bought three more.",
            "Who was the Cuban National Assembly president in May 2019?",
        ),
    ],
)
def test_an_office_that_others_have_too_is_told_by_its_year_or_realm(
    sentence: str, stem: str
) -> None:
    """The election of a nominee of old, the state of a governor, the country of an assembly."""
    assert stem in stems_of(sentence)


def test_a_governor_of_no_state_is_not_asked_for() -> None:
    """Every state has an attorney general of some party."""
    stems = stems_of("In Oslo, Republican Attorney General Erik Dahl bought three ferries.")
    assert not any("attorney general" in stem for stem in stems)


def test_an_office_of_another_time_is_not_asked_for_as_if_held_now() -> None:
    """Where all the sentence tells is long gone; not where it tells of the present too."""
    then = "In 1994, the ship sank while Speaker of the House Ida Holm slept in Bergen."
    now = "Speaker of the House Ida Holm, who has sailed since 1994, is ill in Bergen."
    assert not [stem for stem in stems_of(f"Talks\n\n{then}") if "speaker of the House" in stem]
    assert [stem for stem in stems_of(f"Talks\n\n{now}") if "speaker of the House" in stem]


def test_a_long_owner_stands_behind_its_post() -> None:
    """A possessive of four words reads badly; a short one stays."""
    stems = stems_of(
        "Talks\n\nThe Bergen Museum of Arctic History opened on Monday. "
        "The museum's director, Ida Holm, came. The Harbour Club's treasurer, Lars Dahl, left."
    )
    lead = "In an article of May 2019, who was described as"
    assert f"{lead} the director of the Bergen Museum of Arctic History?" in stems
    assert f"{lead} the Harbour Club's treasurer?" in stems


@pytest.mark.parametrize(
    ("committee", "is_told"),
    [("Oversight Committee", False), ("House Oversight Committee", True),
     ("Bergen Nobel Committee", True)],
)  # fmt: skip
def test_a_committee_needs_its_house(committee: str, is_told: bool) -> None:
    """Every parliament has one for its budget and its ethics."""
    stems = stems_of(f"Talks\n\nIda Holm, the top Democrat on the {committee}, left Bergen.")
    assert any(committee in stem for stem in stems) == is_told


def test_a_courtesy_title_is_no_part_of_a_description() -> None:
    """He is a philanthropist, not a philanthropist sir."""
    text = "Maria Lund thanked the harbour philanthropist Sir Lars Holm."
    desk = desk_of(f"Gifts\n\nIda Lund met Erik Dahl in Bergen on 3 May 2019. {text}")
    found = [describe(desk, role) for role in desk.reading.roles]
    assert [one.words for one in found if one is not None] == ["harbour philanthropist"]
