"""A report as one self-contained HTML page: no script, nothing to fetch, a table by each picture.

It follows the reader's choice of light or dark, and is always light on paper.
"""

from html import escape

from quizzer.stats.calendar import weeks_of
from quizzer.stats.frame import figure, page, section, table
from quizzer.stats.pictures import calendar_picture, calibration_picture, forecast_picture
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

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def page_of(report: Report) -> str:
    """The whole page."""
    title = f"Statistics: {report.title}"
    body = _sections(report) if report.answers else [_EMPTY]
    return page(title, "\n".join(body), lead=f"As of {date_words(report.today)}")


_EMPTY = (
    "<section><h2>No answers yet</h2><p>Answer some questions first: <code>quizzer quiz</code>. "
    "After a few days of <code>quizzer study</code> this page shows how well you remember.</p>"
    "</section>"
)


def _sections(report: Report) -> list[str]:
    return [
        _overview(report),
        section("True retention", _RETENTION, _retention_table(report)),
        section(
            "Calibration",
            calibration_words(report.calibration),
            figure(calibration_picture(report.calibration), _calibration_table(report)),
        ),
        section(
            "The coming days",
            f"{counted(report.forecast.late, 'card')} late,"
            f" {report.forecast.in_steps} in learning steps. New cards are not foreseen.",
            figure(forecast_picture(report.forecast), _forecast_table(report)),
        ),
        section(
            "The days so far",
            f"{counted(len(report.days), 'day')} with answers; a streak of"
            f" {counted(report.streaks.current, 'day')}, the longest"
            f" {counted(report.streaks.longest, 'day')}.",
            figure(calendar_picture(weeks_of(report.days, report.today)), _calendar_table(report)),
        ),
        section("Time", _TIME, _time_table(report)),
        section("Ways of answering", _MODES, _mode_table(report)),
        section("The hardest questions", _hardest_words(report), _hardest_table(report)),
    ]


_RETENTION = (
    "The share of known cards that were still known when they came back. Cards with an interval"
    " of 21 days or more are mature; steps within a day do not count."
)
_TIME = "Of each answer at most one minute counts."
_MODES = "A right choice may have been a guess, so a higher share is to be expected there."


def _hardest_words(report: Report) -> str:
    if not report.hardest:
        return "None yet: a question needs three answers after its first meeting."
    return (
        "Questions that were surely forgotten often. Perhaps they ask two things, or are mixed up"
        " with others: quizzer edit opens one."
    )


def _overview(report: Report) -> str:
    known = f"{report.known:.0f} of {report.cards}"
    facts = (
        ("answers", f"{report.answers}"),
        ("cards probably known today", known),
        ("true retention, last 30 days", _last_month(report)),
        ("streak", counted(report.streaks.current, "day")),
        ("time", duration_words(report.times.total_seconds)),
    )
    shown = "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    return f'<section aria-label="Overview"><dl class="overview">{shown}</dl></section>'


def _last_month(report: Report) -> str:
    return percent(next(row.all for row in report.retention if "30" in row.period).value)


def _retention_table(report: Report) -> str:
    rows = [
        (row.period, share_words(row.young), share_words(row.mature), share_words(row.all))
        for row in report.retention
    ]
    wanted = percent(report.desired_retention)
    return table(f"Recalled; {wanted} is wanted", ("period", "young", "mature", "all"), rows)


def _calibration_table(report: Report) -> str:
    rows = [
        (
            f"{percent(one.low)} to {percent(one.high)}",
            percent(one.predicted, 1),
            percent(one.actual.value, 1),
            f"{percent(one.actual.interval()[0])} to {percent(one.actual.interval()[1])}",
            str(one.actual.total),
        )
        for one in report.calibration.bins
    ]
    heads = ("range", "predicted", "recalled", "95 % interval", "answers")
    return table("Predicted and actual recall", heads, rows)


def _forecast_table(report: Report) -> str:
    rows = [(date_words(day.date), str(day.due)) for day in report.forecast.days]
    return table("Cards due", ("day", "cards"), rows)


def _calendar_table(report: Report) -> str:
    rows = []
    for week in weeks_of(report.days, report.today):
        counts = [str(cell.answers) for cell in week]
        rows.append((date_words(week[0].date), *counts, *[""] * (7 - len(counts))))
    return table("Answers a day", ("week from", *_DAYS), reversed(rows))


def _time_table(report: Report) -> str:
    times = report.times
    rows = [
        ("in all", duration_words(times.total_seconds)),
        ("an answer (median)", duration_words(times.median_answer)),
        ("a card so far (mean)", duration_words(times.mean_card)),
        *((f"an answer, {STAGES[name]}", duration_words(t)) for name, t in times.by_stage),
    ]
    return table("Time spent", ("what", "time"), rows)


def _mode_table(report: Report) -> str:
    rows = [
        (
            mode_words(row.mode, row.options),
            share_words(row.right),
            duration_words(row.median_seconds),
        )
        for row in report.modes
    ]
    return table("Answers by mode", ("how", "right", "time (median)"), rows)


def _hardest_table(report: Report) -> str:
    rows = [
        (
            row.stem,
            share_words(row.wrong),
            f"{row.difficulty:.1f}",
            f"{row.deck_id}/{row.question_id}",
        )
        for row in report.hardest
    ]
    if not rows:
        return ""
    return table("Hardest questions", ("question", "wrong", "difficulty, 1 to 10", "id"), rows)
