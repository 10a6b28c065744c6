"""The session's laws: no order of events reaches a bad state, and the log always agrees with it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.quiz.events import (
    Answer,
    Confirm,
    Event,
    Gauge,
    Leave,
    Next,
    Overrule,
    Redo,
    TimeUp,
    Undo,
)
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.model import Chosen, Mode, Rated, Skipped, Typed, Verdict
from quizzer.quiz.options import mode_of, options_of, shown_distractors, shown_key
from quizzer.quiz.session import drawn, items_of, start, step
from quizzer.quiz.state import Answered, Asking, Finished, Gauging, Session, Settings, prompt
from tests.classroom.test_paper import DECK

ITEMS = items_of([DECK])
RESPONSES = st.sampled_from(
    [
        *(
            Typed(text)
            for text in ("", "red", "rde", "Ida Moe", "Ida Mo", "3", "true", "4 May 2021")
        ),
        *(Chosen(options) for options in ((), ("red",), ("true",), ("3 days",), ("nothing",))),
        *(Rated(True), Rated(False), Skipped()),
    ]
)
EVENTS = st.one_of(
    RESPONSES.map(Answer),
    st.integers(0, 5).map(Gauge),
    st.booleans().map(Confirm),
    st.sampled_from([Overrule(), Next(), Next(), Undo(), Redo(), TimeUp(), Leave()]),
)
SETTINGS = st.builds(
    Settings,
    seed=st.text(max_size=3),
    retries=st.booleans(),
    asks_confidence=st.booleans(),
    is_adaptive=st.booleans(),
    time_limit_ms=st.none() | st.integers(1, 5000),
    pass_mark=st.none() | st.floats(0.1, 1),
)


def walk(session: Session, events: list[Event]) -> tuple[Session, list[Answered]]:
    """Takes the events; gives the session and what an edge that stores would hold."""
    log: list[Answered] = []
    for number, event in enumerate(events):
        before = session
        done = step(session, event, number * 100)
        if done.retracted is not None:
            log.remove(done.retracted)
        if done.saved is not None:
            log.append(done.saved)
        session = done.session
        assert session.elapsed_ms >= before.elapsed_ms
        if isinstance(before.phase, Finished):
            assert session.answered == before.answered
        if not isinstance(session.phase, Finished):
            asked = prompt(session)
            assert asked.item is session.items[asked.place]
            assert 1 <= asked.number <= asked.total
    return session, log


def check(settings: Settings, events: list[Event]) -> None:
    """The law of the walk: the log holds exactly the answers that stand, in their order."""
    items = drawn(ITEMS, settings.seed)
    session, log = walk(start(items, settings), events)
    assert log == list(session.answered)
    first = [answered for answered in session.answered if not answered.is_retry]
    assert [answered.place for answered in first] == list(range(len(first)))


@settings(max_examples=300)
@given(SETTINGS, st.lists(EVENTS, max_size=40))
def test_no_order_of_events_reaches_a_bad_state(settings: Settings, events: list[Event]) -> None:
    """Whatever comes, the log agrees with the session and each question is asked in turn."""
    check(settings, events)


@pytest.mark.long
@settings(max_examples=100_000, deadline=None)
@given(SETTINGS, st.lists(EVENTS, max_size=40))
def test_no_order_of_events_reaches_a_bad_state_long(
    settings: Settings, events: list[Event]
) -> None:
    """The same over a hundred thousand sessions."""
    check(settings, events)


@given(SETTINGS, st.lists(EVENTS, max_size=30))
def test_undo_then_redo_is_the_identity(settings: Settings, events: list[Event]) -> None:
    """What was taken back comes back as it was."""
    session, _ = walk(start(drawn(ITEMS, settings.seed), settings), events)
    if isinstance(session.phase, Finished):
        return
    now = session.elapsed_ms
    undone = step(session, Undo(), now).session
    if undone.undone == session.undone:
        return
    again = step(undone, Redo(), now).session
    assert replace(again, elapsed_ms=0) == replace(session, elapsed_ms=0)


@given(st.text(max_size=5), st.sampled_from(ITEMS))
def test_the_shown_key_is_right_and_no_distractor_is(seed: str, item: object) -> None:
    """By choosing and by typing, for every kind of question."""
    question = item.question  # type: ignore[attr-defined]
    assert grade(question, Typed(shown_key(question))).verdict is Verdict.RIGHT
    for wrong in shown_distractors(question):
        assert grade(question, Typed(wrong)).verdict is not Verdict.RIGHT
    options = options_of(question, seed)
    assert sorted(options) == sorted(options_of(question, "another"))


def test_an_answer_after_the_bell_does_not_count() -> None:
    """The time limit holds whatever the front end does."""
    session = start(ITEMS, Settings(time_limit_ms=1000))
    late = step(session, Answer(Typed("red")), 1000)
    assert late.saved is None
    assert late.session.phase == Finished("time")


def test_confidence_is_asked_before_the_verdict() -> None:
    """Nothing is graded aloud until the learner has said how sure they are."""
    session = start(ITEMS, Settings(asks_confidence=True, modes=(Mode.TYPE, Mode.FLIP)))
    asked = step(session, Answer(Typed("x")), 1)
    assert isinstance(asked.session.phase, Gauging)
    assert asked.saved is None
    given_up = step(asked.session, Gauge(4), 2)
    assert given_up.saved is not None
    assert given_up.saved.confidence == 4


def test_missed_questions_come_back_once() -> None:
    """With retries, each wrong one is asked again, in order."""
    session = start(ITEMS[:2], Settings(retries=True))
    for number in range(4):
        assert isinstance(session.phase, Asking)
        assert prompt(session).is_retry is (number >= 2)
        session = step(session, Answer(Skipped()), number).session
        session = step(session, Next(), number).session
    assert session.phase == Finished("done")


def test_nothing_is_chosen_among_right_options_only() -> None:
    """Several things without a distractor are typed; with one they can be ticked."""
    several = next(item.question for item in ITEMS if item.question.id == "several")
    assert mode_of(several, (Mode.CHOICE, Mode.TYPE)) is Mode.CHOICE
    assert mode_of(replace(several, distractors=()), (Mode.CHOICE, Mode.TYPE)) is Mode.TYPE
