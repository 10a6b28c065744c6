"""What a quiz says at its end, as lines of styled words."""

from quizzer.cli.wording import Line
from quizzer.quiz.score import Report, Tally


def report_lines(report: Report, *, kinds: bool = True, reason: str = "done") -> list[Line]:
    """The score, by kind and deck, and how sureness held up."""
    if not report.total.asked:
        return [[("title", "No answers this time.")]]
    lines: list[Line] = [[("title", _score_words(report.total))]]
    if report.passed is not None:
        lines[0].append(("right" if report.passed else "wrong", "  " + _passed(report.passed)))
    if reason == "time":
        lines.append([("partial", f"Time is up; {_questions(report.left_over)} not reached.")])
    elif reason == "sure":
        lines.append(
            [
                (
                    "hint",
                    f"Stopped early: {_questions(report.left_over)} more would hardly change it.",
                )
            ]
        )
    elif report.left_over:
        lines.append([("hint", f"{_questions(report.left_over)} left for another time.")])
    if report.mended:
        lines.append([("right", f"{report.mended} of the missed ones right when asked again.")])
    if report.overruled:
        lines.append([("hint", f"{report.overruled} by your own word against the grader's.")])
    # A pipe answers in no time, which says nothing about anybody.
    if report.median_ms is not None and report.median_ms >= 500 and report.total.asked >= 3:
        lines.append(
            [("hint", f"Half of the answers took less than {_seconds(report.median_ms)}.")]
        )
    if kinds and len(report.by_kind) > 1:
        lines += [[], [("title", "By kind")], *_tally_lines(report.by_kind)]
    if len(report.by_deck) > 1:
        lines += [[], [("title", "By deck")], *_tally_lines(report.by_deck)]
    if report.calibration:
        lines += [[], [("title", "How sure, and how often right")]]
        for row in report.calibration:
            share = _percent(row.right, row.asked)
            lines.append([("", f"  {row.words}: {row.right} of {row.asked} ({share})")])
    return lines


def _score_words(total: Tally) -> str:
    score = f"{total.score:.1f}".removesuffix(".0")
    return f"{score} of {total.asked} points, {_percent(total.score, total.asked)}"


def _percent(part: float, whole: int) -> str:
    return f"{round(100 * part / whole)} %"


def _passed(passed: bool) -> str:
    return "Passed." if passed else "Not passed."


def _questions(count: int) -> str:
    return "1 question" if count == 1 else f"{count} questions"


def _seconds(duration_ms: int) -> str:
    if duration_ms < 60_000:
        return f"{duration_ms / 1000:.1f} s"
    return f"{duration_ms // 60_000} min {duration_ms % 60_000 // 1000} s"


def _tally_lines(tallies: tuple[Tally, ...]) -> list[Line]:
    width = max(len(tally.name) for tally in tallies)
    return [
        [
            ("", f"  {tally.name:{width}}  {tally.right:3} of {tally.asked:3}  "),
            ("hint", f"{_percent(tally.score, tally.asked):>5}"),
        ]
        for tally in tallies
    ]
