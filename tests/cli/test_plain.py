"""The line-by-line front end, fed with lines and read back."""

from collections.abc import Iterable, Iterator

import pytest

from quizzer.cli.plain import Plain
from quizzer.cli.sitting import Sitting
from quizzer.deck.model import Question
from quizzer.memory.model import Rating
from quizzer.quiz.model import Mode
from quizzer.quiz.score import report
from quizzer.quiz.state import Finished, Settings
from tests.cli.sittings import (
    COLOURS,
    DECK,
    KEEPER,
    LIT,
    MATCHES,
    SEQUENCE,
    SHINES,
    STEPS,
    Remembering,
    sitting,
)

TYPE = Settings(seed="7", modes=(Mode.TYPE,))


def play(
    lines: Iterable[str],
    questions: Iterable[Question] = DECK.questions,
    settings: Settings | None = None,
) -> tuple[list[str], Sitting, Remembering]:
    """Runs a sitting on the lines; gives what was written, the sitting and the log."""
    log = Remembering()
    made = sitting(questions, settings, log)
    feed: Iterator[str] = iter(lines)
    written: list[str] = []
    Plain(lambda: next(feed, None), written.append).run(made.view(), made.drive)
    return written, made, log


def score(made: Sitting) -> float:
    """Points so far."""
    return report(made.session).total.score


def number_of(written: list[str], option: str) -> str:
    """The number under which an option was listed."""
    return next(line.split(".")[0].strip() for line in written if line.endswith(f". {option}"))


def test_a_right_choice_is_told_with_its_sentence() -> None:
    """The verdict, the explanation and the cited sentence with the key marked follow an answer."""
    shown, _, _ = play([], [KEEPER])
    written, made, log = play([number_of(shown, "Ada Brandt")], [KEEPER])
    assert "Right. Ada Brandt." in written
    assert "She stayed for thirty years." in written
    assert '"Its keeper, [Ada Brandt], counted 212 steps to the lamp."' in written
    assert score(made) == 1
    assert [review.rating for review in log.log] == [Rating.GOOD]


def test_a_wrong_choice_names_the_key() -> None:
    """After a wrong answer the key is told."""
    written, made, log = play(["mary firth"], [KEEPER])
    assert "Wrong. The answer is Ada Brandt." in written
    assert score(made) == 0
    assert log.log[0].response == "Mary Firth"


@pytest.mark.parametrize(
    ("question", "line", "points"),
    [
        (KEEPER, "Brandt", 1),
        (KEEPER, "Lund", 0),
        (STEPS, "212", 1),
        (LIT, "May 1871", 0.5),
        (SHINES, "true", 1),
        (COLOURS, "white, red", 1),
        (SEQUENCE, "spark, smoke, flame", 1 / 3),
        (MATCHES, "north: cliff; south: beach", 1),
    ],
)
def test_every_kind_can_be_typed(question: Question, line: str, points: float) -> None:
    """A typed line answers each kind of question."""
    _, made, _ = play([line], [question], TYPE)
    assert score(made) == pytest.approx(points)


@pytest.mark.parametrize(
    ("question", "options"),
    [
        (KEEPER, ["Ada Brandt"]),
        (LIT, ["4 May 1871"]),
        (SHINES, ["true"]),
        (COLOURS, ["red", "white"]),
        (SEQUENCE, ["spark", "flame", "smoke"]),
        (MATCHES, ["cliff", "beach"]),
    ],
)
def test_every_kind_can_be_chosen(question: Question, options: list[str]) -> None:
    """Numbers answer each kind of question that has options."""
    shown, _, _ = play([], [question])
    line = " ".join(number_of(shown, option) for option in options)
    _, made, _ = play([line], [question])
    assert score(made) == 1


def test_a_card_is_turned_and_rated() -> None:
    """Enter shows the answer, y says that it was known."""
    written, made, _ = play(["", "y"], [KEEPER], Settings(modes=(Mode.FLIP,)))
    assert "The answer is Ada Brandt." in written
    assert score(made) == 1


