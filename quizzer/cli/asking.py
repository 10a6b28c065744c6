"""From decks and options to a quiz that runs: what `quizzer quiz` does once it is called."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizzer.cli import clock
from quizzer.cli.frontend import FrontEnd, View
from quizzer.cli.hangup import Hangup
from quizzer.cli.history_file import LazyStore
from quizzer.cli.output import is_plain, print_json
from quizzer.cli.sitting import Clock, Returns, Sitting, never
from quizzer.deck.files import load_deck, source_text
from quizzer.deck.model import Deck
from quizzer.diagnostics import QuizzerError
from quizzer.memory.model import Rating
from quizzer.quiz.events import Leave
from quizzer.quiz.model import Mode
from quizzer.quiz.responses import response_words
from quizzer.quiz.session import drawn, items_of, start
from quizzer.quiz.state import ALL_MODES, Finished, Item, Session, Settings, prompt

if TYPE_CHECKING:
    from quizzer.cli.wording import Line
    from quizzer.quiz.score import Report

NOT_PASSED = 4
"""The exit code of a quiz below its pass mark."""

INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A quiz about to begin: its session, where it comes from, what the log says of it so far."""

    session: Session
    session_id: str
    paths: tuple[Path, ...]
    decks: tuple[Deck, ...]
    store: LazyStore
    origin: str = "quiz"
    stored_ids: tuple[str, ...] = ()
    reasons: Callable[[Item], str] = lambda item: ""
    returns: Returns = never


def plan_of(
    paths: Iterable[Path],
    *,
    count: int | None = None,
    seed: str | None = None,
    kinds: str | None = None,
    modes: tuple[str, ...] | None = None,
    **settings: Any,
) -> Plan:
    """A new quiz over some decks.

    Raises:
        QuizzerError: a deck is unusable, or nothing in them fits what was asked for.
    """
    paths = tuple(paths)
    decks = tuple(load_deck(path) for path in paths)
    chosen = tuple(Mode(name) for name in modes) if modes else ALL_MODES
    # A seed nobody chose is still a seed: it is shown and stored, so the quiz can be repeated.
    made = Settings(seed=seed or os.urandom(3).hex(), modes=chosen, **settings)
    wanted = frozenset(part.strip() for part in kinds.split(",")) if kinds else None
    items = drawn(items_of(decks, kinds=wanted, modes=chosen), made.seed, count)
    if not items:
        raise _nothing_to_ask(paths, decks, wanted)
    session_id = os.urandom(8).hex()
    store = LazyStore(
        session_id=session_id,
        decks=tuple(str(path.absolute()) for path in paths),
        settings=_settings_text(made, items),
        started_at=clock.now(),
    )
    session = start(items, made)
    return Plan(session=session, session_id=session_id, paths=paths, decks=decks, store=store)


def _nothing_to_ask(
    paths: tuple[Path, ...], decks: tuple[Deck, ...], kinds: frozenset[str] | None
) -> QuizzerError:
    questions = [question for deck in decks for question in deck.questions]
    there = sorted({question.kind for question in questions if question.kind})
    name = ", ".join(map(str, paths))
    if not questions:
        return QuizzerError.at(name, "the deck has no questions", "add some, or make one")
    if kinds:
        hint = f"kinds there are: {', '.join(there) or 'none'}"
        return QuizzerError.at(name, f"no question of kind {', '.join(sorted(kinds))}", hint)
    return QuizzerError.at(name, "no question can be asked in that mode", "allow more modes")


def _settings_text(settings: Settings, items: Iterable[Item]) -> str:
    return json.dumps(
        {
            "seed": settings.seed,
            "modes": list(settings.modes),
            "retries": settings.retries,
            "asks_confidence": settings.asks_confidence,
            "is_adaptive": settings.is_adaptive,
            "time_limit_ms": settings.time_limit_ms,
            "pass_mark": settings.pass_mark,
            "questions": [[item.deck_id, item.question.id] for item in items],
        }
    )


