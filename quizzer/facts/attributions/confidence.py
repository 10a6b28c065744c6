"""How sure a candidate is: a logistic model over its features, with weights kept as a table.

The weights come from `tests/bench/train_attributions.py`; nothing is learned at run time.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from importlib.resources import files
from math import exp
from typing import TypeVar

from quizzer.facts.attributions.candidates import Candidate
from quizzer.facts.attributions.lexicon import ACTS

ACCORDING = 0.8
"""What "according to" has at least."""

PLAIN = 0.55
"""What a plain form has at least, see `floor_of`."""

_PLAIN_ACTS = frozenset(
    {"proposed", "demanded", "agreed", "refused", "denied", "warned", "promised", "intended"}
)
_NAMED = frozenset({"source=PERSON", "source=ORG", "source=GPE"})
_UNSURE = frozenset({"negated", "modal", "cue in quotes"})
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
    return max(1 / (1 + exp(-total)), floor_of(candidate))


def floor_of(candidate: Candidate) -> float:
    """The confidence that a form has by itself, because it holds as stated.

    "According to Moe, ..." leaves no doubt. People mark "Moe's proposal to ...", "Moe's harbor
    plan", "Moe wants to ..." and "Moe demanded that ..." only now and then.
    """
    if candidate.form == "according":
        return ACCORDING
    is_plain = (
        candidate.form in ("noun", "noun modifier", "infinitive", "clause")
        and ACTS.get(candidate.lemma) in _PLAIN_ACTS
        and not _NAMED.isdisjoint(candidate.features)
        and _UNSURE.isdisjoint(candidate.features)
    )
    return PLAIN if is_plain else 0.0


def model_features(candidate: Candidate) -> tuple[str, ...]:
    """What the model sees of a candidate."""
    return (*candidate.features, f"lemma={candidate.lemma}")


def cue_of(candidate: Candidate) -> tuple[int, ...]:
    """What only one reading may have: a cue, or for a quotation that goes on, its own place."""
    return (*candidate.content, -1) if candidate.form == "lone" else candidate.cue


One = TypeVar("One")


def surest_by_cue(
    scored: Iterable[tuple[float, One]], cue: Callable[[One], Hashable]
) -> list[tuple[float, One]]:
    """Of the readings of one cue the surest, in the order of the cues' first readings."""
    best: dict[Hashable, tuple[float, One]] = {}
    for sure, one in scored:
        key = cue(one)
        if key not in best or sure > best[key][0]:
            best[key] = (sure, one)
    return list(best.values())
