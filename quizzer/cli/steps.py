"""What memory says of the cards of a sitting while it goes on: why now, and when again."""

from collections.abc import Callable, Mapping
from datetime import datetime

from quizzer.cli.config import load_config
from quizzer.cli.history_file import LazyStore
from quizzer.memory.asking import mode_of
from quizzer.memory.model import CardKey, CardState, Learning, New, Relearning
from quizzer.memory.queue import why_now
from quizzer.quiz.model import Mode
from quizzer.quiz.state import Item


class Steps:
    """Follows the cards of a sitting; `before` are their states when it began."""

    def __init__(
        self, log: LazyStore, before: Mapping[CardKey, CardState], now: Callable[[], datetime]
    ):
        self._log = log
        self._before = before
        self._now = now

    def why(self, item: Item) -> str:
        """Why a question is asked now."""
        return why_now(self._state(item), self._now(), load_config().of(item.deck_id))

    def returns(self, item: Item) -> tuple[datetime, Mode] | None:
        """When the next step of a question that was just answered runs out, and how it is asked."""
        state = self._state(item)
        if not isinstance(state, Learning | Relearning):
            return None
        mode = mode_of(item.question, state, load_config().of(item.deck_id))
        return state.due_at, mode

    def _state(self, item: Item) -> CardState:
        key = CardKey(item.deck_id, item.question.id)
        card = self._log.open().cache.card(key) if self._log.is_begun else None
        return self._before.get(key, New()) if card is None else card.state