def plan_of_left_quiz() -> Plan:
    """The newest quiz that was left unfinished, with the answers it already has.

    Raises:
        QuizzerError: there is none, or its decks are gone.
    """
    from quizzer.cli.history_file import left_quiz  # noqa: PLC0415
    from quizzer.quiz.replay import Stored, resume  # noqa: PLC0415

    past = left_quiz()
    if past is None:
        raise QuizzerError.at("quiz", "no quiz was left unfinished", "start one: quizzer quiz DECK")
    kept = json.loads(past.sitting.settings)
    questions = [(deck, question) for deck, question in kept.pop("questions")]
    modes = tuple(Mode(name) for name in kept.pop("modes"))
    settings = Settings(modes=modes, **kept)
    paths = tuple(Path(name) for name in past.sitting.decks)
    decks = tuple(load_deck(path) for path in paths)
    there = {(item.deck_id, item.question.id): item for item in items_of(decks, modes=modes)}
    items = tuple(there[key] for key in questions if key in there)
    stored = [
        Stored(
            review_id=review.id,
            deck_id=review.card.deck_id,
            question_id=review.card.question_id,
            response=review.response,
            mode=review.mode,
            verdict=review.verdict,
            is_right=review.rating is not Rating.AGAIN,
            duration_ms=review.duration_ms,
            confidence=review.confidence,
            is_hinted=review.rating is Rating.HARD,
            is_easy=review.rating is Rating.EASY,
        )
        for review in past.reviews
    ]
    session, kept_ids = resume(
        items, settings, stored, elapsed_ms=sum(answer.duration_ms for answer in stored)
    )
    store = LazyStore(
        session_id=past.sitting.id,
        decks=past.sitting.decks,
        settings=past.sitting.settings,
        started_at=past.sitting.started_at,
        is_begun=True,
    )
    return Plan(
        session=session,
        session_id=past.sitting.id,
        paths=paths,
        decks=decks,
        store=store,
        stored_ids=kept_ids,
    )


class _Texts:
    """Source texts by deck id, each read when it is first wanted."""

    def __init__(self, plan: Plan):
        self._decks = {
            deck.id: (deck, path) for deck, path in zip(plan.decks, plan.paths, strict=True)
        }
        self._texts: dict[str, str | None] = {}

    def __call__(self, deck_id: str) -> str | None:
        if deck_id not in self._texts:
            deck, path = self._decks[deck_id]
            try:
                self._texts[deck_id] = source_text(deck, path)
            except QuizzerError:
                # The quiz goes on without the passage; `quizzer check` says what is wrong.
                self._texts[deck_id] = None
        return self._texts[deck_id]


def ask(plan: Plan, *, plain: bool, as_json: bool) -> int:
    """Runs the quiz and says how it went; gives the exit code."""
    sitting = Sitting(
        plan.session,
        plan.store,
        Clock(now=clock.now, elapsed_ms=clock.elapsed_ms),
        session_id=plan.session_id,
        texts=_Texts(plan),
        origin=plan.origin,
        reasons=plan.reasons,
        returns=plan.returns,
        stored=list(plan.stored_ids),
    )
    front = _front_end(plan, plain=plain or as_json, to_error=as_json)
    interrupted = False
    try:
        front.run(sitting.view(), sitting.drive)
    except (KeyboardInterrupt, click.Abort):
        interrupted = True
    except Hangup as hangup:
        plan.store.close()
        return 128 + hangup.number
    sitting.drive(Leave())
    phase = sitting.session.phase
    assert isinstance(phase, Finished)
    if phase.reason != "left":
        plan.store.finish(clock.now(), phase.reason)
    plan.store.close()
    from quizzer.quiz.score import report  # noqa: PLC0415 - the end is far

    made = report(sitting.session)
    if as_json:
        print_json(_as_object(plan, sitting.session, made, phase.reason))
    else:
        _say_report(sitting.session, made, phase.reason, plan.origin)
    if interrupted:
        return INTERRUPTED
    return NOT_PASSED if made.passed is False and phase.reason != "left" else 0


