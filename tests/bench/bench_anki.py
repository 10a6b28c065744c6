"""Writing Anki packages: our time and memory beside genanki's on the same notes.

    python tests/bench/bench_anki.py [--smoke]

Each writer runs in a process of its own, three times, in turns; the table shows the least time of
the processor (which other work on the machine disturbs least) and the largest peak of memory of
the whole process. `genanki` and `quizzer` write the same fields;
`with history` adds a state and three reviews a note, `from questions` renders the notes first.
genanki (MIT) has to be installed.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.exchange.anki.progress import Progress

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
RUNS = 3
FULL, SMOKE = 50_000, 500


def texts(count: int) -> list[tuple[str, str]]:
    """Fronts and backs of invented cards."""
    return [(f"What does word {n} mean in context {n % 97}?", f"meaning {n}") for n in range(count)]


def with_genanki(count: int, target: Path) -> float:
    """Seconds that genanki takes from texts to a file."""
    import genanki

    model = genanki.Model(
        1_607_392_319,
        "Plain",
        fields=[{"name": name} for name in ("Front", "Back", "More", "Source", "Id")],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
    )
    source = texts(count)
    start = time.process_time()
    deck = genanki.Deck(2_059_400_110, "Words")
    for number, (front, back) in enumerate(source):
        deck.add_note(genanki.Note(model=model, fields=[front, back, "", "", str(number)]))
    genanki.Package(deck).write_to_file(str(target))
    return time.process_time() - start


def with_quizzer(count: int, target: Path, history: bool) -> float:
    """Seconds from the same texts to a file, with a state and three reviews a note or without."""
    from quizzer.exchange.anki.identity import note_guid
    from quizzer.exchange.anki.notes import AnkiNote
    from quizzer.exchange.anki.notetypes import QUESTION_TYPE
    from quizzer.exchange.anki.package import AnkiDeck, write_package
    from quizzer.exchange.anki.rows import Timing

    source = texts(count)
    memory = past(count) if history else None
    start = time.process_time()
    notes = [
        AnkiNote(
            question_id=f"w{number}",
            guid=note_guid("words", f"w{number}"),
            note_type=QUESTION_TYPE,
            fields=(front, back, "", "", back, "", "", "", f"words/w{number}"),
            tags=(),
            changed=1_700_000_000,
        )
        for number, (front, back) in enumerate(source)
    ]
    deck = AnkiDeck(deck_id="words", name="Words", notes=notes, progress=memory)
    target.write_bytes(write_package([deck], timing=Timing.fixed(UTC)))
    return time.process_time() - start


def with_questions(count: int, target: Path) -> float:
    """Seconds from questions to a file: their notes are rendered and escaped first."""
    from quizzer.deck.model import Deck, Question, TextAnswer
    from quizzer.exchange.anki.export import anki_deck, notes_of
    from quizzer.exchange.anki.ledger import Ledger
    from quizzer.exchange.anki.package import write_package
    from quizzer.exchange.anki.rows import Timing

    source = texts(count)
    start = time.process_time()
    questions = tuple(
        Question(id=f"w{number}", stem=front, answer=TextAnswer(back))
        for number, (front, back) in enumerate(source)
    )
    deck = Deck(id="words", title="Words", questions=questions)
    notes, _ = notes_of(deck, None, Ledger(), NOW)
    target.write_bytes(write_package([anki_deck(deck, notes)], timing=Timing.fixed(UTC)))
    return time.process_time() - start


def past(count: int) -> "Progress":
    """A learner's memory of all words."""
    from quizzer.exchange.anki.progress import Progress
    from quizzer.memory.model import CardKey, Rating, Remembered, Review
    from quizzer.memory.settings import Settings

    reviews = [
        Review(
            id=f"{number}-{day}",
            card=CardKey("words", f"w{number}"),
            at=NOW - timedelta(days=day, milliseconds=number),
            rating=Rating.GOOD,
            verdict="right",
            response="",
            duration_ms=3000,
            mode="type",
            options=0,
            scheduler="fsrs-6",
            session_id="s",
            origin="study",
        )
        for number in range(count)
        for day in (20, 12, 3)
    ]
    state = Remembered(
        stability=9.5, difficulty=5.0, due_day=20500, last_day=20491, reps=3, lapses=0
    )
    states = {f"w{number}": state for number in range(count)}
    return Progress(states=states, reviews=reviews, settings=Settings())


def measure(writer: str, count: int) -> dict[str, float]:
    """Runs one writer in this process and reports seconds, peak MB and the file's size."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "words.apkg"
        if writer == "genanki":
            seconds = with_genanki(count, target)
        elif writer == "from questions":
            seconds = with_questions(count, target)
        else:
            seconds = with_quizzer(count, target, writer == "with history")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"seconds": seconds, "peak": peak, "size": target.stat().st_size / 1e6}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="500 notes instead of 50,000")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    count = SMOKE if arguments.smoke else FULL
    if arguments.one:
        print(json.dumps(measure(arguments.one, count)))
        return
    writers = ("genanki", "quizzer", "with history", "from questions")
    found: dict[str, list[dict[str, float]]] = {writer: [] for writer in writers}
    for _ in range(1 if arguments.smoke else RUNS):
        for writer in writers:
            command = [sys.executable, __file__, "--one", writer]
            command += ["--smoke"] if arguments.smoke else []
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{writer}: {done.stderr.strip().splitlines()[-1]}")
                continue
            found[writer].append(json.loads(done.stdout))
    print(f"{count} notes   seconds   ratio   peak MB   file MB")
    base = min((run["seconds"] for run in found["genanki"]), default=None)
    for writer, runs in found.items():
        if not runs:
            continue
        seconds = min(run["seconds"] for run in runs)
        ratio = f"{seconds / base:7.2f}" if base else "      -"
        peak, size = max(run["peak"] for run in runs), runs[0]["size"]
        print(f"{writer:21}{seconds:6.2f} {ratio} {peak:9.0f} {size:9.1f}")


if __name__ == "__main__":
    main()
