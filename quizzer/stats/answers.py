"""Answers counted by how they were asked, by time, and by question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from quizzer.memory.model import CardKey, CardState, New
from quizzer.memory.scoring import Share
from quizzer.stats.observed import Observed, Stage

LONGEST_MS = 60_000
"""A longer answer counts as so long, as in Anki: the learner went away."""

HARDEST = 10
_ENOUGH = 3
"""Answers that a question needs before it can be called hard."""


@dataclass(frozen=True, slots=True)
class ModeRow:
    """Answers that were given in one way; `options` is 0 where there was nothing to choose."""

    mode: str
    options: int
    right: Share
    median_seconds: float


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: in all, at the median of an answer, on the mean of a card, and by stage."""

    total_seconds: float
    median_answer: float
    mean_card: float
    by_stage: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class HardQuestion:
    """A question that is often forgotten; `difficulty` is FSRS's, from 1 to 10."""

    deck_id: str
    question_id: str
    stem: str
    wrong: Share
    difficulty: float


def counted_ms(one: Observed) -> int:
    """How long an answer took, at most a minute."""
    return min(max(one.review.duration_ms, 0), LONGEST_MS)


def modes_of(answers: Iterable[Observed]) -> tuple[ModeRow, ...]:
    """Answers by mode and number of options, the most frequent first."""
    groups: dict[tuple[str, int], list[Observed]] = {}
    for one in answers:
        groups.setdefault((one.review.mode, one.review.options), []).append(one)
    rows = [
        ModeRow(
            mode=mode,
            options=options,
            right=Share(sum(one.is_right for one in inside), len(inside)),
            median_seconds=median(map(counted_ms, inside)) / 1000,
        )
        for (mode, options), inside in groups.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.right.total, row.mode, row.options)))


def times_of(answers: Iterable[Observed]) -> Times:
    """How long answers took."""
    seconds: dict[Stage, list[float]] = {}
    cards: set[CardKey] = set()
    for one in answers:
        seconds.setdefault(one.stage, []).append(counted_ms(one) / 1000)
        cards.add(one.review.card)
    every = [value for values in seconds.values() for value in values]
    return Times(
        total_seconds=sum(every),
        median_answer=median(every) if every else 0.0,
        mean_card=sum(every) / len(cards) if cards else 0.0,
        by_stage=tuple(
            (stage.value, median(seconds[stage])) for stage in Stage if stage in seconds
        ),
    )


def hardest_of(
    answers: Iterable[Observed],
    states: Mapping[CardKey, CardState],
    stems: Mapping[CardKey, str],
) -> tuple[HardQuestion, ...]:
    """Questions that are surely answered wrong often, the hardest first.

    They are ordered by the lower end of the interval of their share of wrong answers, so that one
    mistake in one answer does not stand above thirty in forty. First meetings do not count: nobody
    can recall what they never met. `stems` are the wordings that can be found; a question without
    one is shown by its id.
    """
    rights: dict[CardKey, list[bool]] = {}
    for one in answers:
        if one.stage is not Stage.NEW:
            rights.setdefault(one.review.card, []).append(one.is_right)
    rows = []
    for card, given in rights.items():
        wrong = Share(given.count(False), len(given))
        state = states[card]
        if wrong.part and wrong.total >= _ENOUGH and not isinstance(state, New):
            stem = stems.get(card, card.question_id)
            row = HardQuestion(card.deck_id, card.question_id, stem, wrong, state.difficulty)
            rows.append((-wrong.interval()[0], card, row))
    return tuple(row for *_, row in sorted(rows, key=lambda entry: entry[:2])[:HARDEST])
