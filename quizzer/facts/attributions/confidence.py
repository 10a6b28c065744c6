"""How sure a candidate is: a logistic model over its features, with weights kept as a table.

The weights come from `tests/bench/train_attributions.py`; nothing is learned at run time.
"""

from functools import cache
from importlib.resources import files
from math import exp

from quizzer.facts.attributions.candidates import Candidate

LEAST = 0.4
"""Below it a candidate is no fact; the F1 is highest about here."""


@cache
def weights() -> dict[str, float]:
    """Every feature's weight; the empty name is the bias."""
    table = files("quizzer.facts.attributions").joinpath("weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in rows}


def confidence(candidate: Candidate) -> float:
    """The chance, from 0 to 1, that people would mark the candidate as an attribution."""
    table = weights()
    total = table[""] + sum(table.get(name, 0.0) for name in model_features(candidate))
    return 1 / (1 + exp(-total))


def model_features(candidate: Candidate) -> tuple[str, ...]:
    """What the model sees of a candidate."""
    return (*candidate.features, f"lemma={candidate.lemma}")
