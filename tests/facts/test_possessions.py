"""What belongs to whom."""

import pytest

from quizzer.article.read import read_bytes
from quizzer.facts.extract import extract_facts
from quizzer.facts.jsonl import fact_as_object
from quizzer.facts.model import PossessionFact

pytest.importorskip("spacy")


def possessions(text: str) -> list[PossessionFact]:
    """The possessions in an article."""
    facts = extract_facts(read_bytes(text.encode(), "a.txt", "text"))
    return [fact for fact in facts if isinstance(fact, PossessionFact)]


CASES = {
    "Astrid Lund owns the old ferry.": ("Astrid Lund", "the old ferry"),
    "The old ferry is owned by Astrid Lund.": ("Astrid Lund", "The old ferry"),
    "The old ferry belongs to Astrid Lund.": ("Astrid Lund", "The old ferry"),
    "They visited a hotel owned by Astrid Lund.": ("Astrid Lund", "a hotel"),
    "Norway holds a stake in the mine.": ("Norway", "a stake in the mine"),
    "Astrid Lund, the owner of the mill, smiled.": ("Astrid Lund", "the mill"),
    "Erik Dahl is the owner of the bakery.": ("Erik Dahl", "the bakery"),
    "Fjordbank, a subsidiary of Nordbank, closed.": ("Nordbank", "Fjordbank"),
    "Erik Dahl bought the Grand Hotel.": ("Erik Dahl", "the Grand Hotel"),
}


@pytest.mark.parametrize(("text", "pair"), CASES.items())
def test_owner_and_thing(text: str, pair: tuple[str, str]) -> None:
    """Owning, belonging, holding a share, owners and units of firms."""
    assert pair in [(one.owner.text, one.thing.text) for one in possessions(text)]


def test_the_owner_is_named_in_full() -> None:
    """A surname and a pronoun stand for the person who was introduced."""
    found = possessions("Astrid Lund came home. She owns the mill. Lund owns the ferry too.")
    assert [one.owner.name for one in found] == ["Astrid Lund", "Astrid Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Astrid Lund does not own the ferry.",
        "Astrid Lund wants to own the ferry.",
        "Astrid Lund might buy the ferry.",
        "The ferry sailed at noon.",
    ],
)
def test_what_is_no_possession(text: str) -> None:
    """Denied, wished or merely possible owning tells nothing."""
    assert possessions(text) == []


def test_it_is_printed_with_its_parts() -> None:
    """The object for JSON holds owner, thing and cue with their spans."""
    [fact] = possessions("Astrid Lund owns the old ferry.")
    made = fact_as_object(fact)
    assert made["kind"] == "possession"
    assert made["owner"] == {"span": [0, 11], "text": "Astrid Lund", "name": "Astrid Lund"}
    assert made["thing"] == {"span": [17, 30], "text": "the old ferry"}
    assert made["cue"]["text"] == "owns"
