"""A closed window and a request to end: both leave by the front door, so that nothing stays raw."""

import signal
from types import FrameType


class Hangup(BaseException):
    """The terminal went away, or somebody asked the program to end; `number` is the signal's."""

    def __init__(self, number: int):
        self.number = number
        super().__init__(number)


def heed_signals() -> None:
    """Raises `Hangup` where the program stands, unless whoever started it wants it to go on."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _raise)


def _raise(number: int, frame: FrameType | None) -> None:
    raise Hangup(number)
