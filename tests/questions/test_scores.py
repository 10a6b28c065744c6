"""Scores, counts of votes, sums of the press, and the teams and firms that they belong to."""

from decimal import Decimal

import pytest

from quizzer.deck.model import NumberAnswer, TextAnswer
from quizzer.questions.options.near_scores import near_counts, near_scores
from tests.questions.material import keys


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Norway beat Denmark 31-24 in the Northern Cup match at Stavanger on Saturday.",
            "By what score did Norway beat Denmark in the Northern Cup match at Stavanger on"
            " 11 May 2019?",
            "31-24",
        ),
        (
            "Sweden were beaten 3-1 by Finland in Tampere on Sunday.",
            "By what score were Sweden beaten by Finland in Tampere on 12 May 2019?",
            "3-1",
        ),
        (
            "The Bergen Bears beat the Aarhus Eagles 24-21 in the Harbour Bowl in Malmö.",
            "which team beat the Aarhus Eagles 24-21 in the Harbour Bowl in Malmö?",
            "Bergen Bears",
        ),
        (
            "The U.S. Supreme Court ruled 5-4 against the state of Ohio.",
            "by what count of votes did the U.S. Supreme Court rule against the state of Ohio?",
            "5-4",
        ),
        (
            "MPs voted by 306 to 93 for the Fishing Harbours Bill.",
            "by what count of votes did MPs vote for the Fishing Harbours Bill?",
            "306-93",
        ),
    ],
)
def test_scores_and_counts_are_asked_for(text: str, stem: str, key: str) -> None:
    """The row of two numbers behind the verb is one key, never two figures."""
    made = keys(text)
    assert made[stem] == TextAnswer(key)
    assert not any("____" in other and "-____" in other for other in made)


@pytest.mark.parametrize(
    "text",
    [
        "Norway beat Denmark in the 3-1 season of the Northern Cup in Stavanger on Saturday.",
        "Norway moved up to third place after a 2-1 victory over Denmark in Stavanger on Saturday.",
        "The Bergen Port Authority lost 3-4 ships of the old fleet in Stavanger on Saturday.",
    ],
)
def test_a_row_that_is_no_score_is_not_asked_for(text: str) -> None:
    """A score before its noun tells what kind of thing it is; a range counts things."""
    assert not any("by what" in stem.lower() for stem in keys(text))


def test_a_player_is_no_team() -> None:
    """Whom a person beats is a person, whatever the recogniser makes of the name."""
    text = "Anna Solberg beat Karin Lindqvist 6-3 6-0 in the final of the Bergen Open in April."
    assert not any("which team" in stem.lower() for stem in keys(text))


def test_scores_beside_the_key_have_the_same_winner() -> None:
    """All four are wins of one side, or all four are draws; no part of the key is repeated."""
    for key in ("2-1", "24-18", "1-1", "0-3"):
        first, second = (int(part) for part in key.split("-"))
        others = [tuple(map(int, other.split("-"))) for other in near_scores(key, 0, "stem")]
        assert len(set(others)) == 3
        for one, two in others:
            assert (one > two, one == two) == (first > second, first == second)
            assert one != first
            assert two != second


def test_counts_beside_the_key_have_as_many_voters() -> None:
    """Nine judges stay nine; a vote of hundreds gets no options."""
    assert {sum(map(int, other.split("-"))) for other in near_counts("5-4", 0, "stem")} == {9}
    assert near_counts("306-93", 0, "stem") == ()


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Norway sent the Viking 9 rocket to the Andøya Space Centre in April.", False),
        ("Norway sent 9 rockets to the Andøya Space Centre in April.", True),
        ("The Fjord Party gave Solberg 47 percent of its votes in Bergen in April.", True),
    ],
)
def test_the_number_of_a_name_is_no_figure(text: str, is_asked: bool) -> None:
    """`Viking 9` is a name; a share or a count behind a name is a figure."""
    text = f"Ingrid Solberg met Lars Holm in Bergen. {text}"
    assert any("____" in stem or "how many" in stem.lower() for stem in keys(text)) is is_asked


