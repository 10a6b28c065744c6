"""One learner's parameters of FSRS-6, fitted to the log by the engine that Anki uses.

Parameters are fitted for a learner and not for a deck: in the public benchmark (srs-benchmark,
9,999 learners) fits for single decks had a log loss of 0.355, fits for learners 0.346, the
defaults 0.366. And they are taken only where they win on later answers that they have not seen,
since a fit to a short or an unusual log can make predictions worse.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, sqrt

from quizzer.memory.day import StudyDays, microseconds_of
from quizzer.memory.fsrs import DEFAULT_PARAMETERS, engine_of, retrievability
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.memory.scoring import Prediction, Score, score, surprise
from quizzer.memory.settings import Settings

FOLDS = 5
"""The log is cut into one part more; each but the first is predicted from those before it."""

FEWEST = 400
"""Answers on a later day; with fewer there is nothing to learn from."""

_ONE_SIDED = 1.645
"""Of a normal distribution, 95 of 100 lie above the mean less so many standard errors."""

Step = tuple[int, int]
"""A review of a card: its rating, and the whole study days since the one before."""

Fit = Callable[[Sequence[Sequence[Step]]], tuple[float, ...]]
"""Gives parameters for histories, each of which ends with the review that is to be predicted."""


@dataclass(frozen=True, slots=True)
class Target:
    """A review on a later study day than the one before it, with the history that leads to it."""

    card: CardKey
    history: tuple[Step, ...]

    @property
    def recalled(self) -> bool:
        """Whether the card was still known."""
        return self.history[-1][0] != Rating.AGAIN


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a fit is worth: both scored on the same later answers, which the fit had not seen.

    `gain` is the mean log loss saved for an answer, `surely` what is saved at least with 95 %
    certainty; `last_gain` that of the latest part alone.
    """

    before: Score
    after: Score
    gain: float
    surely: float
    last_gain: float
    parameters: tuple[float, ...]

    @property
    def is_taken(self) -> bool:
        """Whether the fit won: surely on the whole, and on the latest answers too."""
        return self.surely > 0 and self.last_gain > 0


def targets_of(reviews: Iterable[Review], settings: Settings) -> list[Target]:
    """What there is to predict in a log, in the order of time."""
    days = StudyDays(settings.timezone, settings.rollover_hour)
    histories: dict[CardKey, tuple[Step, ...]] = {}
    last: dict[CardKey, int] = {}
    found = []
    for review in reviews:
        card, day = review.card, days.of(microseconds_of(review.at))
        elapsed = max(0, day - last[card]) if card in last else 0
        histories[card] = (*histories.get(card, ()), (int(review.rating), elapsed))
        last[card] = day
        if elapsed > 0:
            found.append(Target(card, histories[card]))
    return found


def fit(histories: Sequence[Sequence[Step]]) -> tuple[float, ...]:
    """Parameters that predict the last review of each history best.

    Raises:
        ImportError: the extra `fit` is not installed.
    """
    import fsrs_rs_python as engine  # noqa: PLC0415 - an extra

    items = [
        engine.FSRSItem([engine.FSRSReview(rating, elapsed) for rating, elapsed in history])
        for history in histories
    ]
    # A quarter of the engine's own step and four times its passes: with learners whose truth is
    # known, the larger steps lose a sixth of the gain to chance (tests/bench/bench_fit.py).
    training = engine.TrainingConfig(learning_rate=0.01, num_epochs=20)
    model = engine.FSRS(list(DEFAULT_PARAMETERS))
    return tuple(map(float, model.compute_parameters(items, training_config=training)))


def predicted(targets: Sequence[Target], parameters: tuple[float, ...]) -> list[Prediction]:
    """What a schedule with these parameters foresees for each target."""
    engine = engine_of(parameters)
    # Each history is the beginning of a later one of its card, so every review is computed once.
    known: dict[CardKey, tuple[int, float, float]] = {}
    found = []
    for target in targets:
        done, stability, difficulty = known.get(target.card, (0, None, None))
        for rating, elapsed in target.history[done:-1]:
            stability, difficulty = engine(stability, difficulty, rating, elapsed)
        assert stability is not None
        assert difficulty is not None
        known[target.card] = (len(target.history) - 1, stability, difficulty)
        chance = retrievability(stability, target.history[-1][1], parameters)
        found.append(Prediction(chance, target.recalled))
    return found


def judged(
    targets: Sequence[Target],
    present: tuple[float, ...],
    fitted: Fit = fit,
    on_fold: Callable[[int, int], object] = lambda done, total: None,
) -> Verdict | None:
    """Whether fitted parameters beat the present ones; None where there is too little to tell.

    Each fold is predicted by parameters that were fitted to what came before it alone.
    """
    if len(targets) < FEWEST:
        return None
    size = len(targets) / (FOLDS + 1)
    cuts = [round(size * part) for part in range(1, FOLDS + 2)]
    befores, afters, last_gain = [], [], 0.0
    everything = predicted(targets, present)
    for fold, (start, end) in enumerate(pairwise(cuts)):
        parameters = fitted([one.history for one in targets[:start]])
        after = predicted(targets[:end], parameters)[start:]
        before = everything[start:end]
        befores += before
        afters += after
        last_gain = _mean(_gains(before, after))
        on_fold(fold + 1, FOLDS + 1)
    gains = _gains(befores, afters)
    final = fitted([one.history for one in targets])
    on_fold(FOLDS + 1, FOLDS + 1)
    return Verdict(
        before=score(befores),
        after=score(afters),
        gain=_mean(gains),
        surely=_mean(gains) - _ONE_SIDED * _error(gains, [one.card for one in targets[cuts[0] :]]),
        last_gain=last_gain,
        parameters=final,
    )


def _gains(before: Sequence[Prediction], after: Sequence[Prediction]) -> list[float]:
    return [surprise(old) - surprise(new) for old, new in zip(before, after, strict=True)]


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _error(gains: Sequence[float], cards: Sequence[CardKey]) -> float:
    """The standard error of the mean gain; answers to one card go together, so they count as one
    observation (Cameron and Miller 2015, A practitioner's guide to cluster-robust inference)."""
    mean = _mean(gains)
    sums: dict[CardKey, float] = {}
    for card, gain in zip(cards, gains, strict=True):
        sums[card] = sums.get(card, 0.0) + gain - mean
    count = len(sums)
    scale = count / (count - 1) if count > 1 else 1.0
    return sqrt(scale * fsum(value**2 for value in sums.values())) / len(gains)