def _front_end(plan: Plan, *, plain: bool, to_error: bool) -> FrontEnd:
    if is_plain(plain):
        plan.store.open()

        def write_line(line: str) -> None:
            click.echo(line, err=to_error)

        if not plan.stored_ids:
            titles = ", ".join(deck.title for deck in plan.decks)
            count = len(plan.session.items)
            write_line(f"{titles}: {count} question{'' if count == 1 else 's'}. :? for help.")
        from quizzer.cli.plain import Plain  # noqa: PLC0415 - one front end is enough

        return Plain(_read_line, write_line)
    from quizzer.cli.terminal.first import first_screen  # noqa: PLC0415 - one front end is enough

    title = ", ".join(deck.title for deck in plan.decks)
    # prompt_toolkit takes longer to import than all the rest; the learner reads meanwhile.
    with first_screen(View(session=plan.session, why=_why_first(plan)), title):
        from quizzer.cli.terminal.front import Terminal  # noqa: PLC0415
    return Terminal(title, clock.elapsed_ms, after_first_screen=plan.store.open)


def _why_first(plan: Plan) -> str:
    """Why the first question is asked, so that its keys are there from the start."""
    is_over = isinstance(plan.session.phase, Finished)
    return "" if is_over else plan.reasons(prompt(plan.session).item)


def _read_line() -> str | None:
    """The next line of standard input; None at its end, or when there is none."""
    if sys.stdin is None:
        return None
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return ""
    return line if line else None


def _say_report(session: Session, made: "Report", reason: str, origin: str) -> None:
    from quizzer.cli.score_words import report_lines  # noqa: PLC0415 - the end is far

    styles = {"right": "green", "wrong": "red", "partial": "yellow"}
    is_styled = not is_plain()
    lines = report_lines(made, reason=reason)
    lines += [[("", words)] for words in advice(session, made, reason, origin)]
    if not is_plain():
        width = shutil.get_terminal_size().columns
        lines = [part for line in lines for part in _wrapped(line, width)]
    click.echo("")
    for line in lines:
        if is_styled:
            words = [
                click.style(text, fg=styles.get(style), bold=style == "title", dim=style == "hint")
                for style, text in line
            ]
            click.echo("".join(words))
        else:
            click.echo("".join(text for _, text in line))


def _wrapped(line: "Line", width: int) -> "list[Line]":
    """The line, broken at words only where it is too long: tables keep their columns."""
    from quizzer.cli.terminal.wrap import cells, wrap  # noqa: PLC0415

    is_short = sum(cells(text) for _, text in line) <= width
    return [line] if is_short else wrap(line, width)


def advice(session: Session, made: "Report", reason: str, origin: str = "quiz") -> list[str]:
    """What to do next."""
    if origin == "study":
        return ["Everything is saved. See what is next with: quizzer due"]
    if not made.total.asked:
        return []
    if reason == "left" and made.left_over:
        return ["Everything is saved. Go on with: quizzer quiz --resume"]
    if made.missed:
        return [
            f"Missed: {len(made.missed)}. They come back with: quizzer study",
            f"The same quiz again: --seed {session.settings.seed}",
        ]
    return [f"The same quiz again: --seed {session.settings.seed}"]


def _as_object(plan: Plan, session: Session, made: "Report", reason: str) -> dict[str, Any]:
    return {
        "session": plan.session_id,
        "decks": [deck.id for deck in plan.decks],
        "seed": session.settings.seed,
        "ended": reason,
        "asked": made.total.asked,
        "right": made.total.right,
        "score": round(made.total.score, 4),
        "share": round(made.total.share, 4),
        "passed": made.passed,
        "left": made.left_over,
        "median_ms": made.median_ms,
        "by_kind": {
            tally.name: {"asked": tally.asked, "right": tally.right, "score": round(tally.score, 4)}
            for tally in made.by_kind
        },
        "calibration": [
            {"confidence": row.words, "asked": row.asked, "right": row.right}
            for row in made.calibration
        ],
        "answers": [
            {
                "deck": session.items[answered.place].deck_id,
                "question": session.items[answered.place].question.id,
                "mode": answered.mode.value,
                "response": response_words(answered.response),
                "verdict": answered.grade.verdict.value,
                "reason": answered.grade.reason,
                "right": answered.is_right,
                "score": round(answered.score, 4),
                "retry": answered.is_retry,
                "hint": answered.is_hinted,
                "confidence": answered.confidence,
                "duration_ms": answered.duration_ms,
            }
            for answered in session.answered
        ],
    }
