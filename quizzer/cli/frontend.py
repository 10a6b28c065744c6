"""What every front end is told and what it may say back: the seam between quiz and screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from quizzer.quiz.events import Event
from quizzer.quiz.state import Session

if TYPE_CHECKING:
    from quizzer.quiz.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where the quiz stands, for showing.

    `passages` belong to the question at hand; they are for showing once it is answered. `why`
    tells why it is asked now; where there is such a reason, a question can be set aside.
    """

    session: Session
    passages: "tuple[Passage, ...]" = ()
    why: str = ""


Drive = Callable[[Event], View]
"""Takes an event; once it returns, whatever had to be stored is on disk."""


class FrontEnd(Protocol):
    """Shows a quiz and turns what the learner does into events."""

    def run(self, view: View, drive: Drive) -> None:
        """Goes on until the session is finished.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            Hangup: a signal ended it.
        """
        ...
