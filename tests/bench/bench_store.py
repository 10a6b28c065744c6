"""How the history scales: counting, the next card, rebuilding and merging, beside their limits.

Prints a table for 100,000 cards with 1,000,000 reviews: `quizzer due` as a whole process against
the same over 100 cards, the time from an answer to the next question, replaying the log (with the
`fsrs` package alone as the limit), and merging 1,000,000 reviews into 1,000,000 (with SQLite
alone as the limit). Replaying is measured in processor time, the rest by the clock on the wall.
`--smoke` does a hundredth of it.
"""

import argparse
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsrs

from quizzer.cli.sitting import Clock, Sitting
from quizzer.deck.files import load_deck
from quizzer.memory.fsrs import DEFAULT_PARAMETERS
from quizzer.memory.settings import Settings
from quizzer.quiz.events import Answer, Next
from quizzer.quiz.model import Typed
from quizzer.quiz.session import items_of, start
from quizzer.quiz.state import Settings as QuizSettings
from quizzer.store.merge import merge_into
from quizzer.store.model import Sitting as SittingNote
from quizzer.store.rows import REVIEW_COLUMNS, Row
from quizzer.store.store import Store
from quizzer.store.today import Today

DECKS = 10
NAMES = [f"deck-{place}" for place in range(DECKS)]
NOW = datetime.now(UTC)
SETTINGS = Settings()