def test_an_empty_line_passes() -> None:
    """Passing scores nothing and tells the answer."""
    written, made, log = play([""], [STEPS])
    assert "Passed. The answer is 212 steps." in written
    assert score(made) == 0
    assert log.log[0].verdict == "skipped"


def test_a_near_miss_is_asked_about() -> None:
    """The learner says whether the key was meant, and both verdicts are on record."""
    written, made, log = play(["Ada", "y"], [KEEPER], TYPE)
    assert any(line.endswith("Did you mean Ada Brandt? (y or n)") for line in written)
    assert score(made) == 1
    assert [review.verdict for review in log.standing] == ["near"]
    assert [review.rating for review in log.standing] == [Rating.GOOD]
    _, made, log = play(["Ada", "n"], [KEEPER], TYPE)
    assert score(made) == 0
    assert [review.rating for review in log.standing] == [Rating.AGAIN]


def test_overruling_is_recorded_with_both_verdicts() -> None:
    """`:o` makes the last answer right; the log keeps what the machine said."""
    _, made, log = play(["nobody", ":o"], [KEEPER, STEPS], TYPE)
    assert score(made) == 1
    (review,) = log.standing
    assert (review.verdict, review.rating) == ("wrong", Rating.GOOD)


def test_the_last_answer_can_be_overruled_too() -> None:
    """After the last answer there is a moment to say something to it."""
    _, made, _ = play(["nobody", "o", ""], [KEEPER], TYPE)
    assert score(made) == 1
    assert made.session.phase == Finished("done")


def test_undo_asks_again() -> None:
    """`:u` takes the answer back; only the second one counts."""
    written, made, log = play(["nobody", ":u", "Brandt"], [KEEPER, STEPS], TYPE)
    assert "Taken back." in written
    assert score(made) == 1
    assert [review.response for review in log.standing] == ["Brandt"]


def test_redo_puts_back() -> None:
    """`:r` restores what `:u` took back."""
    _, made, log = play(["Brandt", ":u", ":r"], [KEEPER, STEPS], TYPE)
    assert score(made) == 1
    assert [review.response for review in log.standing] == ["Brandt"]


def test_leaving_and_the_end_of_input_keep_everything() -> None:
    """`:q` and the end of input both stop after what was answered."""
    for lines in (["Brandt", ":q", "212"], ["Brandt"]):
        _, made, log = play(lines, [KEEPER, STEPS], TYPE)
        assert made.session.phase == Finished("left")
        assert [review.response for review in log.standing] == ["Brandt"]


def test_the_source_is_shown_after_the_answer_only() -> None:
    """Before an answer `:s` would give it away."""
    written, _, _ = play([":s", "Brandt", ":s"], [KEEPER, STEPS], TYPE)
    assert "The passage is shown once the question is answered." in written
    assert any("Skerry Point was lit" in line for line in written)


def test_nonsense_is_asked_again() -> None:
    """A number out of range changes nothing."""
    written, made, _ = play(["9", "x"], [KEEPER])
    assert written.count("Type a number from 1 to 3, or :? for help.") == 2
    assert not made.session.answered


def test_sureness_is_asked_before_the_verdict() -> None:
    """With confidence on, `how sure?` comes first and is kept."""
    written, made, log = play(
        ["Brandt", "4"], [KEEPER], Settings(modes=(Mode.TYPE,), asks_confidence=True)
    )
    assert any(line.startswith("How sure are you?") for line in written)
    assert made.session.answered[0].confidence == 4
    assert log.log[0].confidence == 4


def test_missed_ones_come_again() -> None:
    """With retries the missed question is asked once more, and the score stays."""
    written, made, _ = play(
        ["nobody", "Brandt"], [KEEPER], Settings(modes=(Mode.TYPE,), retries=True)
    )
    assert any(line.startswith("Second try 1 of 1") for line in written)
    assert score(made) == 0
    assert report(made.session).mended == 1


def test_no_escape_byte_is_written() -> None:
    """Nothing but text and its line ends."""
    written, _, _ = play(["1", ":?", ":s", "2", ":u", "3", ":o", "", "x"])
    assert not any("\x1b" in line for line in written)
