"""The descriptions of an article together: who may be called the same, and who stands near."""

from quizzer.questions.names.descriptions import Description, describe
from quizzer.questions.names.introduced import Introduced
from tests.questions.material import desk_of

TEXT = """Talks end in Bergen

Ferry Union spokesman Peter Lund came. Anna Berg, a spokeswoman for the Ferry Union, left. \
David Strand, a lawyer for the Salmon Association, spoke. Mayor Susan Marsh said nothing.
"""


def gathered() -> tuple[Introduced, dict[str, Description]]:
    """The introduced persons of the text, and each one's description."""
    desk = desk_of(TEXT)
    found = [d for d in (describe(desk, fact) for fact in desk.reading.roles) if d is not None]
    return Introduced(desk, found), {d.person: d for d in found}


def test_spokesmen_of_one_body_are_said_to_be_the_same() -> None:
    """Spokesman and spokeswoman are one word; the lawyer's description is his alone."""
    introduced, of = gathered()
    assert introduced.is_said_of_another(of["Peter Lund"])
    assert introduced.is_said_of_another(of["Anna Berg"])
    assert not introduced.is_said_of_another(of["David Strand"])


def test_whoever_may_fit_cannot_be_a_distractor() -> None:
    """Those who may be called the same and those who cannot are told apart."""
    introduced, of = gathered()
    assert introduced.who_may_fit(of["Peter Lund"]) == ("Anna Berg",)
    assert introduced.who_cannot_fit(of["Peter Lund"]) == ("David Strand",)
    assert introduced.own("David Strand") == ["lawyer for the Salmon Association"]


def test_near_descriptions_are_those_of_others() -> None:
    """A person's own description is no distractor."""
    introduced, of = gathered()
    assert {d.person for d in introduced.near(of["David Strand"])} == {"Peter Lund", "Anna Berg"}


def test_an_office_of_one_has_all_of_its_field_for_options() -> None:
    """A party fellow too, who is introduced in passing, but no other governor."""
    desk = desk_of(
        "Vote in Oregon\n\nOregon Governor Peter Lund won the vote. Democrat David Strand lost it."
        " Governor Susan Marsh said nothing. The singer Anna Berg left."
    )
    found = [d for d in (describe(desk, fact) for fact in desk.reading.roles) if d is not None]
    lund = next(d for d in found if d.person == "Peter Lund")
    assert lund.is_office
    names = Introduced(desk, found).who_cannot_fit(lund)
    assert "David Strand" in names
    assert "Susan Marsh" not in names
