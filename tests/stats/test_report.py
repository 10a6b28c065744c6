"""Retention, days, streaks, forecast, times, modes and hard questions, counted by hand."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.memory.day import day_number
from quizzer.memory.model import CardKey
from quizzer.memory.scoring import Share
from quizzer.memory.settings import Settings
from quizzer.stats.answers import LONGEST_MS
from quizzer.stats.calendar import weeks_of
from quizzer.stats.observed import observe
from quizzer.stats.report import Report, as_object, report
from tests.stats.logs import NOON, answer, in_order

SETTINGS = Settings()
FIRST = day_number(NOON, SETTINGS.timezone)
TODAY = FIRST + 60
LOG = in_order(
    [
        *(answer("a", 0, mode="choice", options=4), answer("a", 0, minutes=11), answer("a", 3)),
        *(
            answer("a", 14),
            answer("a", 58),
            answer("b", 58, False),
            answer("b", 58, minutes=2),
        ),
        *(answer("b", 58, minutes=13), answer("b", 59, False), answer("b", 59, False, minutes=11)),
        *(answer("b", 59, minutes=12, duration_ms=9 * LONGEST_MS), answer("b", 59, minutes=23)),
    ]
)


def made(log: list, today: int = TODAY) -> Report:  # type: ignore[type-arg]
    stems = {CardKey("deck", "b"): "Who was it?"}
    return report(observe(log, lambda deck: SETTINGS), today, SETTINGS, stems, "a deck")


def test_true_retention_counts_known_cards_alone() -> None:
    """Young and mature apart; first meetings and steps are no retention."""
    rows = {row.period: row for row in made(LOG).retention}
    assert rows["all time"].young == Share(3, 4)
    assert rows["all time"].mature == Share(1, 1)
    assert rows["all time"].all == Share(4, 5)
    assert rows["yesterday"].all == Share(1, 2)
    assert rows["today"].all == Share(0, 0)
    assert rows["last 7 days"].all == Share(2, 3)


def test_days_and_streaks() -> None:
    """A streak up to yesterday goes on; one that ended before is only the longest."""
    found = made(LOG)
    assert [day.answers for day in found.days] == [2, 1, 1, 4, 4]
    assert (found.streaks.current, found.streaks.longest) == (2, 2)
    assert made(LOG, TODAY + 1).streaks.current == 0


def test_the_forecast_counts_every_card_once() -> None:
    """What is due, late or in its steps; `a` is known so well that it is due after the month."""
    coming = made(LOG).forecast
    assert coming.late + coming.in_steps + sum(day.due for day in coming.days) == 1
    much_later = made(LOG, TODAY + 1000).forecast
    assert much_later.late == 2
    assert not any(day.due for day in much_later.days)


def test_long_absences_do_not_count_as_thinking() -> None:
    """An answer counts for a minute at most."""
    found = made(LOG)
    assert found.times.total_seconds == pytest.approx(11 * 4 + 60)
    assert found.times.median_answer == 4.0
    assert found.times.mean_card == pytest.approx((11 * 4 + 60) / 2)


def test_modes_name_the_number_of_options() -> None:
    """A choice among four and typing are rows of their own."""
    rows = {(row.mode, row.options): row.right for row in made(LOG).modes}
    assert rows == {("choice", 4): Share(1, 1), ("type", 0): Share(8, 11)}


def test_the_hardest_question_has_its_wording() -> None:
    """The one that was forgotten after it had been met; one mistake is not enough to be there."""
    (row,) = made(LOG).hardest
    assert (row.question_id, row.stem, row.wrong) == ("b", "Who was it?", Share(2, 6))
    assert not made(LOG[:5]).hardest


def test_nothing_gives_an_empty_report() -> None:
    """No answer: zeros and nothing to divide by."""
    found = made([])
    assert (found.answers, found.cards, found.known, found.days) == (0, 0, 0, ())
    assert found.calibration.log_loss is None
    assert json.dumps(as_object(found))


def test_json_holds_every_part_of_the_report() -> None:
    """Names are kept, dates are ISO texts, shares have their interval."""
    shown = as_object(made(LOG))
    assert isinstance(shown, dict)
    assert set(shown) == set(Report.__dataclass_fields__)
    assert shown["today"] == date(2025, 5, 17).isoformat()
    assert shown["retention"][-1]["young"] == {
        "part": 3,
        "total": 4,
        "share": 0.75,
        "interval": [0.3006, 0.9544],
    }
    assert json.loads(json.dumps(shown)) == shown


@given(st.dictionaries(st.integers(0, 400), st.integers(1, 30), max_size=40))
def test_the_calendar_shows_every_day_of_a_year_once(answers: dict[int, int]) -> None:
    """Weeks begin on Monday, end today, and hold the answers of their days; none is level 0."""
    log = in_order(
        answer("a", day, minutes=n) for day, count in answers.items() for n in range(count)
    )
    found = made(log, FIRST + 400)
    cells = [cell for week in weeks_of(found.days, found.today) for cell in week]
    assert cells[0].date.weekday() == 0
    assert cells[-1].date == found.today
    assert len({cell.date for cell in cells}) == len(cells) > 364
    by_date = {day.date: day.answers for day in found.days}
    for cell in cells:
        assert cell.answers == by_date.get(cell.date, 0)
        assert (cell.level == 0) == (cell.answers == 0)
        assert cell.level <= 4
