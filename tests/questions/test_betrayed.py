"""Keys that the stem betrays by an adjective or by a sum."""

from decimal import Decimal

from quizzer.deck.model import Answer, NumberAnswer, Span, TextAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.review.betrayed import is_a_sum, tells_the_country
from tests.questions.material import HARBOUR, desk_of


def _candidate(stem: str, answer: Answer, key: str) -> Candidate:
    return Candidate(
        kind="event", form="gap", stem=stem, answer=answer, key=key,
        evidence=(Span(0, 9),), fact=Span(0, 9), sentence=0,
    )  # fmt: skip


def _told(stem: str, key: str, desk: Desk) -> str | None:
    return tells_the_country(_candidate(stem, TextAnswer(key), key), desk)


def test_a_country_is_not_told_by_its_adjective() -> None:
    """Neither Danish for Denmark, nor Denmark for the Danish government."""
    desk = desk_of(HARBOUR)
    assert _told("Which country did the Danish fleet leave?", "Denmark", desk)
    assert _told("Which government marked Denmark's new harbour?", "the Danish government", desk)
    assert not _told("Which country did the Norwegian fleet leave?", "Denmark", desk)


def test_a_number_is_not_told_by_two_others() -> None:
    """85 percent after a drop of 10 gives 95; years are no part of a sum."""
    drop = _candidate(
        "Support stands at 85 percent, a drop of 10 from ____ percent.",
        NumberAnswer(Decimal(95)),
        "95",
    )
    years = _candidate(
        "The town built ____ bridges between 2016 and 2019.", NumberAnswer(Decimal(3)), "3"
    )
    desk = desk_of(HARBOUR)
    assert is_a_sum(drop, desk)
    assert not is_a_sum(years, desk)
