"""Which class of meaning a word belongs to: communication, cognition, emotion, motion ...

The table is made from WordNet 3.0, whose licence stands at its head. It lets weights that were
learned on `criticize` hold for `castigate`, though no article of the training data had it.
"""

from functools import cache, lru_cache
from importlib.resources import files


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """From `verb say` to `first communication`, `share communication 10` ..."""
    found: dict[str, list[str]] = {}
    text = files("quizzer.facts").joinpath("word_classes.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, words = line.split("\t")
        kind, label = name.split(" ", 1)
        for word in words.split():
            found.setdefault(f"{kind} {word}", []).append(label)
    return {word: tuple(labels) for word, labels in found.items()}


def labels(kind: str, lemma: str) -> tuple[str, ...]:
    """`first CLASS` and, for some classes, `share CLASS TENTHS`; kind is `verb` or `noun`."""
    return _table().get(f"{kind} {lemma}", ())


@lru_cache(maxsize=8192)
def first_class(kind: str, lemma: str) -> str:
    """The class of the commonest sense, `none` for an unknown word."""
    for label in labels(kind, lemma):
        if label.startswith("first "):
            return label[6:]
    return "none"
