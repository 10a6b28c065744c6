"""Python's search for cycles among objects, put off while many objects come into being."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Looks for no cycles meanwhile: work that makes many objects at once drops none in cycles,
    and going through them again and again would take a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
