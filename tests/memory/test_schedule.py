"""FSRS on study days, fuzz within its range, steps, and states that replay from the log."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.deck.model import Question, TextAnswer, TruthAnswer
from quizzer.memory.asking import mode_of, rating_of
from quizzer.memory.day import day_number
from quizzer.memory.fsrs import (
    DEFAULT_PARAMETERS,
    LONGEST,
    Memory,
    interval_days,
    next_memory,
    retrievability,
)
from quizzer.memory.fuzz import fuzz_range, fuzzed
from quizzer.memory.model import (
    CardKey,
    Learning,
    New,
    Rating,
    Relearning,
    Remembered,
    Review,
)
from quizzer.memory.replay import replay
from quizzer.memory.schedule import reviewed
from quizzer.memory.settings import Settings
from quizzer.quiz.model import Mode

CARD = CardKey("deck", "question")
NOW = datetime(2025, 3, 18, 12, tzinfo=UTC)
SETTINGS = Settings()
RATINGS = st.sampled_from(Rating)
HISTORIES = st.lists(st.tuples(RATINGS, st.integers(0, 400)), min_size=1, max_size=12)


@settings(max_examples=200)
@given(HISTORIES)
def test_states_agree_with_the_engine_inside_anki(history: list[tuple[Rating, int]]) -> None:
    """On study days, stability and difficulty equal fsrs-rs's to one in ten thousand."""
    engine = pytest.importorskip("fsrs_rs_python")
    memory: Memory | None = None
    reviews = []
    for place, (rating, days) in enumerate(history):
        elapsed = days if place else 0
        memory = next_memory(memory, rating, elapsed)
        reviews.append(engine.FSRSReview(int(rating), elapsed))
    theirs = engine.FSRS(list(DEFAULT_PARAMETERS)).memory_state(engine.FSRSItem(reviews))
    assert memory is not None
    assert memory.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert memory.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)


@given(st.floats(0.01, 10_000), st.floats(0.7, 0.99))
def test_an_interval_ends_where_recall_reaches_the_retention(
    stability: float, share: float
) -> None:
    """The two formulas are inverse."""
    assert retrievability(stability, interval_days(stability, share)) == pytest.approx(share)


@given(HISTORIES, st.integers(1, 400))
def test_a_better_rating_never_shortens(history: list[tuple[Rating, int]], days: int) -> None:
    """Stability grows with the rating, whatever came before."""
    memory: Memory | None = None
    for place, (rating, elapsed) in enumerate(history):
        memory = next_memory(memory, rating, elapsed if place else 0)
    after = [next_memory(memory, rating, days).stability for rating in Rating]
    assert after == sorted(after)


def test_time_cannot_run_backwards() -> None:
    """A caller that says so has a bug; a clock that does counts as no time."""
    with pytest.raises(ValueError, match="before the last"):
        next_memory(Memory(3.0, 5.0), Rating.GOOD, -1)
    state = Remembered(
        stability=3.0, difficulty=5.0, due_day=21_000, last_day=20_999, reps=1, lapses=0
    )
    after = reviewed(CARD, state, Rating.GOOD, datetime(2020, 1, 1, tzinfo=UTC), SETTINGS)
    assert isinstance(after, Remembered)


@given(st.floats(0, 1e5), st.text(max_size=5), st.integers(0, 99))
def test_fuzz_stays_in_its_range_and_repeats(interval: float, name: str, reps: int) -> None:
    """The interval that is shown is the interval that is given."""
    card = CardKey("deck", name)
    lower, upper = fuzz_range(interval, LONGEST)
    days = fuzzed(interval, LONGEST, card, reps)
    assert 1 <= lower <= days <= upper <= LONGEST
    assert fuzzed(interval, LONGEST, card, reps) == days


def test_fuzz_reaches_every_day_of_its_range_about_equally() -> None:
    """10 days are 8 to 12, a fifth each (Anki's range), never 13."""
    days = [fuzzed(10, LONGEST, CardKey("d", str(place)), 1) for place in range(5000)]
    assert sorted(set(days)) == [8, 9, 10, 11, 12]
    assert all(abs(days.count(day) - 1000) < 4 * 28.3 for day in set(days))


def test_a_new_card_goes_through_its_steps() -> None:
    """Good: ten minutes, then days; Again: back to one minute; Easy: days at once."""
    first = reviewed(CARD, New(), Rating.GOOD, NOW, SETTINGS)
    assert isinstance(first, Learning)
    assert (first.step, first.due_at) == (1, NOW + timedelta(minutes=10))
    again = reviewed(CARD, first, Rating.AGAIN, NOW, SETTINGS)
    assert isinstance(again, Learning)
    assert (again.step, again.due_at) == (0, NOW + timedelta(minutes=1))
    done = reviewed(CARD, first, Rating.GOOD, NOW + timedelta(minutes=10), SETTINGS)
    assert isinstance(done, Remembered)
    assert done.due_day > done.last_day
    assert isinstance(reviewed(CARD, New(), Rating.EASY, NOW, SETTINGS), Remembered)


