"""Hints show something of the answer and never all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.model import Deck, Question
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.hints import hint_of, masked, struck_option
from quizzer.quiz.model import Chosen, Mode, Typed, Verdict
from quizzer.quiz.session import items_of, start
from quizzer.quiz.state import Prompt, Settings, prompt
from tests.cli.sittings import COLOURS, DECK, KEEPER, LIT, MATCHES, SEQUENCE, SHINES, STEPS


def asked(question: Question, mode: Mode, seed: str = "7") -> Prompt:
    """The question as the first of a quiz."""
    deck = Deck(id="light", title="The lighthouse", questions=(question,))
    return prompt(start(items_of([deck]), Settings(seed=seed, modes=(mode,))))


@pytest.mark.parametrize(
    ("question", "mode", "words"),
    [
        (KEEPER, Mode.TYPE, "A.. B....."),
        (STEPS, Mode.TYPE, "2.."),
        (LIT, Mode.TYPE, "The year is 1871."),
        (SHINES, Mode.TYPE, ""),
        (SHINES, Mode.CHOICE, ""),
        (COLOURS, Mode.TYPE, "r.., w...."),
        (COLOURS, Mode.CHOICE, "It is not green."),
        (SEQUENCE, Mode.CHOICE, "It begins with spark."),
        (MATCHES, Mode.TYPE, "north: cliff."),
    ],
    ids=lambda value: getattr(value, "id", str(value)),
)
def test_each_kind_of_answer_has_its_hint(question: Question, mode: Mode, words: str) -> None:
    """Letters, a year, a beginning; nothing for what has only two answers."""
    assert hint_of(asked(question, mode)) == words


@given(st.text(max_size=3), st.sampled_from([KEEPER, LIT, COLOURS]))
def test_the_option_struck_out_is_wrong_and_always_the_same(seed: str, question: Question) -> None:
    """Whatever the order of the options."""
    struck = struck_option(asked(question, Mode.CHOICE, seed))
    assert struck == struck_option(asked(question, Mode.CHOICE))
    assert struck is not None
    assert grade(question, Chosen((struck,))).verdict is not Verdict.RIGHT


@given(st.sampled_from(DECK.questions), st.sampled_from(Mode))
def test_a_hint_is_never_the_answer(question: Question, mode: Mode) -> None:
    """Whoever types the hint is not right by it."""
    assert grade(question, Typed(hint_of(asked(question, mode)))).verdict is not Verdict.RIGHT


@given(st.text())
def test_what_hides_nothing_is_no_hint(text: str) -> None:
    """A single letter would be the answer itself."""
    assert masked(text) != text or not text
