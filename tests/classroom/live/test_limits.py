"""Buckets fill with time and never overflow; an address is counted as its network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.classroom.live.limits import MOST_ADDRESSES, Limit, network_of


@given(st.lists(st.integers(0, 3_000), max_size=60))
def test_never_more_than_burst_and_rate_allow(pauses: list[int]) -> None:
    """In any stretch of time at most burst + rate times seconds."""
    now = 0
    limit = Limit(2, 5, lambda: now)
    taken = 0
    for pause in pauses:
        now += pause
        taken += limit.take("10.0.0.1")
    assert taken <= 5 + 2 * now / 1000
    assert limit.take("10.0.0.2")


def test_a_look_takes_nothing() -> None:
    """`has` may be asked as often as you like."""
    limit = Limit(0, 1, lambda: 0)
    assert all(limit.has("10.0.0.1") for _ in range(5))
    assert limit.take("10.0.0.1")
    assert not limit.has("10.0.0.1")
    assert not limit.take("10.0.0.1")


def test_memory_is_bounded() -> None:
    """However many addresses come."""
    limit = Limit(0, 1, lambda: 0)
    for number in range(MOST_ADDRESSES + 50):
        limit.take(f"10.{number // 65536}.{number // 256 % 256}.{number % 256}")
    assert len(limit._buckets) <= MOST_ADDRESSES


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("fe80::1%eth0", "fe80:0000:0000:0000"),
        ("testclient", "testclient"),
    ],
)
def test_an_address_counts_as_its_network(address: str, network: str) -> None:
    """Of IPv6 one household has more addresses than there are players."""
    assert network_of(address) == network
