"""Figures of a report in words, the same in the terminal and on the page."""

from datetime import date

from quizzer.memory.scoring import Score, Share

MODES = {"choice": "chosen", "type": "typed", "flip": "card turned"}
STAGES = {
    "new": "first meeting",
    "learning": "in learning steps",
    "young": "young",
    "mature": "mature",
    "relearning": "learned again",
}


def percent(share: float | None, digits: int = 0) -> str:
    """`91 %`; a dash for nothing."""
    return "–" if share is None else f"{100 * share:.{digits}f} %"


def share_words(share: Share) -> str:
    """`91 % of 120`."""
    return "–" if not share.total else f"{percent(share.value)} of {share.total}"


def duration_words(seconds: float) -> str:
    """`3 h 20 min`, `12 min`, `8.5 s`: the two largest units at most."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def date_words(day: date) -> str:
    """`18 March 2025`."""
    return f"{day.day} {day:%B %Y}"


def mode_words(mode: str, options: int) -> str:
    """`chosen among 4`, `typed`."""
    name = MODES.get(mode, mode)
    return f"{name} among {options}" if options else name


def counted(count: int, what: str) -> str:
    """`1 day`, `2 days`."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def calibration_words(score: Score) -> str:
    """The figures of a calibration in a sentence, and what they mean."""
    if score.log_loss is None:
        return "Nothing was asked again on a later day yet, so there is nothing to compare."
    recalled = sum(one.actual.part for one in score.bins) / score.count
    predicted = sum(one.predicted * one.actual.total for one in score.bins) / score.count
    auc = "" if score.auc is None else f", AUC {score.auc:.3f}"
    return (
        f"{counted(score.count, 'prediction')}: {percent(predicted, 1)} foreseen,"
        f" {percent(recalled, 1)} recalled; log loss {score.log_loss:.4f}{auc}."
    )
