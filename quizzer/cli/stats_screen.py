"""A report on a terminal, fitted to its width; every picture is readable without colour."""

from collections.abc import Iterable

from rich import box
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from quizzer.cli.wording import safe
from quizzer.memory.scoring import Bin
from quizzer.stats.calendar import WEEKS, Cell, weeks_of
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

_SHADES = "·░▒▓█"
_HEAT = ("dim", "blue", "blue", "bright_blue", "bold bright_cyan")
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WIDE = 120
"""From so many columns on, sections stand side by side."""


def show_report(report: Report) -> None:
    """Prints the report on standard output."""
    console = Console(highlight=False)
    width = min(console.width, 160)
    two = width >= _WIDE
    inner = (width // 2 if two else width) - 4
    sections = [
        panel("Overview", _overview(report)),
        panel("True retention", _retention(report, inner)),
        panel("Calibration", _calibration(report, inner)),
        panel("The coming days", _forecast(report, inner)),
        panel("The days so far", _calendar(report, inner)),
        panel("Ways of answering", _modes(report, inner)),
        panel("Time", _times(report)),
        panel("The hardest questions", _hardest(report)),
    ]
    console.print(Text(safe(f"Statistics: {report.title}, {date_words(report.today)}"), "bold"))
    if not two:
        for section in sections:
            console.print(section, width=width)
        return
    left, right = sections[::2], sections[1::2]
    grid = Table.grid(expand=True)
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    grid.add_row(Group(*left), Group(*right))
    console.print(grid, width=width)


def panel(title: str, content: RenderableType) -> Panel:
    """A section with its heading."""
    return Panel(content, title=title, title_align="left", box=box.ROUNDED, border_style="dim")


def _overview(report: Report) -> RenderableType:
    facts = (
        ("answers", str(report.answers)),
        ("known today", f"{report.known:.0f} of {report.cards}"),
        ("streak", counted(report.streaks.current, "day")),
        ("longest", counted(report.streaks.longest, "day")),
        ("time", duration_words(report.times.total_seconds)),
    )
    cells = [Text.assemble((value, "bold"), " ", (name, "dim")) for name, value in facts]
    return Columns(cells, padding=(0, 3))


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _retention(report: Report, inner: int) -> RenderableType:
    # On a narrow screen the counts go, so that no figure is broken over two lines.
    words = share_words if inner >= 60 else lambda share: percent(share.value)
    table = _table("", "young", "mature", "all")
    for row in report.retention:
        table.add_row(row.period, words(row.young), words(row.mature), words(row.all))
    wanted = (
        f"{percent(report.desired_retention)} is wanted; mature: an interval of 21 days or more"
    )
    return Group(table, Text(wanted, "dim"))


def _calibration(report: Report, inner: int) -> RenderableType:
    lines = [_bin_line(one, inner) for one in report.calibration.bins]
    key = "o recalled, with its 95 % interval; | predicted" if lines else ""
    return Group(*lines, Text(key, "dim"), Text(calibration_words(report.calibration)))


def _bin_line(one: Bin, inner: int) -> Text:
    lead = f"{100 * one.low:3.0f}–{100 * one.high:3.0f} % "
    tail = f" {percent(one.actual.value):>5}"
    if inner >= 50:
        tail += f" of {one.actual.total:<6}"
    width = max(10, inner - len(lead) - len(tail))

    def place(share: float) -> int:
        return min(width - 1, int(share * width))

    low, high = one.actual.interval()
    row = [(" ", "")] * width
    for column in range(place(low), place(high) + 1):
        row[column] = ("─", "dim")
    row[place(one.predicted)] = ("|", "yellow")
    row[place(one.actual.value or 0.0)] = ("o", "bold green")
    return Text.assemble((lead, "dim"), *row, tail)


def _forecast(report: Report, inner: int) -> RenderableType:
    forecast = report.forecast
    counts = [day.due for day in forecast.days]
    counts[0] += forecast.late
    most, step = max(counts) or 1, max(1, min(3, (inner - 6) // len(counts)))
    height, lines = 5, []
    for level in reversed(range(height)):
        bars = ""
        for count in counts:
            filled = round(8 * (height * count / most - level))
            bars += _EIGHTHS[max(0, min(8, filled))] * max(1, step - 1) + " " * (step > 1)
        label = f"{most:>5} " if level == height - 1 else " " * 6
        lines.append(Text.assemble((label, "dim"), (bars.rstrip(), "cyan")))
    days = forecast.days
    first, last = "today", f"{days[-1].date.day} {days[-1].date:%b}"
    gap = max(1, step * len(counts) - len(first) - len(last))
    axis = Text(" " * 6 + first + " " * gap + last, "dim")
    said = (
        f"{forecast.late} late, {forecast.in_steps} in steps, {sum(counts)} in {len(counts)} days"
    )
    return Group(*lines, axis, Text(said))


def _calendar(report: Report, inner: int) -> RenderableType:
    double = 2 if inner >= 2 * WEEKS + 4 else 1
    weeks = weeks_of(report.days, report.today, min(WEEKS, (inner - 4) // double))
    lines = [Text("    " + _months(weeks, double), "dim")]
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        line = Text(f"{name:4}", "dim")
        for week in weeks:
            if weekday < len(week):
                cell = week[weekday]
                line.append(_SHADES[cell.level] * double, _HEAT[cell.level])
        lines.append(line)
    said = f"{counted(len(report.days), 'day')} with answers"
    key = f"{_SHADES[0]} none {_SHADES[1:]} few to many"
    return Group(*lines, Text(f"{said}   {key}", "dim"))


def _months(weeks: Iterable[list[Cell]], double: int) -> str:
    shown, month = "", 0
    for column, week in enumerate(weeks):
        first = week[0].date
        if first.month != month and len(shown) <= double * column:
            shown = f"{shown:{double * column}}{first:%b} "
        month = first.month
    return shown.rstrip()


def _modes(report: Report, inner: int) -> RenderableType:
    table = _table("", "right", "time" if inner < 50 else "time (median)")
    for row in report.modes:
        name, time = mode_words(row.mode, row.options), duration_words(row.median_seconds)
        table.add_row(name, share_words(row.right), time)
    return table


def _times(report: Report) -> RenderableType:
    times = report.times
    table = _table("", "")
    table.show_header = False
    table.add_row("an answer (median)", duration_words(times.median_answer))
    table.add_row("a card so far (mean)", duration_words(times.mean_card))
    for name, seconds in times.by_stage:
        table.add_row(f"an answer, {STAGES[name]}", duration_words(seconds))
    return table


def _hardest(report: Report) -> RenderableType:
    if not report.hardest:
        return Text("None yet.", "dim")
    lines = []
    for row in report.hardest:
        lead = Text.assemble((f"{percent(row.wrong.value):>5} wrong ", "bold"))
        lead.append(safe(row.stem))
        lead.append(safe(f"  {row.deck_id}/{row.question_id}"), "dim")
        lines.append(lead)
    return Group(*lines, Text("Open one with: quizzer edit ID", "dim"))
