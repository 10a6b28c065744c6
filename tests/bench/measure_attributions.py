"""Precision and recall of the attributions over thresholds, on a split of the PolNeAR corpus.

usage: python tests/bench/measure_attributions.py FOLDER [--smoke]
FOLDER has `text/*.txt` and `attributions/*.ann`; the corpus is not part of this project.
With --smoke only the first three documents are read.
"""

import sys
from itertools import islice
from pathlib import Path

from attribution_corpus import Counts, read_corpus, score, words_in

from quizzer.article.read import read_bytes
from quizzer.facts.extract import extract_facts
from quizzer.facts.model import AttributionFact

THRESHOLDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main(arguments: list[str]) -> None:
    """Prints the table."""
    folders = [one for one in arguments if one != "--smoke"]
    if len(folders) != 1:
        print("no folder given, so nothing is measured; " + (__doc__ or "").split("usage: ")[1])
        return
    totals = dict.fromkeys(THRESHOLDS, Counts())
    documents = read_corpus(Path(folders[0]))
    for document in islice(documents, 3 if "--smoke" in arguments else None):
        article = read_bytes(document.text.encode(), document.name, "text")
        facts = [one for one in extract_facts(article) if isinstance(one, AttributionFact)]
        for least in THRESHOLDS:
            predictions = [
                (
                    words_in(document.text, [(fact.source.span.start, fact.source.span.end)]),
                    words_in(document.text, [(fact.content.span.start, fact.content.span.end)]),
                )
                for fact in facts
                if fact.confidence >= least
            ]
            totals[least] += score(document, predictions)
    print(f"{'confidence':>10} {'precision':>10} {'recall':>8} {'F1':>6} {'predicted':>10}")
    for least, counts in totals.items():
        print(
            f"{least:>10} {counts.precision:>10.3f} {counts.recall:>8.3f} {counts.f1:>6.3f}"
            f" {counts.predicted:>10}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
