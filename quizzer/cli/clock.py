"""The only place that reads the clock; everything below is told the time."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """This instant, aware, in UTC."""
    return datetime.now(UTC)


def elapsed_ms() -> int:
    """Milliseconds of a clock that never runs backwards; only differences mean anything."""
    return time.monotonic_ns() // 1_000_000


def now_ns() -> int:
    """Nanoseconds since 1970, as file systems count."""
    return time.time_ns()
