"""Timelines: which events stand in them, and in which order."""

import pytest

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, OrderAnswer, Span
from quizzer.questions.candidates import Candidate
from quizzer.questions.several.timelines import write_timelines
from tests.questions.material import deck_of, desk_of

EVENTS = (
    "Norway opened a ferry line to Aarhus", "Ida Holm bought a shipyard in Bergen",
    "Lars Dahl sank three old ships", "Anna Berg sold the lighthouse in Oslo",
    "Peter Lund painted the harbour bridge", "Erik Vik closed the fish market",
    "Maria Strand founded a school for sailors",
)  # fmt: skip


def dated(date: str, event: str = EVENTS[0], number: int = 0) -> Candidate:
    """A question about when the event was."""
    span = Span(number, number + 1)
    return Candidate(
        kind="date", form="when", stem=f"When was it that {event}?", key=date,
        answer=DateAnswer(PartialDate.parse(date)), evidence=(span,), fact=span, sentence=number,
        predicate=event,
    )  # fmt: skip


def orders(*candidates: Candidate) -> list[tuple[str, tuple[str, ...]]]:
    """Stems and items of the timelines made of the candidates."""
    made = write_timelines(candidates, desk_of("A quiet day\n"))
    return [(c.stem, c.answer.items) for c in made if isinstance(c.answer, OrderAnswer)]


def row(*dates: str) -> list[Candidate]:
    """Different events on these dates."""
    return [dated(date, EVENTS[i], i) for i, date in enumerate(dates)]


def test_events_stand_in_the_order_of_their_dates() -> None:
    """Years, months and days together, whichever comes first in the text."""
    ((stem, items),) = orders(*row("2019-05-03", "1921", "2018-07"))
    assert stem.startswith("Put these events of the years 1921 to 2019 in order")
    assert items == (EVENTS[1], EVENTS[2], EVENTS[0])


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        (("2019-05-03", "2019-05-07", "2019-05-09"), "of May 2019"),
        (("2019-03", "2019-04-07", "2019-05"), "of March to May 2019"),
    ],
)
def test_the_stem_tells_the_time(dates: tuple[str, ...], period: str) -> None:
    """The months where one year is enough."""
    ((stem, _),) = orders(*row(*dates))
    assert f" {period} in order" in stem


def test_dates_that_overlap_do_not_stand_together() -> None:
    """Whether a month of 2019 came before or after a day in it, nobody can tell."""
    assert orders(*row("2019", "2019-05-03", "2018")) == []
    assert orders(*row("2019-05", "2019-05-03", "2018")) == []
    ((_, items),) = orders(*row("2019-05", "2019-05-03", "2018", "2017"))
    assert len(items) == 3


@pytest.mark.parametrize(
    "event",
    ["Ida Holm bought the 1912 shipyard in Bergen", "Ida Holm later bought a shipyard in Bergen",
     "Ida Holm sold the ferry in the March sale", "Ida Holm left", "Ida Holm said: it is done",
     "The firm " + "that owns it " * 8 + "closed"],
)  # fmt: skip
def test_an_event_that_tells_its_place_or_too_much_does_not_stand(event: str) -> None:
    """Dates, words of order, and what is too short or too long."""
    two = row("2017", "2018")
    assert orders(*two, dated("2019", event, 5)) == []
    assert orders(*two, dated("2019", EVENTS[5], 5)) != []


def test_many_events_make_two_even_timelines() -> None:
    """Seven of them: three and four."""
    found = orders(*row("2011", "2012", "2013", "2014", "2015", "2016", "2017"))
    assert [len(items) for _, items in found] == [3, 4]


HISTORY = """How the port grew

Norway opened a ferry line to Aarhus in 1921. In May 2018, Ida Holm bought a shipyard in Bergen. \
Lars Dahl sank three old ships near Stavanger on 3 May 2019. According to Peter Lund, Anna Berg \
sold the lighthouse in 1987. Erik Vik plans to close the fish market on 7 June 2019.
"""


def test_questions_about_dates_make_a_timeline() -> None:
    """Not of what somebody only claims, nor of what is planned."""
    (answer,) = [
        q.answer for q in deck_of(HISTORY).deck.questions if isinstance(q.answer, OrderAnswer)
    ]
    assert answer.items == (
        "Norway opened a ferry line to Aarhus",
        "Ida Holm bought a shipyard in Bergen",
        "Lars Dahl sank three old ships near Stavanger",
    )


def test_timelines_are_a_kind_of_their_own() -> None:
    """Asked for alone they come alone, and without them there are none."""
    only = deck_of(HISTORY, kinds=frozenset({"timeline"})).deck.questions
    assert [q.kind for q in only] == ["timeline"]
    dates = deck_of(HISTORY, kinds=frozenset({"date"})).deck.questions
    assert {q.kind for q in dates} == {"date"}
