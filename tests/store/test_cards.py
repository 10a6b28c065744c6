"""The cache of cards is what replaying the log gives, after whatever was written."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.memory.day import day_number
from quizzer.memory.model import Card, CardKey, Learning, New, Rating, Remembered, Review
from quizzer.memory.replay import replay
from quizzer.memory.settings import Settings
from quizzer.store.merge import merge_into
from quizzer.store.model import Event, EventKind
from quizzer.store.rows import CARD_COLUMNS, read_card
from quizzer.store.store import Store
from quizzer.store.today import Today
from tests.store.test_store import NOW, REVIEW, SITTING

SETTINGS = Settings(timezone=ZoneInfo("Europe/Berlin"))
OTHER = replace(SETTINGS, retention=0.8)
DECKS = ("one", "two")
KEYS = [CardKey(deck, name) for deck in DECKS for name in ("a", "b", "c")]

Step = tuple[str, int, int, int]
"""What to do, to which card, how (a rating), how many minutes after the start."""

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["review"] * 6
            + ["undo", "redo", "bury", "suspend", "unsuspend", "rename", "move", "merge", "set"]
        ),
        st.integers(0, 5),
        st.integers(1, 4),
        st.integers(0, 60 * 24 * 40),
    ),
    max_size=25,
)


def all_cards(store: Store) -> dict[CardKey, Card]:
    """The cache, brought up to date where it is stale."""
    Today(store, NOW).refresh([*DECKS, "deck"])
    rows = store.read(f"SELECT {CARD_COLUMNS} FROM card")
    return {card.key: card for card in map(read_card, rows)}


def expected(store: Store, wanted: Settings) -> dict[CardKey, Card]:
    """The cards by the plainest road: all reviews and events, replayed in Python."""
    reviews: dict[CardKey, list[Review]] = {}
    for review in store.reviews():
        reviews.setdefault(review.card, []).append(review)
    names = store.renamed()
    events: dict[CardKey, list[Event]] = {}
    for event in store.events():
        name = names.get((event.card.deck_id, event.card.question_id))
        key = event.card if name is None else CardKey(*name)
        if event.kind is not EventKind.RENAME:
            events.setdefault(key, []).append(event)
    cards = {}
    for key in {*reviews, *events}:
        log = reviews.get(key, [])
        card = Card(
            key=key,
            state=replay(log, wanted).get(key, New()),
            first_day=day_number(log[0].at, wanted.timezone, 4) if log else None,
            last_at=log[-1].at if log else None,
        )
        for event in events.get(key, []):
            card = decided(card, event, wanted)
        cards[key] = card
    return cards


def decided(card: Card, event: Event, wanted: Settings) -> Card:
    """The card after a decision."""
    match event.kind:
        case EventKind.SUSPEND | EventKind.UNSUSPEND:
            return replace(card, is_suspended=event.kind is EventKind.SUSPEND)
        case EventKind.BURY:
            day = day_number(event.at, wanted.timezone, 4)
            return replace(card, buried_day=max(day, card.buried_day or 0))
        case _:
            is_later = card.last_at is not None and event.at > card.last_at
            if isinstance(card.state, Remembered) and is_later:
                return replace(card, state=replace(card.state, due_day=int(event.detail)))
            return card


class Machine:
    """A history on one machine and another on a second one, moved by steps."""

    def __init__(self, folder: Path, rules: Settings | None):
        self.rules = SETTINGS
        self.made = 0
        self.store = Store(folder / "one.db", (lambda _: self.rules) if rules else None)
        self.other = Store(folder / "two.db")
        for store in (self.store, self.other):
            store.begin(SITTING)

    def take(self, step: Step) -> None:
        """One step."""
        what, place, number, minutes = step
        self.made += 1
        key, at = KEYS[place], NOW + timedelta(minutes=minutes)
        match what:
            case "review":
                review = replace(
                    *(REVIEW,),
                    id=f"r{self.made}",
                    card=key,
                    at=at,
                    rating=Rating(number),
                    options=4 if minutes % 2 else 0,
                    due_day=None if minutes % 3 else 20_200 + minutes % 90,
                )
                (self.store if minutes % 5 else self.other).append(review)
            case "undo":
                for entry in self.store.latest(number):
                    self.store.undo(entry.id, at)
            case "redo":
                for entry in self.store.taken_back(number):
                    self.store.redo(entry.id, at)
            case "merge":
                merge_into(self.store, self.other.path)
            case "set":
                self.rules = OTHER if self.rules is SETTINGS else SETTINGS
            case _:
                kind = EventKind(what)
                to = KEYS[(place + number) % 6]
                detail = {"rename": f"{to.deck_id}/{to.question_id}", "move": str(20_200 + number)}
                event = Event(
                    id=f"{what}:{self.made}",
                    kind=kind,
                    at=at,
                    card=key,
                    detail=detail.get(what, ""),
                )
                self.store.note([event])


@settings(max_examples=120, deadline=None)
@given(STEPS, st.sampled_from([SETTINGS, None]))
def test_the_cache_is_what_replaying_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step], rules: Settings | None
) -> None:
    """Bit for bit, at each step of any history, whether or not its writers knew the settings."""
    machine = Machine(tmp_path_factory.mktemp("cards"), rules)
    reader = Store(machine.store.path, lambda _: machine.rules)
    for step in steps:
        machine.take(step)
        assert all_cards(reader) == expected(reader, machine.rules)
    for store in (machine.store, machine.other, reader):
        assert store.problems() == []
        store.close()


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_what_is_kept_up_equals_what_is_made_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    """Every row of the cache, compared as SQLite holds it."""
    machine = Machine(tmp_path_factory.mktemp("cards"), SETTINGS)
    for step in steps:
        machine.take(step)
    today = Today(machine.store, NOW)
    today.refresh(DECKS)
    tables = ("card", "card_rules", "undone", "alias")
    kept = [machine.store.read(f"SELECT * FROM {table}") for table in tables]
    machine.store.rebuild()
    today.refresh(DECKS)
    assert [machine.store.read(f"SELECT * FROM {table}") for table in tables] == kept
    machine.store.close()
    machine.other.close()


def test_an_answer_moves_one_row_and_reads_no_log(tmp_path: Path) -> None:
    """A second answer to a card builds on the stored state."""
    with Store(tmp_path / "history.db", lambda _: SETTINGS) as store:
        store.begin(SITTING)
        store.append(REVIEW)
        seen: list[str] = []
        store.cache._connection().set_trace_callback(seen.append)
        store.append(replace(REVIEW, id="r2", at=NOW + timedelta(minutes=10)))
        card = store.cache.card(REVIEW.card)
    assert card is not None
    assert isinstance(card.state, Remembered)
    assert not any("FROM review WHERE learner" in line for line in seen)


def test_undoing_a_lapse_brings_the_earlier_state_back(tmp_path: Path) -> None:
    """Undo is exact: the card is as if the answer had never been given."""
    with Store(tmp_path / "history.db", lambda _: SETTINGS) as store:
        store.begin(SITTING)
        store.append(replace(REVIEW, rating=Rating.EASY))
        before = store.cache.card(REVIEW.card)
        lapse = replace(REVIEW, id="r2", at=NOW + timedelta(days=9), rating=Rating.AGAIN)
        store.append(lapse)
        assert store.cache.card(REVIEW.card) != before
        store.undo("r2", NOW + timedelta(days=9))
        assert store.cache.card(REVIEW.card) == before
        store.redo("r2", NOW)
        assert store.reviews() == [replace(REVIEW, rating=Rating.EASY), lapse]


def test_a_renamed_question_keeps_its_history(tmp_path: Path) -> None:
    """Answers under either name belong to the new one, and renaming can be taken back."""
    new = CardKey("deck", "better-name")
    with Store(tmp_path / "history.db", lambda _: SETTINGS) as store:
        store.begin(SITTING)
        store.append(REVIEW)
        rename = Event(
            id="rename:1",
            kind=EventKind.RENAME,
            at=NOW,
            card=REVIEW.card,
            detail="deck/better-name",
        )
        store.note([rename])
        Today(store, NOW).refresh(["deck"])
        card = store.cache.card(new)
        assert card is not None
        assert isinstance(card.state, Learning)
        assert store.cache.card(REVIEW.card) is None
        assert [one.card for one in store.reviews(card=new)] == [new]
        store.undo("rename:1", NOW)
        Today(store, NOW).refresh(["deck"])
        assert store.cache.card(REVIEW.card) is not None
        assert store.cache.card(new) is None


def test_an_answer_under_other_settings_is_not_forgotten_when_they_are_set_back(
    tmp_path: Path,
) -> None:
    """A long deck is not replayed at each answer, so it must be noted that it is stale."""
    rules = [SETTINGS]
    with Store(tmp_path / "history.db", lambda _: rules[0]) as store:
        store.begin(SITTING)
        many = [
            replace(REVIEW, id=f"r{number}", at=NOW + timedelta(days=number), card=KEYS[0])
            for number in range(120)
        ]
        store.append_all(many[:-1])
        assert all_cards(store) == expected(store, SETTINGS)
        rules[0] = OTHER
        store.append(many[-1])
        rules[0] = SETTINGS
        assert all_cards(store) == expected(store, SETTINGS)


def test_what_was_decided_under_an_old_name_counts_for_the_new_one(tmp_path: Path) -> None:
    """A card that was moved as `a`, after the instant of an answer that is added as `b` later."""
    old, new = CardKey("one", "a"), CardKey("one", "b")
    hours = [NOW + timedelta(hours=number) for number in range(4)]
    with Store(tmp_path / "history.db", lambda _: SETTINGS) as store:
        store.begin(SITTING)
        store.append(replace(REVIEW, card=old, rating=Rating.EASY, at=hours[0]))
        rename = Event(id="rename:1", kind=EventKind.RENAME, at=hours[1], card=old, detail="one/b")
        move = Event(id="move:1", kind=EventKind.MOVE, at=hours[3], card=old, detail="20999")
        store.note([rename, move])
        assert all_cards(store) == expected(store, SETTINGS)
        store.append(replace(REVIEW, id="r2", card=new, rating=Rating.EASY, at=hours[2]))
        found = all_cards(store)
        assert found == expected(store, SETTINGS)
        state = found[new].state
        assert isinstance(state, Remembered)
        assert state.due_day == 20_999
