"""What is better not asked: the classes of error that made questions wrong once."""

import pytest

from quizzer.deck.model import NumberAnswer, TextAnswer
from tests.questions.material import deck_of

INTRODUCTION = (
    "Oslo gets a bridge\n\nIngrid Solberg met Lars Holm in Bergen on 3 May 2019."
    " Maria Lindqvist and Erik Dahl came to Bergen too.\n\n"
)


def asked(text: str) -> dict[str, object]:
    """Stems and keys of the deck made of an introduction and `text`."""
    return {q.stem: q.answer for q in deck_of(INTRODUCTION + text + "\n").deck.questions}


def test_what_may_happen_is_not_asked_as_fact() -> None:
    """A clause after "if" gives no question of its own."""
    stems = asked("If Norway buys three ships in June 2019, Lars Holm will resign.")
    assert not any(
        stem.startswith(("How many ships", "In what month does Norway")) for stem in stems
    )


def test_what_somebody_does_not_say_is_not_said() -> None:
    """A negated reporting verb makes no "Who said"."""
    stems = asked("Lars Holm did not say that the port of Bergen would close this year.")
    assert not any("who said" in stem.lower() for stem in stems)


@pytest.mark.parametrize(
    "sentence",
    [
        "After Erik Dahl met Lars Holm, he bought three ships in Aarhus for Bergen.",
        "They bought three ships in Aarhus for the town of Bergen.",
    ],
)
def test_a_pronoun_that_may_mean_several_is_not_guessed(sentence: str) -> None:
    """After several people, "he" and "they" stop the question."""
    assert not any("three ships" in stem or "ships in Aarhus" in stem for stem in asked(sentence))


def test_no_percentage_above_a_hundred() -> None:
    """Options for a share stay below the whole."""
    deck = deck_of(INTRODUCTION + "Lars Holm said that 90 percent of Danish ships were old.\n").deck
    shares = [q for q in deck.questions if isinstance(q.answer, NumberAnswer)]
    assert shares
    assert all(float(option) <= 100 for q in shares for option in q.distractors)


def test_two_actors_are_not_asked_for_one() -> None:
    """Where two act together, no single one is the key."""
    stems = asked("Lars Holm and Ingrid Solberg signed a contract in Bergen on 5 May 2019.")
    keys = [key for stem, key in stems.items() if "signed a contract" in stem]
    assert keys
    assert not any(isinstance(key, TextAnswer) for key in keys)


def test_a_label_before_a_colon_is_left_out() -> None:
    """The deed behind a label is asked about, the label is not."""
    stems = asked("New ferry: On 9 May 2019, Lars Holm opened a ferry line in Aarhus.")
    assert "On what date did Lars Holm open a ferry line in Aarhus?" in stems
    assert not any("New ferry" in stem for stem in stems)


def test_hired_people_are_not_asked_with_what() -> None:
    """Whoever is hired is no thing: no "What did he hire?"."""
    stems = asked("Lars Holm hired a retired captain of the Danish navy to run the port of Bergen.")
    assert not any("what did Lars Holm hire" in stem for stem in stems)


def test_several_people_are_asked_in_the_plural() -> None:
    """`Which country's officials have ...?`, for those of a country."""
    text = "Danish officials have said that the port of Bergen will grow by three piers."
    stems = asked(f"{text} Denmark paid for it.")
    found = [stem for stem in stems if "which country's officials" in stem.lower()]
    assert not any("officials has" in stem.lower() for stem in found)
    assert found


def test_a_sentence_taken_apart_by_commas_is_left_alone() -> None:
    """What follows the first comma has a subject of its own."""
    stems = asked("Bergen, as one of the ministers of Norway pointed out, never sees such storms.")
    assert not any("pointed out" in stem for stem in stems)


@pytest.mark.parametrize(
    ("sentence", "is_asked"),
    [
        ("Lars Holm has donated $40 million to the port of Bergen.", True),
        ("The family of Lars Holm from Bergen has donated $40 million.", False),
    ],
)
def test_what_is_given_is_asked_with_its_receiver(sentence: str, is_asked: bool) -> None:
    """A gift without a word of whom or what it is for could be any gift."""
    assert any("how much money" in stem.lower() for stem in asked(sentence)) is is_asked


def test_a_body_is_not_asked_for_with_who() -> None:
    """A name that is no person's is asked for as an organization."""
    stems = asked("PortFacts reported that the port of Bergen had lost 300 ships to Denmark.")
    found = [stem for stem in stems if "reported that the port of Bergen" in stem]
    assert not any("who reported" in stem.lower() for stem in found)


def test_a_possessive_is_not_lost() -> None:
    """Where the parser drops the 's, nothing is asked: "than Holm's" is not "than Holm"."""
    stems = asked("His voice was quieter at times than Lars Holm\u2019s inside the hall of Bergen.")
    assert not any("quieter" in stem for stem in stems)


