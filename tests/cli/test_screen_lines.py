"""Screens as pure lines: nothing is wider than the window, and time is told."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.cli.frontend import View
from quizzer.cli.terminal.looks import ASCII, Glyphs
from quizzer.cli.terminal.screen import (
    Shown,
    content_lines,
    footer_lines,
    header_lines,
    keys_for,
    minutes_left,
)
from quizzer.cli.terminal.wrap import cells
from quizzer.cli.wording import Line
from quizzer.deck.model import Question, TextAnswer
from quizzer.quiz.events import Answer, Next
from quizzer.quiz.model import Chosen, Mode, Skipped, Typed
from quizzer.quiz.state import Settings, prompt
from tests.cli.sittings import DECK, sitting

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
HARD = st.sampled_from(
    ["東京は日本の首都です。", "القاهرة", "x" * 90, "a b c d e f g h", "\x1b[2J", "é̈"]
)


def text_of(line: Line) -> str:
    """The words of a line."""
    return "".join(text for _, text in line)


def views(question: Question, mode: Mode) -> Iterator[View]:
    """The question open, and answered."""
    made = sitting([question], Settings(seed="1", modes=(mode, Mode.FLIP)))
    yield made.view()
    asked = prompt(made.session)
    response = Chosen(asked.options[:1]) if asked.options else Typed("something else")
    yield made.drive(Answer(response if asked.mode is not Mode.FLIP else Skipped()))


@given(WORDS | HARD, WORDS | HARD, st.integers(20, 200), st.sampled_from([Glyphs(), ASCII]))
def test_no_line_is_wider_than_the_window(
    stem: str, option: str, width: int, glyphs: Glyphs
) -> None:
    """Whatever stands in the deck, in any mode, before and after the answer, help included."""
    question = Question(
        id="q", stem=stem, answer=TextAnswer("key"), distractors=(option,), explanation=option
    )
    for mode in Mode:
        for view in views(question, mode):
            for shown in (
                Shown(),
                Shown(top="help"),
                Shown(is_turned=True),
                Shown(note="Press a number from 1 to 3."),
            ):
                lines = header_lines(view, option, width, glyphs, 65_000)
                lines += content_lines(view, shown, width, glyphs)
                lines += footer_lines(keys_for(view, shown), width, glyphs)
                for line in lines:
                    assert cells(text_of(line)) <= width, text_of(line)
                    assert "\x1b" not in text_of(line)


@pytest.mark.parametrize(
    ("left_ms", "words"), [(65_000, "1:05 left"), (400, "0:01 left"), (-5, "0:00 left")]
)
def test_the_first_line_tells_the_time_left(left_ms: int, words: str) -> None:
    """In minutes and seconds, and never less than none."""
    top, _ = header_lines(sitting().view(), "The lighthouse", 40, Glyphs(), left_ms)
    assert text_of(top).endswith(f"{words}  1 of 7")


def test_without_a_limit_the_pace_tells_how_long_the_rest_takes() -> None:
    """From the third answer on; nothing before, and nothing when all is done."""
    made = sitting(DECK.questions, Settings(seed="7", modes=(Mode.TYPE,)))
    told = []
    for _ in DECK.questions:
        view = made.drive(Answer(Skipped()))
        told.append(minutes_left(view.session))
        made.drive(Next())
    assert told == [None, None, 1, 1, 1, 1, None]


def test_the_bar_grows_with_the_answers() -> None:
    """From none to the whole width."""
    made = sitting(DECK.questions, Settings(seed="7", modes=(Mode.TYPE,)))
    done = []
    for _ in DECK.questions:
        bar = header_lines(made.view(), "", 70, ASCII, None)[1]
        done.append(text_of(bar).count("#"))
        made.drive(Answer(Skipped()))
        made.drive(Next())
    assert done == [0, 10, 20, 30, 40, 50, 60]
