"""Sources asked for by their owner."""

import pytest

from quizzer.questions.said.source_names import SourceName
from quizzer.questions.said.speakers import speaker_of
from tests.questions.material import desk_of

PERSONS = "Ingrid Solberg met Lars Holm in Bergen. "


def source(text: str) -> SourceName | None:
    """The source of the last attribution of the text."""
    desk = desk_of(PERSONS + text)
    return speaker_of(desk, desk.reading.attributions[-1])


@pytest.mark.parametrize(
    ("text", "wh", "name"),
    [
        ("Holm's aides said that the ferry was late.", "whose aides", "Lars Holm"),
        ("Solberg supporters said that the ferry was late.", "whose supporters",
         "Ingrid Solberg"),
        ("A lawyer for Solberg said that the ferry was late.", "whose lawyer", "Ingrid Solberg"),
        ("Holm opened the line. His aides said that it was late.", "whose aides", "Lars Holm"),
        ("Danish officials said that the ferry was late.", "which country's officials",
         "Denmark"),
        ("Bergen University researchers said that the ferry was late.",
         "which organization's researchers", "Bergen University"),
    ],
)  # fmt: skip
def test_the_owner_is_asked_for(text: str, wh: str, name: str) -> None:
    """Before the noun, behind it, as a pronoun, as the adjective of a country."""
    found = source(text)
    assert found is not None
    assert (found.wh, found.name) == (wh, name)


def test_what_belongs_to_a_person_is_not_the_person() -> None:
    """No pronoun of the owner may stand for those who speak, and several have a plural verb."""
    found = source("Holm's aides said that the ferry was late.")
    assert found is not None
    assert (found.person, found.is_plural, found.is_body) == (None, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "The Bergen mayor said that the ferry was late.",
        "Former Solberg aides said that the ferry was late.",
        "Holm's aides and their friends said that the ferry was late.",
    ],
)
def test_offices_and_mixed_groups_have_no_owner(text: str) -> None:
    """An office has a holder with a name; former aides are not hers; their friends are others."""
    found = source(text)
    assert found is None or not found.owned
