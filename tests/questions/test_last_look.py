"""The last look at a candidate: for every class of error a stem with it and one without."""

from dataclasses import replace

import pytest

from quizzer.deck.model import Span, TextAnswer
from quizzer.questions.candidates import Candidate
from quizzer.questions.review.betrayed import tells_the_office
from quizzer.questions.review.candidate import stop_reason
from quizzer.questions.review.judged import judged
from quizzer.questions.review.loose import often_said, unknown_name, vague_key
from tests.questions.material import desk_of

TEXT = (
    "Maria Lindqvist opened the harbour museum of Bergen in May 1990."
    ' "The museum of Bergen opens at noon," she said. "And this museum is fine."'
)


def stopped(stem: str, kind: str = "event", key: str = "Maria Lindqvist") -> str | None:
    """The code of the check that stops the stem, or None."""
    candidate = Candidate(
        kind=kind,
        form="subject",
        stem=stem,
        answer=TextAnswer(key),
        key=key,
        evidence=(Span(0, len(TEXT)),),
        fact=Span(0, 10),
        sentence=0,
    )
    reason = stop_reason(candidate, desk_of(TEXT))
    return None if reason is None else reason[0]


@pytest.mark.parametrize(
    "stem",
    [
        "Who opened the harbour museum of Bergen in May 1990?",
        "In news of May 2019, who praised the old harbour museum of Bergen?",
        'As reported in May 2019, who said: "The museum of Bergen opens at noon."',
        "In news of May 2019, who praised the players' wish for a museum in Bergen?",
        "In news of May 2019, who praised those who built Bergen and went to and fro?",
        "Who told sailors on 3 May 1990 that the harbour museum of Bergen opens at noon?",
        "In news of May 2019, who was told on 3 May 1990 that the museum of Bergen opens at noon?",
    ],
)
def test_a_sound_stem_passes(stem: str) -> None:
    """Enough telling words, whole phrases, whole quotations."""
    assert stopped(stem) is None


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("Who appeared in Bergen on 3 May 1990?", "F3"),
        ("In news of May 2019, what has Erik Dahl faced?", "F3"),
        ("In news of May 2019, who praised Holm' harbour museum in Bergen?", "F8"),
        ("In news of May 2019, who praised the museum _ and the harbour of Bergen?", "F8"),
        ("In news of May 2019, who got 38 percent support, Erik Dahl 3 in Bergen?", "F8"),
        ('In news of May 2019, who said that "this museum is fine" for Bergen?', "F8"),
        ("3 May 1990 opened the harbour museum of Bergen for whom in the town?", "F8"),
        ("How many ships came to the museum in May 1990 rather than in May 1990 in 1989?", "F8"),
        ("Which museum of Bergen grew from 1,000 visitors in 1980 to more than 3,000 1990?", "F8"),
        ("In news of May 2019, who opened a harbour museum in the town of St?", "F8"),
        ('In news of May 2019, who said, "and this museum is fine"?', "F8"),
        ('In news of May 2019, who said: "museum of Bergen opens at noon"?', "F8"),
        ("In news of May 2019, who praised what the two sides had built in Bergen?", "F4"),
        ("In news of May 2019, who praised the Head of State's museum in Bergen?", "F4"),
        ("In news of May 2019, who praised those museums and the harbour of Bergen?", "F4"),
        ('In news of May 2019, who told Oslo: "The museum of Bergen opens," they said?', "F8"),
        ("Who told on 3 May 1990 that the harbour museum of Bergen opens at noon?", "F8"),
        ('In news of May 2019, which mayor informed: "The museum of Bergen opens"?', "F8"),
    ],
)
def test_a_faulty_stem_is_stopped(stem: str, code: str) -> None:
    """Too little said, torn phrases, marks that are no words, quotations that point outside."""
    assert stopped(stem) == code


