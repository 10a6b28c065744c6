"""Learns the weights of `quizzer/facts/attributions/*_weights.tsv` from a split of PolNeAR.

Two logistic models over the features of candidates, with a penalty on large weights, fitted by
Newton's method from zero: the same corpus gives the same numbers. The first tells cues from other
words, the second the right reading of a cue from its others. Before the weights are written, a
check prints what each part of the documents scores with weights from the other parts, and how often
what is said to be so sure is right.

usage: python tests/bench/train_attributions.py FOLDER [--write]
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

import numpy as np
from attribution_corpus import Counts, Document, Words, jaccard, read_corpus, score, words_in

from quizzer.article.read import read_bytes
from quizzer.facts.attributions import confidence
from quizzer.facts.attributions.candidates import Candidate
from quizzer.facts.attributions.confidence import Weights, chance
from quizzer.facts.attributions.find import candidates
from quizzer.facts.language import load_language, parse_article

PENALTIES = {"cue": 4.0, "reading": 1.5}
FEWEST = 10
"""A feature that fewer examples have gets no weight."""

LEAST_WEIGHT = 0.03
"""Weights nearer to zero are left out: they only make the table long."""

THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)
FOLDS = 6
STEPS = 8
Model = dict[str, Weights]
Sample = tuple[Sequence[str], int]
"""Features and whether the answer is yes."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate as the corpus sees it; `label` is None where it must not count.

    `is_cue` tells whether people marked its cue for its source or content, whatever the ends.
    """

    candidate: Candidate
    source: Words
    content: Words
    label: int | None
    is_cue: int | None
    cue: tuple[int, ...]


def examples_of(document: Document) -> list[Example]:
    """Every candidate of a document with its label."""
    article = read_bytes(document.text.encode(), document.name, "text")
    found = []
    for number, parsed in enumerate(parse_article(article, load_language())):
        for one in candidates(parsed.doc):
            spans = [parsed.span(parsed.doc[a:b]) for a, b in (one.source, one.cue, one.content)]
            source, cue, content = (words_in(document.text, [(s.start, s.end)]) for s in spans)
            label = is_cue = 0
            for mark in document.annotations:
                if jaccard(content, mark.content) >= 0.5:
                    if mark.source & source:
                        label = 1
                    elif not mark.source and label == 0:
                        label = None
                same_cue = one.form != "lone" and mark.cue & cue and mark.content & content
                if same_cue and (mark.source & source or not mark.source):
                    is_cue = 1 if mark.source else None
            key = (number, *confidence.cue_of(one))
            found.append(Example(one, source, content, label, is_cue, key))
    return found


def by_cue(examples: list[Example]) -> list[list[Example]]:
    """The readings of each cue."""
    groups: dict[tuple[int, ...], list[Example]] = {}
    for one in examples:
        groups.setdefault(one.cue, []).append(one)
    return list(groups.values())


def samples(documents: list[list[Example]]) -> dict[str, list[Sample]]:
    """What each of the two models learns from."""
    found: dict[str, list[Sample]] = {"cue": [], "reading": []}
    for group in (group for document in documents for group in by_cue(document)):
        is_cue = any(one.is_cue == 1 for one in group)
        if not is_cue and any(one.is_cue is None or one.label is None for one in group):
            continue
        found["cue"].append((confidence.cue_features(group[0].candidate), int(is_cue)))
        if is_cue and group[0].candidate.marks:
            found["reading"] += (
                (confidence.reading_features(one.candidate), int(one.label == 1)) for one in group
            )
    return found


def fit(documents: list[list[Example]]) -> Model:
    """The weights of both models; the empty name is the bias."""
    return {name: _fit(found, PENALTIES[name]) for name, found in samples(documents).items()}


def _fit(used: list[Sample], penalty: float) -> Weights:
    counts = Counter(name for features, _ in used for name in features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    index = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(used), len(names) + 1))
    matrix[:, -1] = 1
    for row, (own, _) in enumerate(used):
        matrix[row, [index[name] for name in own if name in index]] = 1
    labels = np.array([label for _, label in used], float)
    weights = np.zeros(len(names) + 1)
    penalties = np.append(np.full(len(names), penalty), 1e-6)
    for _ in range(STEPS):
        right = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (labels - right) - penalties * weights
        bend = (matrix * (right * (1 - right))[:, None]).T @ matrix + np.diag(penalties)
        weights += np.linalg.solve(bend, slope)
    table = dict(zip(names, weights[:-1].round(2).tolist(), strict=True))
    return {"": round(float(weights[-1]), 2)} | {
        name: value for name, value in table.items() if abs(value) >= LEAST_WEIGHT
    }


def probability(one: Candidate, model: Model) -> float:
    """The confidence that the weights give, or the form by itself."""
    sure = chance(model["cue"], confidence.cue_features(one))
    own = chance(model["reading"], confidence.reading_features(one)) if one.marks else 1.0
    return confidence.lifted(sure, one) * own


def chosen(examples: list[Example], model: Model) -> list[tuple[float, Example]]:
    """The readings that would become facts, with their confidence."""
    scored = [(probability(one.candidate, model), one) for one in examples]
    best = confidence.surest_by_cue(scored, lambda one: one.cue)
    numbers = {id(one.candidate): one for _, one in best}
    kept = []
    for paragraph in sorted({one.cue[0] for _, one in best}):
        own = [(sure, one.candidate) for sure, one in best if one.cue[0] == paragraph]
        kept += confidence.without_doubles(own)
    return [(sure, numbers[id(one)]) for sure, one in kept]


def crosswise(
    documents: list[Document], examples: list[list[Example]], parts: int
) -> tuple[dict[float, Counts], list[tuple[float, int]]]:
    """Scores of every document with weights learned without its part, and each answer's truth."""
    part = [int(md5(one.name.encode()).hexdigest(), 16) % parts for one in documents]
    totals = dict.fromkeys(THRESHOLDS, Counts())
    answers = []
    for tried in range(parts):
        model = fit([examples[place] for place, own in enumerate(part) if own != tried])
        for place in (place for place, own in enumerate(part) if own == tried):
            found = chosen(examples[place], model)
            answers += [(sure, one.label) for sure, one in found if one.label is not None]
            for least in THRESHOLDS:
                sure = [(one.source, one.content) for p, one in found if p >= least]
                totals[least] += score(documents[place], sure)
    return totals, answers


def print_reliability(answers: list[tuple[float, int]]) -> None:
    """How often answers of about one confidence are right."""
    print(f"{'confidence':>10} {'mean':>6} {'right':>6} {'answers':>8}")
    for tenth in range(10):
        own = [(sure, label) for sure, label in answers if tenth <= sure * 10 < tenth + 1]
        if own:
            mean, right = (sum(column) / len(own) for column in zip(*own, strict=True))
            print(f"{tenth / 10:>7}... {mean:>6.2f} {right:>6.2f} {len(own):>8}")


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
        totals, answers = crosswise(documents, examples, parts)
        for least, counts in totals.items():
            print(f"{least:>10} {counts.precision:>10.3f} {counts.recall:>8.3f} {counts.f1:>6.3f}")
    print_reliability(answers)
    if "--write" in arguments:
        for name, weights in fit(examples).items():
            table = Path(confidence.__file__).with_name(f"{name}_weights.tsv")
            rows = "".join(f"{name}\t{value}\n" for name, value in sorted(weights.items()))
            table.write_text("# feature\tweight\n" + rows, "utf-8")
            print(f"{table} is written: {len(weights)} weights")


if __name__ == "__main__":
    main(sys.argv[1:])
