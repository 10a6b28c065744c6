"""The plan for an exam on a terminal: the curve of what will be recalled, day by day."""

from rich.console import Console, Group
from rich.text import Text

from quizzer.cli.stats_screen import panel
from quizzer.stats.exam import ExamPlan, exam_words
from quizzer.stats.words import percent

_HEIGHT, _WIDEST = 8, 60
_PLAN, _ORDINARY = "o", "·"


def show_exam(plan: ExamPlan) -> None:
    """Prints the plan on standard output."""
    console = Console(highlight=False)
    width = min(console.width, 100)
    today, until = exam_words(plan)
    axis = Text(f"{'':8}{_axis(plan, _columns(plan, width))}", "dim")
    key = Text.assemble(
        (_PLAN, "bold green"), " this plan  ", (_ORDINARY, "yellow"), " ordinary scheduling"
    )
    content = Group(*_rows(plan, _columns(plan, width)), axis, key, Text(f"{today} {until}"))
    console.print(panel("Recalled at the exam, after each day of study", content), width=width)


def _columns(plan: ExamPlan, width: int) -> int:
    """Cells of the curve: some to each day where there is room."""
    room = max(10, min(_WIDEST, width - 12))
    return min(room, max(1, room // len(plan.days)) * len(plan.days))


def _rows(plan: ExamPlan, columns: int) -> list[Text]:
    at = [plan.days[len(plan.days) * column // columns] for column in range(columns)]
    low = int(10 * min(min(day.by_plan, day.by_ordinary) for day in at) / plan.cards) / 10
    low = min(low, 0.9)

    def row_of(recalled: float) -> int:
        share = (recalled / plan.cards - low) / (1 - low)
        return round((_HEIGHT - 1) * (1 - share))

    rows = []
    for row in range(_HEIGHT):
        share = 1 - (1 - low) * row / (_HEIGHT - 1)
        text = Text(f"{percent(share):>6}  " if row in (0, _HEIGHT - 1) else " " * 8, "dim")
        for day in at:
            if row_of(day.by_plan) == row:
                text.append(_PLAN, "bold green")
            elif row_of(day.by_ordinary) == row:
                text.append(_ORDINARY, "yellow")
            else:
                text.append(" ")
        rows.append(text)
    return rows


def _axis(plan: ExamPlan, columns: int) -> str:
    first, last = "today", f"{plan.exam.day} {plan.exam:%b}"
    return first + last.rjust(max(len(last) + 1, columns - len(first)))