def made(stem: str, key: str, form: str) -> Candidate:
    """A candidate with nothing but a stem and a key."""
    return Candidate(
        kind="event", form=form, stem=stem, answer=TextAnswer(key), key=key,
        evidence=(Span(0, len(TEXT)),), fact=Span(0, 10), sentence=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("strong support", "F3"),
        ("signs of hope", "F3"),
        ("a wooden bridge", None),
        ("a bill about Bergen", None),
        ("a bill about the harbours of Bergen", "F3"),
        ("40 ships", None),
    ],
)
def test_a_key_to_be_typed_is_a_thing(key: str, code: str | None) -> None:
    """An abstract key could be said in other words; a thing, a name and a number could not."""
    stem = "What did Maria Lindqvist promise the harbour museum of Bergen in May 1990?"
    reason = vague_key(made(stem, key, "what"), desk_of(TEXT))
    assert (None if reason is None else "F3") == code


def test_a_long_key_is_asked_for_only_where_the_stem_tells_that_it_is_the_only_one() -> None:
    """The main condition is one thing, whatever its words."""
    key = "the end of all work on the harbour of Bergen"
    told = "According to Lindqvist, what is the main condition for the harbour museum of Bergen?"
    desk = desk_of(TEXT)
    assert vague_key(made(told, key, "what"), desk) is None
    assert vague_key(made(told.replace("the main", "a"), key, "what"), desk) is not None


def test_no_stem_tells_the_office_of_its_key() -> None:
    """Where only one of the options ever was minister, the office is no fair hint."""
    stem = "As reported in May 2019, who opened the pier of Bergen when they were minister?"
    one = replace(made(stem, "Ida Lund", "who"), pool="person", distractors=("Bo Ek", "Al Lie"))
    assert tells_the_office(one, desk_of(TEXT)) is not None
    assert tells_the_office(replace(one, distractors=()), desk_of(TEXT)) is None


def test_one_of_many_is_not_asked_for_without_options() -> None:
    """Nobody can name "a consultant"; a post at a named body is another matter."""
    stem = "In an article of May 2019, who was described as a harbour consultant?"
    one = replace(made(stem, "Ida Lund", "who"), kind="role")
    assert unknown_name(one, desk_of(TEXT)) is not None
    at_body = replace(one, stem=stem.replace("consultant", "fellow at the Bergen Institute"))
    assert unknown_name(at_body, desk_of(TEXT)) is None


def test_what_many_say_more_than_once_is_not_asked() -> None:
    """Neither the day on which a state condemned a deed, nor which state did."""
    desk = desk_of(TEXT)
    which = "Which country condemned the raid on Skagen?"
    assert often_said(made("On what date did Norway condemn the raid?", "x", "when"), desk)
    assert often_said(replace(made(which, "Norway", "who"), pool="country"), desk)
    assert not often_said(made("Who condemned the raid in a letter?", "Ida Lund", "who"), desk)


def looked_at(stem: str, kind: str) -> Candidate:
    """A candidate of that stem and kind."""
    return Candidate(
        kind=kind, form="subject", stem=stem, answer=TextAnswer("Lars Holm"), key="Lars Holm",
        evidence=(Span(0, 9),), fact=Span(0, 9), sentence=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "kind", "is_judged"),
    [
        ("Who made a reasonable decision on the port of Bergen?", "event", True),
        ("Who, to his credit, paid for the port of Bergen?", "event", True),
        ("Who brags about the port of Bergen?", "attribution", True),
        ("According to an opinion piece of May 2019, who made a cowardly offer?", "event", True),
        ("According to Lars Holm in May 2019, who made a cowardly offer?", "event", False),
        ("Who said that the offer was cowardly and ridiculous?", "attribution", False),
        ('Who called the offer "ridiculous" in May 2019?', "attribution", False),
        ("Who called an extraordinary session of the port board?", "event", False),
    ],
)
def test_a_writers_judgement_is_no_fact(stem: str, kind: str, *, is_judged: bool) -> None:
    """Praise and blame need somebody who is said to have said it."""
    assert (judged(looked_at(stem, kind), desk_of(TEXT)) is not None) == is_judged
