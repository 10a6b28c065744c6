"""Who listens: an open socket or a waiting request is a line, those of one person are a feed."""

import asyncio


class Line:
    """One client that is told when there is something new to show."""

    __slots__ = ("farewell", "is_socket", "is_stale", "wake")

    def __init__(self, *, is_socket: bool):
        self.is_socket = is_socket
        self.wake = asyncio.Event()
        self.is_stale = False
        self.farewell = ""

    def refresh(self) -> None:
        """There is something new."""
        self.is_stale = True
        self.wake.set()

    def dismiss(self, why: str) -> None:
        """The connection is to end."""
        self.farewell = why
        self.wake.set()


class Feed:
    """All lines of one player, or of the hosts; `version` counts what there was to show."""

    __slots__ = ("lines", "version")

    def __init__(self) -> None:
        self.version = 0
        self.lines: set[Line] = set()

    def refresh(self) -> None:
        """There is something new for all of them."""
        self.version += 1
        for line in self.lines:
            line.refresh()

    def dismiss(self, why: str, but: Line | None = None) -> None:
        """Ends all lines except one."""
        for line in self.lines:
            if line is not but:
                line.dismiss(why)
