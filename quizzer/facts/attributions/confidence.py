"""How sure a candidate is: two logistic models over named features, with their weights as tables.

One tells the chance that people would mark the cue at all, the other the chance that this reading
of it has the right source and content; their product is the candidate's confidence. The weights
come from `tests/bench/train_attributions.py`; nothing is learned at run time.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from importlib.resources import files
from math import exp
from typing import TypeVar

from quizzer.facts.attributions.candidates import Candidate, Range
from quizzer.facts.attributions.lexicon import ACTS

ACCORDING = 0.8
"""What "according to" has at least."""

PLAIN = 0.65
"""What the cue of a plain form has at least, see `floor_of`."""

RULED_OUT = 0.1
"""A cue with less by its weights stays there, however plain its form."""

_PLAIN_ACTS = frozenset(
    "proposed demanded agreed refused denied warned promised intended asked supported".split()
)
_PLAIN_FORMS = frozenset(
    {"noun", "noun modifier", "infinitive", "clause", "object to", "adjective xcomp"}
)
_PLAIN_PHRASES = frozenset(
    {"agree prep on", "agree prep to", "commit prep to", "look prep to", "call prep for"}
    | {f"{verb} object" for verb in "support endorse back welcome oppose reject".split()}
)
_WISHES = frozenset({"hope infinitive", "expect infinitive", "wish infinitive"})
_NAMED = frozenset(
    {"source=PERSON", "source=ORG", "source=GPE", "source=NORP", "source=side", "source=person"}
)
_LOOSE = frozenset("try decide mean seek aim prepare".split())
"""Words of wanting that more often tell what somebody does."""

_UNSURE = frozenset({"negated", "modal", "cue in quotes"})
LEAST = 0.37
"""Below it a candidate is no fact; the F1 is highest about here."""

Weights = dict[str, float]


@cache
def weights(name: str) -> Weights:
    """Every feature's weight in the table `cue` or `reading`; the empty name is the bias."""
    table = files("quizzer.facts.attributions").joinpath(f"{name}_weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {feature: float(value) for feature, value in rows}


def chance(table: Weights, features: Iterable[str]) -> float:
    """What a logistic model gives, from 0 to 1."""
    return 1 / (1 + exp(-table[""] - sum(table.get(name, 0.0) for name in features)))


def confidence(candidate: Candidate) -> float:
    """The chance, from 0 to 1, that people would mark the candidate as an attribution."""
    return cue_confidence(candidate) * reading_confidence(candidate)


def cue_confidence(candidate: Candidate) -> float:
    """The chance that something is attributed by the cue."""
    return lifted(chance(weights("cue"), cue_features(candidate)), candidate)


def lifted(sure: float, candidate: Candidate) -> float:
    """A chance that the cue has by its weights, or by its form where they do not rule it out."""
    is_open = sure >= RULED_OUT or candidate.form == "according"
    return max(sure, floor_of(candidate)) if is_open else sure


def reading_confidence(candidate: Candidate) -> float:
    """The chance that source and content are right, given that the cue is; 1 if it has no other."""
    if not candidate.marks:
        return 1.0
    return chance(weights("reading"), reading_features(candidate))


def floor_of(candidate: Candidate) -> float:
    """The confidence that a form has by itself, because it holds as stated.

    "According to Moe, ..." leaves no doubt. People mark "Moe's proposal to ...", "Moe's harbor
    plan", "Moe wants to ..." and "Moe demanded that ..." only now and then.
    """
    if candidate.form == "according":
        return ACCORDING
    is_wish = candidate.lemma == "look" or f"{candidate.lemma} {candidate.form}" in _WISHES
    act = "intended" if is_wish else ACTS.get(candidate.lemma)
    is_plain = (
        (candidate.form in _PLAIN_FORMS or f"{candidate.lemma} {candidate.form}" in _PLAIN_PHRASES)
        and act in _PLAIN_ACTS
        and candidate.lemma not in _LOOSE
        and (candidate.form != "noun modifier" or act == "proposed")
    )
    is_plain = is_plain or "with a tone" in candidate.features
    is_plain &= not _NAMED.isdisjoint(candidate.features)
    is_plain &= _UNSURE.isdisjoint(candidate.features)
    return PLAIN if is_plain else 0.0


def cue_features(candidate: Candidate) -> tuple[str, ...]:
    """What the first model sees of a candidate."""
    return (*candidate.features, f"lemma={candidate.lemma}")


def reading_features(candidate: Candidate) -> tuple[str, ...]:
    """What the second model sees of a candidate."""
    known = (f"{candidate.lemma}: {mark}" for mark in candidate.marks[:2])
    return (*candidate.marks, f"form={candidate.form}", *known)


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


def without_doubles(scored: Iterable[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Of cues that give one source nearly the same content ("refused to endorse") the surest."""
    kept: list[tuple[float, Candidate]] = []
    for sure, one in sorted(scored, key=lambda pair: (-pair[0], pair[1].cue, pair[1].content)):
        if not any(_are_doubles(one, other) for _, other in kept):
            kept.append((sure, one))
    kept.sort(key=lambda pair: (pair[1].cue, pair[1].content))
    return kept


def _are_doubles(one: Candidate, other: Candidate) -> bool:
    shared = _shared(one.content, other.content)
    size = one.content[1] - one.content[0] + other.content[1] - other.content[0]
    return _shared(one.source, other.source) > 0 and shared >= 0.5 * (size - shared)


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
