"""A quiz as a pure state machine: a session and an event give a new session and what to store.

Terminal, pipe, classroom and tests drive the same machine. It knows no clock: every step is
told how many milliseconds of the sitting have passed. An event that makes no sense where the
session stands changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from quizzer.deck.model import Deck
from quizzer.quiz.events import (
    Answer,
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
from quizzer.quiz.grading.known import Known
from quizzer.quiz.model import Mode, Response, Returning, Skipped, Verdict
from quizzer.quiz.options import mode_of
from quizzer.quiz.state import (
    ALL_MODES,
    CONFIDENCES,
    Answered,
    Asking,
    Confirming,
    Feedback,
    Finished,
    Gauging,
    Item,
    Laid,
    Phase,
    Session,
    Settings,
    Undone,
    next_place,
    prompt,
    returns,
)
from quizzer.seeded import seeded_number


@dataclass(frozen=True, slots=True)
class Step:
    """The new session, and what the edge must store before it shows anything.

    `retracted` is an answer that no longer counts, `saved` one that counts from now on; with
    both, the second takes the place of the first. `aside` is a question to leave out from now
    on, `recalled` tells that the one that was set aside last is not.
    """

    session: Session
    saved: Answered | None = None
    retracted: Answered | None = None
    aside: Item | None = None
    recalled: bool = False


def items_of(
    decks: Iterable[Deck], *, kinds: frozenset[str] | None = None, modes: Sequence[Mode] = ALL_MODES
) -> list[Item]:
    """The questions of some decks that are of the wanted kinds and fit one of the modes."""
    items: list[Item] = []
    for deck in decks:
        known = Known.of_answers((q.answer for q in deck.questions), deck.language)
        items += [
            Item(deck_id=deck.id, question=question, language=deck.language, known=known)
            for question in deck.questions
            if (kinds is None or question.kind in kinds) and mode_of(question, modes) is not None
        ]
    return items


def drawn(items: Sequence[Item], seed: str, count: int | None = None) -> tuple[Item, ...]:
    """The first `count` of the items in the order that `seed` gives them."""
    order = sorted(
        items, key=lambda item: seeded_number(seed, "draw", item.deck_id, item.question.id)
    )
    return tuple(order if count is None else order[:count])


def start(items: Sequence[Item], settings: Settings, *, elapsed_ms: int = 0) -> Session:
    """A session that asks `items` in the order given; each must fit one of the modes."""
    phase: Phase = Asking(elapsed_ms) if items else Finished("done")
    return Session(items=tuple(items), settings=settings, phase=phase, elapsed_ms=elapsed_ms)


def step(session: Session, event: Event, elapsed_ms: int) -> Step:
    """One event, `elapsed_ms` milliseconds into the sitting; time never runs backwards."""
    session = replace(session, elapsed_ms=max(session.elapsed_ms, elapsed_ms))
    phase = session.phase
    if isinstance(phase, Finished):
        return Step(session)
    match event:
        case Leave():
            return Step(replace(session, phase=Finished("left")))
        case Undo():
            return _undo(session)
        case Redo():
            return _redo(session)
        case SetAside():
            return _set_aside(session)
        case TimeUp():
            return Step(_out_of_time(session) or session)
        case Answer(response):
            return _answer(session, phase, response)
        case Gauge(confidence):
            if not isinstance(phase, Gauging) or not 1 <= confidence <= len(CONFIDENCES):
                return Step(session)
            return _give(session, replace(phase.answered, confidence=confidence))
        case Confirm(was_meant):
            if not isinstance(phase, Confirming):
                return Step(session)
            if not was_meant:
                return Step(replace(session, phase=Feedback()))
            return _revise(session, replace(session.answered[-1], is_confirmed=True))
        case Overrule():
            last = session.last
            if not isinstance(phase, Feedback | Asking) or last is None or _is_skip(last):
                return Step(session)
            return _revise(session, replace(last, is_overruled=not last.is_overruled))
        case Easy():
            return _call_easy(session, phase)
        case Hint():
            if not isinstance(phase, Asking):
                return Step(session)
            return Step(replace(session, phase=replace(phase, is_hinted=True)))
        case ComeBack(returning):
            return Step(_coming_back(session, returning))
        case Next():
            return Step(_advance(session) if isinstance(phase, Feedback) else session)
        case _:
            assert_never(event)


def _is_skip(answered: Answered) -> bool:
    return isinstance(answered.response, Skipped)


def _is_out_of_time(session: Session) -> bool:
    limit = session.settings.time_limit_ms
    return limit is not None and session.elapsed_ms >= limit


def _out_of_time(session: Session) -> Session | None:
    """The session ended by its time limit, where a question still waits for an answer."""
    if _is_out_of_time(session) and isinstance(session.phase, Asking | Gauging):
        return replace(session, phase=Finished("time"))
    return None


def _answer(session: Session, phase: Phase, response: Response) -> Step:
    if not isinstance(phase, Asking):
        return Step(session)
    # An answer that comes after the bell does not count.
    if (late := _out_of_time(session)) is not None:
        return Step(late)
    from quizzer.quiz.grading.grade import grade  # noqa: PLC0415 - the first question does without

    asked = prompt(session)
    item = asked.item
    answered = Answered(
        place=asked.place,
        is_retry=asked.is_retry,
        is_return=asked.is_return,
        is_hinted=phase.is_hinted,
        moment_ms=phase.moment_ms,
        response=response,
        grade=grade(item.question, response, item.language, item.known),
        mode=asked.mode,
        options=len(asked.options),
        duration_ms=session.elapsed_ms - phase.shown_ms,
    )
    if session.settings.asks_confidence and not _is_skip(answered):
        return Step(replace(session, phase=Gauging(answered), undone=()))
    return _give(session, answered)


def _give(session: Session, answered: Answered) -> Step:
    near = answered.grade.verdict is Verdict.NEAR
    given = replace(
        session,
        answered=(*session.answered, answered),
        phase=Confirming() if near else Feedback(),
        undone=(),
    )
    return Step(given, saved=answered)


def _revise(session: Session, answered: Answered) -> Step:
    """The last answer again, with another last word; a question already shown stays shown."""
    phase: Phase = session.phase if isinstance(session.phase, Asking) else Feedback()
    revised = replace(session, answered=(*session.answered[:-1], answered), phase=phase, undone=())
    if isinstance(phase, Asking) and next_place(revised) is None:
        revised = replace(revised, phase=Finished("done"))
    return Step(revised, saved=answered, retracted=session.answered[-1])


def _call_easy(session: Session, phase: Phase) -> Step:
    last = session.last
    if not isinstance(phase, Feedback | Asking) or last is None or not last.may_be_easy:
        return Step(session)
    return _revise(session, replace(last, is_easy=not last.is_easy))


def _coming_back(session: Session, returning: Returning | None) -> Session:
    """The last answer with its question's next turn; a session that waits for none is over."""
    if session.last is None:
        return session
    last = replace(session.last, returning=returning)
    told = replace(session, answered=(*session.answered[:-1], last))
    is_over = isinstance(told.phase, Asking) and next_place(told) is None
    return replace(told, phase=Finished("done")) if is_over else told