def test_half_a_count_of_votes_is_no_figure() -> None:
    """`by 306 votes to 93` is one key, not two."""
    made = keys("The Storting passed the Ferry Act in Oslo in April by 106 votes to 63.")
    assert not any("____ votes" in stem or "how many votes" in stem for stem in made)


def test_sums_in_short_scales_are_keys_in_full() -> None:
    """`£48m` is 48 million pounds, and `$1.2bn` 1.2 billion dollars."""
    made = keys(
        "Storvik Motors was fined £48m for breaking the Clean Harbours Act."
        " Bergen Holdings lost $1.2bn in Denmark in 2018."
    )
    fine = made["how much money was Storvik Motors fined for breaking the Clean Harbours Act?"]
    assert fine == NumberAnswer(Decimal(48), "million British pounds")
    assert TextAnswer("£48m") not in made.values()
    loss = made["How much money did Bergen Holdings lose in Denmark in 2018?"]
    assert loss == NumberAnswer(Decimal("1.2"), "billion US dollars")


def test_a_firm_or_a_team_is_no_person() -> None:
    """What a name says of itself counts for more than what it is taken for."""
    made = keys(
        "Storvik Motors closed its old factory near Aarhus in 2018."
        " Bergen United sold the old stadium near Aarhus in 2017."
    )
    assert made["Which company closed its old factory near Aarhus in 2018?"] == TextAnswer(
        "Storvik Motors"
    )
    assert made["Which team sold the old stadium near Aarhus in 2017?"] == TextAnswer(
        "Bergen United"
    )


def test_what_is_bought_is_no_person() -> None:
    """A firm named like a person is not asked for with whom."""
    made = keys("Storvik Motors agreed to buy Carlo Rossi for 310m euros in Milan in April.")
    assert not any("whom" in stem.lower() for stem in made)


def test_a_scene_set_with_a_number_is_not_turned_into_a_question() -> None:
    """`with two million homes connected` goes with the verb as a whole."""
    made = keys("The use of radio in Norway rose by 60% in 2018, with two million homes connected.")
    assert not any(stem.lower().startswith("with how many") for stem in made)


def test_the_reason_is_no_part_of_where_somebody_was_sent() -> None:
    """`to the stands for arguing with a referee` is two phrases of the verb."""
    text = "Bergen boss Erik Dahl was sent to the stands for arguing with referee Lars Holm."
    assert not any("to what" in stem for stem in keys(text))


def test_a_time_taken_is_not_asked_for_in_parts() -> None:
    """Of 2 hours 4 minutes 55 seconds no part is a figure; a single unit is one."""
    text = "Paul Dahl won the Berlin Marathon in 2 hours 4 minutes 55 seconds in 2018."
    assert not any("____" in stem for stem in keys(text))
    made = keys("Paul Dahl crossed the Storvik Glacier with Lars Holm in 14 hours in 2018.")
    assert NumberAnswer(Decimal(14), "hours") in made.values()


def test_a_storm_is_asked_for_as_one() -> None:
    """A storm that is taken for a person is not asked for with who."""
    made = keys("Typhoon Haitang forced 600,000 people from their homes near Aarhus.")
    assert not any(stem.lower().startswith("who ") for stem in made)
    asked = "which typhoon forced 600,000 people from their homes near Aarhus?"
    assert made[asked] == TextAnswer("Typhoon Haitang")


def test_a_distance_that_is_run_needs_no_name() -> None:
    """`the 800m` is a race that everybody knows."""
    made = keys("Karin Dahl won gold in the 800m and 1500m at the Athens Olympics.")
    assert TextAnswer("Karin Dahl") in made.values()


def test_words_are_not_moved_out_of_a_quotation() -> None:
    """A number within quoted words stays among them."""
    text = (
        'Lars Holm said that Norway had paid money to the "old harbours every spring for 17 years'
        ' as compensation for storms in Bergen."'
    )
    assert not any("for how many years" in stem.lower() for stem in keys(text))


def test_a_row_that_lost_its_second_name_is_not_asked_for() -> None:
    """`put one on 37% and the other on 38%` makes no sense without the other."""
    made = keys("A poll for the Bergen Herald put the Fjord Party on 37% and the Tories on 38%.")
    assert not any("and on" in stem for stem in made)
