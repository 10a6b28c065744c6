"""A report line by line: every figure with its name, for screen readers and pipes."""

from collections.abc import Iterator

from quizzer.cli.wording import safe
from quizzer.stats.exam import ExamPlan, exam_words
from quizzer.stats.report import Report
from quizzer.stats.words import (
    STAGES,
    calibration_words,
    counted,
    date_words,
    duration_words,
    mode_words,
    percent,
    share_words,
)

_EXAM_DAYS = 6
"""About so many of the days until an exam are told of."""


def lines_of(report: Report) -> Iterator[str]:
    """All that a report says, a line each; no line is drawn over or coloured."""
    yield safe(f"Statistics of {report.title}, {date_words(report.today)}")
    yield f"Answers: {report.answers}, on {counted(len(report.days), 'day')}"
    yield f"Known today: about {report.known:.0f} of {counted(report.cards, 'card')}"
    now, longest = report.streaks.current, report.streaks.longest
    yield f"Streak: {counted(now, 'day')}, longest {counted(longest, 'day')}"
    yield f"True retention ({percent(report.desired_retention)} is wanted):"
    for row in report.retention:
        yield (
            f"  {row.period}: young {share_words(row.young)}, mature {share_words(row.mature)},"
            f" all {share_words(row.all)}"
        )
    yield f"Calibration: {calibration_words(report.calibration)}"
    for one in report.calibration.bins:
        yield (f"  predicted {percent(one.predicted)}: recalled {share_words(one.actual)}")
    yield from _coming(report)
    yield from _times(report)
    yield "Ways of answering:"
    for way in report.modes:
        how, time = mode_words(way.mode, way.options), duration_words(way.median_seconds)
        yield f"  {how}: right {share_words(way.right)}, {time} at the median"
    if report.hardest:
        yield "Hardest questions:"
    for hard in report.hardest:
        yield safe(
            f"  {hard.deck_id}/{hard.question_id}: wrong {share_words(hard.wrong)}: {hard.stem}"
        )


def exam_lines(plan: ExamPlan) -> Iterator[str]:
    """What to expect of a plan for an exam: in words, then at some of the days until it."""
    yield from exam_words(plan)
    step = max(1, len(plan.days) // _EXAM_DAYS)
    for day in plan.days[step - 1 :: step]:
        yield (
            f"  after {date_words(day.date)}: {day.by_plan:.0f} by this plan,"
            f" {day.by_ordinary:.0f} by ordinary scheduling"
        )


def _coming(report: Report) -> Iterator[str]:
    forecast = report.forecast
    yield f"Due: {forecast.late} late, {forecast.in_steps} in learning steps"
    for day in forecast.days:
        if day.due:
            yield f"  {date_words(day.date)}: {day.due}"


def _times(report: Report) -> Iterator[str]:
    times = report.times
    yield (
        f"Time: {duration_words(times.total_seconds)} in all,"
        f" {duration_words(times.median_answer)} an answer,"
        f" {duration_words(times.mean_card)} a card"
    )
    for name, seconds in times.by_stage:
        yield f"  {STAGES[name]}: {duration_words(seconds)}"
