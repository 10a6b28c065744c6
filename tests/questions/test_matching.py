"""Matching questions: which pairs stand together, and which single questions they replace."""

from dataclasses import replace

import pytest

from quizzer.deck.model import PairsAnswer, Span, TextAnswer
from quizzer.questions.candidates import MATCHED, Candidate
from quizzer.questions.make import MakeResult
from quizzer.questions.several.matching import largest_set, not_matched
from quizzer.questions.several.pairing import Pair, said_pairs
from tests.questions.material import deck_of


def said(person: str, did: str, *, lead: str = "As reported in May 2019, ") -> Candidate:
    """A question about something that a person said or did."""
    return Candidate(
        kind="attribution", form="who", stem=f"{lead}who {did}?", answer=TextAnswer(person),
        key=person, evidence=(Span(0, 1),), fact=Span(0, 1), sentence=0, pool="person",
    )  # fmt: skip


def called(person: str, role: str, *, unfit: tuple[str, ...] = ()) -> Pair:
    """A person with a description."""
    asked = Candidate(
        kind="role", form=MATCHED, stem=f"In an article of May 2019, who was described as {role}?",
        answer=TextAnswer(person), key=person, evidence=(Span(0, 1),), fact=Span(0, 1), sentence=0,
        pool="person", predicate=role, unfit=unfit,
    )  # fmt: skip
    return Pair(person, role, asked)


def people(chosen: list[Pair]) -> set[str]:
    """The persons of the pairs."""
    return {pair.person for pair in chosen}


def test_what_people_said_is_set_beside_their_names() -> None:
    """The words after the asking word, without the month and the mark at the end."""
    (pair,) = said_pairs([said("Ida Holm", "proposed a new ferry line to Aarhus")])
    assert (pair.person, pair.words) == ("Ida Holm", "proposed a new ferry line to Aarhus")


@pytest.mark.parametrize(
    "lead", ["", "On 3 May 2019, ", "In an article of May 2019, ", "In 2018, "]
)
def test_a_day_in_front_is_left_out(lead: str) -> None:
    """It is not needed to tell who did it."""
    did = "proposed a new ferry line to Aarhus"
    (pair,) = said_pairs([said("Ida Holm", did, lead=lead)])
    assert pair.words == did


@pytest.mark.parametrize(
    ("did", "lead"),
    [
        ("proposed a new ferry line to Aarhus", "According to Lars Dahl in May 2019, "),
        ("was a mentor to the young captain", "As reported in May 2019, "),
        ("may close the harbour for two weeks", "As reported in May 2019, "),
        ("left", "As reported in May 2019, "),
        ("met with the fishermen of Bergen", "As reported in May 2019, "),
        ("has commented on the wreck near Oslo", "As reported in May 2019, "),
    ],
)
def test_claims_of_others_and_states_are_nothing_said_or_done(did: str, lead: str) -> None:
    """Who claims it would be lost, or it is no deed, or too little to be told by."""
    assert said_pairs([said("Ida Holm", did, lead=lead)]) == []


def test_words_that_name_another_person_of_the_set_do_not_stand() -> None:
    """What Lund said of Holm is not hers, so it would leave one choice fewer."""
    pairs = said_pairs(
        [
            said("Peter Lund", "praised Ida Holm for the new bridge"),
            said("Peter Lund", "refused to sign the contract with the shipyard"),
            said("Ida Holm", "proposed a new ferry line to Aarhus"),
            said("Anna Berg", "warned of the ice in the fjord"),
        ]
    )
    chosen = largest_set(pairs)
    assert people(chosen) == {"Peter Lund", "Ida Holm", "Anna Berg"}
    assert not any("Ida Holm" in pair.words for pair in chosen)


def test_two_who_said_nearly_the_same_do_not_stand_together() -> None:
    """Nobody could tell which of the two words is whose."""
    pairs = said_pairs(
        [
            said("Peter Lund", "warned of the thick ice in the fjord"),
            said("Ida Holm", "warned sailors of thick ice in the whole fjord"),
        ]
    )
    assert len(largest_set(pairs)) < 2


def test_no_set_has_more_than_five_people() -> None:
    """More is no longer a question but a table."""
    names = "Peter Lund;Ida Holm;Anna Berg;Erik Dahl;Lars Vik;Maria Strand".split(";")
    towns = "Bergen Oslo Aarhus Malmo Turku Tromso".split()
    pairs = [called(name, f"mayor of {town}") for name, town in zip(names, towns, strict=True)]
    assert len(largest_set(pairs)) == 5


def test_roles_that_fit_two_persons_of_the_set_do_not_stand() -> None:
    """An economist may be the chief economist, and what is `unfit` beside one is so here too."""
    mayor = called("Anna Berg", "Bergen mayor")
    assert (
        len(
            largest_set(
                [
                    called("Peter Lund", "economist"),
                    called("Ida Holm", "Harbour Bank chief economist"),
                    mayor,
                ]
            )
        )
        == 2
    )
    told = called("Ida Holm", "founder of the Harbour Club", unfit=("Anna Berg",))
    assert len(largest_set([told, mayor])) < 2


def test_a_word_for_a_woman_needs_another_woman() -> None:
    """A spokeswoman among men is found without knowing anything."""
    men = [called("Peter Lund", "mayor of Bergen"), called("Lars Dahl", "captain of the Freya")]
    spokeswoman = called("Anna Berg", "Ferry Union spokeswoman")
    assert people(largest_set([*men, spokeswoman])) == {"Peter Lund", "Lars Dahl"}
    other = called("Maria Strand", "author of a book on ice")
    assert spokeswoman.person in people(largest_set([*men, spokeswoman, other]))


