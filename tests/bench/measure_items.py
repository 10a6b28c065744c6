"""How often faults are found in simulated classes, and how often something else is flagged.

Of each kind of class, `--runs` (100) decks with three planted faults (a wrong key, two right
options, a giveaway) and as many without. Prints a table: decks where exactly the three questions
were flagged, how often each fault was found, decks with a false flag, clean decks with any flag.
The first row is the bar; the others show where the method ends. `--smoke` does 5 of each.
"""

import argparse
from dataclasses import replace

from quizzer.classroom.items.analyse import analyse
from tests.classroom.items.classes import FAULTS, Plan, simulated

PLANS = {
    "40 questions, 60 students": Plan(),
    "30 questions": Plan(questions=30),
    "20 questions": Plan(questions=20),
    "30 students": Plan(students=30),
    "120 students": Plan(students=120),
    "wrong options that draw unevenly": Plan(evenness=3),
    "faults in questions half the class knows": Plan(planted=(-0.5, 0.5)),
    "slopes from 0.8 to 1.6": Plan(slopes=(0.8, 1.6)),
    "difficulties from -2 to 2": Plan(difficulties=(-2.0, 2.0)),
}


def flagged(plan: Plan, seed: int) -> set[str]:
    """The ids of the questions that are flagged in one class."""
    return {item.question_id for item in analyse(simulated(plan, seed)).flagged}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--smoke", action="store_true")
    arguments = parser.parse_args()
    runs = 5 if arguments.smoke else arguments.runs
    print(f"{'of ' + str(runs) + ' classes each':42}  exact  key two give  false  clean")
    for name, plan in PLANS.items():
        found = [flagged(plan, seed) for seed in range(runs)]
        clean = [flagged(replace(plan, has_faults=False), 10_000 + seed) for seed in range(runs)]
        each = " ".join(f"{sum(one in ids for ids in found):4}" for one in FAULTS)
        exact, false = (
            sum(ids == set(FAULTS) for ids in found),
            sum(bool(ids - set(FAULTS)) for ids in found),
        )
        print(f"{name:42}  {exact:5} {each}  {false:5}  {sum(map(bool, clean)):5}", flush=True)


if __name__ == "__main__":
    main()