def test_a_forgotten_card_is_learned_again() -> None:
    """A lapse is counted, the relearning step waits ten minutes, then days again."""
    day = day_number(NOW, UTC)
    known = Remembered(
        stability=30.0, difficulty=5.0, due_day=day, last_day=day - 30, reps=4, lapses=0
    )
    forgotten = reviewed(CARD, known, Rating.AGAIN, NOW, SETTINGS)
    assert isinstance(forgotten, Relearning)
    assert (forgotten.lapses, forgotten.due_at) == (1, NOW + timedelta(minutes=10))
    assert forgotten.stability < known.stability
    back = reviewed(CARD, forgotten, Rating.GOOD, NOW + timedelta(minutes=10), SETTINGS)
    assert isinstance(back, Remembered)
    assert back.lapses == 1


def test_a_choice_is_weaker_evidence_than_recall() -> None:
    """The interval after a right choice among four is about a quarter shorter."""
    day = day_number(NOW, UTC)
    known = Remembered(
        stability=100.0, difficulty=5.0, due_day=day, last_day=day - 90, reps=4, lapses=0
    )
    typed = reviewed(CARD, known, Rating.GOOD, NOW, SETTINGS)
    chosen = reviewed(CARD, known, Rating.GOOD, NOW, SETTINGS, options=4)
    assert isinstance(typed, Remembered)
    assert isinstance(chosen, Remembered)
    share = (chosen.due_day - day) / (typed.due_day - day)
    assert 0.65 < share < 0.85
    assert chosen.stability == typed.stability


def log(history: list[tuple[Rating, int]]) -> list[Review]:
    """Reviews of one card, days apart."""
    at, reviews = NOW, []
    for place, (rating, days) in enumerate(history):
        at += timedelta(days=days)
        reviews.append(
            Review(
                id=str(place),
                card=CARD,
                at=at,
                rating=rating,
                verdict="right",
                response="",
                duration_ms=1,
                mode="type",
                options=0,
                scheduler="fsrs-6",
                session_id="s",
                origin="study",
            )
        )
    return reviews


@given(HISTORIES)
def test_replay_of_a_prefix_is_a_prefix_of_the_replay(history: list[tuple[Rating, int]]) -> None:
    """The state after all reviews is the last one applied to the state before it."""
    reviews = log(history)
    before = replay(reviews[:-1], SETTINGS).get(CARD, New())
    last = reviews[-1]
    assert replay(reviews, SETTINGS)[CARD] == reviewed(CARD, before, last.rating, last.at, SETTINGS)


@pytest.mark.parametrize("rating", [Rating.HARD, Rating.GOOD])
def test_a_noted_day_ends_the_steps(rating: Rating) -> None:
    """Another program may have had other steps; a card that it gave a day has left them."""
    (first,) = log([(rating, 0)])
    assert isinstance(replay([first], SETTINGS)[CARD], Learning)
    state = replay([replace(first, due_day=21_000)], SETTINGS)[CARD]
    assert isinstance(state, Remembered)
    assert state.due_day == 21_000


def test_a_noted_day_stands_whatever_is_set_later() -> None:
    """Another retention or other parameters move no card: its day is in the log."""
    first, second = (replace(one, rating=Rating.EASY) for one in log([(Rating.EASY, 0)] * 2))
    noted = replace(first, due_day=21_000)
    for wanted in (SETTINGS, Settings(retention=0.7)):
        state = replay([noted], wanted)[CARD]
        assert isinstance(state, Remembered)
        assert state.due_day == 21_000
    unnoted = replay([noted, replace(second, id="later")], SETTINGS)[CARD]
    assert isinstance(unnoted, Remembered)
    assert unnoted.due_day != 21_000


CHOICE = Question(id="q", stem="Who?", answer=TextAnswer("Ida"), distractors=("Bo",))
LONG = Question(id="q", stem="Why?", answer=TextAnswer("because " + "the pier was old " * 2))


@pytest.mark.parametrize(
    ("question", "stability", "mode"),
    [
        (CHOICE, None, Mode.CHOICE),
        (CHOICE, 3.0, Mode.CHOICE),
        (CHOICE, 30.0, Mode.TYPE),
        (Question(id="q", stem="Who?", answer=TextAnswer("Ida")), None, Mode.TYPE),
        (Question(id="q", stem="Is it?", answer=TruthAnswer(True)), 30.0, Mode.CHOICE),
        (LONG, None, Mode.FLIP),
        (replace(LONG, distractors=("because of a storm",)), None, Mode.CHOICE),
        (replace(LONG, distractors=("because of a storm",)), 30.0, Mode.FLIP),
    ],
)
def test_how_a_card_is_asked_follows_memory(
    question: Question, stability: float | None, mode: Mode
) -> None:
    """Recognition while it is new, recall once it is known."""
    state = (
        New()
        if stability is None
        else Remembered(
            stability=stability, difficulty=5.0, due_day=1, last_day=0, reps=1, lapses=0
        )
    )
    assert mode_of(question, state, SETTINGS) is mode


def test_ratings_come_from_answers_alone() -> None:
    """Only what was right without help is Good; Easy is the learner's word."""
    assert rating_of(is_right=True, needed_help=False, is_easy=False) is Rating.GOOD
    assert rating_of(is_right=True, needed_help=True, is_easy=True) is Rating.HARD
    assert rating_of(is_right=True, needed_help=False, is_easy=True) is Rating.EASY
    assert rating_of(is_right=False, needed_help=True, is_easy=True) is Rating.AGAIN
