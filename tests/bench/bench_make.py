"""How long `make` takes beside the bare spaCy pipeline, and how time and memory grow with length.

The text is the project's own articles, repeated with other numbers to any length. A warm run comes
after others in the same process; a cold one is the first after the model is loaded, in a process
of its own. All times are the processor's, which other programs hardly stretch.

usage: python tests/bench/bench_make.py [--smoke]
"""

import argparse
import gc
import math
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from quizzer.article.model import Article
from quizzer.article.read import read_bytes
from quizzer.facts.extract import extract_parsed
from quizzer.facts.language import load_language, parse_article
from quizzer.questions.make import make_deck

SOURCES = Path(__file__).parents[2] / "decks" / "sources"


def article_of(words: int) -> Article:
    """An article of about so many words."""
    texts = [path.read_text("utf-8").split("---", 2)[2] for path in sorted(SOURCES.glob("*.md"))]
    parts: list[str] = []
    size = copy = 0
    while size < words:
        for text in texts:
            for paragraph in text.split("\n\n"):
                if size >= words:
                    break
                # Other numbers in each copy, so that facts differ.
                shifted = re.sub(r"\b\d{3}\b", lambda m, n=copy: str(int(m.group()) + n), paragraph)
                parts.append(shifted)
                size += len(shifted.split())
        copy += 1
    head = "---\ntitle: A long article\npublished: 2025-03-19\n---\n"
    return read_bytes((head + "\n\n".join(parts)).encode(), "long.md", "markdown")


def seconds(work: Callable[[], object]) -> float:
    """The processor's time for one call, which pays for nothing that an earlier one left over."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def texts_of(article: Article) -> list[str]:
    """The paragraphs as `make` gives them to spaCy."""
    words = article.words
    return [paragraph.span.of(words) for paragraph in article.paragraphs]


def warm_row(words: int, runs: int) -> tuple[float, str]:
    """The median time of `make`, and the row of the table."""
    nlp = load_language()
    article = article_of(words)
    texts = texts_of(article)
    times: dict[str, list[float]] = {"one": [], "bare": [], "facts": [], "make": []}
    for _ in range(runs):  # turn by turn, so that a busy machine slows all of them
        if words <= 3_000:  # longer ones would take more memory than all of `make`
            times["one"].append(seconds(lambda: nlp(article.words)))
        times["bare"].append(seconds(lambda: list(nlp.pipe(texts))))
        parsed = parse_article(article, nlp)
        times["facts"].append(seconds(lambda p=parsed: extract_parsed(article, p)))
        del parsed
        times["make"].append(seconds(lambda: make_deck(article, deck_id="bench")))
    ratios = [make / bare for make, bare in zip(times["make"], times["bare"], strict=True)]
    make = statistics.median(times["make"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    columns = " ".join(f"{median(times[name]):>8}" for name in ("one", "bare", "facts", "make"))
    return make, f"{words:8} warm {columns} {spread(ratios):>18} {peak:8.0f}"


def cold_row(words: int, runs: int) -> str:
    """The row for the first run of a process, each measured in processes of its own."""
    bare = [first_run("bare", words) for _ in range(runs)]
    make = [first_run("make", words) for _ in range(runs)]
    ratios = [mine / theirs for mine, theirs in zip(make, bare, strict=True)]
    columns = f"{'-':>8} {median(bare):>8} {'-':>8} {median(make):>8}"
    return f"{words:8} cold {columns} {spread(ratios):>18} {'-':>8}"


def first_run(what: str, words: int) -> float:
    """The seconds that a new process takes for its first run."""
    command = [sys.executable, __file__, "--first", what, str(words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def run_first(what: str, words: int) -> float:
    """The other side of `first_run`: the model is loaded, and nothing has been read yet."""
    nlp = load_language()
    article = article_of(words)
    if what == "bare":
        texts = texts_of(article)
        return seconds(lambda: list(nlp.pipe(texts)))
    return seconds(lambda: make_deck(article, deck_id="bench"))


def median(times: Sequence[float]) -> str:
    """The median as text."""
    return f"{statistics.median(times):.2f}s" if times else "-"


def spread(ratios: Sequence[float]) -> str:
    """The median ratio, with the least and the greatest."""
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="short texts, one run")
    parser.add_argument("--first", nargs=2, metavar=("WHAT", "WORDS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.first:
        print(run_first(options.first[0], int(options.first[1])))
        return
    lengths = (300, 600) if options.smoke else (1_000, 3_000, 10_000, 30_000, 100_000)
    print(
        f"{'words':>8} {'run':4} {'nlp(all)':>8} {'nlp.pipe':>8} {'facts':>8} {'make':>8}"
        f" {'make/nlp.pipe':>18} {'peak MB':>8}"
    )
    make_deck(article_of(lengths[0]), deck_id="bench")
    points = []
    for words in lengths:
        runs = 1 if options.smoke or words > 30_000 else 2 if words > 10_000 else 7
        if words <= 10_000:
            print(cold_row(words, min(runs, 3)))
        make, row = warm_row(words, runs)
        print(row)
        points.append((math.log(words), math.log(make)))
    slope = statistics.linear_regression(*zip(*points, strict=True)).slope
    print(f"time grows with the {slope:.2f}th power of the length (1 is linear)")
    print("limits: make at most 1.5 x the bare pipeline; below 700 MB at 100,000 words")


if __name__ == "__main__":
    main()
