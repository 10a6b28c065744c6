"""Makes `quizzer/facts/word_classes.tsv` from the database of WordNet 3.0.

usage: python tests/bench/make_word_classes.py FOLDER
FOLDER holds `data.verb`, `index.verb`, `data.noun`, `index.noun` and `cntlist.rev`, as Debian's
package wordnet-base has them. A sense counts as often as people met it, plus one over its rank.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from quizzer.facts import word_classes

VERB_FILES = dict(
    enumerate(
        "body change cognition communication competition consumption contact creation emotion"
        " motion perception possession social stative weather".split(),
        29,
    )
)
NOUN_FILES = dict(
    enumerate(
        "thing act animal artifact attribute body cognition communication event feeling food group"
        " location motive object person phenomenon plant possession process quantity relation"
        " shape state substance time".split(),
        3,
    )
)
SHARED = ("communication", "cognition", "emotion", "feeling", "perception", "social")
LEAST_SHARE = 0.05
NOTICE = """\
# Which class of meaning an English word belongs to: its commonest sense, and how often other
# senses are of a class (in tenths). Made by tests/bench/make_word_classes.py from WordNet 3.0:
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its documentation
# for any purpose and without fee or royalty is hereby granted, provided that you agree to comply
# with the following copyright notice and statements, including the disclaimer, and that the same
# appear on ALL copies of the software, database and documentation, including modifications that
# you make for internal use or for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. The name of
# Princeton University or Princeton may not be used in advertising or publicity pertaining to
# distribution of the software and/or database. Title to copyright in this software, database and
# any associated documentation shall at all times remain with Princeton University.
"""


def read_counts(folder: Path) -> Counter[tuple[str, str, int]]:
    """How often each sense was met, by part of speech, word and rank."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, rank, count = line.split()
        word, rest = key.split("%")
        kind = {"1": "noun", "2": "verb"}.get(rest.split(":")[0])
        if kind:
            counts[kind, word, int(rank)] += int(count)
    return counts


def classes(folder: Path, kind: str, counts: Counter[tuple[str, str, int]]) -> dict[str, set[str]]:
    """Words by class: `first CLASS` and `share CLASS TENTHS`."""
    files = VERB_FILES if kind == "verb" else NOUN_FILES
    lines = (folder / f"data.{kind}").read_text("latin-1").splitlines()
    by_sense = {line[:8]: files[int(line.split()[1])] for line in lines if line[0] != " "}
    found: dict[str, set[str]] = defaultdict(set)
    for line in (folder / f"index.{kind}").read_text("latin-1").splitlines():
        fields = line.split()
        word = fields[0] if line[0] != " " else "_"
        if not word.isalpha():
            continue
        senses = [by_sense[name] for name in fields[-int(fields[2]) :]]
        met = [counts[kind, word, rank] for rank in range(1, len(senses) + 1)]
        if kind == "noun" and not any(met):
            continue  # rare words only make the table long
        found[f"first {senses[0]}"].add(word)
        sizes = [number + 1 / rank for rank, number in enumerate(met, 1)]
        for name in SHARED:
            share = sum(size for sense, size in zip(senses, sizes, strict=True) if sense == name)
            share /= sum(sizes)
            if share > LEAST_SHARE:
                step = next(step for step in (2, 5, 8, 10) if share * 10 <= step + 1e-9)
                found[f"share {name} {step}"].add(word)
    return found


def main(arguments: list[str]) -> None:
    """Writes the table."""
    if len(arguments) != 1:
        print("no folder given, so nothing is made; " + (__doc__ or "").split("usage: ")[1])
        return
    folder = Path(arguments[0])
    counts = read_counts(folder)
    rows = [
        f"{kind} {name}\t{' '.join(sorted(words))}\n"
        for kind in ("verb", "noun")
        for name, words in sorted(classes(folder, kind, counts).items())
    ]
    table = Path(word_classes.__file__).with_suffix(".tsv")
    table.write_text(NOTICE + "".join(rows), "utf-8")
    print(f"{table} is written: {table.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
