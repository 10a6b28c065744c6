"""Gathers the answers of drills into columns: what item analysis is made of."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizzer.classroom.items.analyse import analyse
from quizzer.classroom.items.model import Analysis, Column, Reliability
from quizzer.classroom.items.reliability import reliability
from quizzer.classroom.records.model import Asked, Drill
from quizzer.classroom.records.records import Records
from quizzer.deck.model import AllAnswer, Deck, OrderAnswer, PairsAnswer, Question
from quizzer.quiz.options import shown_key


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillReliability:
    """How far the marks of one drill can be trusted."""

    drill: Drill
    reliability: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckAnalysis:
    """The item analysis of one deck over its drills; `deck` is the newest snapshot of each
    question."""

    deck: Deck
    drills: tuple[DrillReliability, ...]
    analysis: Analysis


def analyse_decks(records: Records, drills: Iterable[Drill]) -> list[DeckAnalysis]:
    """The analyses of all decks that the drills are of, by title."""
    by_deck: dict[str, list[Drill]] = {}
    for drill in drills:
        by_deck.setdefault(drill.deck.id, []).append(drill)
    found = [analyse_drills(records, own) for own in by_deck.values()]
    return sorted(found, key=lambda one: (one.deck.title, one.deck.id))


def analyse_drills(records: Records, drills: Sequence[Drill]) -> DeckAnalysis:
    """The analysis of one deck's drills, live and paper mixed.

    Of a student who met a question several times, the first answer counts.
    """
    gathered: dict[str, _Growing] = {}
    numbers: dict[str, int] = {}
    rows = []
    for drill in sorted(drills, key=lambda one: (one.started_at, one.id)):
        own = _of_drill(records, drill, numbers)
        columns = [one.column() for one in own.values()]
        rows.append(DrillReliability(drill=drill, reliability=reliability(columns)))
        for question_id, growing in own.items():
            if question_id in gathered:
                gathered[question_id].extend(growing)
            else:
                gathered[question_id] = growing
    columns = [one.column() for one in gathered.values() if one.students]
    questions = tuple(gathered[column.question_id].question for column in columns)
    newest = max(drills, key=lambda one: (one.started_at, one.id)).deck
    deck = Deck(id=newest.id, title=newest.title, language=newest.language, questions=questions)
    return DeckAnalysis(deck=deck, drills=tuple(rows), analysis=analyse(columns))


@dataclass(slots=True)
class _Growing:
    """A column while answers are added to it."""

    question: Question
    options: dict[str, None] = field(default_factory=dict)
    students: list[int] = field(default_factory=list)
    credits: list[float] = field(default_factory=list)
    choices: list[str | None] = field(default_factory=list)

    def extend(self, later: "_Growing") -> None:
        """Adds a later drill's answers of students who had not met the question."""
        self.question = later.question
        self.options |= later.options
        known = set(self.students)
        for place, student in enumerate(later.students):
            if student not in known:
                self.students.append(student)
                self.credits.append(later.credits[place])
                self.choices.append(later.choices[place])

    def column(self) -> Column:
        """The column as it is now."""
        return Column(
            question_id=self.question.id,
            key=shown_key(self.question),
            options=tuple(self.options),
            students=self.students,
            credits=self.credits,
            choices=self.choices,
        )


def _of_drill(records: Records, drill: Drill, numbers: dict[str, int]) -> dict[str, _Growing]:
    """What was answered in one drill, by question; second rounds are left out."""
    asked = {one.position: one for one in records.asked(drill.id) if counts(one)}
    growing: dict[str, _Growing] = {}
    at: dict[int, _Place] = {}
    for position, one in asked.items():
        question = drill.deck.question(one.question_id)
        if question is not None:
            target = growing.setdefault(question.id, _Growing(question))
            target.options |= dict.fromkeys(_single_options(question, one))
            at[position] = _Place(target)
    out = {seat.student_id for seat in records.seats(drill.id) if seat.is_kicked}
    for student_id, position, response, credit, _ in records.outcomes(drill.id):
        place = at.get(position)
        if place is None or student_id in out:
            continue
        known = place.known
        if response not in known:
            known[response] = _choice(response, place.target.options)
        place.add_student(numbers.setdefault(student_id, len(numbers)))
        place.add_credit(credit)
        place.add_choice(place.key if credit >= 1 else known[response])
    return growing


class _Place:
    """A position of a drill: where its answers go, at hand for a million of them."""

    __slots__ = ("add_choice", "add_credit", "add_student", "key", "known", "target")

    def __init__(self, target: _Growing):
        self.target = target
        self.key = shown_key(target.question)
        self.known: dict[str, str | None] = {}
        self.add_student = target.students.append
        self.add_credit = target.credits.append
        self.add_choice = target.choices.append


def counts(asked: Asked) -> bool:
    """Whether a question counts: not taken out by the host, and not asked a second time."""
    return asked.round == 0 and not asked.is_skipped


def _single_options(question: Question, asked: Asked) -> Sequence[str]:
    """The options of a question of which one is to be chosen."""
    several = isinstance(question.answer, AllAnswer | OrderAnswer | PairsAnswer)
    return () if several else asked.options


def _choice(response: str, options: Iterable[str]) -> str | None:
    """The option or the words of a response that was not fully right."""
    match json.loads(response):
        case {"chosen": [str(one)]}:
            return one
        case {"typed": str(words)}:
            folded = " ".join(words.split()).casefold()
            # Words where options were shown were no letter of any of them.
            return folded if folded and not list(options) else None
        case _:
            return None
