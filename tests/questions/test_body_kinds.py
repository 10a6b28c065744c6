"""What kind of body a name is."""

import pytest

from quizzer.questions.names.body_kinds import kind_of_body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the University of Bergen", "school"),
        ("Aarhus Business School", "school"),
        ("the Nordic Institute for Sea Research", "research"),
        ("the Harbour Safety Committee", "committee"),
        ("the Supreme Court", "court"),
        ("the Ministry of Fisheries", "agency"),
        ("Skagen Bank", "company"),
        ("the Dockers Union", "union"),
        ("the Lighthouse Foundation", "charity"),
        ("the Coastal Party", "party"),
        ("the Stavanger Police Department", "police"),
        ("NATO", "international"),
        ("the White House", "seat"),
        ("Oresund", None),
    ],
)
def test_a_name_tells_the_kind_of_body(name: str, kind: str | None) -> None:
    """By the word for the body in the name, or because everybody knows it."""
    assert kind_of_body(name) == kind
