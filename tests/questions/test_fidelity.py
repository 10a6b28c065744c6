"""Stems say what the article says: no judgement, no lost claimant, one pronoun, the right tense."""

import pytest

from tests.questions.material import deck_of

INTRODUCTION = (
    "Oslo gets a bridge\n\nIngrid Solberg met Lars Holm in Bergen on 3 May 2019."
    " Maria Lindqvist and Erik Dahl came to Bergen too.\n\n"
)


def stems(text: str) -> str:
    """All stems about a paragraph behind the introduction, a line each."""
    questions = deck_of(f"{INTRODUCTION}{text}\n").deck.questions
    return "\n".join(question.stem for question in questions)


def test_an_author_s_judgement_is_left_out() -> None:
    """The deed is asked without the adverb that judges it."""
    found = stems('Erik Dahl cynically dismissed the old town of Bergen as "a museum of herring."')
    assert "who dismissed the old town of Bergen" in found
    assert "cynically" not in found


def test_a_quoted_judgement_stays() -> None:
    """Inside quotation marks nothing is left out."""
    found = stems('Erik Dahl said the council of Bergen "cynically ignored the old town."')
    assert "ignored" not in found.replace("cynically ignored", "")


def test_a_bound_stays_with_its_number() -> None:
    """At least two ships are not two ships."""
    found = stems("Denmark bought at least 12 ships for the new ferry line in 2017.")
    assert "12 ships" in found.replace("____", "12")
    assert "bought 12 ships" not in found


def test_a_hope_in_the_past_has_would() -> None:
    """Who hopes that they will, hoped that they would."""
    found = stems("Lars Holm hopes that the ferry companies will buy new ships in Aarhus.")
    assert "hoped that the ferry companies would buy" in found
    assert "hoped that the ferry companies will" not in found


def test_a_person_is_not_they_and_she_in_one_stem() -> None:
    """A quoted pronoun of the person asked for would tell what `they` hides."""
    found = stems(
        "Ingrid Solberg's team avoided taking her to the hospital of Bergen in order to"
        ' "keep her illness a secret."'
    )
    assert not any("them" in stem and " her " in stem for stem in found.split("\n"))


def test_they_is_not_read_as_others() -> None:
    """After voters, `they` would be the voters."""
    found = stems("Lars Holm told voters in Bergen that he would double the harbour's budget.")
    assert "told voters in Bergen that they" not in found
    plain = stems("Lars Holm said that he would double the budget of the harbour of Bergen.")
    assert "who said that they would double" in plain


def test_a_vote_keeps_what_it_was_about() -> None:
    """The purpose behind "voted" is the point."""
    found = stems("The Oslo Council voted 9-4 along party lines, to close the harbour of Bergen.")
    assert not any("voted 9-4" in s and "close" not in s for s in found.split("\n"))


@pytest.mark.parametrize(
    ("second", "is_asked"),
    [
        ("The plan leaves Oslo without a harbour of its own since 2017.", False),
        ("It left Norway and Denmark without a ferry line in 2017.", False),
        ("Denmark bought three ships for the ferry line in 2017.", True),
    ],
)
def test_what_goes_on_with_a_claim_is_not_asked_as_fact(second: str, *, is_asked: bool) -> None:
    """A sentence about the same thing right after "according to" may still be the claim."""
    first = "According to engineers in Bergen, the plan would cost 40 million dollars."
    assert ("2017" in stems(f"{first} {second}")) is is_asked


def test_a_gap_before_a_closing_quotation_mark_has_one_full_stop() -> None:
    """The full stop stands once, inside the marks."""
    assert '.".' not in stems(
        "Ingrid Solberg's team avoided taking her to the hospital in Bergen in order to"
        ' "keep her illness a secret."'
    )
