"""A deck with every kind of question, and games over it, for the tests of the live drill."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from quizzer.classroom.live.events import Came, Join, Next
from quizzer.classroom.live.game import step
from quizzer.classroom.live.model import DrillMode, Game, Player, Settings
from quizzer.classroom.live.plan import drawn_deck, new_game
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Span,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.passages import Passage, passages_of

NOW = datetime(2025, 3, 18, 12, 30, tzinfo=UTC)

TEXT = (
    "Zanzibarra was the flagship that carried Quillon across. It left on 3 May 1871 with 4711"
    " barrels aboard. First came Wexmoor, then Yarrowby, then Ulvenholm."
)


def _cited(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


DECK = Deck(
    id="voyage",
    title="A voyage",
    questions=(
        Question(
            id="key-zanzibarra",
            stem="Which ship carried the captain?",
            answer=TextAnswer("Zanzibarra"),
            accept=("HMS Zanzi",),
            distractors=("Orinoko", "Pellworm"),
            explanation="Flagships carry captains.",
            evidence=_cited("Zanzibarra was the flagship that carried Quillon across."),
        ),
        Question(
            id="typed-quillon",
            stem="Who was the captain?",
            answer=TextAnswer("Quillon"),
            accept=("Captain Q",),
            explanation="Named once.",
            evidence=_cited("Zanzibarra was the flagship that carried Quillon across."),
        ),
        Question(id="truth", stem="The ship sank.", answer=TruthAnswer(False)),
        Question(
            id="number-4711",
            stem="How many barrels were aboard?",
            answer=NumberAnswer(Decimal(4711), "barrels", Decimal(3)),
            evidence=_cited("with 4711 barrels aboard"),
        ),
        Question(
            id="date-1871",
            stem="When did it leave?",
            answer=DateAnswer(PartialDate(1871, 5, 3)),
            evidence=_cited("It left on 3 May 1871"),
        ),
        Question(
            id="all-ports",
            stem="Which were ports of the voyage?",
            answer=AllAnswer(("Wexmoor", "Yarrowby")),
            distractors=("Norroway", "Tindhaven"),
            explanation="Two of them are on the map.",
        ),
        Question(
            id="order-ports",
            stem="Put the ports in order.",
            answer=OrderAnswer(("Wexmoor", "Yarrowby", "Ulvenholm")),
            explanation="From south to north.",
        ),
        Question(
            id="pairs",
            stem="Which land does each port belong to?",
            answer=PairsAnswer((("Wexmoor", "Sundmark"), ("Yarrowby", "Vestria"))),
            distractors=("Ostland",),
        ),
        Question(
            id="list-typed",
            stem="Name the two masts.",
            answer=AllAnswer(("Foremast", "Mizzen")),
        ),
    ),
)

SECRETS = {
    "key-zanzibarra": ("key-zanzibarra", "HMS Zanzi", "Flagships", "flagship that"),
    "typed-quillon": ("Quillon", "quillon", "Captain Q", "Named once", "flagship that"),
    "truth": (),
    "number-4711": ("4711",),
    "date-1871": ("1871", "3 May"),
    "all-ports": ("all-ports", "on the map"),
    "order-ports": ("From south",),
    "pairs": (),
    "list-typed": ("Foremast", "Mizzen", "list-typed"),
}
"""What must not reach a player before the reveal, beside anything that marks the right option."""


def passages() -> dict[str, tuple[Passage, ...]]:
    """The cited sentences of the deck."""
    return {one.id: passages_of(one, TEXT) for one in DECK.questions}


def game_of(
    mode: DrillMode = DrillMode.ACCURACY, *ids: str, limit_ms: int | None = None, **settings: object
) -> Game:
    """A drill of some questions in the order named, or of all in the order of the seed."""
    made = replace(Settings(mode=mode, limit_ms=limit_ms), **settings)  # type: ignore[arg-type]
    deck = drawn_deck(DECK, made)
    if ids:
        chosen = [question for one in ids if (question := DECK.question(one))]
        deck = replace(DECK, questions=tuple(chosen))
    return new_game(deck, made, passages())


def seated(game: Game, *names: str, **player: object) -> Game:
    """The game with players of these names, who are there."""
    for name in names:
        one = replace(Player(id=name.lower(), name=name), **player)  # type: ignore[arg-type]
        game = step(game, Join(one), 0).game
        if not one.is_paper:
            game = step(game, Came(one.id), 0).game
    return game


def begun(game: Game, *names: str, now_ms: int = 0) -> Game:
    """The game with players and its first question open."""
    return step(seated(game, *names), Next(), now_ms).game
