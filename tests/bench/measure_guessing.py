"""True retention of learners who guess when they do not know, with and without the policy.

    python tests/bench/measure_guessing.py [--smoke]

The wanted retention is 90 %; each figure is over all reviews of 180 days.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizzer.memory.settings import Settings
from tests.memory.guessers import Asking, true_retention


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="few cards")
    cards = 50 if parser.parse_args().smoke else 1000
    print("options", *Asking, sep=" | ")
    for options in (2, 3, 4, 5):
        figures = [true_retention(one, options, Settings(), cards=cards, seed=1) for one in Asking]
        print(options, *(f"{figure:.1%}" for figure in figures), sep=" | ")


if __name__ == "__main__":
    main()