def write_decks(folder: Path, cards: int) -> None:
    """Ten decks with as many questions in all."""
    folder.mkdir(parents=True)
    for deck in range(DECKS):
        lines = ["format: 1", f"id: deck-{deck}", f"title: Deck {deck}", "questions:"]
        for number in range(cards // DECKS):
            lines.append(f"- {{id: q{number}, stem: Which is {number}?, answer: Answer {number}}}")
        (folder / f"deck-{deck}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def review_rows(cards: int, reviews: int, seed: int) -> Iterator[Row]:
    """Reviews of each card at growing distances; one in ten is forgotten."""
    chance = random.Random(seed)
    each = reviews // cards
    for card in range(cards):
        at = NOW - timedelta(days=chance.uniform(200, 500))
        wait = 1.0
        for _ in range(each):
            rating = 1 if chance.random() < 0.1 else 3
            wait = 1.0 if rating == 1 else wait * 2.2
            number, place = card // DECKS, card % DECKS
            micro = int(at.timestamp() * 1_000_000)
            yield (
                *(f"{chance.getrandbits(64):016x}-1-1", f"deck-{place}", f"q{number}", ""),
                *(micro, rating, "right" if rating == 3 else "wrong", f"Answer {number}", 4000),
                *("type", 0, "fsrs-6", f"s{seed}", "study", None, None),
            )
            at += timedelta(days=wait * chance.uniform(0.9, 1.1))


def write_history(path: Path, cards: int, reviews: int, seed: int) -> None:
    """A history with as many reviews, written at once."""
    with Store(path) as store:
        store.begin(SittingNote(id=f"s{seed}", origin="study", started_at=NOW, decks=()))
        with store.transaction() as connection:
            places = ", ".join("?" * 16)
            sql = f"INSERT INTO review ({REVIEW_COLUMNS}) VALUES ({places})"
            connection.executemany(sql, review_rows(cards, reviews, seed))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def cpu_seconds(work: Callable[[], object]) -> float:
    """How long it takes a processor, whatever else the machine does meanwhile."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def quantile(found: list[float], share: float) -> float:
    """The value below which that share lies."""
    return sorted(found)[int(len(found) * share)]


def due_times(homes: list[Path], runs: int) -> list[float]:
    """The median time of `quizzer due` in each home, runs taken in turn."""
    times: list[list[float]] = [[] for _ in homes]
    for _ in range(runs + 1):
        for place, home in enumerate(homes):
            environment = os.environ | {"QUIZZER_HOME": str(home)}
            command = [sys.executable, "-m", "quizzer", "due", "--json"]
            times[place].append(
                seconds(
                    lambda e=environment, c=command, h=home: subprocess.run(  # type: ignore[misc]
                        c, env=e, cwd=h, check=True, stdout=subprocess.DEVNULL
                    )
                )
            )
    # The first one replays and reads the decks, the later ones look up.
    return [statistics.median(found[1:]) for found in times]


def answer_times(home: Path, answers: int) -> list[float]:
    """From an answer to the next question, with the answer on disk, in seconds."""
    decks = [load_deck(path) for path in sorted((home / "decks").glob("*.yaml"))[:1]]
    store = Store(home / "history.db", lambda _: SETTINGS)
    Today(store, NOW).refresh(NAMES)
    store.begin(SittingNote(id="now", origin="study", started_at=NOW, decks=()))
    items = items_of(decks)[:answers]
    sitting = Sitting(
        start(items, QuizSettings(seed="1")),
        store,
        Clock(now=lambda: datetime.now(UTC), elapsed_ms=lambda: time.monotonic_ns() // 1_000_000),
        session_id="now",
        texts=lambda _: None,
        origin="study",
    )
    times = []
    for item in items:
        answer = Answer(Typed(f"Answer {item.question.id[1:]}"))
        times.append(seconds(lambda a=answer: (sitting.drive(a), sitting.drive(Next()))))  # type: ignore[misc]
    store.close()
    return times


def commit_times(path: Path, count: int) -> list[float]:
    """SQLite alone: one row of an answer's size on disk, in seconds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = full")
        connection.execute("CREATE TABLE answer (words TEXT)")
        sql = "INSERT INTO answer VALUES (?)"
        return [seconds(lambda: connection.execute(sql, ("x" * 300,))) for _ in range(count)]


def fsrs_alone(reviews: int) -> float:
    """Reviews a second of the package, ten to a card."""
    scheduler = fsrs.Scheduler(DEFAULT_PARAMETERS, enable_fuzzing=False)
    ratings = [fsrs.Rating.Good] * 9 + [fsrs.Rating.Again]

    def work() -> None:
        for card_id in range(reviews // 10):
            card = fsrs.Card(card_id=card_id + 1)
            for rating in ratings:
                card, _ = scheduler.review_card(card, rating, max(card.due, NOW))

    return reviews / cpu_seconds(work)


def sqlite_alone(path: Path, cards: int, reviews: int) -> tuple[float, float]:
    """Seconds to insert rows into a table with the same indexes, and to read them in order."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA cache_size = -262144")
        names = REVIEW_COLUMNS.replace("id, ", "id TEXT UNIQUE, ", 1)
        connection.execute(f"CREATE TABLE review (seq INTEGER PRIMARY KEY, {names})")
        index = "learner, deck_id, question_id, at, id, rating, options, due_day"
        connection.execute(f"CREATE INDEX review_card ON review ({index})")
        connection.execute("CREATE INDEX review_sitting ON review (sitting_id, seq)")
        rows = list(review_rows(cards, reviews, 1))
        places = ", ".join("?" * 16)
        sql = f"INSERT INTO review ({REVIEW_COLUMNS}) VALUES ({places})"
        connection.executemany(sql, rows)
        connection.commit()
        more = list(review_rows(cards, reviews, 2))

        def insert() -> None:
            connection.executemany(sql, more)
            connection.commit()

        inserting = seconds(insert)
        query = f"SELECT {index} FROM review ORDER BY learner, deck_id, question_id, at, id"
        reading = cpu_seconds(lambda: sum(1 for _ in connection.execute(query)))
    return inserting, reading


def row(name: str, figure: str, bar: str = "", limit: str = "") -> None:
    """A line of the table."""
    print(f"{name:44} {figure:>18}   {bar:22} {limit}", flush=True)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--smoke", action="store_true")
    smoke = parser.parse_args().smoke
    cards, reviews, runs, answers = (
        (1000, 10_000, 2, 50) if smoke else (100_000, 1_000_000, 9, 2000)
    )
    row(f"{cards:,} cards, {reviews:,} reviews", "measured", "bar", "limit in the same run")
    with tempfile.TemporaryDirectory(prefix="quizzer-bench-") as name:
        folder = Path(name)
        homes = [folder / "small", folder / "large"]
        for home, count in zip(homes, (100, cards), strict=True):
            write_decks(home / "decks", count)
            write_history(home / "history.db", count, count * (reviews // cards), 1)
        measure(folder, homes, cards, reviews, runs, answers)


def measure(
    folder: Path, homes: list[Path], cards: int, reviews: int, runs: int, answers: int
) -> None:
    """All rows."""
    large = homes[1] / "history.db"
    package = fsrs_alone(min(reviews, 100_000))
    inserting, reading = sqlite_alone(folder / "alone.db", cards, reviews)
    with Store(large, lambda _: SETTINGS) as store:
        store.rebuild()
        today = Today(store, NOW)
        taken = cpu_seconds(lambda: today.refresh(NAMES))
    limit = f"fsrs {package:,.0f}/s, SQLite reads {2 * reviews / reading:,.0f}/s"
    row("rebuild", f"{reviews / taken:,.0f}/s", "at least 60,000/s", limit)
    small, big = due_times(homes, runs)
    row("quizzer due, 100 cards", f"{small * 1000:.0f} ms")
    ratio = f"at most 1.5 times ({big / small:.2f})"
    row(f"quizzer due, {cards:,} cards", f"{big * 1000:.0f} ms", ratio)
    times = answer_times(homes[1], answers)
    commits = commit_times(folder / "commits.db", answers)
    for name, share, bar in (("median", 0.5, 5), ("99th percentile", 0.99, 20)):
        figure, limit = (quantile(found, share) * 1000 for found in (times, commits))
        bound = f"SQLite commits a row in {limit:.2f} ms"
        row(f"next card, {name}", f"{figure:.2f} ms", f"at most {bar} ms", bound)
    write_history(folder / "other.db", cards, reviews, 2)
    with Store(large, lambda _: SETTINGS) as store:
        taken = seconds(lambda: merge_into(store, folder / "other.db"))
        today = Today(store, NOW)
        again = cpu_seconds(lambda: today.refresh(NAMES))
    limit = f"SQLite inserts them in {inserting:.1f} s"
    row(f"merge {reviews:,} into {reviews:,}", f"{taken:.1f} s", "less than 60 s", limit)
    row("  and replay all of them", f"{again:.1f} s", "", f"{2 * reviews / again:,.0f}/s")


if __name__ == "__main__":
    main()
