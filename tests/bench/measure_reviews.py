"""How well the schedule predicts a real review log: log loss and AUC over five time folds.

The first sixth of what can be predicted is only learned from; the five later parts are scored. Of
each card the first review on a later study day is predicted; the day begins at the learner's
quietest hour. Probabilities are clipped to 0.0001 and 0.9999.

usage: python tests/bench/measure_reviews.py REVIEWS.csv
REVIEWS.csv has card_id, review_rating (1 to 4), review_time (ISO) and review_duration in ms;
such logs are not part of this project.
"""

import csv
import sys
from collections import Counter
from datetime import UTC, datetime

from quizzer.memory.day import day_number
from quizzer.memory.fsrs import Memory, next_memory, retrievability
from quizzer.memory.model import Rating
from quizzer.memory.scoring import Prediction, auc, log_loss


def read_log(path: str) -> list[tuple[str, Rating, datetime]]:
    """The reviews in the order of time."""
    with open(path, newline="", encoding="utf-8") as stream:
        rows = [
            (
                row["card_id"],
                Rating(int(row["review_rating"])),
                datetime.fromisoformat(row["review_time"]).astimezone(UTC),
            )
            for row in csv.DictReader(stream)
        ]
    return sorted(rows, key=lambda row: row[2])


def quietest_hour(reviews: list[tuple[str, Rating, datetime]]) -> int:
    """The hour of the day (UTC) with the fewest reviews."""
    hours = Counter(at.hour for _, _, at in reviews)
    return min(range(24), key=lambda hour: (hours[hour], hour))


def predictions(reviews: list[tuple[str, Rating, datetime]], hour: int) -> list[Prediction]:
    """What was predicted and what happened, for reviews on a later day, with their fold."""
    memories: dict[str, tuple[Memory, int]] = {}
    found: list[Prediction] = []
    for card, rating, at in reviews:
        day = day_number(at, UTC, hour)
        known = memories.get(card)
        if known is None:
            memories[card] = (next_memory(None, rating, 0), day)
            continue
        memory, last = known
        if day > last:
            chance = retrievability(memory.stability, day - last)
            found.append(Prediction(chance, rating is not Rating.AGAIN))
        memories[card] = (next_memory(memory, rating, day - last), day)
    # Six parts by time: the first is only learned from, the other five are scored.
    return found[-(len(found) * 5 // 6) :]


def main(arguments: list[str]) -> None:
    """Prints the table."""
    if len(arguments) != 1:
        print("no log given, so nothing is measured; " + (__doc__ or "").split("usage: ")[1])
        return
    reviews = read_log(arguments[0])
    hour = quietest_hour(reviews)
    found = predictions(reviews, hour)
    print(f"{len(reviews)} reviews, day begins at {hour}:00 UTC, {len(found)} predicted")
    print(f"{'FSRS-6, default parameters, study days':40} {'log loss':>9} {'AUC':>6}")
    print(f"{'':40} {log_loss(found):9.4f} {auc(found):6.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
