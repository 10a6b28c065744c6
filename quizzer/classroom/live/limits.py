"""How much anybody may ask of the server: buckets that fill with time."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

MOST_ADDRESSES = 10_000
"""So many addresses are remembered; then the oldest are forgotten."""


@dataclass(slots=True)
class Bucket:
    """Holds `burst` tokens at most and gets `rate` a second; each thing asked for takes one."""

    rate: float
    burst: float
    tokens: float
    filled_ms: int

    def has(self, now_ms: int) -> bool:
        """Whether there is a token to take."""
        passed_s = max(0, now_ms - self.filled_ms) / 1000
        self.tokens = min(self.burst, self.tokens + passed_s * self.rate)
        self.filled_ms = max(now_ms, self.filled_ms)
        return self.tokens >= 1

    def take(self, now_ms: int) -> bool:
        """Takes a token, if there is one."""
        if not self.has(now_ms):
            return False
        self.tokens -= 1
        return True


class Limit:
    """A bucket for each address."""

    def __init__(self, rate: float, burst: int, clock_ms: Callable[[], int]):
        self._rate = rate
        self._burst = burst
        self._clock_ms = clock_ms
        self._buckets: dict[str, Bucket] = {}

    def take(self, address: str) -> bool:
        """Whether that address may go on; if so, this counts."""
        return self._bucket_of(address).take(self._clock_ms())

    def has(self, address: str) -> bool:
        """Whether that address might go on."""
        return self._bucket_of(address).has(self._clock_ms())

    def _bucket_of(self, address: str) -> Bucket:
        where = network_of(address)
        bucket = self._buckets.pop(where, None) or self.bucket()
        if len(self._buckets) >= MOST_ADDRESSES:
            del self._buckets[next(iter(self._buckets))]
        self._buckets[where] = bucket
        return bucket

    def bucket(self) -> Bucket:
        """A full bucket of this size, for one connection."""
        return Bucket(self._rate, self._burst, self._burst, self._clock_ms())


def network_of(address: str) -> str:
    """An address as it is counted: of IPv6 the half that one household shares."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped) if mapped else parsed.exploded[:19]
    return str(parsed)
