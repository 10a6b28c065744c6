"""Where this machine is to be found: its address in the local network, its names, a free port."""

import os
import socket
from collections.abc import Sequence
from contextlib import suppress

from quizzer.diagnostics import QuizzerError

PORTS_TRIED = 20
BACKLOG = 2048
"""Connections that may wait to be taken when a whole school comes at once."""


def lan_address() -> str:
    """The address under which phones in the same network find this machine; else loopback.

    No packet is sent: connecting a datagram socket only asks which way one would go.
    """
    for family, target in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((target, 9))
            return str(probe.getsockname()[0])
    return "127.0.0.1"


def machine_names() -> tuple[str, ...]:
    """The names by which this machine may be called in a browser."""
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return (name, short, f"{short}.local")


def listen(host: str, ports: Sequence[int]) -> socket.socket:
    """A socket that listens on the first of `ports` that is free.

    Raises:
        QuizzerError: none is free, or the host is no address of this machine.
    """
    problem = ""
    for port in ports:
        try:
            return _listener(host, port)
        except OSError as error:
            problem = error.strerror or str(error)
    where = f"{host}:{ports[0]}" if len(ports) == 1 else f"{host}:{ports[0]} to {ports[-1]}"
    hint = "choose another --port, or another --host"
    raise QuizzerError.at(where, f"cannot listen there ({problem})", hint, "L102")


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends every message at once; without it, a view would wait
    # up to 40 ms for the phone to confirm the one before (Nagle's algorithm).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener


def url(host: str, port: int, path: str = "") -> str:
    """An address for a browser."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{path}"
