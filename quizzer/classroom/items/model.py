"""What goes into an item analysis, and what comes out, as frozen data."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """All that was answered to one question, a place in each list for every answer.

    `students` are numbers that tell students apart; none stands there twice. `credits` go from 0
    to 1. `choices` hold the option that was chosen, or the words that were typed, `None` where
    that says nothing (blank, or several things at once); a full credit always stands for `key`.
    `options` are all options that were shown, the key among them; empty for typed answers.
    """

    question_id: str
    key: str
    options: Sequence[str] = ()
    students: Sequence[int]
    credits: Sequence[float]
    choices: Sequence[str | None]


class Fault(StrEnum):
    """What may be wrong with a question."""

    WRONG_KEY = "wrong-key"
    TWO_RIGHT = "two-right"
    GIVEAWAY = "giveaway"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Flag:
    """A question to look at: what may be wrong, with which option, and why in plain words."""

    fault: Fault
    option: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionStats:
    """How an option was chosen: by how many, by what share of each third, by whom.

    `thirds` go from the weakest to the best third by rest score; `r_rest` is the point-biserial
    correlation of choosing it with the rest score, None where everyone or nobody chose it.
    """

    text: str
    is_key: bool
    count: int
    share: float
    thirds: tuple[float, float, float]
    r_rest: float | None


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """Students of about the same rest score: how many, their mean of it (in standard deviations
    from the mean of all) and their mean credit."""

    students: int
    rest: float
    credit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStats:
    """One question: difficulty `p` (mean credit: high is easy), discrimination, options, flags.

    `r_total` is the point-biserial correlation of the item with the whole score, which has the
    item in it; `r_rest` the corrected one, with the score on all other items. Both are None
    where they are not defined.
    """

    question_id: str
    n: int
    p: float
    r_total: float | None
    r_rest: float | None
    options: tuple[OptionStats, ...] = ()
    groups: tuple[ScoreGroup, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Internal consistency of one drill's marks: KR-20, or alpha where credit comes in parts.

    `low` and `high` are Feldt's 95 % confidence limits; `sem` the standard error of measurement
    in points. `value` is None where all marks are equal or there is one question only.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    sem: float | None
    students: int
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The items of one deck in the order given."""

    items: tuple[ItemStats, ...]
    students: int

    @property
    def flagged(self) -> tuple[ItemStats, ...]:
        """The items with at least one flag."""
        return tuple(item for item in self.items if item.flags)
