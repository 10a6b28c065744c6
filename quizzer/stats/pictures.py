"""The plots of a report as SVG, to stand within a page that gives them colours.

Each picture names and describes itself for who cannot see it; the page puts its figures into a
table besides. Colours are classes (`accent`, `soft`, `line`, `heat0` to `heat4`), so that one
picture serves light and dark and paper.
"""

from collections.abc import Sequence

from quizzer.memory.scoring import Score
from quizzer.stats.calendar import Cell
from quizzer.stats.days import Forecast
from quizzer.stats.exam import ExamPlan
from quizzer.stats.svg import line, svg, words

_SIDE = 13
"""Pixels from one day of the calendar to the next."""


def calibration_picture(score: Score) -> str:
    """Predicted recall to the right, actual recall upwards, with the interval of each bin."""
    left, top, side = 44, 24, 300

    def across(share: float) -> float:
        return left + side * share

    def up(share: float) -> float:
        return top + side * (1 - share)

    parts = []
    for tenth in range(0, 11, 2):
        share = tenth / 10
        parts += [
            line(left, up(share), left + side, up(share), "line"),
            line(across(share), top, across(share), top + side, "line"),
            words(left - 6, up(share) + 4, f"{share:.0%}", "end"),
            words(across(share), top + side + 16, f"{share:.0%}", "middle"),
        ]
    parts.append(line(across(0), up(0), across(1), up(1), "soft dashed"))
    most = max((one.actual.total for one in score.bins), default=1)
    for one in score.bins:
        low, high = one.actual.interval()
        x, y = across(one.predicted), up(one.actual.value or 0.0)
        radius = 3 + 6 * (one.actual.total / most) ** 0.5
        title = f"predicted {one.predicted:.0%}, recalled {one.actual.part} of {one.actual.total}"
        parts += [
            line(x, up(low), x, up(high), "accent"),
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="fill">'
            f"<title>{title}</title></circle>",
        ]
    parts.append(words(left + side / 2, top + side + 34, "predicted", "middle"))
    parts.append(words(left, top - 10, "recalled", "start"))
    described = "; ".join(
        f"predicted {one.predicted:.0%}, recalled {one.actual.value or 0:.0%}" for one in score.bins
    )
    title = "Predicted and actual recall"
    return svg("calibration", title, described or "no predictions yet", 368, 364, parts)


def forecast_picture(forecast: Forecast) -> str:
    """A bar for each coming day; what is late stands on today."""
    left, top, height, step = 40, 10, 140, 20
    counts = [day.due + (forecast.late if n == 0 else 0) for n, day in enumerate(forecast.days)]
    most = max(counts, default=0) or 1
    base, end = top + height, left + step * len(counts)
    parts = []
    for share in (0.5, 1.0):
        y = base - height * share
        parts += [
            line(left, y, end, y, "line"),
            words(left - 6, y + 4, f"{most * share:g}", "end"),
        ]
    parts.append(line(left, base, end, base, "soft"))
    for place, (day, count) in enumerate(zip(forecast.days, counts, strict=True)):
        x, tall = left + step * place, height * count / most
        parts.append(
            f'<rect x="{x + 2}" y="{base - tall:.1f}" width="{step - 4}" height="{tall:.1f}"'
            f' class="fill"><title>{day.date:%d %B}: {count} due</title></rect>'
        )
        if place % 5 == 0:
            label = "today" if place == 0 else f"{day.date.day} {day.date:%b}"
            parts.append(words(x + step / 2, base + 16, label, "middle"))
    described = f"{sum(counts)} cards come due in {len(counts)} days, at most {max(counts)} a day"
    return svg("forecast", "Cards due on the coming days", described, end + 20, base + 24, parts)


def calendar_picture(weeks: Sequence[Sequence[Cell]]) -> str:
    """A column for each week, a row for each day of the week; the darker, the more answers."""
    left, top = 34, 20
    parts = [
        words(left - 6, top + _SIDE * row + 10, name, "end")
        for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun"))
    ]
    month = 0
    for column, week in enumerate(weeks):
        x, first = left + _SIDE * column, week[0].date
        # A month is named over its first whole week, and never where two names would touch.
        if first.month != month and first.day <= 7:
            parts.append(words(x, top - 6, f"{first:%b}", "start"))
        month = first.month
        for cell in week:
            y = top + _SIDE * cell.date.weekday()
            parts.append(
                f'<rect x="{x}" y="{y}" width="11" height="11" rx="2" class="heat{cell.level}">'
                f"<title>{cell.date.day} {cell.date:%B %Y}: {cell.answers} answers</title></rect>"
            )
    cells = [cell for week in weeks for cell in week]
    described = (
        f"{sum(cell.answers for cell in cells)} answers on"
        f" {sum(cell.answers > 0 for cell in cells)} of {len(cells)} days"
    )
    width, height = left + _SIDE * len(weeks) + 10, top + _SIDE * 7 + 4
    return svg("calendar", "Answers of each day", described, width, height, parts)


def exam_picture(plan: ExamPlan) -> str:
    """How many will be recalled at the exam after each day of study: by plan, and ordinarily."""
    left, top, width, height = 44, 14, 520, 200
    days = plan.days

    def place(number: int, recalled: float) -> tuple[float, float]:
        return left + width * number / len(days), top + height * (1 - recalled / plan.cards)

    parts = []
    for quarter in range(5):
        share = quarter / 4
        y = top + height * (1 - share)
        parts += [
            line(left, y, left + width, y, "line"),
            words(left - 6, y + 4, f"{share:.0%}", "end"),
        ]
    for name, style in (("by_ordinary", "soft curve dashed"), ("by_plan", "accent curve")):
        recalled = [plan.without, *(getattr(day, name) for day in days)]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(place, range(len(days) + 1), recalled))
        parts.append(f'<polyline points="{points}" class="{style}"/>')
    parts += _exam_labels(plan, left, top, width, height)
    last = days[-1]
    described = (
        f"At the end {last.by_plan:.0f} of {plan.cards} by the plan,"
        f" {last.by_ordinary:.0f} by ordinary scheduling; {plan.without:.0f} without any study"
    )
    title = "Recalled at the exam after each day of study"
    return svg("exam", title, described, left + width + 120, top + height + 24, parts)


def _exam_labels(plan: ExamPlan, left: int, top: int, width: int, height: int) -> list[str]:
    """The days below, and the names of the curves at their ends, never on each other."""
    last = plan.days[-1]
    ends = [top + height * (1 - one / plan.cards) + 4 for one in (last.by_plan, last.by_ordinary)]
    if abs(ends[0] - ends[1]) < 14:
        middle, sign = sum(ends) / 2, 1 if last.by_plan < last.by_ordinary else -1
        ends = [middle + 7 * sign, middle - 7 * sign]
    end = left + width
    return [
        words(left, top + height + 18, f"{plan.today.day} {plan.today:%b}", "start"),
        words(end, top + height + 18, f"exam, {plan.exam.day} {plan.exam:%b}", "end"),
        words(end + 8, ends[0], f"this plan {last.by_plan:.0f}", "start"),
        words(end + 8, ends[1], f"ordinary {last.by_ordinary:.0f}", "start"),
    ]
