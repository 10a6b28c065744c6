"""Where a drill listens and how it calls itself."""

import socket

import pytest

from quizzer.classroom.live.addresses import lan_address, listen, machine_names, url
from quizzer.diagnostics import QuizzerError


def test_messages_are_sent_at_once() -> None:
    """asyncio turns Nagle's algorithm off only where the protocol is named."""
    with listen("127.0.0.1", [0]) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_the_next_free_port_is_taken() -> None:
    """And when none is free, one line says so."""
    with listen("127.0.0.1", [0]) as first:
        port = first.getsockname()[1]
        with listen("127.0.0.1", [port, 0]) as second:
            assert second.getsockname()[1] != port
        with pytest.raises(QuizzerError, match=f"127.0.0.1:{port}: cannot listen there"):
            listen("127.0.0.1", [port])


def test_addresses_for_a_browser() -> None:
    """IPv6 in brackets; this machine has an address and names."""
    assert url("192.168.1.5", 8000, "K7F3Q") == "http://192.168.1.5:8000/K7F3Q"
    assert url("fd00::1", 8000) == "http://[fd00::1]:8000/"
    assert lan_address()
    assert machine_names()[-1].endswith(".local")