def test_a_guest_is_not_made_two_people() -> None:
    """A pronoun for a person without a name is not replaced by the name beside it."""
    stems = asked(
        "Lars Holm spoke in Bergen. His guest, the actress and sailor Maria Lindqvist, was moved as"
        " she called for the opening of the Bergen Museum."
    )
    assert not any("guest" in stem and "as Maria" in stem for stem in stems)


def test_a_number_of_things_that_are_listed_is_not_asked() -> None:
    """The list beside the number gives it away."""
    stems = asked("Lars Holm opened ferry lines in two old towns, Bergen and Aarhus, in May 2018.")
    assert not any("____ old" in stem or "how many" in stem.lower() for stem in stems)


def test_that_stands_before_what_was_said_on_a_day() -> None:
    """Between a reporting verb with its day and what was said the question has "that"."""
    stems = asked("Lars Holm revealed Tuesday the old port of Bergen was sold to Denmark.")
    found = [stem for stem in stems if "revealed" in stem]
    assert found
    assert all("2019 that the old port" in stem for stem in found if stem.startswith("Who"))


def test_reasons_are_asked() -> None:
    """A clause after "because" is the key to a why-question."""
    stems = asked("Norway closed the port of Bergen because a storm had damaged many piers.")
    why = [key for stem, key in stems.items() if "why did Norway close the port" in stem]
    assert why == [TextAnswer("because a storm had damaged many piers")]


def test_money_is_counted_as_the_article_counts_it() -> None:
    """Millions stay millions, with the currency."""
    stems = asked("Norway has promised $40 million for the port of Bergen.")
    answers = [key for stem, key in stems.items() if "how much money" in stem.lower()]
    assert [(str(a.number), a.unit) for a in answers if isinstance(a, NumberAnswer)] == [
        ("40", "million US dollars")
    ]


def test_the_same_stem_is_asked_once_in_whatever_form() -> None:
    """What the largest of something is, two writers find."""
    text = "Oil lamps are the largest source of light in the harbour of Bergen."
    stems = [q.stem.split(", ")[-1] for q in deck_of(INTRODUCTION + text).deck.questions]
    assert stems.count("what is the largest source of light in the harbour of Bergen?") == 1


@pytest.mark.parametrize(
    ("doers", "is_asked"),
    [("Norwegian authorities", False), ("Oslo police", False), ("Norwegian sailors", True)],
)
def test_persons_are_never_asked_for_with_what(doers: str, *, is_asked: bool) -> None:
    """ "Who" takes people of a kind; for the authorities and the police no wh-phrase is good."""
    stems = asked(f"{doers} opened a new lighthouse near Aarhus for the ferry on 7 May 2018.")
    assert not any(stem.startswith("What opened") for stem in stems)
    assert any(stem.startswith("Who opened a new lighthouse") for stem in stems) == is_asked


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [
        ("three of its old rivals, Norway, Denmark and Sweden,", False),
        ("three of its old rivals, the Ferry Bund, Norway and Denmark,", False),
        ("three of its old rivals", True),
    ],
)
def test_what_can_be_counted_off_is_not_asked_nor_falsified(words: str, *, is_asked: bool) -> None:
    """The list behind the number gives the number away, and any other number as wrong."""
    found = asked(f"The Nordic Council admitted {words} on 7 May 2018.")
    about = [s for s in found if "admitted ____" in s or "admitted two" in s or "ed four" in s]
    assert bool(about) == is_asked


def test_a_name_with_a_number_is_not_torn() -> None:
    """The Group of 20 is neither a body called "Group of" nor a number of anything."""
    found = asked(
        "Ingrid Solberg met the mayor Nils Dahl of Aarhus on the sidelines of the Group of 20"
        " summit meeting in Oslo on 7 May 2018."
    )
    assert any("Group of 20 summit" in stem for stem in found)
    assert not any("Group of ____" in stem or "20 summit" in stem.replace("Group of 20", "")
                   for stem in found)  # fmt: skip
    assert TextAnswer("Group of") not in found.values()


@pytest.mark.parametrize(("age", "is_asked"), [(33, False), (20, True), (19, True)])
def test_an_age_at_odds_with_the_year_of_birth_is_a_slip(age: int, *, is_asked: bool) -> None:
    """One of the two is wrong, and nothing tells which."""
    stems = asked(f"Dana Lind, {age}, was born in Norway in 1999.")
    assert any(stem.startswith("In what year was Dana Lind born") for stem in stems) == is_asked


def test_a_programme_called_today_is_no_day() -> None:
    """A capital inside a sentence makes "Today" a name."""
    said = "that the northern port of Bergen was ready for a new ferry line to Aarhus."
    assert not any("14 May 2019" in stem for stem in asked(f"Lars Holm told Today {said}"))
    assert any("14 May 2019" in stem for stem in asked(f"Lars Holm told sailors today {said}"))
