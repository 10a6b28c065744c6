"""Who is who: which words say what a person is, exactly where they start and end."""

import pytest

from quizzer.article.read import read_bytes
from quizzer.facts.extract import extract_facts
from quizzer.facts.model import RoleFact
from quizzer.facts.roles.nouns import is_person_word


def roles(text: str) -> list[tuple[str | None, str]]:
    """The persons and roles of a text; every span must hold the words it claims."""
    article = read_bytes(text.encode(), "a.txt", "text")
    facts = [fact for fact in extract_facts(article) if isinstance(fact, RoleFact)]
    for fact in facts:
        assert fact.role.span.of(article.words) == fact.role.text
        assert fact.evidence.start <= fact.role.span.start < fact.role.span.end
        assert fact.role.span.end <= fact.evidence.end
        assert 0 < fact.confidence <= 1
    return [(fact.person.name, fact.role.text) for fact in facts]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Maria Holm, a physicist at the Ice Society, left.", "a physicist at the Ice Society"),
        ("Maria Holm, director of the Harbour Museum, left.", "director of the Harbour Museum"),
        ("Maria Holm, an economist and tax expert, left early.", "an economist and tax expert"),
        ("Maria Holm, a lawyer for the Salmon Union who sued, left.",
         "a lawyer for the Salmon Union"),
        ("Arctic Council chief economist Maria Holm left.", "Arctic Council chief economist"),
        ("The longtime Liberal pollster Maria Holm left.", "The longtime Liberal pollster"),
        ("Vice-presidential nominee Maria Holm left.", "Vice-presidential nominee"),
        ("But shadow home secretary Maria Holm left.", "shadow home secretary"),
        ("The Labour MP Maria Holm left.", "The Labour MP"),
        ("The museum's director, Maria Holm, left.", "The museum's director"),
        ("Maria Holm is the mayor of Bergen.", "the mayor of Bergen"),
        ("Rep. Maria Holm (D-Wis.) left.", "D-Wis."),
        ("Retired Air Force general Maria Holm left.", "Retired Air Force general"),
        ("A lawyer for the Salmon Union, Maria Holm, left.", "A lawyer for the Salmon Union"),
        ("Maria Holm, a fellow at the Ice Society and a former judge, left.",
         "a fellow at the Ice Society"),
        ("Maria Holm, the secretary general of the Salmon Union, vowed to stay.",
         "the secretary general of the Salmon Union"),
    ],
)  # fmt: skip
def test_a_role_ends_where_the_description_ends(text: str, role: str) -> None:
    """Titles, appositions, nouns with a comma, copulas and seats are found whole."""
    assert ("Maria Holm", role) in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Holm, 3 percent of whose shares were sold, left.",
        "Maria Holm, the ferry and two barges sank.",
        "Maria Holm is a liar.",
        "Nobody knew it then. Is Maria Holm the mayor of Bergen?",
        "Maria Holm was not the mayor of Bergen.",
        "The winter storm, Maria Holm said, was strong.",
        "Maria Holm, the head of the group that sold the ferry, left.",
    ],
)
def test_what_does_not_describe_a_person_is_no_role(text: str) -> None:
    """Numbers, things, opinions, questions and denials give nobody a role."""
    assert roles(text) == []


def test_two_titles_in_a_row_are_not_one_role() -> None:
    """The nominee is a governor too; the two are not run together."""
    found = roles("Liberal presidential nominee Gov. Maria Holm spoke in Oslo.")
    assert found == [("Maria Holm", "Liberal presidential nominee")]


def test_a_verb_before_the_title_is_no_part_of_it() -> None:
    """`quoted` looks like `retired`, and is what the newspaper did."""
    found = roles("Nobody knew. The Argus quoted immigration official Maria Holm as saying so.")
    assert found == [("Maria Holm", "immigration official")]


def test_a_second_owner_begins_a_second_role() -> None:
    """The role of the first noun ends before "and Hale's envoy"."""
    text = "Maria Holm, head of the Harbour Board and Hale's envoy to Oslo, left. Hale agreed."
    assert ("Maria Holm", "head of the Harbour Board") in roles(text)


def test_a_surname_with_a_role_is_the_known_person() -> None:
    """The full name stands elsewhere in the article."""
    text = "Maria Holm spoke in Oslo. Mayor Holm left early."
    assert ("Maria Holm", "Mayor") in roles(text)


def test_person_words_are_told_by_class_and_ending() -> None:
    """A pollster is a person, a newspaper is not."""
    assert all(map(is_person_word, ("pollster", "physicist", "co-founder", "sen.", "head")))
    assert not any(map(is_person_word, ("newspaper", "former", "harbour", "percent")))
