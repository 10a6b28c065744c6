"""Questions that come back in the sitting: when, in which order, and how undo deals with them."""

from quizzer.deck.model import Deck
from quizzer.quiz.events import (
    Answer,
    Aside,
    ComeBack,
    Easy,
    Event,
    Hint,
    Next,
    Overrule,
    Redo,
    SetAside,
    Undo,
)
from quizzer.quiz.model import Chosen, Mode, Returning, Skipped
from quizzer.quiz.score import report
from quizzer.quiz.session import items_of, start, step
from quizzer.quiz.state import LOOK_AHEAD_MS, Feedback, Finished, Session, Settings, prompt
from tests.cli.sittings import KEEPER, LIT, STEPS

MINUTE = 60_000


def begun() -> Session:
    """A sitting over three questions."""
    deck = Deck(id="light", title="The lighthouse", questions=(KEEPER, STEPS, LIT))
    return start(items_of([deck]), Settings(seed="7"))


def after(session: Session, at_ms: int, *events: Event) -> Session:
    """The session after some events at one moment."""
    for event in events:
        session = step(session, event, at_ms).session
    return session


def passed(session: Session, at_ms: int, again_ms: int | None, mode: Mode = Mode.CHOICE) -> Session:
    """One question passed and gone on from; it comes back at `again_ms`."""
    returning = None if again_ms is None else Returning(again_ms, mode)
    return after(session, at_ms, Answer(Skipped()), ComeBack(returning), Next())


def test_a_step_that_has_run_out_comes_next() -> None:
    """Before what was never asked, and in the mode that memory wants."""
    session = passed(passed(begun(), 0, MINUTE, Mode.TYPE), 2 * MINUTE, None)
    asked = prompt(session)
    assert (asked.item.question.id, asked.is_return, asked.mode) == ("keeper", True, Mode.TYPE)
    session = passed(session, 2 * MINUTE, None)
    assert prompt(session).item.question.id == "lit"


def test_a_question_on_the_screen_stays_there_when_a_step_runs_out() -> None:
    """It is answered first."""
    session = passed(begun(), 0, MINUTE)
    late = after(session, 5 * MINUTE, Hint())
    assert prompt(late).item.question.id == "steps"
    late = after(late, 5 * MINUTE, Answer(Skipped()))
    assert late.answered[-1].place == 1
    assert prompt(after(late, 5 * MINUTE, Next())).item.question.id == "keeper"


def test_what_is_due_soon_is_asked_ahead_and_not_twice_running() -> None:
    """When nothing else is left; what is due later ends the sitting."""
    session = passed(begun(), 0, 9 * MINUTE)
    session = passed(session, 0, 8 * MINUTE)
    session = passed(session, 0, MINUTE)
    assert prompt(session).item.question.id == "steps"
    session = passed(session, 0, None)
    assert prompt(session).item.question.id == "lit"
    session = passed(session, 0, None)
    assert prompt(session).item.question.id == "keeper"
    over = passed(session, 0, LOOK_AHEAD_MS + 1)
    assert over.phase == Finished("done")
    alone = passed(session, 0, LOOK_AHEAD_MS)
    assert prompt(alone).item.question.id == "keeper"


def test_undo_asks_the_same_question_however_long_it_took() -> None:
    """Also when another step has run out meanwhile; redo brings the answer back."""
    session = passed(begun(), 0, MINUTE)
    session = after(session, MINUTE // 2, Answer(Skipped()), ComeBack(None))
    undone = after(session, 3 * MINUTE, Undo())
    assert prompt(undone).item.question.id == "steps"
    again = after(undone, 3 * MINUTE, Redo())
    assert again.answered == session.answered
    assert again.phase == Feedback()
    assert prompt(after(again, 3 * MINUTE, Next())).item.question.id == "keeper"


def test_leaving_out_what_would_come_back_is_taken_back() -> None:
    """It does not come back while it is left out."""
    session = after(begun(), 0, Answer(Skipped()), ComeBack(Returning(MINUTE, Mode.CHOICE)))
    aside = after(session, 0, SetAside(Aside.BURY), Next())
    assert prompt(passed(aside, 2 * MINUTE, None)).item.question.id == "lit"
    back = after(aside, 0, Undo())
    assert prompt(passed(back, 2 * MINUTE, None)).item.question.id == "keeper"


def test_the_last_word_on_the_last_question_ends_the_sitting() -> None:
    """What is overruled while it is asked again has nothing left to be asked for."""
    session = begun()
    for again in (None, None, MINUTE):
        session = passed(session, 0, again)
    assert prompt(session).is_return
    session = after(session, 0, Undo())
    right = Answer(Chosen(("4 May 1871",)))
    session = after(session, 0, right, ComeBack(Returning(MINUTE, Mode.CHOICE)), Next())
    assert prompt(session).is_return
    assert after(session, 0, Easy(), ComeBack(None)).phase == Finished("done")
    assert after(session, 0, Overrule(), ComeBack(None)).phase == Finished("done")


def test_only_the_first_answer_counts_for_the_score() -> None:
    """Later ones are counted apart."""
    session = begun()
    for again in (None, None, MINUTE):
        session = passed(session, 0, again)
    session = after(session, 0, Answer(Chosen(("4 May 1871",))))
    made = report(session)
    assert (made.total.asked, made.total.right, made.mended) == (3, 0, 1)
