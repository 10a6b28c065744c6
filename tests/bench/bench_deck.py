"""How long a deck of 10,000 questions takes to load and check, beside PyYAML's C loader alone.

usage: python tests/bench/bench_deck.py [--smoke]
"""

import argparse
import time
from collections.abc import Callable
from decimal import Decimal

import yaml

from quizzer.deck.check import check_deck
from quizzer.deck.dates import PartialDate
from quizzer.deck.files import digest
from quizzer.deck.model import (
    DateAnswer,
    Deck,
    NumberAnswer,
    Question,
    Source,
    Span,
    TextAnswer,
)
from quizzer.deck.read import read_deck
from quizzer.deck.write import write_deck


def sample(count: int) -> tuple[str, str]:
    """A deck with `count` questions of three kinds as YAML, and the text that it cites."""
    sentences, questions, start = [], [], 0
    for number in range(count):
        year = 1500 + number % 500
        text = f"In {year} the town of Aville sent {number + 10} ships to Port {number}.\n"
        sentences.append(text)
        answer = (
            NumberAnswer(Decimal(number + 10), "ships"),
            DateAnswer(PartialDate(year)),
            TextAnswer(f"Port {number}"),
        )[number % 3]
        distractors = (
            (str(number + 20), str(number + 30), str(number + 40)),
            (str(year + 1), str(year + 2), str(year + 3)),
            ("Port A", "Port B", "Port C"),
        )[number % 3]
        questions.append(
            Question(
                id=f"q{number}",
                stem=f"What is asked about the ships of Aville in {year}, question {number}?",
                answer=answer,
                distractors=distractors,
                explanation="Aville lies at the sea, and its ships went far in those years.",
                evidence=(Span(start, start + len(text) - 1),),
                kind="figure",
            )
        )
        start += len(text)
    source = "".join(sentences)
    deck = Deck(
        id="bench",
        title="Bench",
        source=Source(path="bench.txt", sha256=digest(source)),
        questions=tuple(questions),
    )
    return write_deck(deck), source


def best(work: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a small deck, one run")
    smoke = parser.parse_args().smoke
    count, runs = (500, 1) if smoke else (10_000, 5)
    text, source = sample(count)
    file = read_deck(text, "bench.yaml")
    assert file.deck is not None, file.diagnostics
    assert check_deck(file, source) == []
    peer = best(lambda: yaml.load(text, yaml.CSafeLoader), runs)
    rows = {
        "PyYAML's C loader alone": peer,
        "quizzer: read": best(lambda: read_deck(text, "bench.yaml"), runs),
        "quizzer: check": best(lambda: check_deck(file, source), runs),
    }
    rows["quizzer: read and check"] = rows["quizzer: read"] + rows["quizzer: check"]
    print(f"{count} questions, {len(text) / 1e6:.1f} MB, best of {runs}")
    for name, seconds in rows.items():
        print(f"{name:28} {seconds * 1000:9.1f} ms   {seconds / peer:5.2f} x")
    print("limit for read and check: 3 x")


if __name__ == "__main__":
    main()
