"""Memory that travels: the log, FSRS states, due days, options and suspensions, judged by Anki."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from anki.scheduler_pb2 import SchedulingState
from fsrs import Card, Scheduler
from fsrs import Rating as FsrsRating

from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.exchange.anki.export import anki_deck, notes_of
from quizzer.exchange.anki.ledger import Ledger
from quizzer.exchange.anki.package import write_package
from quizzer.exchange.anki.progress import Progress
from quizzer.exchange.anki.rows import Timing
from quizzer.memory.day import day_number
from quizzer.memory.fsrs import DEFAULT_PARAMETERS
from quizzer.memory.model import CardKey, CardState, Learning, Rating, Remembered, Review
from quizzer.memory.settings import Settings
from tests.exchange.judge import bring_in, collection, days_until_due

DECK = Deck(
    id="lamps",
    title="Lamps",
    questions=tuple(
        Question(id=name, stem=f"Which lamp is {name}?", answer=TextAnswer(f"lamp {name}"))
        for name in ("first", "second", "third", "fourth")
    ),
)
NOW = datetime.now(UTC)  # noqa: TID251 - the judge counts its days from the real clock
DAY = timedelta(days=1)


def review(name: str, at: datetime, rating: Rating, number: int) -> Review:
    """One review of a question."""
    return Review(
        id=f"r{number:03}",
        card=CardKey("lamps", name),
        at=at,
        rating=rating,
        verdict="right",
        response="",
        duration_ms=4200,
        mode="flip",
        options=0,
        scheduler="fsrs-6",
        session_id="s",
        origin="study",
    )


def progress(
    states: dict[str, CardState],
    reviews: list[Review],
    zone: ZoneInfo,
    suspended: frozenset[str] = frozenset(),
) -> Progress:
    """The learner's memory, with the default parameters and a retention of 0.87."""
    settings = Settings(timezone=zone, retention=0.87)
    return Progress(states=states, reviews=reviews, settings=settings, suspended=suspended)


def package(memory: Progress) -> bytes:
    """The deck with its memory."""
    notes, _ = notes_of(DECK, None, Ledger(), NOW)
    timing = Timing.fixed(memory.settings.timezone)
    return write_package([anki_deck(DECK, notes, progress=memory)], timing=timing)


def remembered(last: datetime, zone: ZoneInfo, due_in: int, stability: float) -> Remembered:
    """A state whose days count from `last` in a time zone, with the day change at four."""
    day = day_number(last, zone)
    return Remembered(
        stability=stability,
        difficulty=5.123,
        due_day=day + due_in,
        last_day=day,
        reps=3,
        lapses=1,
    )


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize("minutes", [-1, 0, 1])
def test_due_days_are_equal_on_both_sides_of_the_day_change(zone: str, minutes: int) -> None:
    """A review at 03:59 belongs to the day before one at 04:00, in each time zone."""
    there = ZoneInfo(zone)
    morning = (NOW.astimezone(there) - 10 * DAY).replace(hour=4, minute=0, second=0, microsecond=0)
    last = morning + timedelta(minutes=minutes)
    state = remembered(last, there, 30, 25.5)
    day_change = morning if minutes >= 0 else morning - DAY
    memory = progress({"first": state}, [review("first", last, Rating.GOOD, 1)], there)
    # Anki's own count of days follows the time zone of the machine it runs on.
    expected = (day_change + 30 * DAY).date() - (NOW.astimezone(there) - timedelta(hours=4)).date()
    assert days_until_due(package(memory), zone) == expected.days


def test_all_reviews_and_states_arrive() -> None:
    """Every review has an id of its own, and every state is Anki's to four digits."""
    zone = ZoneInfo("UTC")
    at = NOW - 20 * DAY
    # The same instant for all: ids are made unique.
    reviews = [review(question.id, at, Rating.GOOD, n) for n, question in enumerate(DECK.questions)]
    reviews += [review("first", at + 5 * DAY, Rating.AGAIN, 9)]
    states: dict[str, CardState] = {
        "first": remembered(at + 5 * DAY, zone, 31, 31.4159),
        "second": remembered(at, zone, 40, 3.0001),
        "third": Learning(1, 0.4123, 6.5, NOW + timedelta(minutes=5), day_number(NOW, zone)),
    }
    with collection() as anki:
        memory = progress(states, reviews, zone, suspended=frozenset({"fourth"}))
        bring_in(anki, package(memory), progress=True)
        assert anki.db.scalar("select count() from revlog where ease > 0") == len(reviews)
        found = {}
        for identity in anki.find_cards(""):
            card = anki.get_card(identity)
            name = card.note()["Identity"].partition("/")[2]
            found[name] = card
        for name, state in states.items():
            kept = found[name].memory_state
            assert kept is not None
            assert isinstance(state, Remembered | Learning)
            assert kept.stability == pytest.approx(state.stability, rel=1e-4)
            assert kept.difficulty == pytest.approx(state.difficulty, rel=1e-4)
        assert found["fourth"].queue == -1
        assert found["third"].queue == 1
        assert found["first"].reps == 3
        assert found["first"].lapses == 1
        preset = anki.decks.config_dict_for_deck_id(found["first"].did)
        assert preset["desiredRetention"] == pytest.approx(0.87)
        assert preset["fsrsParams6"] == pytest.approx(DEFAULT_PARAMETERS)


def test_importing_again_adds_no_review_twice() -> None:
    """The same log a second time changes nothing."""
    zone = ZoneInfo("UTC")
    reviews = [review("first", NOW - DAY * day, Rating.GOOD, day) for day in range(9, 0, -1)]
    memory = progress({"first": remembered(NOW - DAY, zone, 9, 9.0)}, reviews, zone)
    with collection() as anki:
        bring_in(anki, package(memory), progress=True)
        bring_in(anki, package(memory), progress=True)
        assert anki.db.scalar("select count() from revlog where ease > 0") == 9


def test_the_next_stability_is_ours_for_all_four_buttons() -> None:
    """After the import, Anki's next states agree with the FSRS library to 0.01."""
    zone = ZoneInfo("UTC")
    last = NOW - 12 * DAY
    state = remembered(last, zone, 12, 12.5)
    scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    with collection() as anki:
        memory = progress({"first": state}, [review("first", last, Rating.GOOD, 1)], zone)
        bring_in(anki, package(memory), progress=True)
        anki.set_config("fsrs", True)
        card = anki.find_cards("is:due")[0]
        states = anki._backend.get_scheduling_states(card)
        for rating, button in zip(FsrsRating, ("again", "hard", "good", "easy"), strict=True):
            ours = Card(card_id=1, stability=12.5, difficulty=5.123, last_review=last)
            ours.state = ours.state.__class__.Review
            ours.step = None
            expected, _ = scheduler.review_card(ours, rating, review_datetime=NOW)
            assert stability(getattr(states, button)) == pytest.approx(expected.stability, abs=0.01)


def stability(state: SchedulingState) -> float:
    """What Anki would store as the card's stability after that button."""
    normal = state.normal
    kind = normal.WhichOneof("kind")
    inner = getattr(normal, kind)
    if kind == "relearning":
        inner = inner.learning
    return float(inner.memory_state.stability)
