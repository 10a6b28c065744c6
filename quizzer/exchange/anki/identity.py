"""Who is who in Anki: ids that depend on the deck's and the question's id and nothing else."""

import json
from base64 import urlsafe_b64encode
from hashlib import blake2b

from quizzer.deck.model import Deck, Question

_FIRST_ID = 1_400_000_000_000


def note_guid(deck_id: str, question_id: str) -> str:
    """The GUID of a question's note; editing the question does not change it."""
    hashed = blake2b(f"{deck_id}/{question_id}".encode(), digest_size=12, person=b"quizzer-note")
    return urlsafe_b64encode(hashed.digest()).decode("ascii")


def identity_of(deck_id: str, question_id: str) -> str:
    """What the note's last field holds, so that the note is known when it comes back."""
    return f"{deck_id}/{question_id}"


def parse_identity(identity: str, guid: str) -> tuple[str, str] | None:
    """Deck id and question id, if this identity belongs to this GUID."""
    deck_id, slash, question_id = identity.strip().partition("/")
    if not slash or note_guid(deck_id, question_id) != guid:
        return None
    return deck_id, question_id


def stable_id(*parts: str) -> int:
    """A number that Anki takes for milliseconds since 1970; the same parts give the same number."""
    hashed = blake2b(json.dumps(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return _FIRST_ID + int.from_bytes(hashed.digest(), "big") % 200_000_000_000


def content_digest(deck: Deck, question: Question, passage: str) -> str:
    """What changes exactly when something changes that a learner sees on the note.

    The layout of the cards does not count, so that a new version of quizzer makes no note newer.
    """
    source = deck.source
    parts = (
        question.stem,
        repr(question.answer),
        *("\x1e".join(texts) for texts in (question.accept, question.distractors, question.tags)),
        question.explanation or "",
        question.kind or "",
        passage,
        "" if source is None else f"{source.title}\x1e{source.publisher}\x1e{source.url}",
    )
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=16).hexdigest()
