"""How much of the possible gain in log loss a fit recovers, with learners whose truth is known.

    python tests/bench/bench_fit.py [--smoke]

Each simulated learner follows the default schedule with a memory of other parameters. The fit sees
the first reviews; later ones, which it has not seen, are scored with the default, the fitted and
the true parameters. Recovered is (default - fitted) / (default - true). A recall of
100 % cannot be had for certain: the true parameters win only in the long run. The last lines add
up what all learners gain by the decision of `quizzer fit`, which takes a fit only where it wins.
"""

import argparse
import sys
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizzer.memory.fitting import fit, judged, predicted, targets_of
from quizzer.memory.fsrs import DEFAULT_PARAMETERS
from quizzer.memory.scoring import log_loss
from quizzer.memory.settings import Settings
from tests.memory.learners import LEARNERS, answers_of

SIZES = (2_000, 10_000, 30_000)
LATER = 20_000


def losses_of(name: str, seed: int, size: int, later: int) -> tuple[float, ...]:
    """Log loss on later answers by default, fitted and true parameters, and whether the fit is
    taken by its own decision (0 or 1)."""
    cards = (size + later) // 8
    true = LEARNERS[name]
    log = answers_of(true, seed=seed, cards=cards, new_a_day=cards // 60, days=300)
    settings = Settings()
    seen = targets_of(log[:size], settings)
    unseen = targets_of(log, settings)[len(seen) :][:later]
    fitted = fit([target.history for target in seen])
    losses = [log_loss(predicted(unseen, one)) for one in (DEFAULT_PARAMETERS, fitted, true)]
    verdict = judged(seen, DEFAULT_PARAMETERS)
    return (*(loss or 0.0 for loss in losses), float(verdict is not None and verdict.is_taken))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="one small learner")
    smoke = parser.parse_args().smoke
    sizes, seeds, later = ((2_000,), (1,), 1_000) if smoke else (SIZES, (1, 2, 3), LATER)
    names = list(LEARNERS)[:1] if smoke else list(LEARNERS)
    print(
        f"{'learner':16}{'reviews':>9}{'default':>9}{'fitted':>9}{'true':>9}{'recovered':>11}{'taken':>7}"
    )
    gains: dict[int, list[tuple[float, float]]] = {}
    for name in names:
        for size in sizes:
            rows = [losses_of(name, seed, size, later) for seed in seeds]
            default, own, best, taken = (mean(row[n] for row in rows) for n in range(4))
            share = (default - own) / (default - best)
            # A fit that is not taken gains nothing and loses nothing.
            gains.setdefault(size, []).extend(
                ((row[0] - row[1]) * row[3], row[0] - row[2]) for row in rows
            )
            figures = f"{default:9.4f}{own:9.4f}{best:9.4f}{share:11.1%}{taken:7.0%}"
            print(f"{name:16}{size:9,}{figures}")
    for size, found in gains.items():
        share = sum(gain for gain, _ in found) / sum(possible for _, possible in found)
        print(f"{'all, if taken':16}{size:9,}{'':27}{share:11.1%}")


if __name__ == "__main__":
    main()
