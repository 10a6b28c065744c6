"""Learns the weights of `quizzer/facts/attributions/weights.tsv` from a split of PolNeAR.

A logistic model over the features of candidates, with a penalty on large weights, fitted by
AdaGrad from zero: the same corpus gives the same numbers. Before the weights are written, a check
prints what each part of the documents scores with weights from the other parts.

usage: python tests/bench/train_attributions.py FOLDER [--write]
"""

import sys
from collections import Counter
from dataclasses import dataclass
from hashlib import md5
from math import exp
from pathlib import Path

import numpy as np
from attribution_corpus import Counts, Document, Words, jaccard, read_corpus, score, words_in

from quizzer.article.read import read_bytes
from quizzer.facts.attributions import confidence
from quizzer.facts.attributions.find import candidates
from quizzer.facts.language import load_language, parse_article

PENALTY = 4.0
FEWEST = 8
"""A feature that fewer candidates have gets no weight."""

LEAST_WEIGHT = 0.1
"""Weights nearer to zero are left out: they only make the table long."""

THRESHOLDS = (0.4, 0.45, 0.5, 0.6, 0.7, 0.8)
FOLDS = 6
ROUNDS = 400
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate as the corpus sees it; `label` is None where it must not count."""

    features: tuple[str, ...]
    source: Words
    content: Words
    label: int | None
    cue: tuple[int, ...]
    floor: float


def examples_of(document: Document) -> list[Example]:
    """Every candidate of a document with its label."""
    article = read_bytes(document.text.encode(), document.name, "text")
    found = []
    for number, parsed in enumerate(parse_article(article, load_language())):
        for one in candidates(parsed.doc):
            spans = [parsed.span(parsed.doc[a:b]) for a, b in (one.source, one.content)]
            source, content = (words_in(document.text, [(s.start, s.end)]) for s in spans)
            label: int | None = 0
            for mark in document.annotations:
                if jaccard(content, mark.content) >= 0.5:
                    if mark.source & source:
                        label = 1
                        break
                    label = label if mark.source else None
            cue = (number, *confidence.cue_of(one))
            floor = confidence.floor_of(one)
            found.append(
                Example(confidence.model_features(one), source, content, label, cue, floor)
            )
    return found


def fit(documents: list[list[Example]]) -> Weights:
    """The weights that explain the labels; the empty name is the bias."""
    used = [one for document in documents for one in document if one.label is not None]
    counts = Counter(name for one in used for name in one.features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    index = {name: place for place, name in enumerate(names)}
    rows = np.array([n for n, one in enumerate(used) for name in one.features if name in index])
    columns = np.array([index[name] for one in used for name in one.features if name in index])
    labels = np.array([one.label for one in used], float)
    weights = np.zeros(len(names) + 1)
    squares = np.full(len(names) + 1, 1e-8)
    for _ in range(ROUNDS):
        total = np.bincount(rows, weights[columns], minlength=len(used)) + weights[-1]
        error = 1 / (1 + np.exp(-total)) - labels
        slope = np.bincount(columns, error[rows], minlength=len(names)) + PENALTY * weights[:-1]
        slope = np.append(slope, error.sum())
        squares += slope**2
        weights -= 0.5 * slope / np.sqrt(squares)
    table = dict(zip(names, weights[:-1].round(2).tolist(), strict=True))
    return {"": round(float(weights[-1]), 2)} | {
        name: value for name, value in table.items() if abs(value) >= LEAST_WEIGHT
    }


def probability(example: Example, weights: Weights) -> float:
    """The confidence that the weights give, or the form by itself."""
    total = weights[""] + sum(weights.get(name, 0) for name in example.features)
    return max(1 / (1 + exp(-total)), example.floor)


def judged(
    documents: list[Document], examples: list[list[Example]], weights: Weights, least: float
) -> Counts:
    """The score of what is at least so sure."""
    total = Counts()
    for document, found in zip(documents, examples, strict=True):
        scored = [(probability(one, weights), one) for one in found]
        best = confidence.surest_by_cue(scored, lambda one: one.cue)
        sure = [(one.source, one.content) for p, one in best if p >= least]
        total += score(document, sure)
    return total


def crosswise(
    documents: list[Document], examples: list[list[Example]], parts: int
) -> dict[float, Counts]:
    """Scores of every document with weights that were learned without its part."""
    part = [int(md5(one.name.encode()).hexdigest(), 16) % parts for one in documents]
    totals = dict.fromkeys(THRESHOLDS, Counts())
    for tried in range(parts):
        others = [examples[place] for place, own in enumerate(part) if own != tried]
        places = [place for place, own in enumerate(part) if own == tried]
        weights = fit(others)
        for least in THRESHOLDS:
            totals[least] += judged(
                [documents[place] for place in places],
                [examples[place] for place in places],
                weights,
                least,
            )
    return totals


def main(arguments: list[str]) -> None:
    """Prints the check; with --write, replaces the table."""
    if not arguments:
        print("no folder given, so nothing is learned; " + (__doc__ or "").split("usage: ")[1])
        return
    documents = list(read_corpus(Path(arguments[0])))
    examples = [examples_of(document) for document in documents]
    for parts in (2, FOLDS):
        print(f"{parts} parts, each tried with weights from the others")
        print(f"{'confidence':>10} {'precision':>10} {'recall':>8} {'F1':>6}")
        for least, counts in crosswise(documents, examples, parts).items():
            print(f"{least:>10} {counts.precision:>10.3f} {counts.recall:>8.3f} {counts.f1:>6.3f}")
    if "--write" in arguments:
        table = Path(confidence.__file__).with_name("weights.tsv")
        rows = "".join(f"{name}\t{value}\n" for name, value in sorted(fit(examples).items()))
        table.write_text("# feature\tweight\n" + rows, "utf-8")
        print(f"{table} is written")


if __name__ == "__main__":
    main(sys.argv[1:])
