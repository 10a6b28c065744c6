"""Further angles of a clause: whose it is, what did it, and the names that only a gap reaches."""

import pytest

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, TextAnswer
from tests.questions.material import keys

MEETING = "Ingrid Solberg met Lars Holm in Bergen. "


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            f"{MEETING}Solberg's speech angered the dock workers of Bergen in May 2018.",
            "Whose speech angered the dock workers of Bergen in May 2018?",
            "Ingrid Solberg",
        ),
        (
            f"{MEETING}Her plan for Norwegian harbours divided the city council of Bergen.",
            "whose plan for Norwegian harbours divided the city council of Bergen?",
            "Ingrid Solberg",
        ),
        (
            "Denmark's decision to close two ports angered the fishermen of Bergen.",
            "which country's decision to close two ports angered the fishermen of Bergen?",
            "Denmark",
        ),
    ],
)
def test_owners_are_asked_for(text: str, stem: str, key: str) -> None:
    """A person or a country in the possessive gives a whose-question, `her` the one it means."""
    assert keys(text)[stem] == TextAnswer(key)


def test_whose_voters_were_pleased_is_not_asked() -> None:
    """Those of others were as well; what they were pleased with tells them apart."""
    made = keys(
        f"{MEETING}Solberg's old voters in the towns of Norway were happy, thinking of the sea."
    )
    assert TextAnswer("Ingrid Solberg") not in made.values()
    made = keys(f"{MEETING}Solberg's old voters were quite happy with the new harbour of Bergen.")
    assert TextAnswer("Ingrid Solberg") in made.values()


def test_the_owner_of_an_object_is_not_asked_for_where_it_is_the_subject() -> None:
    """`lost her temper`: whose temper is no question."""
    text = f"{MEETING}Solberg lost her temper in a debate about the Port of Aarhus."
    assert not any(stem.lower().startswith("whose") for stem in keys(text))


def test_what_did_it() -> None:
    """An event as subject is asked for with what; a person or a body never is."""
    made = keys("The Storvik Dam collapse flooded three villages in northern Norway.")
    assert made["what flooded three villages in northern Norway?"] == TextAnswer(
        "the Storvik Dam collapse"
    )
    made = keys("A committee of the Norwegian parliament visited three villages near Tromso.")
    assert not any(stem.lower().startswith("what") for stem in made)


def test_a_name_deep_in_a_phrase_gets_a_gap() -> None:
    """Where no wh-phrase reaches a name, the clause is asked with a gap for it."""
    made = keys("The collapse of the Storvik Dam flooded three villages in northern Sweden.")
    assert made[
        "the collapse of the Storvik Dam flooded three villages in northern ____."
    ] == TextAnswer("Sweden")


def test_a_thing_made_to_act_is_no_what() -> None:
    """A firm that was kept from selling its docks is no `what`."""
    text = f"{MEETING}Solberg stopped a Danish shipping firm from selling the docks of Bergen."
    assert not any("what did Ingrid Solberg stop" in stem for stem in keys(text))


@pytest.mark.parametrize(
    "text",
    [
        "A small museum by the Bergen Port Authority burned three boats of Lars Holm.",
        f"{MEETING}Solberg's angry letter moved three captains to leave the Port of Bergen.",
        "The long poster against the Port of Bergen features three boats with red sails.",
        "Angry officials blocked the Port of Bergen with forty boats in May 2018.",
    ],
)
def test_one_of_many_and_what_belongs_to_somebody_are_no_keys(text: str) -> None:
    """Other words would be as right."""
    stems = {stem.lower() for stem in keys(text)}
    assert not any(stem.startswith(("what ", "who ")) for stem in stems)


@pytest.mark.parametrize(
    "text",
    [
        # one of a row: any of the others could come to mind
        "Ingrid Solberg praised the ports of small towns in Norway, Sweden, and Denmark in 2018.",
        # part of a longer name
        f"{MEETING}Lars Holm criticized a report of the Denmark office on the bridge near Alesund.",
    ],
)
def test_no_gap_where_the_name_is_not_alone(text: str) -> None:
    """A row of names and a name inside a name stay whole."""
    assert not any("____" in stem and key != TextAnswer("Alesund")
                   for stem, key in keys(text).items())  # fmt: skip


