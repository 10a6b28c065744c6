"""Today's cards: steps first, the least certain next, new ones in between, siblings apart."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizzer.deck.model import Question, Span, TextAnswer
from quizzer.memory.day import day_number
from quizzer.memory.model import CardKey, CardState, Learning, New, Remembered
from quizzer.memory.queue import Candidate, DoneToday, interleaved, todays_cards, why_now
from quizzer.memory.settings import Settings

NOW = datetime(2025, 3, 18, 12, tzinfo=UTC)
DAY = day_number(NOW, UTC)
SETTINGS = Settings()


def candidate(name: str, state: CardState, *, deck: str = "d", at: int | None = None) -> Candidate:
    """A question with its card; `at` is where its evidence lies."""
    evidence = () if at is None else (Span(at, at + 10),)
    question = Question(id=name, stem="?", answer=TextAnswer("x"), evidence=evidence)
    return Candidate(CardKey(deck, name), question, state)


def known(stability: float, due: int = DAY, last: int = DAY - 10) -> Remembered:
    """A card in memory."""
    return Remembered(
        stability=stability, difficulty=5.0, due_day=due, last_day=last, reps=2, lapses=0
    )


def names(cards: list[Candidate]) -> list[str]:
    """The questions' ids in order."""
    return [one.question.id for one in cards]


def test_steps_come_first_then_the_least_certain() -> None:
    """What is waited for, then what is closest to being forgotten."""
    step = Learning(
        step=0, stability=1.0, difficulty=5.0, due_at=NOW - timedelta(minutes=1), last_day=DAY
    )
    cards = [candidate("sure", known(50)), candidate("unsure", known(2)), candidate("step", step)]
    assert names(todays_cards(cards, NOW, SETTINGS)) == ["step", "unsure", "sure"]


def test_what_is_not_due_waits() -> None:
    """Tomorrow's cards and steps that still run are left alone."""
    step = Learning(
        step=0, stability=1.0, difficulty=5.0, due_at=NOW + timedelta(minutes=1), last_day=DAY
    )
    cards = [candidate("later", known(5, due=DAY + 1)), candidate("step", step)]
    assert todays_cards(cards, NOW, SETTINGS) == []


def test_limits_hold_over_the_day() -> None:
    """What was done today counts."""
    cards = [candidate(f"n{place}", New()) for place in range(9)]
    cards += [candidate(f"d{place}", known(5)) for place in range(9)]
    limits = replace(SETTINGS, new_per_day=4, reviews_per_day=6)
    done = DoneToday(new=1, reviews=2)
    chosen = names(todays_cards(cards, NOW, limits, done))
    assert sum(name.startswith("n") for name in chosen) == 3
    assert sum(name.startswith("d") for name in chosen) == 4


def test_new_ones_are_spread_among_the_due() -> None:
    """Neither all at the beginning nor all at the end."""
    cards = [candidate(f"n{place}", New()) for place in range(3)]
    cards += [candidate(f"d{place}", known(5)) for place in range(9)]
    order = names(todays_cards(cards, NOW, SETTINGS))
    places = [place for place, name in enumerate(order) if name.startswith("n")]
    assert places[0] > 0
    assert places[-1] < len(order) - 1
    assert all(later - earlier > 1 for earlier, later in itertools.pairwise(places))


def test_siblings_are_a_day_apart() -> None:
    """Two questions on one passage give each other away; in another deck they are strangers."""
    cards = [candidate("a", New(), at=0), candidate("b", New(), at=5), candidate("c", New(), at=50)]
    assert names(todays_cards(cards, NOW, SETTINGS)) == ["a", "c"]
    met = [cards[1]]
    assert names(todays_cards(cards, NOW, SETTINGS, met_today=met)) == ["b", "c"]
    assert names(todays_cards(cards[::2], NOW, SETTINGS, met_today=met)) == ["c"]
    other = [candidate("x", New(), deck="other", at=0)]
    assert set(names(todays_cards(cards[:1] + other, NOW, SETTINGS))) == {"a", "x"}


def test_decks_are_interleaved() -> None:
    """New cards come from the decks in turn."""
    cards = [candidate(f"{deck}{n}", New(), deck=deck) for deck in "ab" for n in range(2)]
    assert names(todays_cards(cards, NOW, SETTINGS)) == ["a0", "b0", "a1", "b1"]


def test_queues_of_decks_are_mixed_evenly() -> None:
    """Three cards of one deck lie among nine of another, steps before all of them."""
    step = Learning(step=0, stability=1.0, difficulty=5.0, due_at=NOW, last_day=DAY)
    few = [candidate("step", step), *(candidate(f"a{place}", known(5)) for place in range(3))]
    many = [candidate(f"b{place}", known(5), deck="e") for place in range(9)]
    order = names(interleaved([few, many]))
    assert order[0] == "step"
    assert [name for name in order if name.startswith("b")] == [f"b{n}" for n in range(9)]
    places = [place for place, name in enumerate(order) if name.startswith("a")]
    assert all(later - earlier > 2 for earlier, later in itertools.pairwise(places))


def test_a_backlog_is_worked_off_from_what_is_still_known() -> None:
    """Of thirty that are due, the ten surest are asked today, the least sure of them first."""
    cards = [candidate(f"d{place}", known(place + 1.0)) for place in range(30)]
    chosen = names(todays_cards(cards, NOW, replace(SETTINGS, reviews_per_day=10)))
    assert chosen == [f"d{place}" for place in range(20, 30)]


def test_why_now_says_why() -> None:
    """Each state has its reason."""
    assert "not met" in why_now(New(), NOW, SETTINGS)
    assert "due 3 days ago" in why_now(known(5, due=DAY - 3), NOW, SETTINGS)
    assert "about" in why_now(known(5), NOW, SETTINGS)
