"""A school year's answers: how long marks and item analysis take, and how much memory.

Makes a classroom file of 2,000 students, 40 drills and 1,000,000 answers (`--smoke`: a fiftieth)
and prints, each in a process of its own: reading all answers with plain sqlite3, `quizzer grades`
(marks, CSV), `quizzer items` (everything), and the greatest memory of each. Limits: 10 s and
400 MB for both together, and items within 12 times the plain reading.
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizzer.classroom.records.model import PAPER, Asked, Drill
from quizzer.classroom.records.records import FILE_NAME, Records
from quizzer.deck.model import Deck, Question, TextAnswer

SECONDS, MEGABYTES, RATIO = 10, 400, 12
START = datetime(2026, 1, 5, 9, tzinfo=UTC)

_PLAIN = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
count = 0
for row in connection.execute("SELECT student_id, position, response, credit FROM answer"):
    count += 1
print(count)
"""


def fill(path: Path, students: int, drills: int, answers: int) -> None:
    """A file of drills, each of a deck of its own, in which students answer by their ability."""
    chance = random.Random(1)
    questions = answers // drills // (students // 2) or 1
    with Records(path) as records:
        for number in range(drills):
            records.save(_drill(number, questions))
    connection = sqlite3.connect(path)
    ids = [f"student{number:05}" for number in range(students)]
    connection.executemany(
        "INSERT INTO student VALUES (?, ?, ?, ?)",
        [(one, "7b", f"Name {one}", f"name {one}") for one in ids],
    )
    ability = {one: chance.gauss(0, 1) for one in ids}
    for number in range(drills):
        # Half of the school sits each drill, so that every student has about half of them.
        there = sorted(chance.sample(ids, students // 2 or 1))
        connection.executemany(
            "INSERT INTO seat VALUES (?, ?, '', '', 1, 0, 0)", [(str(number), one) for one in there]
        )
        rows = []
        for one in there:
            for position in range(questions):
                right = chance.random() < 1 / (1 + 2.7 ** (position % 5 - 2 - 1.5 * ability[one]))
                choice = 0 if right else chance.randint(1, 3)
                response = json.dumps({"chosen": [f"option {choice} of {position}"]})
                rows.append((str(number), one, position, response, float(right), 0, 0, 0))
        connection.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.commit()
    connection.close()


def _drill(number: int, count: int) -> list[Drill | Asked]:
    questions = tuple(
        Question(
            id=f"q{place}",
            stem=f"Question {place}?",
            answer=TextAnswer(f"option 0 of {place}"),
            distractors=tuple(f"option {wrong} of {place}" for wrong in range(1, 4)),
        )
        for place in range(count)
    )
    deck = Deck(id=f"deck{number}", title=f"Deck {number}", questions=questions)
    at = START + timedelta(days=number)
    drill = Drill(
        id=str(number), deck=deck, origin=PAPER, mode="exam", class_name="7b", seed="1",
        started_at=at, ended_at=at,
    )  # fmt: skip
    asked = [
        Asked(
            drill_id=drill.id,
            position=place,
            question_id=question.id,
            options=("option 0 of " + str(place), *question.distractors),
            opened_at=at,
        )
        for place, question in enumerate(questions)
    ]
    return [drill, *asked]


def measured(command: list[str], home: Path) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of a processor, and megabytes at most, of one process."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    script = (
        "import resource, subprocess, sys;"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024);"
        "sys.exit(done.returncode)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        env=os.environ | {"QUIZZER_HOME": str(home)},
        stdout=subprocess.PIPE,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used, float(done.stdout)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true")
    smoke = parser.parse_args().smoke
    students, drills, answers = (200, 4, 20_000) if smoke else (2000, 40, 1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = home / FILE_NAME
        fill(path, students, drills, answers)
        quizzer = [sys.executable, "-m", "quizzer"]
        commands = {
            "plain sqlite3": [sys.executable, "-c", _PLAIN, str(path)],
            "grades --csv": [*quizzer, "grades", "--csv", str(home / "m.csv")],
            "grades --xlsx": [*quizzer, "grades", "--xlsx", str(home / "m.xlsx")],
            "items --json": [*quizzer, "items", "--json"],
        }
        found = {name: measured(command, home) for name, command in commands.items()}
    plain = found["plain sqlite3"][1]
    print(f"{students} students, {drills} drills, {answers} answers")
    print(f"{'':16}   clock  processor  memory  of plain reading")
    for name, (clock, used, memory) in found.items():
        print(f"{name:16} {clock:5.1f} s {used:8.1f} s {memory:4.0f} MB {used / plain:8.1f} x")
    both = [found[name] for name in ("grades --csv", "items --json")]
    clock, used = (sum(one[column] for one in both) for column in (0, 1))
    most = max(one[2] for one in both)
    print(f"grades and items: {clock:.1f} s by the clock, {used:.1f} s of a processor", end="")
    print(f" (limit {SECONDS}), {most:.0f} MB (limit {MEGABYTES}),", end="")
    print(f" items {found['items --json'][1] / plain:.1f} x plain reading (limit {RATIO})")


if __name__ == "__main__":
    main()
