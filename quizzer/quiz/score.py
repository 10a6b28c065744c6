"""The score of a session: in all, by kind, by deck, in time, and how sureness held up.

Later tries never change the score; they are counted apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from quizzer.quiz.state import CONFIDENCES, Answered, Session


@dataclass(frozen=True, slots=True)
class Tally:
    """Some answers added up; `score` is the sum of their scores, `right` counts full marks."""

    name: str
    asked: int
    right: int
    score: float

    @property
    def share(self) -> float:
        """The mean score, from 0 to 1; 0 without answers."""
        return self.score / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often answers of one level of sureness were right."""

    confidence: int
    asked: int
    right: int

    @property
    def words(self) -> str:
        """The level as the learner chose it."""
        return CONFIDENCES[self.confidence - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What there is to say at the end.

    `passed` is None without a pass mark; `median_ms` None without answers; `missed` the places
    of the questions not answered rightly, first tries only; `mended` how many of them a later
    try got right.
    """

    total: Tally
    by_kind: tuple[Tally, ...]
    by_deck: tuple[Tally, ...]
    calibration: tuple[Calibration, ...]
    skipped: int
    left_over: int
    missed: tuple[int, ...]
    mended: int
    overruled: int
    median_ms: int | None
    passed: bool | None


def report(session: Session) -> Report:
    """Adds up the answers of a session, finished or not."""
    first = [answered for answered in session.answered if answered.is_first]
    kinds = {a.place: session.items[a.place].question.kind or "other" for a in first}
    decks = {a.place: session.items[a.place].deck_id for a in first}
    missed = {answered.place for answered in first if not answered.is_right}
    mended = {a.place for a in session.answered if a.is_right and not a.is_first}
    total = _tally("all", first)
    mark = session.settings.pass_mark
    return Report(
        total=total,
        by_kind=_tallies(first, kinds),
        by_deck=_tallies(first, decks),
        calibration=_calibration(first),
        skipped=sum(answered.grade.verdict == "skipped" for answered in first),
        left_over=len(session.items) - len(first),
        missed=tuple(answered.place for answered in first if not answered.is_right),
        mended=len(missed & mended),
        overruled=sum(answered.is_overruled for answered in session.answered),
        median_ms=round(median(a.duration_ms for a in first)) if first else None,
        passed=None if mark is None else bool(first) and total.share >= mark,
    )


def _tally(name: str, answers: Iterable[Answered]) -> Tally:
    listed = list(answers)
    return Tally(
        name,
        len(listed),
        sum(answered.is_right for answered in listed),
        sum(answered.score for answered in listed),
    )


def _tallies(answers: list[Answered], names: dict[int, str]) -> tuple[Tally, ...]:
    groups: dict[str, list[Answered]] = {}
    for answered in answers:
        groups.setdefault(names[answered.place], []).append(answered)
    return tuple(_tally(name, group) for name, group in sorted(groups.items()))


def _calibration(answers: list[Answered]) -> tuple[Calibration, ...]:
    rows = []
    for level in range(1, len(CONFIDENCES) + 1):
        group = [answered for answered in answers if answered.confidence == level]
        if group:
            rows.append(Calibration(level, len(group), sum(a.is_right for a in group)))
    return tuple(rows)
