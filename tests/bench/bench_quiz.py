"""How fast a quiz starts, and how fast one question follows another, through a pseudo-terminal.

Prints a table: the start of bare Python, of `quizzer --version`, the first question of a deck of
50, and the time from a key to the next screen on a deck of 10,000 questions (median and 99th
percentile). `--smoke` does little of each. Without a folder the decks go to a temporary one.
"""

import argparse
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

COLUMNS, ROWS = 80, 24


def write_deck(folder: Path, count: int) -> Path:
    """A deck of `count` questions with three distractors each."""
    lines = ["format: 1", f"id: bench-{count}", "title: A deck for measuring", "questions:"]
    for number in range(count):
        lines += [
            f"- id: q{number}",
            f"  stem: Which answer belongs to question {number}?",
            f"  answer: Answer {number}",
            f"  distractors: [First {number}, Second {number}, Third {number}]",
            "  kind: figure",
        ]
    path = folder / f"bench-{count}.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


class Pseudo:
    """A program in a pseudo-terminal."""

    def __init__(self, arguments: list[str], home: Path):
        self.child, self.master = pty.fork()
        if self.child == 0:
            environment = os.environ | {
                "QUIZZER_HOME": str(home),
                "TERM": "xterm-256color",
                "COLUMNS": str(COLUMNS),
                "LINES": str(ROWS),
            }
            for name in ("NO_COLOR", "ACCESSIBLE"):
                environment.pop(name, None)
            os.execvpe(sys.executable, [sys.executable, *arguments], environment)
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read_until(self, wanted: bytes, seconds: float = 60.0) -> bytes:
        """Everything written until `wanted` comes."""
        seen = b""
        end = time.perf_counter() + seconds
        while wanted not in seen:
            if not select.select([self.master], [], [], max(0, end - time.perf_counter()))[0]:
                raise TimeoutError(f"{wanted!r} did not come; the last bytes: {seen[-300:]!r}")
            seen += os.read(self.master, 65536)
        return seen

    def drain(self, quiet: float = 0.05) -> None:
        """Reads until nothing comes for a while."""
        while select.select([self.master], [], [], quiet)[0]:
            os.read(self.master, 65536)

    def press(self, keys: bytes) -> None:
        """Types keys."""
        os.write(self.master, keys)

    def close(self) -> None:
        """Leaves by Ctrl-C."""
        self.press(b"\x03")
        try:
            while os.read(self.master, 65536):
                pass
        except OSError:
            pass
        os.waitpid(self.child, 0)
        os.close(self.master)


def median_ms(act: Callable[[], object], times: int) -> float:
    """The median time of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def first_question_ms(deck: Path, home: Path, times: int) -> float:
    """From the call to the first stem on the screen."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        program = Pseudo(["-m", "quizzer", "quiz", str(deck)], home)
        program.read_until(b"Which answer belongs")
        taken.append((time.perf_counter() - start) * 1000)
        program.drain(0.3)
        program.close()
    return statistics.median(taken)


def steps_ms(deck: Path, home: Path, answers: int) -> list[float]:
    """For each answer, from Enter after the feedback to the next question."""
    program = Pseudo(["-m", "quizzer", "quiz", str(deck)], home)
    program.read_until(b"Which answer belongs")
    program.drain(0.5)
    taken = []
    for number in range(answers):
        program.press(b"1")
        program.read_until(b"I was ")
        program.drain(0.02)
        start = time.perf_counter()
        program.press(b"\r")
        # The footer is the last that is drawn, and only its wording tells the two apart.
        program.read_until(b"pass")
        taken.append((time.perf_counter() - start) * 1000)
        program.drain(0.02)
        del number
    program.close()
    return taken


def answers_ms(deck: Path, home: Path, answers: int) -> list[float]:
    """For each answer, from its key to its feedback, with the answer on disk."""
    program = Pseudo(["-m", "quizzer", "quiz", str(deck)], home)
    program.read_until(b"Which answer belongs")
    program.drain(0.5)
    taken = []
    for _ in range(answers):
        start = time.perf_counter()
        program.press(b"1")
        program.read_until(b"I was ")
        taken.append((time.perf_counter() - start) * 1000)
        program.drain(0.02)
        program.press(b"\r")
        program.read_until(b"pass")
        program.drain(0.02)
    program.close()
    return taken


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where the decks are written")
    parser.add_argument("--smoke", action="store_true", help="a run of seconds")
    options = parser.parse_args()
    times, answers, size = (3, 10, 500) if options.smoke else (15, 300, 10_000)
    with tempfile.TemporaryDirectory() as made:
        if options.folder is None:
            print("no folder given; the decks are written to a temporary one")
        folder = options.folder or Path(made)
        home = Path(made) / "home"
        small, large = write_deck(folder, 50), write_deck(folder, size)
        run = [sys.executable, "-c", "pass"]
        bare = median_ms(lambda: subprocess.run(run, check=True), times)
        version = [sys.executable, "-m", "quizzer", "--version"]
        told = median_ms(lambda: subprocess.run(version, check=True, capture_output=True), times)
        first = first_question_ms(small, home, times)
        rows = [
            ("bare Python", bare, 1.0),
            ("quizzer --version", told, told / bare),
            ("first question of 50", first, first / bare),
        ]
        for name, value, factor in rows:
            print(f"{name:32} {value:8.1f} ms {factor:6.1f} x")
        for name, values in (
            (f"Enter to next question of {size}", steps_ms(large, home, answers)),
            (f"key to feedback of {size}", answers_ms(large, home, answers)),
        ):
            print(
                f"{name:32} {statistics.median(values):8.1f} ms median"
                f" {percentile(values, 0.99):8.1f} ms p99"
            )


if __name__ == "__main__":
    main()
