"""People named in passing: few questions about who they are, none where a match describes them."""

from tests.questions.material import deck_of

OTHERS = "Peter Lund;David Strand;Erik Dahl".split(";")
POSTS = (
    "lawyer for the Salmon Association;physicist at the Ice Society;director of the Harbour Museum"
).split(";")


def stems_of(lines: list[str]) -> list[str]:
    """The stems about a text of these lines."""
    text = "\n\n".join(["Harbour news", *lines]) + "\n"
    return [q.stem for q in deck_of(text, kinds=frozenset({"role"})).deck.questions]


def test_a_public_office_is_asked_whoever_holds_it() -> None:
    """A mayor who is named once, and described in a match, is asked for all the same."""
    lines = [f"{name}, a {post}, came." for name, post in zip(OTHERS, POSTS, strict=True)]
    stems = stems_of([*lines, "Anna Berg, the mayor of Bergen, came."])
    assert "Who was the mayor of Bergen in May 2019?" in stems


def test_who_is_matched_in_passing_is_not_asked_for_again() -> None:
    """One match, and no question for each of the three."""
    lines = [f"{name}, a {post}, came." for name, post in zip(OTHERS, POSTS, strict=True)]
    stems = stems_of(lines)
    assert [stem for stem in stems if stem.startswith("Match each person")]
    assert not [stem for stem in stems if "who was described" in stem]


def test_whoever_is_named_again_is_asked_for_too() -> None:
    """The one of three of whom the article goes on to speak."""
    lines = [f"{name}, a {post}, came." for name, post in zip(OTHERS, POSTS, strict=True)]
    stems = stems_of([*lines, "Peter Lund slept."])
    assert [stem for stem in stems if "who was described" in stem] == [
        "In an article of May 2019, who was described as a lawyer for the Salmon Association?"
    ]


def test_nominees_whom_the_article_is_about_are_not_asked_for() -> None:
    """Whoever is named in every line is no answer to remember."""
    line = "Democratic presidential nominee Anna Berg spoke in Bergen."
    asked = "In an article of May 2019, who was described as the Democratic presidential nominee?"
    assert asked in stems_of([line])
    assert asked not in stems_of([line, "Berg rested. Berg slept. Berg woke. Berg left."])
