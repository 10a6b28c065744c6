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
    Aside,
    ComeBack,
    Confirm,
    Easy,
    Event,
    Gauge,
    Hint,
    Leave,
    Next,
    Overrule,
    Redo,
    SetAside,
    TimeUp,
    Undo,
)
from quizzer.quiz.model import Chosen, Mode, Rated, Response, Returning, Skipped, Typed
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
    returns,
)
from tests.quiz.test_replay import stored
from tests.quiz.test_session import ITEMS, SETTINGS


class Learner(RuleBasedStateMachine):
    """Somebody at a quiz, with all their keys."""

    session: Session
    log: list[Answered]
    comes_back: bool

    @initialize(chosen=SETTINGS, elapsed=st.integers(0, 5))
    def sit_down(self, chosen: Settings, elapsed: int) -> None:
        """A new quiz."""
        self.items = drawn(ITEMS, chosen.seed)
        self.session = start(self.items, chosen, elapsed_ms=elapsed)
        self.log = []
        self.comes_back = False

    def is_at(self, *phases: type) -> bool:
        """Where the quiz stands."""
        return isinstance(self.session.phase, phases)

    def take(self, event: Event, after_ms: int = 100) -> Session:
        """An event, with the log kept as the edge keeps it; gives the session before."""
        before = self.session
        done = step(before, event, before.elapsed_ms + after_ms)
        if done.retracted is not None:
            self.log.remove(alone(done.retracted))
        if done.saved is not None:
            self.log.append(alone(done.saved))
        self.session = done.session
        self.items = self.session.items
        return before

    @precondition(lambda self: self.session.answered and not self.is_at(Finished))
    @rule(wait_ms=st.none() | st.integers(0, 3_000_000), mode=st.sampled_from(Mode))
    def hear_when_it_comes_back(self, wait_ms: int | None, mode: Mode) -> None:
        """What comes back is waited for, and nothing of the answer itself changes."""
        at_ms = self.session.elapsed_ms + (wait_ms or 0)
        before = self.take(ComeBack(None if wait_ms is None else Returning(at_ms, mode)), 0)
        self.comes_back = True
        place = before.answered[-1].place
        is_waited_for = place in [place for _, place in returns(self.session)]
        is_aside = any(laid.is_return and laid.place == place for laid in self.session.aside)
        assert is_waited_for is (wait_ms is not None and not is_aside)

    @precondition(lambda self: self.is_at(Feedback))
    @rule()
    def go_on_when_something_has_come_back(self) -> None:
        """A question whose time has come is asked before all others, the earliest first."""
        self.take(Next())
        coming = returns(self.session)
        if self.is_at(Asking) and coming and coming[0][0] <= self.session.elapsed_ms:
            assert prompt(self.session).place == coming[0][1]
            assert prompt(self.session).is_return

    @rule()
    def ask_for_a_hint(self) -> None:
        """Only an open question has one, and the same question stays open."""
        before = self.take(Hint(), 0)
        if self.is_at(Asking):
            assert prompt(self.session) == replace(prompt(before), is_hinted=True)

    @rule()
    def call_it_easy(self) -> None:
        """Twice is once, and only what was right without help can be easy."""
        before = self.session
        self.take(Easy(), 0)
        if self.session.answered != before.answered:
            assert before.answered[-1].may_be_easy
            twice = step(self.session, Easy(), self.session.elapsed_ms).session
            assert twice.answered == before.answered

    @precondition(lambda self: not self.is_at(Finished))
    @rule()
    def leave_out_and_call_back(self) -> None:
        """A question that was left out does not come again until that is taken back."""
        before, place = self.session, prompt(self.session).place
        self.take(SetAside(Aside.BURY), 0)
        if self.session.aside == before.aside:
            return
        assert place not in [place for _, place in returns(self.session)]
        if not self.is_at(Finished):
            self.take(Undo(), 0)
            assert replace(self.session, undone=(), phase=before.phase) == replace(
                before, undone=()
            )
            assert prompt(self.session) == prompt(before)

    @precondition(lambda self: self.is_at(Asking, Feedback))
    @rule()
    def leave_out(self) -> None:
        """A question goes, unless it was answered for good."""
        if len(self.session.items) > 1:
            self.take(SetAside(Aside.BURY))

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
        # Calling a question back is for undo alone.
        if self.session.aside == before.aside and self.session.undone != before.undone:
            self.take(Redo(), 0)
            assert self.session == before
            assert self.is_at(Finished) or prompt(self.session) == prompt(before)
        assert self.log == log

    @rule()
    def undo(self) -> None:
        """The last answer goes, or nothing does."""
        before = self.take(Undo())
        assert len(before.answered) - len(self.session.answered) in (0, 1)
        if len(self.session.answered) < len(before.answered):
            last = before.answered[-1]
            again = prompt(self.session)
            assert (again.place, again.is_retry, again.is_return) == (
                (last.place, last.is_retry, last.is_return)
            )
            assert (again.mode, again.is_hinted) == (last.mode, last.is_hinted)

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

    @precondition(lambda self: not self.is_at(Finished) and not self.comes_back)
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
        assert not hasattr(self, "session") or self.log == [*map(alone, self.session.answered)]

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


def alone(answered: Answered) -> Answered:
    """The answer as the log has it: when its question comes back is the schedule's business."""
    return replace(answered, returning=None)


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
