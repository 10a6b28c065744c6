"""The plan for an exam as one self-contained page: the curve, and what to ask today."""

from collections.abc import Mapping

from quizzer.memory.model import CardKey
from quizzer.stats.exam import ExamPlan, exam_words
from quizzer.stats.frame import figure, page, section, table
from quizzer.stats.pictures import exam_picture
from quizzer.stats.words import date_words, percent


def exam_page(plan: ExamPlan, stems: Mapping[CardKey, str]) -> str:
    """The whole page; `stems` are the wordings of the questions to ask today."""
    today, until = exam_words(plan)
    body = (
        section("Until the exam", until, figure(exam_picture(plan), _days(plan))),
        section("Today", today, _reviews(plan, stems)),
    )
    title = f"Exam on {date_words(plan.exam)}"
    return page(title, "\n".join(body), lead=f"As of {date_words(plan.today)}")


def _days(plan: ExamPlan) -> str:
    rows = [
        (date_words(day.date), f"{day.by_plan:.1f}", f"{day.by_ordinary:.1f}") for day in plan.days
    ]
    caption = f"Expected to be recalled at the exam, of {plan.cards}"
    return table(caption, ("after", "by this plan", "by ordinary scheduling"), rows)


def _reviews(plan: ExamPlan, stems: Mapping[CardKey, str]) -> str:
    rows = [
        (
            stems[CardKey(one.deck_id, one.question_id)],
            percent(one.without).replace(" ", "\u00a0"),
            percent(one.reviewed).replace(" ", "\u00a0"),
            f"{one.deck_id}/{one.question_id}",
        )
        for one in plan.reviews
    ]
    heads = ("question", "known then without it", "with it", "id")
    return table("Reviews of today, those worth most first", heads, rows)
