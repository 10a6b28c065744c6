"""Counts what the reader keeps and drops of plain texts, and whether wrapping them changes it.

    python tests/bench/measure_articles.py FOLDER... [--show]
    python tests/bench/measure_articles.py --smoke

Each `.txt` file of the folders is read as it is and again with its lines wrapped at four widths; a
paragraph that comes out differently counts once on each side. `--show` prints the dropped lines,
to be judged by eye. `--smoke` takes an article made here.
"""

import argparse
import sys
from pathlib import Path
from textwrap import fill

from quizzer.article.model import Article
from quizzer.article.plain import read_plain

WIDTHS = (60, 72, 80, 100)
SMOKE = "\n\n".join(
    f"In year {year} the harbour master counted {year * 3} boats, more than in the year before."
    for year in range(10)
)


def paragraphs(article: Article) -> list[str]:
    """The paragraphs with single spaces."""
    return [" ".join(part.span.of(article.text).split()) for part in article.paragraphs]


def dropped(article: Article) -> list[str]:
    """The lines that are in no paragraph."""
    rest, end = [], 0
    for part in article.paragraphs:
        rest.append(article.text[end : part.span.start])
        end = part.span.end
    rest.append(article.text[end:])
    return [line.strip() for part in rest for line in part.split("\n") if line.strip()]


def wrapped(text: str, width: int) -> str:
    """The text with each line filled to a width, and blank lines between."""
    lines = (line for line in text.split("\n") if line.strip())
    filled = (fill(line, width, break_on_hyphens=False, break_long_words=False) for line in lines)
    return "\n\n".join(filled)


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--smoke", action="store_true")
    options = parser.parse_args()
    texts = {p.name: p.read_text("utf-8") for f in options.folders for p in sorted(f.glob("*.txt"))}
    if options.smoke:
        texts = {"made here": SMOKE}
    if not texts:
        print("no folder of texts was given, so nothing is measured")
        return 0
    kept = gone = different = titles = 0
    for name, text in texts.items():
        article = read_plain(text, name)
        own = paragraphs(article)
        kept += len(own)
        gone += len(dropped(article))
        titles += article.title is not None
        for width in WIDTHS:
            other = paragraphs(read_plain(wrapped(text, width), name))
            different += len(set(own) ^ set(other))
        for line in dropped(article) if options.show else ():
            print(f"{name}: {line[:120]}")
    print(f"{'texts':>10} {'titles':>10} {'kept':>10} {'dropped':>10} {'changed by wrapping':>22}")
    print(
        f"{len(texts):>10} {titles:>10} {kept:>10} {gone:>10} "
        f"{different:>10} of {kept * len(WIDTHS)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