def test_no_gap_for_the_one_the_article_is_about() -> None:
    """A name that is everywhere in the article is guessed without reading."""
    text = (
        "Ingrid Solberg came. Ingrid Solberg spoke. Ingrid Solberg sang. Ingrid Solberg left. "
        "The fishermen of Bergen wrote long letters about the speech of Ingrid Solberg."
    )
    assert TextAnswer("Ingrid Solberg") not in [
        key for stem, key in keys(text).items() if "____" in stem
    ]


def test_a_deed_that_the_finder_takes_for_speech_is_asked_as_a_deed() -> None:
    """Where no attribution is asked, the clause with the reporting word is asked as an event."""
    words = "called an emergency meeting in Oslo to discuss the collapse of the Storvik Dam"
    made = keys(f"Senior engineers from the north of Norway {words}.")
    assert made[f"who {words}?"] == TextAnswer("senior engineers from the north of Norway")


def test_a_bare_letter_is_no_key() -> None:
    """What somebody sent is asked for only where the words tell more than `a letter`."""
    text = f"{MEETING}Solberg sent a letter to the harbour office of the city of Aarhus."
    assert TextAnswer("a letter") not in keys(text).values()


def test_a_statement_that_ends_in_a_title_is_stopped() -> None:
    """`the meeting in St.` has lost the name of the town."""
    text = "Lars Holm will open the second meeting of the ports, on 9 May 2019 in St., Gallen."
    assert not any(stem.endswith("St.") for stem in keys(text))


def test_a_dash_behind_the_verb_ends_the_clause() -> None:
    """What is told before the dash is asked; a dash that closes an aside before the verb's own
    words leaves nothing to ask."""
    made = keys(f"{MEETING}Holm has bought a forest on Gotland and a mill in Bergen - an old one.")
    assert made["who has bought a forest on Gotland and a mill in Bergen?"] == TextAnswer(
        "Lars Holm"
    )
    made = keys(
        f"{MEETING}Holm said the ports of the south - those near Malmo - would face storms."
    )
    assert not any(stem.endswith("the ports of the south?") for stem in made)


def test_people_of_a_kind_and_panels_are_asked_for() -> None:
    """Fishermen from somewhere are `who`, a panel is `which panel`; both keys are descriptions."""
    made = keys("Fishermen from Bergen blocked the Port of Aarhus with forty boats in May 2018.")
    assert TextAnswer("fishermen from Bergen") in [
        key for stem, key in made.items() if stem.lower().startswith("who")
    ]
    made = keys(
        f"{MEETING}The Oslo maritime court ordered Holm to repair the pier of Alesund in 2018."
    )
    assert TextAnswer("the Oslo maritime court") in [
        key for stem, key in made.items() if stem.lower().startswith("which court")
    ]


def test_the_year_of_a_noun_gets_a_gap() -> None:
    """A year that tells when a visit was, not when the deed was, cannot go to the front."""
    made = keys(f"{MEETING}Holm sponsored the 2014 repair of the Bergen Port.")
    assert made["Lars Holm sponsored the ____ repair of the Bergen Port."] == DateAnswer(
        PartialDate(2014)
    )


def test_no_gap_for_a_year_that_stands_elsewhere_in_the_stem() -> None:
    """The same year twice would give itself away."""
    text = f"{MEETING}Holm sponsored the 2014 repair of the Bergen Port in 2014."
    assert not any("____ repair" in stem for stem in keys(text))


def test_a_person_of_a_country_or_a_body_is_asked_for() -> None:
    """`Norway's Erik Dahl` is a person; `Norway's harbours` and `Dahl's boat` are none."""
    made = keys(
        "Norway's Erik Dahl won the sailing regatta of Aarhus in April 2018. Dahl's boat was"
        " damaged in the harbour of Aarhus in May 2018."
    )
    assert made["Who won the sailing regatta of Aarhus in April 2018?"] == TextAnswer("Erik Dahl")
    assert TextAnswer("boat") not in made.values()


def test_who_went_somewhere_some_day_is_not_asked() -> None:
    """Others flew there too; a day, a number or quoted words tell the one time apart."""
    undated = keys(f"{MEETING}Holm flew from Oslo to the Port of Aarhus with old captains.")
    assert not any(stem.lower().startswith("who flew") for stem in undated)
    sailed = keys(f"{MEETING}Holm sailed from Oslo to the Port of Aarhus with old captains.")
    assert "who sailed from Oslo to the Port of Aarhus with old captains?" in sailed
    dated = keys(f"{MEETING}Holm flew from Oslo to the Port of Aarhus with old captains in 2018.")
    assert "Who flew from Oslo to the Port of Aarhus with old captains in 2018?" in dated
