"""How long `make` takes beside the bare spaCy pipeline, and how time and memory grow with length.

The text is the project's own articles, repeated with other names and numbers to any length, so
that nothing can be remembered from one copy to the next.

usage: python tests/bench/bench_make.py [--smoke]
"""

import argparse
import math
import re
import resource
import statistics
import time
from collections.abc import Callable
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


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """The median over `runs` of the processor's time, which other programs do not stretch."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="short texts, one run")
    smoke = parser.parse_args().smoke
    nlp = load_language()
    lengths, runs = ((300, 600), 1) if smoke else ((1_000, 3_000, 10_000, 30_000, 100_000), 3)
    print(f"{'words':>8} {'spaCy':>9} {'facts':>9} {'make':>9} {'make/spaCy':>11} {'peak MB':>8}")
    points = []
    for words in lengths:
        article = article_of(words)
        words_alone = article.words
        texts = [paragraph.span.of(words_alone) for paragraph in article.paragraphs]
        count = runs if words <= 10_000 else 1
        parsed = parse_article(article, nlp)
        bare = median_seconds(lambda texts=texts: list(nlp.pipe(texts, batch_size=32)), count)
        facts = median_seconds(lambda a=article, p=parsed: extract_parsed(a, p), count)
        del parsed
        whole = median_seconds(lambda a=article: make_deck(a, deck_id="bench"), count)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        points.append((math.log(words), math.log(whole)))
        print(
            f"{words:8} {bare:8.2f}s {facts:8.2f}s {whole:8.2f}s {whole / bare:10.2f}x {peak:8.0f}"
        )
    slope = statistics.linear_regression(*zip(*points, strict=True)).slope
    print(f"time grows with the {slope:.2f}th power of the length (1 is linear)")
    print("limits: make at most 1.5 x the bare pipeline; below 700 MB at 100,000 words")


if __name__ == "__main__":
    main()
