"""Connections that say nothing are closed, so that nobody can use them all up by holding them."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_S = 10.0
"""So long may a client take to make its request; a phone on bad Wi-Fi needs a second or two."""


class ImpatientProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with an end to waiting for the first request."""

    request_s = REQUEST_S
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begins to wait."""
        super().connection_made(transport)
        self._patience = self.loop.call_later(self.request_s, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no more."""
        if self._patience is not None:
            self._patience.cancel()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        # After the change to a WebSocket, another protocol has the connection.
        is_ours = self.transport.get_protocol() is self
        has_asked = self.cycle is not None
        if is_ours and not has_asked:
            self.transport.close()
