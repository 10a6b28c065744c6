"""Anki's log of reviews becomes ours, by the rules by which Anki itself makes memory of it.

Rescheduling is no review; practice in a filtered deck that changed nothing is none either; what
was answered before a card was forgotten (or learned anew) counts no more. Reviews that went to
Anki from here are known again by card, time and rating.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from quizzer.exchange.anki.incoming.collection import Entry
from quizzer.exchange.anki.progress import milliseconds
from quizzer.memory.model import CardKey, Rating, Review

LEARN, REVIEW, RELEARN, FILTERED, MANUAL = range(5)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST_MS = 946_684_800_000
"""Milliseconds since 1970 at the start of 2000, before there was Anki."""

_MOVED_MS = 2_000
"""An exported review whose time was taken was moved on by some milliseconds, never by more."""

_OLD_BUTTONS = {2: 3, 3: 4}
"""With three buttons the second was Good and the third Easy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLog:
    """What one card's log adds to ours.

    `forgotten` holds ids of reviews, old and new, that count no more, with the instant from which
    on; `left_out` counts entries that are no reviews, by what they are.
    """

    reviews: tuple[Review, ...]
    forgotten: tuple[tuple[str, datetime], ...]
    left_out: tuple[str, ...]
    known: int


def card_log(
    card: CardKey,
    entries: Iterable[Entry],
    known: Sequence[Review],
    *,
    uses_old_buttons: bool,
    latest: datetime,
    day_of: Callable[[datetime], int],
    due_day: int | None = None,
) -> CardLog:
    """The reviews of a card that our log lacks.

    `known` holds all reviews of the card in our log, taken back or not, by time; `latest` is an
    instant after which nothing can have been reviewed; `day_of` counts study days, and `due_day` is
    the one on which Anki will ask the card, where it has one.
    """
    last_ms = milliseconds(latest)
    left_out: list[str] = []
    rated: list[tuple[Entry, Rating]] = []
    restart, has_graduated = 0, False
    for entry in sorted(entries, key=lambda one: one.at_ms):
        what = _no_review(entry, last_ms)
        if what is not None:
            left_out.append(what)
            if what == "forgotten":
                restart, has_graduated = len(rated), False
            continue
        if entry.kind == LEARN and has_graduated:
            restart, has_graduated = len(rated), False
        has_graduated |= entry.kind != LEARN
        rated.append((entry, _rating(entry, uses_old_buttons)))
    ids = _matched(card, rated, known)
    fresh = {review.id for review in known}
    added = [
        _review(card, entry, rating, identity, day_of)
        for (entry, rating), identity in zip(rated, ids, strict=True)
        if identity not in fresh
    ]
    if added and due_day is not None and ids[-1] == added[-1].id:
        # Where Anki has moved the card since, its own day holds.
        added[-1] = replace(added[-1], due_day=due_day)
    since = _instant(rated[restart - 1][0].at_ms) if restart else _EPOCH
    return CardLog(
        reviews=tuple(added),
        forgotten=tuple((identity, since) for identity in ids[:restart]),
        left_out=tuple(left_out),
        known=len(rated) - len(added),
    )


def _no_review(entry: Entry, last_ms: int) -> str | None:
    """What an entry is that is no review; None when it is one."""
    if entry.kind == MANUAL and entry.ease == 0 and entry.factor == 0:
        return "forgotten"
    if entry.ease == 0 or entry.kind > FILTERED:
        return "rescheduled"
    if entry.kind == FILTERED and entry.factor == 0:
        return "practice"
    if not 1 <= entry.ease <= 4 or entry.kind < LEARN:
        return "no rating"
    if not _EARLIEST_MS <= entry.at_ms <= last_ms:
        return "impossible time"
    return None


def _rating(entry: Entry, uses_old_buttons: bool) -> Rating:
    is_learning = entry.kind in (LEARN, RELEARN)
    ease = _OLD_BUTTONS.get(entry.ease, entry.ease) if uses_old_buttons and is_learning else 0
    return Rating(ease or entry.ease)


def _matched(
    card: CardKey, rated: Sequence[tuple[Entry, Rating]], known: Sequence[Review]
) -> list[str]:
    """The id of each entry in our log: a review of ours that went to Anki keeps its own."""
    waiting = sorted(known, key=lambda review: (review.at, review.id))
    by_id = {review.id: review for review in known}
    ids: list[str] = []
    taken: set[str] = set()
    for entry, rating in rated:
        identity = _review_id(card, entry.at_ms)
        if identity not in by_id:
            twin = next(
                (
                    review
                    for review in waiting
                    if review.id not in taken
                    and review.rating is rating
                    and 0 <= entry.at_ms - milliseconds(review.at) <= _MOVED_MS
                ),
                None,
            )
            identity = identity if twin is None else twin.id
        taken.add(identity)
        ids.append(identity)
    return ids


def _review_id(card: CardKey, at_ms: int) -> str:
    hashed = blake2b(f"{card.deck_id}/{card.question_id}".encode(), digest_size=6).hexdigest()
    return f"anki-{at_ms}-{hashed}"


def _instant(at_ms: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=at_ms)


def _review(
    card: CardKey,
    entry: Entry,
    rating: Rating,
    identity: str,
    day_of: Callable[[datetime], int],
) -> Review:
    at = _instant(entry.at_ms)
    return Review(
        id=identity,
        card=card,
        at=at,
        rating=rating,
        verdict="wrong" if rating is Rating.AGAIN else "right",
        response="",
        duration_ms=max(entry.duration_ms, 0),
        mode="flip",
        options=0,
        scheduler="anki",
        session_id="",
        origin="anki",
        # Intervals in days are positive, those of learning steps negative seconds.
        due_day=day_of(at) + entry.interval if entry.interval > 0 else None,
    )