def test_a_country_needs_another_country() -> None:
    """The one foreign office goes to the one foreign name."""
    others = [called("Peter Lund", "mayor of Bergen"), called("Lars Dahl", "captain of the Freya")]
    minister = called("Angela Merkel", "German chancellor")
    assert people(largest_set([*others, minister])) == {"Peter Lund", "Lars Dahl"}
    assert len(largest_set([*others, minister, called("Matteo Renzi", "Italian premier")])) == 4


MEETING = """Ferry talks end without a result

Maria Holm, a physicist at the Ice Society, presented a study of the fjord on Monday.

Anna Berg, director of the Harbour Museum, opened the meeting. David Strand, a lawyer for the \
Salmon Association, asked for more time.

Sen. Robert Hale (R-Ohio), Rep. Susan Marsh (D-Wis.) and Rep. Peter Lund (D-Iowa) watched.
"""


@pytest.fixture(scope="module")
def made() -> MakeResult:
    """The deck about the meeting."""
    return deck_of(MEETING)


def pairs_of(made: MakeResult, opening: str) -> dict[str, str]:
    """The pairs of the one matching question whose stem opens so."""
    (answer,) = [q.answer for q in made.deck.questions if q.stem.startswith(opening)]
    assert isinstance(answer, PairsAnswer)
    return dict(answer.pairs)


def test_described_people_are_matched(made: MakeResult) -> None:
    """Each name with the words of the article."""
    assert pairs_of(made, "Match each person with how an article of May 2019 described") == {
        "Maria Holm": "Physicist at the Ice Society",
        "Anna Berg": "Director of the Harbour Museum",
        "David Strand": "Lawyer for the Salmon Association",
    }


def test_seats_are_matched_and_then_not_asked_singly(made: MakeResult) -> None:
    """One question instead of three of the same form."""
    seats = pairs_of(made, "Match each member of the U.S. Congress")
    assert seats == {"Robert Hale": "Ohio", "Susan Marsh": "Wisconsin", "Peter Lund": "Iowa"}
    assert not any(q.stem.startswith("Which state") for q in made.deck.questions)


def test_only_the_matched_direction_goes() -> None:
    """Who somebody was is still asked; how the article described the person is not."""
    who = replace(called("Anna Berg", "Director of the Harbour Museum").asked, form="who")
    how = Candidate(
        kind="role", form="what", stem="How did an article of May 2019 describe Anna Berg?",
        answer=TextAnswer("Director of the Harbour Museum"), key="director of the Harbour Museum",
        evidence=who.evidence, fact=who.fact, sentence=0,
    )  # fmt: skip
    pairs = (("Anna Berg", "Director of the Harbour Museum"),)
    match = Candidate(
        kind="role", form="match", stem="Match each person.", answer=PairsAnswer(pairs), key="",
        evidence=who.evidence, fact=who.fact, sentence=0,
    )  # fmt: skip
    assert not_matched([who, how], [match]) == [who]
    assert not_matched([who, how], []) == [who, how]


def test_the_same_description_is_not_asked_in_both_directions(made: MakeResult) -> None:
    """Who was the director, and how was she described, is one fact asked twice."""
    for name in ("Maria Holm", "Anna Berg", "David Strand"):
        assert not any(q.stem.endswith(f"describe {name}?") for q in made.deck.questions)


def test_countries_are_matched_with_what_they_did() -> None:
    """Not where its own adjective tells the country, or names another one of the set."""
    lead = "As reported in May 2019, which country"
    done = {
        "Norway": "paid for a new ferry line", "Denmark": "lent the Danish ferry Freya for a year",
        "Japan": "sold three Norwegian ships", "Poland": "sent divers to the wreck",
    }  # fmt: skip
    candidates = [
        replace(said(name, did), stem=f"{lead} {did}?", pool="country")
        for name, did in done.items()
    ]
    assert said_pairs(candidates) == []
    pairs = said_pairs(candidates, "country")
    assert people(pairs) == set(done)
    by_name = {pair.person: pair for pair in pairs}
    assert by_name["Denmark"].names("Denmark")
    assert by_name["Japan"].clashes(by_name["Norway"])
    assert not by_name["Poland"].clashes(by_name["Norway"])


def test_who_has_no_first_name_is_matched_with_a_title() -> None:
    """As the article calls the person."""
    pairs = pairs_of(
        deck_of(
            "Talks\n\nAnna Berg proposed on Monday that Oslo share the costs of the ferry line. "
            "Erik Dahl denied that Bergen was too small for large ships. "
            "President Solberg said that Norway would build a lighthouse in Bergen.\n"
        ),
        "Match each person with what they said or did",
    )
    assert set(pairs) == {"Anna Berg", "Erik Dahl", "President Solberg"}


def test_a_trade_alone_is_enough_in_a_match() -> None:
    """Of many physicists one is among these persons; whose spokesman is meant stays open."""
    lines = (
        "Maria Holm, a physicist, spoke. Anna Berg, director of the Harbour Museum, spoke. "
        "David Strand, a lawyer for the Salmon Association, spoke. Erik Dahl, a spokesman, spoke."
    )
    pairs = pairs_of(deck_of(f"Talks\n\n{lines}\n"), "Match each person with how an article")
    assert pairs["Maria Holm"] == "Physicist"
    assert "Erik Dahl" not in pairs
