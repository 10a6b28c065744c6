"""The history of answers as the quiz uses it: opened late, begun with the first answer."""

import os
from datetime import datetime
from typing import TYPE_CHECKING

import click

from quizzer.cli.home import backup_folder, history_path
from quizzer.memory.model import Review

if TYPE_CHECKING:
    from quizzer.memory.model import CardKey
    from quizzer.quiz.events import Aside
    from quizzer.store.model import PastSitting
    from quizzer.store.store import Store


class LazyStore:
    """A recorder that opens the history when asked to, or at the first answer.

    A sitting is noted in the history with its first answer, so that quizzes nobody answered
    leave no trace.
    """

    def __init__(
        self,
        *,
        session_id: str,
        decks: tuple[str, ...],
        settings: str,
        started_at: datetime,
        origin: str = "quiz",
        is_begun: bool = False,
    ):
        self.session_id = session_id
        self.decks = decks
        self.settings = settings
        self.started_at = started_at
        self.origin = origin
        self._is_begun = is_begun
        self._store: Store | None = None

    @property
    def is_begun(self) -> bool:
        """Whether there is an answer of this sitting in the history."""
        return self._is_begun

    def open(self) -> "Store":
        """The history, opened once.

        Raises:
            QuizzerError: it cannot be used.
        """
        if self._store is None:
            from quizzer.cli.config import load_config  # noqa: PLC0415

            # Settings with a mistake must be heard of before there is an answer to lose.
            load_config()
            self._store = open_history()
        return self._store

    def append(self, review: Review) -> None:
        """Adds a review; it is on disk when this returns."""
        store = self.open()
        if not self._is_begun:
            from quizzer.store.model import Sitting  # noqa: PLC0415

            store.begin(
                Sitting(
                    id=self.session_id,
                    origin=self.origin,
                    started_at=self.started_at,
                    decks=self.decks,
                    settings=self.settings,
                )
            )
            self._is_begun = True
        store.append(_planned(store, review))

    def replace(self, old: str, review: Review, at: datetime) -> None:
        """Adds a review that counts instead of an earlier one, both or neither."""
        store = self.open()
        store.replace(old, _planned(store, review), at)

    def undo(self, review_id: str, at: datetime) -> None:
        """Marks a review as taken back."""
        self.open().undo(review_id, at)

    def set_aside(self, card: "CardKey", how: "Aside", at: datetime) -> str:
        """Notes that a card is left out; gives the id of that entry."""
        from quizzer.store.model import Event, EventKind  # noqa: PLC0415

        kind = EventKind(how.value)
        event = Event(id=f"{kind}:{os.urandom(8).hex()}", kind=kind, at=at, card=card)
        self.open().note([event])
        return event.id

    def finish(self, at: datetime, reason: str) -> None:
        """Notes that the quiz came to its end."""
        if self._is_begun:
            self.open().finish(self.session_id, at, reason)

    def close(self) -> None:
        """Lets go of the history, after the day's copy of what was added."""
        if self._store is not None:
            self._store.close()
            if self._is_begun:
                copy_daily()


def _planned(store: "Store", review: Review) -> Review:
    from quizzer.store.planning import planned  # noqa: PLC0415 - only with a history

    return planned(store, review)


def open_history() -> "Store":
    """The history in the state folder, made if there is none."""
    from quizzer.cli.config import load_config  # noqa: PLC0415
    from quizzer.store.store import Store  # noqa: PLC0415 - 40 ms that no first question needs

    return Store(history_path(), lambda deck_id: load_config().of(deck_id))


def copy_daily() -> None:
    """Copies the history once a day, after a sitting, so that nothing has to wait for it."""
    from quizzer.cli.clock import now  # noqa: PLC0415
    from quizzer.cli.timezone import local_timezone  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.store import backups  # noqa: PLC0415

    today = now().astimezone(local_timezone()).date()
    try:
        backups.copy_daily(history_path(), backup_folder(), today)
    except (QuizzerError, OSError) as error:
        # The answers themselves are safe; whoever sits here should know about the copy.
        click.echo(f"The daily backup failed: {error}", err=True)


def left_quiz() -> "PastSitting | None":
    """The newest quiz that has answers and no end."""
    if not history_path().exists():
        return None
    with open_history() as store:
        for past in store.sittings("quiz", limit=50):
            if past.ended_at is None and past.reviews:
                return past
    return None
