"""Orders that look random and never change: sorted by a hash, so no generator is needed.

The same on every machine and every Python version; adding or editing one item leaves the
relative order of the others as it was.
"""

from collections.abc import Iterable
from hashlib import blake2b


def seeded_number(*parts: object) -> int:
    """A number from 0 to 2**64 - 1, evenly spread, that depends on all `parts` and their order."""
    # \x1f never occurs in ids or text that people write, so ("a", "bc") and ("ab", "c") differ.
    text = "\x1f".join(map(str, parts))
    return int.from_bytes(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def seeded_order(items: Iterable[str], *seed: object) -> list[str]:
    """`items` in the order that `seed` (any parts with a stable `str`) gives them."""
    return sorted(items, key=lambda item: (seeded_number(*seed, item), item))
