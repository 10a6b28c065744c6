"""Records become rows of the tables, and come back the same."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quizzer.classroom.records.model import Answered, Asked, Drill, Seat, Student
from quizzer.deck.model import Span
from quizzer.deck.read import read_deck
from quizzer.deck.write import write_deck
from quizzer.diagnostics import QuizzerError
from quizzer.memory.day import instant_of, microseconds_of
from quizzer.quiz.model import Chosen, Rated, Response, Skipped, Typed
from quizzer.quiz.passages import Passage

Row = tuple[Any, ...]


def drill_row(drill: Drill) -> Row:
    """The columns of `drill` in order."""
    return (
        drill.id,
        drill.code,
        drill.deck.id,
        drill.deck.title,
        write_deck(drill.deck),
        _passages_json(drill.passages),
        drill.origin,
        drill.mode,
        drill.class_name,
        drill.seed,
        drill.settings,
        drill.host_hash,
        microseconds_of(drill.started_at),
        _maybe_microseconds(drill.ended_at),
    )


def read_drill(row: Row) -> Drill:
    """The drill of a row.

    Raises:
        QuizzerError: the snapshot of the deck cannot be read, which only damage brings about.
    """
    (identity, code, deck_id, _, deck, passages, origin, mode, class_name, *rest) = row
    seed, settings, host_hash, started, ended = rest
    snapshot = read_deck(deck, f"drill {identity}, deck {deck_id}")
    if snapshot.deck is None:
        raise QuizzerError(snapshot.diagnostics)
    return Drill(
        id=identity,
        code=code,
        deck=snapshot.deck,
        passages=_read_passages(passages),
        origin=origin,
        mode=mode,
        class_name=class_name,
        seed=seed,
        settings=settings,
        host_hash=host_hash,
        started_at=instant_of(started),
        ended_at=_maybe_instant(ended),
    )


def student_row(student: Student) -> Row:
    """The columns of `student` in order."""
    return student.id, student.class_name, student.name, student.folded


def seat_row(seat: Seat) -> Row:
    """The columns of `seat` in order."""
    return (
        seat.drill_id,
        seat.student_id,
        seat.token_hash,
        seat.team,
        seat.extra_time,
        int(seat.is_kicked),
        microseconds_of(seat.joined_at),
    )


def read_seat(row: Row) -> Seat:
    """The seat of a row."""
    drill_id, student_id, token_hash, team, extra_time, kicked, joined = row
    return Seat(
        drill_id=drill_id,
        student_id=student_id,
        token_hash=token_hash,
        team=team,
        extra_time=extra_time,
        is_kicked=bool(kicked),
        joined_at=instant_of(joined),
    )


def asked_row(asked: Asked) -> Row:
    """The columns of `asked` in order."""
    return (
        asked.drill_id,
        asked.position,
        asked.question_id,
        _json(asked.options),
        asked.round,
        microseconds_of(asked.opened_at),
        _maybe_microseconds(asked.closed_at),
        int(asked.is_skipped),
        asked.elapsed_ms,
    )


def read_asked(row: Row) -> Asked:
    """The asked question of a row."""
    drill_id, position, question_id, options, number, opened, closed, skipped, elapsed = row
    return Asked(
        drill_id=drill_id,
        position=position,
        question_id=question_id,
        options=tuple(json.loads(options)),
        round=number,
        opened_at=instant_of(opened),
        closed_at=_maybe_instant(closed),
        is_skipped=bool(skipped),
        elapsed_ms=elapsed,
    )


def answer_row(answer: Answered) -> Row:
    """The columns of `answer` in order."""
    return (
        answer.drill_id,
        answer.student_id,
        answer.position,
        response_json(answer.response),
        answer.credit,
        answer.points,
        answer.elapsed_ms,
        microseconds_of(answer.received_at),
    )


def read_answer(row: Row) -> Answered:
    """The answer of a row."""
    drill_id, student_id, position, response, credit, points, elapsed, received = row
    return Answered(
        drill_id=drill_id,
        student_id=student_id,
        position=position,
        response=read_response(response),
        credit=credit,
        points=points,
        elapsed_ms=elapsed,
        received_at=instant_of(received),
    )


def response_json(response: Response) -> str:
    """A response as JSON: `{"typed": "Paris"}`, `{"chosen": ["a", "b"]}`, `{"knew": true}`, `{}`.

    An empty object is a question that the student passed.
    """
    match response:
        case Typed(text):
            return _json({"typed": text})
        case Chosen(options):
            return _json({"chosen": options})
        case Rated(knew):
            return _json({"knew": knew})
        case Skipped():
            return "{}"


def read_response(text: str) -> Response:
    """The response that `response_json` wrote."""
    match json.loads(text):
        case {"typed": str(words)}:
            return Typed(words)
        case {"chosen": list(options)}:
            return Chosen(tuple(options))
        case {"knew": bool(knew)}:
            return Rated(knew)
        case _:
            return Skipped()


def _passages_json(passages: Mapping[str, tuple[Passage, ...]]) -> str:
    return _json(
        {identity: [_passage(one) for one in found] for identity, found in passages.items()}
    )


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "text": passage.paragraph,
        "cited": [passage.cited.start, passage.cited.end],
        "marks": [[mark.start, mark.end] for mark in passage.marks],
    }


def _read_passages(text: str) -> dict[str, tuple[Passage, ...]]:
    return {
        identity: tuple(
            Passage(one["text"], Span(*one["cited"]), tuple(Span(*mark) for mark in one["marks"]))
            for one in found
        )
        for identity, found in json.loads(text).items()
    }


def _json(value: object) -> str:
    # Escaped: what a student types may hold half a surrogate pair, which SQLite refuses as text.
    return json.dumps(value)


def _maybe_microseconds(when: datetime | None) -> int | None:
    return None if when is None else microseconds_of(when)


def _maybe_instant(count: int | None) -> datetime | None:
    return None if count is None else instant_of(count)
