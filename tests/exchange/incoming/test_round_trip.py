"""The laws of the way to Anki and back, with the official program in the middle."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from anki.collection import Collection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.deck.patch import patched
from quizzer.deck.read import read_deck
from quizzer.deck.write import write_deck
from quizzer.exchange.anki.export import anki_deck, notes_of
from quizzer.exchange.anki.incoming.decks import IncomingDeck
from quizzer.exchange.anki.incoming.html_text import no_medium
from quizzer.exchange.anki.incoming.merge import Here, Merged, merge
from quizzer.exchange.anki.incoming.reviews import card_log
from quizzer.exchange.anki.ledger import Ledger
from quizzer.exchange.anki.package import write_package
from quizzer.exchange.anki.progress import Progress
from quizzer.exchange.anki.rows import Timing
from quizzer.memory.day import day_number
from quizzer.memory.model import CardKey, Rating, Review
from quizzer.memory.replay import replay
from quizzer.memory.settings import Settings
from tests.exchange.incoming.author import FORMS, export, read
from tests.exchange.incoming.test_own_notes import versions
from tests.exchange.judge import bring_in, collection

THEN = datetime(2026, 1, 2, tzinfo=UTC)
EASY_FORMS = [form for form in FORMS if form != "anki21b"]


@st.composite
def gardens(draw: st.DrawFn) -> tuple[Deck, Deck]:
    """A deck, and the deck as somebody edits it."""
    pairs = draw(st.lists(versions(), min_size=1, max_size=4))
    title = "A garden"
    names = [f"q{number}" for number in range(len(pairs))]
    before = tuple(replace(one, id=name) for name, (one, _) in zip(names, pairs, strict=True))
    after = tuple(replace(one, id=name) for name, (_, one) in zip(names, pairs, strict=True))
    return Deck(id="g", title=title, questions=before), Deck(id="g", title=title, questions=after)


def merged(deck: Deck, ledger: Ledger, incoming: IncomingDeck) -> Merged:
    """What the way back changes in the deck, which nobody has touched since."""
    return merge(Here(deck, None, int(THEN.timestamp())), incoming, ledger, {}, no_medium)


def back(anki: Collection, form: str) -> IncomingDeck:
    """The one deck that comes out of Anki."""
    with tempfile.TemporaryDirectory() as folder:
        _, gathered = read(export(anki, Path(folder), form))
    assert gathered.absent == ()
    (deck,) = gathered.decks
    return deck


def edit_all(anki: Collection, before: Deck, after: Deck, ledger: Ledger) -> None:
    """Gives every note in Anki the fields and tags of the other deck, as a user would type them."""
    notes, _ = notes_of(after, None, ledger, THEN)
    for wanted in notes:
        (identity,) = anki.db.list("select id from notes where guid = ?", wanted.guid)
        note = anki.get_note(identity)
        note.fields, note.tags = list(wanted.fields), list(wanted.tags)
        anki.update_note(note)


def comparable(question: Question) -> Question:
    """What no order of options or tags tells apart."""
    tags = tuple(sorted(tag.replace(" ", "_").casefold() for tag in question.tags))
    return replace(question, distractors=tuple(sorted(question.distractors)), tags=tags)


def judge_round_trip(decks: tuple[Deck, Deck], form: str) -> None:
    """Untouched nothing changes; edited, exactly the edits arrive, in the YAML too."""
    before, after = decks
    notes, ledger = notes_of(before, None, Ledger(), THEN)
    with collection() as anki:
        bring_in(anki, write_package([anki_deck(before, notes)], timing=Timing.fixed(UTC)))
        assert merged(before, ledger, back(anki, form)) == Merged()
        edit_all(anki, before, after, ledger)
        found = merged(before, ledger, back(anki, form))
        questions = {one.id: one for one in before.questions} | found.changed
        assert found.added == []
        assert found.remarks == []
        for one in after.questions:
            assert comparable(questions[one.id]) == comparable(one)
        text = patched(write_deck(before), "g", found.changed)
        read_again = read_deck(text, "g").deck
        assert read_again is not None
        assert {one.id: one for one in read_again.questions} == questions


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(gardens(), st.sampled_from(EASY_FORMS))
def test_edits_made_in_anki_arrive_and_nothing_else(decks: tuple[Deck, Deck], form: str) -> None:
    """For any deck, any edits and any form of export."""
    judge_round_trip(decks, form)


@pytest.mark.long
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(gardens(), st.sampled_from(EASY_FORMS))
def test_edits_of_two_hundred_decks_arrive(decks: tuple[Deck, Deck], form: str) -> None:
    """The same for two hundred decks."""
    judge_round_trip(decks, form)


PLAIN = Question(id="q", stem="Who?", answer=TextAnswer("Ida"))


def answer(number: int, at: datetime, rating: Rating) -> Review:
    """An answer given here."""
    return Review(
        id=f"r{number:03}",
        card=CardKey("g", "q"),
        at=at,
        rating=rating,
        verdict="right",
        response="",
        duration_ms=1000,
        mode="type",
        options=0,
        scheduler="fsrs-6",
        session_id="s",
        origin="quiz",
    )


PLANS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 300), st.integers(0, 60_000_000)), max_size=12
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(PLANS, st.lists(st.integers(1, 4), max_size=3))
def test_no_review_is_lost_or_doubled_on_the_way(
    plan: list[tuple[int, int, int]], ratings: list[int]
) -> None:
    """Whatever was answered here and there: back home stands the union, each answer once."""
    now = datetime.now(UTC)  # noqa: TID251 - the judge answers by the real clock
    deck = Deck(id="g", title="G", questions=(PLAIN,))
    answers = [
        answer(number, now - timedelta(days=ago, minutes=2, microseconds=moment), Rating(1 + grade))
        for number, (grade, ago, moment) in enumerate(plan)
    ]
    ours = sorted(answers, key=lambda one: (one.at, one.id))
    states = {card.question_id: state for card, state in replay(ours, Settings()).items()}
    memory = Progress(states=states, reviews=ours, settings=Settings())
    notes, _ = notes_of(deck, None, Ledger(), THEN)
    with collection() as anki:
        packed = write_package([anki_deck(deck, notes, progress=memory)], timing=Timing.fixed(UTC))
        bring_in(anki, packed, progress=True)
        for rating in ratings:
            card = anki.get_card(anki.find_cards("")[0])
            card.start_timer()
            anki.sched.answerCard(card, rating)  # type: ignore[arg-type]
        incoming = back(anki, "apkg")
        log = card_log(
            CardKey("g", "q"),
            incoming.log.get("q", []),
            ours,
            uses_old_buttons=False,
            latest=now + timedelta(days=1),
            day_of=lambda at: day_number(at, UTC),
        )
    assert [int(one.rating) for one in log.reviews] == ratings
    assert log.known == len(ours)
    assert log.forgotten == ()
