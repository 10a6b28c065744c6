"""The few protobuf messages that Anki's files hold, read without a schema.

Wire format: https://protobuf.dev/programming-guides/encoding. Only varints and byte strings are
ever asked for; fixed-size numbers are skipped.
"""

from collections.abc import Iterator

Field = int | bytes

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LONGEST_VARINT = 10
"""Bytes, for 64 bits."""


def fields_of(message: bytes) -> Iterator[tuple[int, Field]]:
    """The numbers and values of a message's fields, in order.

    Raises:
        ValueError: it is no protobuf message.
    """
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        number, form = key >> 3, key & 7
        if form == _VARINT:
            value, place = _varint(message, place)
            yield number, value
        elif form == _BYTES:
            size, place = _varint(message, place)
            end = place + size
            if end > len(message):
                raise ValueError("a field is longer than its message")
            yield number, message[place:end]
            place = end
        elif form in (_FIXED32, _FIXED64):
            place += 4 if form == _FIXED32 else 8
        else:
            raise ValueError(f"unknown wire type {form}")


def text_of(message: bytes, number: int) -> str:
    """The last text under a field's number, as protobuf rules; empty when there is none."""
    found = b""
    for key, value in fields_of(message):
        if key == number and isinstance(value, bytes):
            found = value
    return found.decode("utf-8", "replace")


def number_of(message: bytes, number: int) -> int:
    """The last number under a field's number; 0 when there is none."""
    found = 0
    for key, value in fields_of(message):
        if key == number and isinstance(value, int):
            found = value
    return found


def _varint(message: bytes, place: int) -> tuple[int, int]:
    value = 0
    for count in range(_LONGEST_VARINT):
        if place + count >= len(message):
            break
        byte = message[place + count]
        value |= (byte & 0x7F) << (7 * count)
        if byte < 0x80:
            return value, place + count + 1
    raise ValueError("a number does not end")
