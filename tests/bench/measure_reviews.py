"""How well the schedule predicts a real review log: log loss and AUC over five time folds.

The first sixth of what can be predicted is only learned from; the five later parts are scored. Of
each card the first review on a later study day is predicted; the day begins at the learner's
quietest hour. Probabilities are clipped to 0.0001 and 0.9999. Three rows: the default parameters;
those of a fit to what came before each part; and what a learner would have had who called `quizzer
fit` before each part, which decides on the past alone, by folds within it.

usage: python tests/bench/measure_reviews.py REVIEWS.csv
REVIEWS.csv has card_id, review_rating (1 to 4), review_time (ISO) and review_duration in ms;
such logs are not part of this project.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from quizzer.memory.fitting import FOLDS, Target, fit, judged, predicted, targets_of
from quizzer.memory.fsrs import DEFAULT_PARAMETERS, VERSION
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.memory.scoring import Prediction, auc, log_loss
from quizzer.memory.settings import Settings


def read_log(path: str) -> list[Review]:
    """The reviews in the order of time."""
    with open(path, newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    reviews = [
        Review(
            id=str(number),
            card=CardKey("deck", row["card_id"]),
            at=datetime.fromisoformat(row["review_time"]).astimezone(UTC),
            rating=Rating(int(row["review_rating"])),
            verdict="",
            response="",
            duration_ms=int(row["review_duration"] or 0),
            mode="flip",
            options=0,
            scheduler=VERSION,
            session_id="",
            origin="study",
        )
        for number, row in enumerate(rows)
    ]
    return sorted(reviews, key=lambda review: review.at)


def quietest_hour(reviews: Sequence[Review]) -> int:
    """The hour of the day (UTC) with the fewest reviews."""
    hours = Counter(review.at.hour for review in reviews)
    return min(range(24), key=lambda hour: (hours[hour], hour))


def by_folds(
    targets: Sequence[Target], parameters_of: Callable[[Sequence[Target]], tuple[float, ...]]
) -> list[Prediction]:
    """What was foreseen in the later parts, each by parameters from what came before it alone."""
    size = len(targets) / (FOLDS + 1)
    cuts = [round(size * part) for part in range(1, FOLDS + 2)]
    found: list[Prediction] = []
    for start, end in pairwise(cuts):
        found += predicted(targets[:end], parameters_of(targets[:start]))[start:]
    return found


def decided(past: Sequence[Target]) -> tuple[float, ...]:
    """The parameters that `quizzer fit` leaves a learner with."""
    verdict = judged(past, DEFAULT_PARAMETERS)
    return verdict.parameters if verdict and verdict.is_taken else DEFAULT_PARAMETERS


def main(arguments: list[str]) -> None:
    """Prints the table."""
    if len(arguments) != 1:
        print("no log given, so nothing is measured; " + (__doc__ or "").split("usage: ")[1])
        return
    reviews = read_log(arguments[0])
    hour = quietest_hour(reviews)
    targets = targets_of(reviews, Settings(rollover_hour=hour))
    rows = {
        "default parameters": by_folds(targets, lambda past: DEFAULT_PARAMETERS),
        "fitted to the past": by_folds(targets, lambda past: fit([one.history for one in past])),
        "as `quizzer fit` decides on the past": by_folds(targets, decided),
    }
    scored = len(rows["default parameters"])
    print(f"{len(reviews)} reviews, day begins at {hour}:00 UTC, {scored} predicted")
    print(f"{'FSRS-6 on study days':40} {'log loss':>9} {'AUC':>6}")
    for name, found in rows.items():
        print(f"{name:40} {log_loss(found):9.4f} {auc(found):6.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
