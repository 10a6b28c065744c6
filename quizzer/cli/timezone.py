"""The learner's time zone, as the system names it."""

import os
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from quizzer.cli.clock import now


def local_timezone() -> tzinfo:
    """The zone that TZ names, else the system's; without a name, today's offset from UTC."""
    link = Path("/etc/localtime")
    names = [os.environ.get("TZ", "").removeprefix(":")]
    names.append(str(link.resolve()).partition("zoneinfo/")[2])
    for name in names:
        try:
            if name:
                return ZoneInfo(name)
        except (ValueError, OSError, LookupError):
            continue
    zone = now().astimezone().tzinfo
    assert zone is not None
    return zone
