"""Which questions a drill asks, in which order, with which options."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quizzer.classroom.live.model import Game, Put, Settings
from quizzer.deck.model import Deck, Question
from quizzer.quiz.grading.known import Known
from quizzer.quiz.model import Mode
from quizzer.quiz.options import mode_of, options_of
from quizzer.quiz.passages import Passage
from quizzer.seeded import seeded_order


def drawn_deck(deck: Deck, settings: Settings, count: int | None = None) -> Deck:
    """The deck with only the questions of a drill, in the order of asking."""
    fitting = {one.id: one for one in deck.questions if mode_of(one, settings.modes) is not None}
    order = seeded_order(fitting, "drill", settings.seed, deck.id)[:count]
    return replace(deck, questions=tuple(fitting[identity] for identity in order))


def new_game(
    deck: Deck,
    settings: Settings,
    passages: Mapping[str, tuple[Passage, ...]],
    rounds: Sequence[Sequence[int]] = (),
) -> Game:
    """A drill that waits in its lobby; `rounds` are extra rounds as places in the deck."""
    everything = range(len(deck.questions))
    puts: list[Put] = []
    for number, places in enumerate((everything, *rounds)):
        puts += puts_of(deck, settings, places, number, len(puts))
    return Game(
        deck=deck,
        passages=passages,
        known=Known.of_answers((one.answer for one in deck.questions), deck.language),
        settings=settings,
        puts=tuple(puts),
    )


def puts_of(
    deck: Deck, settings: Settings, places: Iterable[int], number: int, start: int
) -> list[Put]:
    """One round: the questions at some places of the deck, from position `start` on."""
    chosen = [deck.questions[place] for place in places]
    return [
        _put(question, settings, number, position=start + nth, nth=nth, total=len(chosen))
        for nth, question in enumerate(chosen)
    ]


def _put(
    question: Question, settings: Settings, number: int, *, position: int, nth: int, total: int
) -> Put:
    mode = mode_of(question, settings.modes) or Mode.TYPE
    is_choice = mode is Mode.CHOICE
    return Put(
        position=position,
        number=nth + 1,
        total=total,
        round=number,
        question=question,
        mode=mode,
        options=options_of(question, settings.seed, "drill", number) if is_choice else (),
    )


def rounds_of(game: Game) -> tuple[tuple[int, ...], ...]:
    """The extra rounds of a game, as `new_game` takes them."""
    places = {question.id: place for place, question in enumerate(game.deck.questions)}
    last = game.puts[-1].round if game.puts else 0
    return tuple(
        tuple(places[put.question.id] for put in game.puts if put.round == number)
        for number in range(1, last + 1)
    )


def most_missed(game: Game, count: int) -> tuple[int, ...]:
    """The places in the deck of the questions that the class knew least, in the order asked.

    Of questions that everybody knew there are none; who did not answer did not know.
    """
    seated = [player.id for player in game.players.values() if not player.is_kicked]
    means = []
    for place, put in enumerate(game.puts[: len(game.deck.questions)]):
        if put.position in game.skipped or put.position not in game.closed:
            continue
        given = game.given(put.position)
        credits = [given[one].grade.score if one in given else 0.0 for one in seated]
        if credits and sum(credits) < len(credits):
            means.append((sum(credits) / len(credits), place))
    return tuple(sorted(place for _, place in sorted(means)[:count]))
