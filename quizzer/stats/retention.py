"""True retention: the share of known cards that were still known when they came back.

As in Anki (rslib, stats/graphs/retention.rs): answers to cards that had graduated count, with an
interval of at least a day; answers within learning and relearning steps do not. A card is young
while its interval is shorter than 21 days, and mature from then on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quizzer.memory.scoring import Share
from quizzer.stats.observed import Observed, Stage

PERIODS = (
    ("today", 0, 1),
    ("yesterday", 1, 2),
    ("last 7 days", 0, 7),
    ("last 30 days", 0, 30),
    ("last 365 days", 0, 365),
    ("all time", 0, 10**6),
)
"""Name, and from how many days ago up to how many (not included)."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How many young, mature and all known cards of a period were recalled."""

    period: str
    young: Share
    mature: Share

    @property
    def all(self) -> Share:
        """Both together."""
        young, mature = self.young, self.mature
        return Share(young.part + mature.part, young.total + mature.total)


def true_retention(answers: Iterable[Observed], today: int) -> tuple[Retention, ...]:
    """The true retention of every period, up to and with the study day `today`."""
    known = [one for one in answers if one.stage in (Stage.YOUNG, Stage.MATURE)]
    return tuple(
        Retention(period, _share(inside, Stage.YOUNG), _share(inside, Stage.MATURE))
        for period, first, end in PERIODS
        for inside in ([one for one in known if first <= today - one.day < end],)
    )


def _share(answers: Iterable[Observed], stage: Stage) -> Share:
    right = [one.is_right for one in answers if one.stage is stage]
    return Share(sum(right), len(right))
