"""The page of a plan for an exam: stands alone, and its picture says the same as its table."""

import re
from datetime import date, timedelta

import pytest

from quizzer.memory.model import CardKey
from quizzer.stats.exam import ExamDay, ExamPlan, PlannedReview, exam_words
from quizzer.stats.exam_page import exam_page
from tests.stats.test_page import NASTY, Tags

TODAY = date(2026, 11, 24)


def plan(by_plan: list[float], by_ordinary: list[float], reviews: int = 1) -> ExamPlan:
    """A plan for 20 cards."""
    both = enumerate(zip(by_plan, by_ordinary, strict=True))
    return ExamPlan(
        exam=TODAY + timedelta(days=len(by_plan)),
        today=TODAY,
        cards=20,
        a_day=3,
        without=5.2,
        after_today=6.4,
        reviews=tuple(
            PlannedReview(deck_id="d", question_id=f"q{n}", without=0.2, reviewed=0.7, worth=0.4)
            for n in range(reviews)
        ),
        days=tuple(
            ExamDay(date=TODAY + timedelta(days=n), by_plan=one, by_ordinary=other)
            for n, (one, other) in both
        ),
    )


def page(shown: ExamPlan) -> str:
    stems = {CardKey("d", one.question_id): NASTY for one in shown.reviews}
    return exam_page(shown, stems)


def test_the_page_is_whole_and_fetches_nothing() -> None:
    """Well-formed, no script, and what a deck says is only text."""
    tags = Tags()
    tags.feed(page(plan([6, 9, 12], [5, 6, 8])))
    assert not tags.open
    assert not {tag for tag, _ in tags.seen} & {"script", "link", "img"}
    assert "<script" not in page(plan([6], [5]))


def test_curves_begin_at_now_and_have_a_point_a_day() -> None:
    """Both start from what is recalled without any study."""
    curves = re.findall(r'<polyline points="([^"]+)"', page(plan([6, 9, 12], [5, 6, 8])))
    assert len(curves) == 2
    starts = {curve.split()[0] for curve in curves}
    assert len(starts) == 1
    assert all(len(curve.split()) == 4 for curve in curves)


@pytest.mark.parametrize(("one", "other"), [(12, 12), (12, 12.1), (12.1, 12), (20, 0)])
def test_names_of_curves_never_lie_on_each_other(one: float, other: float) -> None:
    """Even where both end at the same place, and the upper curve has the upper name."""
    text = page(plan([one], [other]))
    heights = {
        name: float(y)
        for y, name in re.findall(r'y="([\d.]+)"[^>]*>(this plan|ordinary) \d+<', text)
    }
    assert abs(heights["this plan"] - heights["ordinary"]) >= 13
    if one != other:
        assert (heights["this plan"] < heights["ordinary"]) == (one > other)


def test_words_say_what_to_expect() -> None:
    """Of today, and of all days until the exam."""
    assert exam_words(plan([6, 12], [5, 8])) == (
        "On 26 November 2026 you would recall 5 of 20; after this one today 6.",
        "With 3 a day until then: 12 by this plan, 8 by ordinary scheduling (simulated).",
    )
    assert "these 2 today" in exam_words(plan([6], [5], reviews=2))[0]
