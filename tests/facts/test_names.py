"""Who is meant by a short name, an office or a pronoun, and who holds which office where."""

from quizzer.article.read import read_bytes
from quizzer.facts.extract import extract_facts
from quizzer.facts.jsonl import fact_as_object
from quizzer.facts.language import load_language, parse_article
from quizzer.facts.model import AttributionFact, PlaceFact, RoleFact
from quizzer.facts.names import Names, plain_name

TEXT = """Leaders meet in two capitals

President Angela Merkel met French President Emmanuel Macron in Berlin on Monday. The talks took
several hours, and the two leaders spoke about energy and trade.

Boris Johnson, the prime minister of Britain, traveled to Paris. Johnson spoke in Paris."""


def test_a_surname_stands_for_the_one_who_bears_it() -> None:
    """Known names come out in full, unknown ones not at all."""
    article = read_bytes(TEXT.encode(), "a.txt", "text")
    names = Names(parse_article(article, load_language()))
    assert names.full_name("Johnson") == "Boris Johnson"
    assert names.full_name("Macron's") == "Emmanuel Macron"
    assert names.full_name("Scholz") is None


def test_a_surname_of_two_stands_for_nobody() -> None:
    """Two Castros: neither is meant by the surname alone."""
    article = read_bytes(b"Fidel Castro met Raul Castro in Havana. Castro smiled.", "a", "text")
    names = Names(parse_article(article, load_language()))
    assert names.full_name("Castro") is None


def test_he_may_be_somebody_without_a_first_name() -> None:
    """Where a surname that is never explained stands near, a pronoun names nobody."""
    text = "Mr. Dahl thanked Peter Holm, who had built the pier. He said that it would last."
    facts = extract_facts(read_bytes(text.encode(), "a", "text"))
    said = [fact for fact in facts if isinstance(fact, AttributionFact) and fact.cue.text == "said"]
    assert [fact.source.name for fact in said] == [None]


def test_plain_names_lose_possessives_and_marks() -> None:
    """What is compared is the name alone."""
    assert plain_name(" Johnson’s, ") == "Johnson"


def test_roles_stand_before_names_or_behind_commas() -> None:
    """Both ways of giving somebody an office are found."""
    facts = extract_facts(read_bytes(TEXT.encode(), "a.txt", "text"))
    roles = {(f.person.name, f.role.text) for f in facts if isinstance(f, RoleFact)}
    assert ("Emmanuel Macron", "French President") in roles
    assert ("Boris Johnson", "the prime minister of Britain") in roles


def test_places_belong_to_verbs() -> None:
    """In Berlin they met, in Paris he spoke."""
    facts = extract_facts(read_bytes(TEXT.encode(), "a.txt", "text"))
    places = {(f.place.name, f.event.text) for f in facts if isinstance(f, PlaceFact)}
    assert {("Berlin", "met"), ("Paris", "spoke")} <= places


def test_every_kind_of_fact_becomes_an_object() -> None:
    """Each has a kind, evidence and a confidence, and spans as pairs."""
    text = TEXT + " Johnson said on 4 May 2020 that 300 people had come."
    facts = extract_facts(read_bytes(text.encode(), "a.txt", "text"))
    entries = [fact_as_object(fact) for fact in facts]
    kinds = {"date", "figure", "attribution", "role", "place"}
    assert kinds <= {entry["kind"] for entry in entries}
    assert all(len(entry["evidence"]) == 2 and "confidence" in entry for entry in entries)
