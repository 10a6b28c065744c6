"""Stems that stand alone."""

import pytest

from quizzer.questions.grammar.wording import render
from tests.questions.material import deck_of, desk_of

LEAD = "Ingrid Solberg met Lars Holm in Bergen. "


def grounded(text: str, number: int):
    """The sentence of that number, made to stand alone: its words and its problems."""
    desk = desk_of(LEAD + text)
    sentence = desk.reading.sentences[number]
    found = desk.grounding.ground(sentence, list(sentence.parse))
    return render(sentence.parse, found.swaps), found.problems


def test_surnames_become_full_names() -> None:
    """A surname that one person bears is written out."""
    words, problems = grounded("Holm praised the town of Bergen.", 1)
    assert words.startswith("Lars Holm praised")
    assert problems == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Holm left Bergen on Monday.", "on 13 May 2019"),
        ("Holm left Bergen last month.", "in April 2019"),
        ("Holm will leave Bergen tomorrow.", "on 15 May 2019"),
    ],
)
def test_dates_become_absolute(sentence: str, words: str) -> None:
    """A day counted from the day of publication gets its calendar date."""
    assert words in grounded(sentence, 1)[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The statement surprised Lars Holm.",
        "Lars Holm rejected this initiative.",
        "We know Lars Holm well.",
        "Kowalczyk praised Lars Holm.",
        "The Bergen senator praised Lars Holm.",
        "The former Danish minister praised Lars Holm.",
        "Lars Holm said that her lead is the same.",
        "The ferries of Bergen are much larger.",
        "Lars Holm won the previous Bergen poll.",
        "Norway and Lars Holm joined the court fight.",
    ],
)
def test_what_hangs_in_the_air_is_refused(sentence: str) -> None:
    """A bare definite noun, a pointing word, "we" and an unknown surname are problems."""
    assert any(problem.startswith("F4") for problem in grounded(sentence, 1)[1])


@pytest.mark.parametrize(
    "sentence",
    [
        "The senator from Bergen praised Lars Holm.",
        "The Danish prime minister praised Lars Holm.",
        "The lead of Lars Holm is the same as that of Erik Dahl.",
        "The ferries of Bergen are much larger than those of Aarhus.",
        "Lars Holm is feeling better.",
        "Lars Holm praised his previous post in Bergen.",
        "Norway joined the court fight over the port of Bergen.",
    ],
)
def test_what_says_who_and_than_what_stands_alone(sentence: str) -> None:
    """A person told from others of the kind, an office of one, and a whole comparison."""
    assert grounded(sentence, 1)[1] == []


def test_a_bare_noun_gets_its_fuller_words() -> None:
    """`the treaty` means the one treaty that was named before."""
    text = "They signed the treaty between Norway and Denmark. Holm praised the treaty."
    words, problems = grounded(text, 2)
    assert "the treaty between Norway and Denmark" in words
    assert problems == []


def test_a_season_keeps_its_preposition() -> None:
    """The words for the time may hold their preposition themselves."""
    text = f"{LEAD}Lars Holm opened the ferry line to Aarhus in the spring of 1921."
    assert any("in the spring of 1921" in q.stem for q in deck_of(text).deck.questions)


def test_a_heading_that_swallowed_its_verb_names_nothing() -> None:
    """`Ministers attack harbour plan` is no name of a plan; two words before a noun may be."""
    heading = "Ministers attack harbour subsidy plan\n\n"
    assert grounded(f"{heading}Lars Holm praised the plan.", 2)[1]
    words, problems = grounded("Bergen explosion\n\nLars Holm described the explosion.", 2)
    assert "the Bergen explosion" in words
    assert problems == []


def test_they_are_the_team_that_was_named_last() -> None:
    """English calls a team they; the same word behind a harbour means nobody there."""
    assert grounded("Lars Holm praised the Bergen team after they won in Oslo.", 1)[1] == []
    problems = grounded("Lars Holm praised the Bergen harbour after they won in Oslo.", 1)[1]
    assert problems != []


def test_an_opening_speech_gets_an_article() -> None:
    """`In his interview, Holm ...` does not tell which one, and `an interview` need not."""
    assert grounded("In his interview, Holm praised Bergen.", 1)[0].startswith("In an interview")
    assert grounded("In his speech, Holm praised Bergen.", 1)[0].startswith("In a speech")


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Harbour officials said they were not certain about Bergen.", True),
        ("Harbour officials said they hope for snow in Bergen.", True),
        ("Harbour officials said they were robbed in Bergen.", False),
    ],
)
def test_what_they_hope_they_say_themselves(sentence: str, stands: bool) -> None:
    """Only who hopes knows it; who was robbed may be anybody."""
    desk = desk_of(LEAD + sentence)
    last = desk.reading.sentences[-1]
    words = [t for t in last.parse if t.i > last.parse.root.i]
    found = desk.grounding.ground(last, words, asks_for_several=True)
    assert (found.problems == []) is stands


def test_a_number_whose_noun_stands_before_gets_it() -> None:
    """`killed 17 people and injured 62` are people twice; sums and scores need no noun."""
    words, _ = grounded("A train crash near Osaka killed 17 people and injured 62 in April.", 1)
    assert "injured 62 people" in words
    words, _ = grounded(
        "Norway will pay 34.5 million shekels to Aarhus. Lars Holm will allocate 5.5 million for"
        " clinics in Bergen.",
        2,
    )
    assert "5.5 million shekels for clinics" in words
    words, _ = grounded("Lars Holm sold 17 boats and earned $62 in Aarhus.", 1)
    assert words.endswith("earned $62 in Aarhus.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lars Holm opened the old harbour in Toulouse.",
        "Hurricane Ivan destroyed the Port of Aarhus.",
        "Bolton goalkeeper Lars Holm opened the Port of Aarhus.",
    ],
)
def test_a_place_or_a_storm_taken_for_a_person_is_not_blamed(sentence: str) -> None:
    """Nobody need introduce Toulouse and Ivan, whatever the recogniser makes of them."""
    assert not any("name" in problem for problem in grounded(sentence, 1)[1])


def test_its_behind_it_means_the_body_asked_for() -> None:
    """Both pronouns stand for the one that announces what it does."""
    name = "The Norwegian Energy Council"
    text = f"{name} met in Bergen. {name} announced on Tuesday that it was lowering its forecast"
    stems = [q.stem for q in deck_of(f"{text} for Danish exports.").deck.questions]
    asked = "Which organization announced on 14 May 2019 that it was lowering its forecast"
    assert any(stem.startswith(asked) for stem in stems)


def test_a_firm_called_by_its_first_word_gets_its_whole_name_once() -> None:
    """At the first mention, whatever the recogniser takes it for."""
    desk = desk_of("Lars Holm sold boats in Bergen. In May 2015 Patriot met Patriot's lenders.")
    desk.people.firms = {"Patriot": "Patriot Coal"}
    sentence = desk.reading.sentences[1]
    assert any(e.text == "Patriot" and e.label_ == "PERSON" for e in sentence.entities)
    found = desk.grounding.ground(sentence, sentence.tokens)
    told = render(sentence.tokens, found.swaps)
    assert told == "In May 2015 Patriot Coal met Patriot's lenders."
    assert found.problems == []


def test_a_pronoun_inside_a_compound_stands_for_nothing() -> None:
    """Hyphens on both sides make it a part of a word."""
    _, found = grounded("Lars Holm praised the go-it-alone plan of Norway in Aarhus.", 1)
    assert found == []
    _, found = grounded("Lars Holm praised it in Aarhus.", 1)
    assert found == ["F4 pronoun: it"]
