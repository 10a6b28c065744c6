"""A question in the words of the protocol: as asked, and, as something else, once it is revealed.

What stands in `Question` may reach every device while the question is open. Whatever would help
to answer it, the key, other accepted answers, the explanation, the cited sentence, stands only in
`Result`, which is made of closed questions alone.
"""

from collections import Counter
from collections.abc import Mapping
from typing import TypedDict, assert_never

from quizzer.classroom.live.model import Game, Given, Put
from quizzer.classroom.live.names import is_rude
from quizzer.classroom.live.replies import places_of
from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.grading.fold import fold
from quizzer.quiz.model import Mode, Typed
from quizzer.quiz.options import answer_hint, shown_key, shown_rights

MOST_TYPED = 8
"""So many different typed answers are shown, the most frequent ones."""


class Question(TypedDict):
    """A question as it is asked."""

    position: int
    number: int
    total: int
    round: int
    kind: str
    stem: str
    options: list[str]
    lefts: list[str]
    hint: str


class Part(TypedDict):
    """A stretch of a cited sentence."""

    text: str
    cited: bool
    marked: bool


class TypedCount(TypedDict):
    """How often something was typed, and what it is worth."""

    text: str
    count: int
    credit: float


class Mine(TypedDict):
    """What the player's own answer was worth."""

    credit: float
    points: int
    reason: str


class Result(TypedDict):
    """A question after it was closed."""

    key: str
    right: list[int]
    explanation: str
    skipped: bool
    passages: list[list[Part]]
    counts: list[int]
    typed: list[TypedCount]
    answered: int
    credit: float
    mine: Mine | None


def question(put: Put) -> Question:
    """The question as it is asked; neither id nor tags, which may tell the answer."""
    answer = put.question.answer
    return Question(
        position=put.position,
        number=put.number,
        total=put.total,
        round=put.round,
        kind=kind_of(put),
        stem=put.question.stem,
        options=list(put.options),
        lefts=[left for left, _ in answer.pairs] if isinstance(answer, PairsAnswer) else [],
        hint=answer_hint(put.question) if put.mode is Mode.TYPE else "",
    )


def kind_of(put: Put) -> str:
    """How the question is answered, in the protocol's words."""
    is_choice = put.mode is Mode.CHOICE
    match put.question.answer:
        case OrderAnswer():
            return "order"
        case PairsAnswer():
            return "pairs"
        case AllAnswer():
            return "several" if is_choice else "list"
        case TruthAnswer():
            return "truth" if is_choice else "text"
        case NumberAnswer():
            return "choice" if is_choice else "number"
        case DateAnswer():
            return "choice" if is_choice else "date"
        case TextAnswer():
            return "choice" if is_choice else "text"
        case _:
            assert_never(put.question.answer)


def result(game: Game, put: Put) -> Result:
    """What is shown of a closed question, `mine` being left for each player.

    Raises:
        ValueError: the question is still open, or was never asked.
    """
    if put.position not in game.closed:
        raise ValueError(f"position {put.position} is not closed")
    given = {
        player_id: one
        for player_id, one in game.given(put.position).items()
        if not game.players[player_id].is_kicked
    }
    passages = game.passages.get(put.question.id, ())
    credit = sum(one.grade.score for one in given.values()) / len(given) if given else 0.0
    return Result(
        key=shown_key(put.question),
        right=right_places(put),
        explanation=put.question.explanation or "",
        skipped=put.position in game.skipped,
        passages=[
            [Part(text=text, cited=cited, marked=marked) for text, cited, marked in one.parts()]
            for one in (passage.sentence for passage in passages)
        ],
        counts=_counts(put, given),
        typed=_typed(given),
        answered=len(given),
        credit=round(credit, 4),
        mine=None,
    )


def mine(given: Given | None) -> Mine | None:
    """What a player's own answer was worth."""
    if given is None:
        return None
    return Mine(credit=round(given.grade.score, 4), points=given.points, reason=given.grade.reason)


def right_places(put: Put) -> list[int]:
    """The places of the right options: one, all, in their order, or one for each left side."""
    if put.mode is not Mode.CHOICE:
        return []
    match put.question.answer:
        case AllAnswer(items):
            return sorted(put.options.index(item) for item in items)
        case OrderAnswer(items):
            return [put.options.index(item) for item in items]
        case PairsAnswer():
            return [put.options.index(item) for item in shown_rights(put.question)]
        case _:
            return [put.options.index(shown_key(put.question))]


def _counts(put: Put, given: Mapping[str, Given]) -> list[int]:
    """How often each option was chosen; of an order and of pairs, how often in its right place."""
    counts = [0] * len(put.options)
    right = right_places(put)
    is_placed = isinstance(put.question.answer, OrderAnswer | PairsAnswer)
    for one in given.values():
        for nth, place in enumerate(places_of(put, one.response)):
            if not is_placed or right[nth] == place:
                counts[place] += 1
    return counts


def _typed(given: Mapping[str, Given]) -> list[TypedCount]:
    """The most frequent typed answers; a rude one is counted but not shown to the class."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, float]] = {}
    for one in given.values():
        if isinstance(one.response, Typed):
            folded = fold(one.response.text)
            counts[folded] += 1
            first.setdefault(folded, (one.response.text, one.grade.score))
    return [
        TypedCount(
            text="•••" if is_rude(first[folded][0]) else first[folded][0],
            count=count,
            credit=round(first[folded][1], 4),
        )
        for folded, count in counts.most_common(MOST_TYPED)
    ]
