"""What an article takes for granted."""

from quizzer.questions.grammar.wording import render
from tests.questions.material import desk_of

AMERICAN = (
    "Maria Lindqvist, a Republican, ran for the Senate in Ohio. The presidential candidates spoke"
    " in Florida, and the U.S. Congress met in Texas. President Erik Dahl spoke to Democrats."
    " The Republican nominee visited Iowa. "
)


def grounded(text: str, sentence: str) -> tuple[str, list[str]]:
    """The last sentence, made to stand alone: its words and its problems."""
    desk = desk_of(text + sentence)
    last = desk.reading.sentences[-1]
    found = desk.grounding.ground(last, list(last.parse))
    return render(last.parse, found.swaps), found.problems


def test_the_nation_of_an_american_article_is_named() -> None:
    """`the nation` means the United States where the article tells of them from within."""
    words, problems = grounded(AMERICAN, "Lindqvist praised the nation.")
    assert "the United States" in words
    assert problems == []


def test_the_holder_of_an_office_is_named() -> None:
    """`the president` is the one person who has that title in the article."""
    words, problems = grounded(AMERICAN, "Lindqvist praised the president.")
    assert "President Erik Dahl" in words
    assert problems == []


def test_beside_another_country_the_nation_is_that_one() -> None:
    """Nobody puts the United States in place of Norway."""
    words, _ = grounded(AMERICAN, "Norway praised the nation.")
    assert "United States" not in words


def test_a_body_is_named_by_its_kind() -> None:
    """`the museum` is the one museum that the article names."""
    text = "Lars Holm opened the Museum of Bergen. "
    words, problems = grounded(text, "Holm praised the museum.")
    assert "Museum of Bergen" in words
    assert problems == []


def test_a_body_named_just_before_is_called_by_what_it_is() -> None:
    """`the alliance` is NATO where no other body of the kind stands near, with "the" as the
    article has it."""
    text = "Norway joined NATO in 1949. "
    assert "NATO" in grounded(text, "Lars Holm praised the alliance.")[0]
    words, problems = grounded("Lars Holm sued the IRS. ", "Erik Dahl praised the agency.")
    assert "praised the IRS" in words
    assert problems == []
    assert grounded(text, "Lars Holm praised the agency.")[1] != []
    two = "Lars Holm sued the IRS and the FBI. "
    assert grounded(two, "Erik Dahl praised the agency.")[1] != []


def test_what_the_sentence_before_said_with_a_name_is_said_again() -> None:
    """The next sentence means the fires in Bergen; without a name they may be others."""
    before = "Lars Holm spoke about the fires in Bergen. "
    assert "the fires in Bergen" in grounded(before, "Erik Dahl watched the fires.")[0]
    before = "Lars Holm spoke about the fires of the poor. "
    assert grounded(before, "Erik Dahl watched the fires.")[1] != []


def test_an_occasion_is_named_by_names_alone() -> None:
    """Of ferry forums there are as many as of forums; the one of Bergen is one."""
    text = "Lars Holm came to a ferry forum. "
    assert grounded(text, "Erik Dahl told Lars Holm about the forum.")[1] != []
    text = "Lars Holm came to a Bergen forum. "
    assert "the Bergen forum" in grounded(text, "Erik Dahl told Lars Holm about the forum.")[0]


def test_a_president_is_not_the_one_of_that_surname_whose_first_name_is_told() -> None:
    """Who is known to have been president has a first name of his own."""
    text = AMERICAN.replace("President Erik Dahl", "Laura Bush met President Bush. Erik Dahl")
    words, problems = grounded(text, "Lindqvist praised the president.")
    assert "Laura Bush" not in words
    assert problems
