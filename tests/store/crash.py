"""A learner who answers as fast as a program can, and a power cut at any moment.

The learner's process acknowledges each answer and each undoing on a pipe once the program has
said that it is on disk. Afterwards the file is held against what was acknowledged.
"""

import os
import random
import resource
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from quizzer.cli import history_file
from quizzer.cli.clock import now
from quizzer.cli.sitting import Clock, Sitting
from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.diagnostics import QuizzerError
from quizzer.memory.settings import Settings
from quizzer.quiz.events import Answer, Aside, Event, Next, Overrule, Redo, SetAside, Undo
from quizzer.quiz.model import Typed
from quizzer.quiz.session import items_of, start
from quizzer.quiz.state import Asking, Finished
from quizzer.quiz.state import Settings as QuizSettings
from quizzer.store.store import Store
from quizzer.store.today import Today
from tests.store.test_cards import all_cards, expected

SETTINGS = Settings()
DECK = Deck(
    id="one",
    title="One",
    questions=tuple(
        Question(id=f"q{number}", stem="Which?", answer=TextAnswer("this")) for number in range(12)
    ),
)


@dataclass(slots=True)
class Acknowledged:
    """What the learner was told is safe: ids of answers, and of those taken back."""

    answers: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def play(home: Path, seed: int, say: Callable[[str], object]) -> None:
    """Sits down again and again until something ends it; `say` acknowledges."""
    os.environ["QUIZZER_HOME"] = str(home)
    chance = random.Random(seed)
    while True:
        session_id = f"{chance.getrandbits(64):016x}"
        log = history_file.LazyStore(
            session_id=session_id,
            decks=("one.yaml",),
            settings="{}",
            started_at=now(),
            origin="study",
        )
        sitting = Sitting(
            start(items_of([DECK]), QuizSettings(seed=session_id)),
            log,
            Clock(
                now=now,
                elapsed_ms=lambda: time.monotonic_ns() // 1_000_000,
            ),
            session_id=session_id,
            texts=lambda _: None,
            origin="study",
        )
        while not isinstance(sitting.session.phase, Finished):
            before = list(sitting.review_ids)
            sitting.drive(_event(chance, is_asking=isinstance(sitting.session.phase, Asking)))
            for old in before:
                if old not in sitting.review_ids:
                    say(f"undone {old}")
            for new in sitting.review_ids:
                if new not in before:
                    say(f"answer {new}")
        log.finish(now(), "done")
        log.close()
        if chance.random() < 0.2:
            with history_file.open_history() as store:
                store.rebuild()
                Today(store, now()).refresh(["one"])


def _event(chance: random.Random, *, is_asking: bool) -> Event:
    event = chance.choices(
        [Undo(), Redo(), Overrule(), SetAside(Aside.BURY), None], [1, 1, 2, 0.3, 12]
    )[0]
    if event is not None:
        return event
    words = chance.choice(["this", "that"])
    return Answer(Typed(words)) if is_asking else Next()


def killed(home: Path, seed: int, seconds: float, largest: int | None = None) -> Acknowledged:
    """What a learner was told before the process was killed, after as long as that.

    `largest` is the size in bytes that no file may outgrow.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(home, seed, reading, writing, largest)
    os.close(writing)
    chunks = []
    with os.fdopen(reading, "rb") as stream:
        # The clock starts with the first answer, so that kills fall among the writing.
        chunks.append(stream.read(1))
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        chunks.append(stream.read())
    told = Acknowledged()
    # A line without its end was not acknowledged.
    for line in b"".join(chunks).decode().split("\n")[:-1]:
        kind, _, rest = line.partition(" ")
        {"answer": told.answers, "undone": told.undone, "refused": told.refusals}[kind].append(rest)
    return told


def _live(home: Path, seed: int, reading: int, writing: int, largest: int | None) -> NoReturn:
    """The learner's process; it ends by being killed, or waits for that after a refusal."""
    os.close(reading)

    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        play(home, seed, say)
    except QuizzerError as error:
        say(f"refused {error}")
        with suppress(BaseException):
            time.sleep(600)
    except BaseException as error:  # noqa: BLE001 - nothing may run on into the tests
        say(f"refused crash {error!r}")
    finally:
        os._exit(1)


def verify(home: Path, told: Acknowledged) -> int:
    """Opens the history and holds it against what was acknowledged; gives its answers."""
    with Store(home / "history.db", lambda _: SETTINGS) as store:
        assert store.problems() == []
        standing = store.reviews()
        everything = {review.id for review in store.reviews(with_taken_back=True)}
        assert set(told.answers) <= everything, "an acknowledged answer is missing"
        ids = {review.id for review in standing}
        taken_back = set(told.undone)
        # Whoever was killed may have been about to tell of one more undoing.
        lost = set(told.answers) - taken_back - ids
        assert len(lost) <= 1, "an answer was taken back that nobody took back"
        told.undone += lost
        assert not taken_back & ids, "an answer that was taken back counts"
        each = Counter((review.session_id, review.card) for review in standing)
        assert all(count == 1 for count in each.values()), "an answer counts twice"
        assert all_cards(store) == expected(store, SETTINGS)
        return len(standing)