def _advance(session: Session) -> Session:
    if next_place(session) is None:
        stopped = sum(answered.is_first for answered in session.answered) < len(session.items)
        return replace(session, phase=Finished("sure" if stopped else "done"), undone=())
    asking = replace(session, phase=_asking_now(session), undone=())
    return _out_of_time(asking) or asking


def _asking_now(session: Session) -> Asking:
    return Asking(session.elapsed_ms, session.elapsed_ms)


def _set_aside(session: Session) -> Step:
    """An open question goes, and one that would come back does not.

    Another that was answered already stays where it is.
    """
    asked = prompt(session)
    phase = session.phase
    is_return = any(place == asked.place for _, place in returns(session))
    can_go = is_return if isinstance(phase, Feedback) else not asked.is_retry
    if not can_go or not isinstance(phase, Asking | Feedback):
        return Step(session, aside=asked.item)
    asking = phase if isinstance(phase, Asking) else None
    laid = Laid(asked.place, asked.item, len(session.answered), is_return, asking)
    left = replace(
        session,
        items=session.items if is_return else _without(session.items, asked.place),
        phase=phase if asking is None else _asking_now(session),
        aside=(*session.aside, laid),
        undone=(),
    )
    if asking is not None and next_place(left) is None:
        left = replace(left, phase=Finished("done"))
    return Step(left, aside=asked.item)


def _without(items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    return items[:place] + items[place + 1 :]


def _recall(session: Session) -> Step:
    """The question that was set aside last is asked after all."""
    laid, items = session.aside[-1], session.items
    asking = laid.asking and replace(laid.asking, shown_ms=session.elapsed_ms)
    if not laid.is_return:
        items = (*items[: laid.place], laid.item, *items[laid.place :])
    back = replace(
        session,
        items=items,
        phase=asking or session.phase,
        aside=session.aside[:-1],
        undone=(),
    )
    return Step(back, recalled=True)


def _undo(session: Session) -> Step:
    is_settled = isinstance(session.phase, Asking | Feedback)
    if is_settled and session.aside and session.aside[-1].after == len(session.answered):
        return _recall(session)
    snapshot = Undone(session.answered, session.phase)
    if isinstance(session.phase, Gauging):
        last, retracted = session.phase.answered, None
        answered = session.answered
    elif session.answered:
        last = retracted = session.answered[-1]
        answered = session.answered[:-1]
    else:
        return Step(session)
    before = replace(
        session,
        answered=answered,
        phase=Asking(session.elapsed_ms, last.moment_ms, last.is_hinted),
        undone=(*session.undone, snapshot),
    )
    return Step(before, retracted=retracted)


def _redo(session: Session) -> Step:
    if not session.undone:
        return Step(session)
    snapshot = session.undone[-1]
    again = replace(
        session,
        answered=snapshot.answered,
        phase=snapshot.phase,
        undone=session.undone[:-1],
    )
    is_answer = len(snapshot.answered) > len(session.answered)
    return Step(again, saved=snapshot.answered[-1] if is_answer else None)
