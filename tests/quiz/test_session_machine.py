"""Sessions played by rules: whatever a learner does where they stand, nothing goes wrong.

Beside the session runs a log as the edge keeps it; a crash at any moment resumes from that log.
"""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

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
from quizzer.quiz.model import Chosen, Mode, Rated, Response, Skipped, Typed
from quizzer.quiz.options import shown_key
from quizzer.quiz.replay import resume
from quizzer.quiz.score import report
from quizzer.quiz.session import drawn, start, step
from quizzer.quiz.state import (
    Answered,
    Asking,
    Confirming,
    Feedback,
    Finished,
    Gauging,
    Session,
    Settings,
    prompt,
)
from tests.quiz.test_replay import stored
from tests.quiz.test_session import ITEMS, SETTINGS


class Learner(RuleBasedStateMachine):
    """Somebody at a quiz, with all their keys."""

    session: Session
    log: list[Answered]

    @initialize(chosen=SETTINGS, elapsed=st.integers(0, 5))
    def sit_down(self, chosen: Settings, elapsed: int) -> None:
        """A new quiz."""
        self.items = drawn(ITEMS, chosen.seed)
        self.session = start(self.items, chosen, elapsed_ms=elapsed)
        self.log = []

    def is_at(self, *phases: type) -> bool:
        """Where the quiz stands."""
        return isinstance(self.session.phase, phases)

    def take(self, event: Event, after_ms: int = 100) -> Session:
        """An event, with the log kept as the edge keeps it; gives the session before."""
        before = self.session
        done = step(before, event, before.elapsed_ms + after_ms)
        if done.retracted is not None:
            self.log.remove(done.retracted)
        if done.saved is not None:
            self.log.append(done.saved)
        self.session = done.session
        return before

    @precondition(lambda self: self.is_at(Asking))
    @rule(how=st.sampled_from(["key", "wrong", "near", "skip"]), pick=st.integers(0, 9))
    def answer(self, how: str, pick: int) -> None:
        """An answer that fits the way of asking; its question is the one that was shown."""
        asked = prompt(self.session)
        before = self.take(Answer(response_of(how, pick, self.session)))
        if not self.is_at(Finished):
            last = (
                self.session.phase.answered
                if isinstance(self.session.phase, Gauging)
                else self.session.answered[-1]
            )
            assert last.place == asked.place
            assert not before.undone or not self.session.undone

    @precondition(lambda self: self.is_at(Gauging))
    @rule(level=st.integers(0, 5))
    def say_how_sure(self, level: int) -> None:
        """Only the four levels count, and the level is kept."""
        before = self.take(Gauge(level))
        if 1 <= level <= 4:
            assert self.session.answered[-1].confidence == level
        else:
            assert self.session.phase == before.phase

    @precondition(lambda self: self.is_at(Confirming))
    @rule(was_meant=st.booleans())
    def confirm(self, was_meant: bool) -> None:
        """A near miss that was meant is right, another is not."""
        self.take(Confirm(was_meant))
        assert self.is_at(Feedback)
        assert self.session.answered[-1].is_right is was_meant

    @precondition(lambda self: self.is_at(Feedback))
    @rule()
    def go_on(self) -> None:
        """The next question, or the end."""
        self.take(Next())
        assert self.is_at(Asking, Finished)

    @rule()
    def overrule(self) -> None:
        """Twice is once."""
        before = self.session
        self.take(Overrule())
        if self.is_at(Feedback) and isinstance(before.phase, Feedback) and before.answered:
            mine = self.session.answered[-1]
            twice = step(self.session, Overrule(), self.session.elapsed_ms).session
            assert twice.answered == before.answered
            assert mine.is_overruled is not before.answered[-1].is_overruled or isinstance(
                mine.response, Skipped
            )

    @rule()
    def undo_and_redo(self) -> None:
        """Back and forth leaves everything as it was, log included."""
        before, log = self.session, list(self.log)
        if self.is_at(Finished):
            return
        self.take(Undo(), 0)
        if self.session.undone != before.undone:
            self.take(Redo(), 0)
            assert self.session == before
        assert self.log == log

    @rule()
    def undo(self) -> None:
        """The last answer goes, or nothing does."""
        before = self.take(Undo())
        assert len(before.answered) - len(self.session.answered) in (0, 1)

    @rule()
    def redo(self) -> None:
        """What was taken back comes back, or nothing does."""
        before = self.take(Redo())
        assert len(self.session.answered) - len(before.answered) in (0, 1)

    @rule(after_ms=st.integers(0, 3000))
    def wait(self, after_ms: int) -> None:
        """Time passes."""
        self.take(TimeUp(), after_ms)

    @rule()
    def nonsense(self) -> None:
        """An event that has no place here changes nothing but the clock."""
        event: Event = Confirm(True) if self.is_at(Asking, Gauging) else Gauge(3)
        if not self.is_at(Confirming, Gauging):
            before = self.take(event)
            assert replace(self.session, elapsed_ms=before.elapsed_ms) == before

    @precondition(lambda self: not self.is_at(Finished))
    @rule()
    def crash_and_resume(self) -> None:
        """What the log holds comes back: the same answers, the same score, how sure they were."""
        again, _ = resume(self.items, self.session.settings, stored(self.session))
        assert [a.place for a in again.answered] == [a.place for a in self.session.answered]
        one, other = report(self.session), report(again)
        assert (one.total.right, one.calibration) == (other.total.right, other.calibration)

    @precondition(lambda self: self.is_at(Feedback, Finished))
    @rule()
    def leave(self) -> None:
        """Over is over."""
        self.take(Leave())
        assert self.is_at(Finished)

    @invariant()
    def the_log_holds_exactly_what_stands(self) -> None:
        """Nothing lost, nothing twice."""
        assert not hasattr(self, "session") or self.log == list(self.session.answered)

    @invariant()
    def the_score_adds_up(self) -> None:
        """Points lie between none and one a question."""
        if hasattr(self, "session"):
            made = report(self.session)
            assert 0 <= made.total.score <= made.total.asked <= len(self.items)
            assert made.total.asked + made.left_over == len(self.items)
            assert sum(tally.asked for tally in made.by_kind) == made.total.asked

    @invariant()
    def there_is_a_prompt_until_the_end(self) -> None:
        """Whoever shows the quiz always has something to show."""
        if hasattr(self, "session") and not self.is_at(Finished):
            asked = prompt(self.session)
            assert 1 <= asked.number <= asked.total


def response_of(how: str, pick: int, session: Session) -> Response:
    """A response in the mode of the prompt: the key, something else, nearly the key, or none."""
    asked = prompt(session)
    if how == "skip":
        return Skipped()
    match asked.mode:
        case Mode.FLIP:
            return Rated(how == "key")
        case Mode.CHOICE:
            return Chosen(asked.options[: 1 + pick % len(asked.options)])
        case Mode.TYPE:
            key = shown_key(asked.item.question)
            return Typed({"key": key, "near": key[:-1], "wrong": "nothing"}[how])


Learner.TestCase.settings = settings(max_examples=50, stateful_step_count=40, deadline=None)
TestLearner = Learner.TestCase


@pytest.mark.long
class TestLearnerLong(Learner.TestCase):  # type: ignore[misc, valid-type, name-defined]
    """A hundred thousand sessions."""

    settings = settings(max_examples=100_000, stateful_step_count=40, deadline=None)
