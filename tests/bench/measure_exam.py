"""What is recalled at an exam by the plan, by the gain of today alone, and by ordinary scheduling.

    python tests/bench/measure_exam.py [--smoke]

100 cards, and the same number of reviews a day for each way. Ten simulated learners, each of them
four times with other luck: the memory is as the schedule thinks, or one of four others, and the
deck is new or half known. The last two columns are the worst case among the ten.
"""

import argparse
import sys
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizzer.memory.exam_ahead import Choose, by_due, by_plan
from quizzer.memory.fsrs import DEFAULT_PARAMETERS
from tests.memory.exam_play import by_gain, recalled
from tests.memory.learners import LEARNERS

CARDS = 100
ROOM = {20: (5, 10, 15, 20, 40), 30: (4, 8, 12, 16, 30), 60: (2, 4, 7, 10, 20)}
SEEDS = range(4)


def shares(choose: Choose, days: int, a_day: int, cards: int) -> list[float]:
    """What each learner recalls on the day."""
    return [
        fmean(
            recalled(choose, cards=cards, days=days, a_day=a_day, seed=seed, true=true, met=met)
            for seed in SEEDS
        )
        for true in (DEFAULT_PARAMETERS, *LEARNERS.values())
        for met in (0.0, 0.5)
    ]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="few cards, one row")
    smoke = parser.parse_args().smoke
    cards, room = (20, {20: (4,)}) if smoke else (CARDS, ROOM)
    print(
        "days | reviews a day | ordinary | gain of today | plan | least over ordinary | over gain"
    )
    for days, sizes in room.items():
        for a_day in sizes:
            due, gain, plan = (
                shares(way, days, a_day, cards) for way in (by_due, by_gain, by_plan)
            )
            worst = (min(a - b for a, b in zip(plan, other, strict=True)) for other in (due, gain))
            means = (f"{fmean(found):.1%}" for found in (due, gain, plan))
            print(
                days, a_day, *means, *(f"{100 * one:+.1f}" for one in worst), sep=" | ", flush=True
            )


if __name__ == "__main__":
    main()
